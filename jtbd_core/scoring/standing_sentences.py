"""How solutions stand, in sentences: which is effective, which efficient, and which differences cannot be told."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from jtbd_core.scoring.measures import COUNTS, signed
from jtbd_core.scoring.standing import EFFECTIVENESS, EFFICIENCY, Standing

ABOVE, BELOW = 1, -1
WORDS = {EFFECTIVENESS: "effective", EFFICIENCY: "efficient"}
SAID = {
    (ABOVE, ABOVE): "more effective and more efficient",
    (ABOVE, BELOW): "more effective, but less efficient",
    (BELOW, ABOVE): "more efficient, but less effective",
    (ABOVE, 0): "more effective",
    (0, ABOVE): "more efficient",
    (0, BELOW): "less efficient",
    (BELOW, 0): "less effective",
    (BELOW, BELOW): "less effective and less efficient",
}
"""What is said of a solution by where its intervals lie, in the order in which it is said."""

UNCLEAR = "Which is more "
"""How a sentence begins that says which solutions cannot be told apart."""

AVERAGE = "than the average of everybody"


def sides(found: Standing) -> dict[str, tuple[int, int]]:
    """Return by solution whether its effectiveness and its efficiency are surely above (1) or below (−1) everybody's.

    0 where the interval takes in everybody's score, or there is none. All figures are taken as they are printed.
    """
    line = found.everybody.set_index("kind")["score"].round(1)
    found_sides: dict[str, dict[str, int]] = {}
    for row in found.table.to_dict("records"):
        at = line[row["kind"]]
        side = ABOVE if round(row["equal_low"], 1) > at else BELOW if round(row["equal_high"], 1) < at else 0
        found_sides.setdefault(str(row["solution"]), {})[row["kind"]] = side
    return {name: (one.get(EFFECTIVENESS, 0), one.get(EFFICIENCY, 0)) for name, one in found_sides.items()}


def standing_headline(found: Standing, names: Mapping[str, str]) -> str:
    """Return which solutions are surely better than the average, and in what; `names` are those of the solutions by id.

    Where none is, which are worse.
    """
    by = sides(found)
    kinds = [kind for kind in WORDS if kind in set(found.table["kind"])]
    if not any(map(any, by.values())):
        whether = " or ".join(f"more or less {WORDS[kind]}" for kind in kinds)
        return f"The answers cannot tell whether {_any_of(len(by))} is {whether} {AVERAGE}."
    both = [names[one] for one, side in by.items() if side == (ABOVE, ABOVE)]
    start = [_both(both, len(by))] if len(kinds) > 1 else []
    at, more = (ABOVE, "More") if any(ABOVE in side for side in by.values()) else (BELOW, "Less")
    for place, (kind, word) in enumerate(WORDS.items()):
        of_kind = found.table[found.table["kind"] == kind].sort_values("equal", ascending=at == BELOW, kind="stable")
        which = [f"“{names[one]}”" for one in of_kind["solution"] if by[one][place] == at and by[one] != (ABOVE, ABOVE)]
        start += [f"{more} {word}{'' if start else f' {AVERAGE}'}: {_listed(which)}"] if which else []
    return " ".join(f"{one}." for one in start)


def standing_details(found: Standing, names: Mapping[str, str]) -> str:
    """Return of every solution what it surely is, and what of it cannot be told; empty where one kind was asked."""
    if found.table["kind"].nunique() < len(WORDS):
        return ""
    alike: dict[tuple[int, int], list[str]] = {}
    for solution, side in sides(found).items():
        alike.setdefault(side, []).append(f"“{names[solution]}”")
    said = [_are(alike[side], f"{words}{_unclear(side)}") for side, words in SAID.items() if side in alike]
    said += [f"{_listed(alike[0, 0])} cannot be told from the average"] if (0, 0) in alike else []
    return " ".join(f"{one}." for one in said)


def _both(names: list[str], many: int) -> str:
    """Return which solutions are surely better than average in both ways."""
    better = f"both more effective and more efficient {AVERAGE}"
    if not names:
        return f"{_any_of(many).replace('any', 'None', 1).capitalize()} is surely {better}"
    alone = ", and it alone" if len(names) == 1 < many else ""
    return _are([f"“{name}”" for name in names], f"{better}{alone}")


def _any_of(many: int) -> str:
    return (
        f"any of the {COUNTS[many].lower() if many < len(COUNTS) else many} solutions" if many > 1 else "the solution"
    )


def _are(names: list[str], words: str) -> str:
    return f"{_listed(names)} {'is' if len(names) == 1 else 'are'} {words}"


def _unclear(side: tuple[int, int]) -> str:
    """Return by which of two scores it cannot be told where a solution stands."""
    unknown = [kind for kind, at in zip(WORDS, side, strict=True) if at == 0]
    return f" ({unknown[0]}: cannot tell)" if unknown else ""


def standing_lines(found: Standing, names: Mapping[str, str]) -> list[str]:
    """Return for each kind whether the leading solution is surely better than the next one, as a sentence."""
    lines = []
    for kind, word in WORDS.items():
        order = found.table[found.table["kind"] == kind].sort_values("equal", ascending=False, kind="stable")
        if len(order) < 2:
            continue
        first, second = order["solution"].iloc[:2]
        low, high = _limits(found, kind, first, second)
        printed = order["equal"].round(1)  # whoever subtracts the figures of a table gets the same
        size = f"{signed(printed.iloc[0] - printed.iloc[1], 1)} points"
        size += f" (95 % interval {signed(low, 1)} to {signed(high, 1)})"
        unclear = f"{UNCLEAR}{word}, “{names[first]}” or “{names[second]}”, the answers cannot tell"
        clear = f"“{names[first]}” is more {word} than “{names[second]}”"
        lines.append(f"{unclear if round(low, 1) <= 0 else clear}: {size}.")
    return lines


class Circumstance(NamedTuple):
    """The words of a circumstance question and those of its options, by id."""

    question: str
    options: Mapping[str, str]


def mix_sentences(found: Standing, names: Mapping[str, str], circumstances: Mapping[str, Circumstance]) -> list[str]:
    """Return which circumstances are held equal, or that none are, and then which of each solution could not be."""
    asked = [one for one in found.questions if one in circumstances]
    if not asked or found.table.empty:
        return []
    joined = _joined(found)
    whole = {place for place, options in joined.items() if len(options) == len(circumstances[place[1]].options)}
    solutions = list(found.table["solution"].drop_duplicates())
    held = [one for one in asked if any((name, one) not in whole for name in solutions)]
    if not held:
        return ["Circumstances are not held equal: too few of each solution's people are in some of them."]
    each = _listed([f"“{circumstances[one].question}”" for one in held])
    said: dict[str, list[str]] = {}
    for name, one in joined:
        labels = circumstances[one].options
        options = " with ".join(f"“{labels.get(option, option)}”" for option in joined[name, one])
        whole_question = f"“{circumstances[one].question}” is not held equal"
        said.setdefault(names[name], []).append(whole_question if (name, one) in whole else options)
    twice = " Each by itself: where answers to them go together, what they share is taken away twice."
    mix = (
        f"Circumstances are held equal{' where enough people allow it' if said else ''}: each solution is scored as "
        f"if its users had everybody's mix of {each}.{twice if len(held) > 1 else ''} "
        "“Measured”: with the mix that they have."
    )
    return [mix, *(f"“{name}”: {', '.join(parts)}." for name, parts in said.items())]


def _joined(found: Standing) -> dict[tuple[str, str], list[str]]:
    """Return the options that are mostly taken together, by solution and question."""
    joined: dict[tuple[str, str], list[str]] = {}
    for row in found.table[found.table["merged"] != ""].to_dict("records"):
        for one in str(row["merged"]).split("; "):
            question, _, options = one.partition(": ")
            joined.setdefault((str(row["solution"]), question), options.split(" + "))
    return joined


def _limits(found: Standing, kind: str, first: str, second: str) -> tuple[float, float]:
    """Return the limits of how much better the first solution is than the second."""
    pairs = found.differences[found.differences["kind"] == kind]
    straight = pairs[(pairs["first"] == first) & (pairs["second"] == second)]
    row: Any = (straight if len(straight) else pairs[(pairs["first"] == second) & (pairs["second"] == first)]).iloc[0]
    limits = row["difference_low"], row["difference_high"]
    return limits if len(straight) else (-limits[1], -limits[0])


def _listed(names: list[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
