"""How solutions stand, in sentences: which is effective, which efficient, and which differences cannot be told."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from jtbd_core.scoring.measures import signed
from jtbd_core.scoring.standing import EFFECTIVENESS, EFFICIENCY, Standing

ABOVE, BELOW = 1, -1
WORDS = {EFFECTIVENESS: "effective", EFFICIENCY: "efficient"}
SAID = {
    (ABOVE, ABOVE): "more effective and more efficient than average",
    (ABOVE, BELOW): "more effective than average, but less efficient",
    (BELOW, ABOVE): "more efficient than average, but less effective",
    (ABOVE, 0): "more effective than average",
    (0, ABOVE): "more efficient than average",
    (BELOW, BELOW): "less effective and less efficient than average",
    (BELOW, 0): "less effective than average",
    (0, BELOW): "less efficient than average",
}
"""What is said of a solution by where its intervals lie, in the order in which it is said."""

AVERAGE = " than average"
MOST_SAID = 3
UNCLEAR = "The answers cannot tell whether a solution is better or worse than average."


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
    """Return what the solutions surely are, in up to three sentences; `names` are those of the solutions by id."""
    by = sides(found)
    said = []
    for where, words in SAID.items():
        alike = [f"“{names[solution]}”" for solution, one in by.items() if one == where]
        said += [f"{_listed(alike)} {'is' if len(alike) == 1 else 'are'} {words}."] if alike else []
    first, *others = said or [UNCLEAR]
    return " ".join((first, *(one.replace(AVERAGE, "") for one in others[: MOST_SAID - 1])))


def standing_lines(found: Standing, names: Mapping[str, str]) -> list[str]:
    """Return for each kind whether the leading solution is surely better than the next one, as a sentence."""
    lines = []
    for kind, word in WORDS.items():
        order = found.table[found.table["kind"] == kind].sort_values("equal", ascending=False, kind="stable")
        if len(order) < 2:
            continue
        first, second = order["solution"].iloc[:2]
        row = _difference(found, kind, first, second)
        size = f"{signed(row[0], 1)} points (95 % interval {signed(row[1], 1)} to {signed(row[2], 1)})"
        unclear = f"Which is more {word}, “{names[first]}” or “{names[second]}”, the answers cannot tell"
        clear = f"“{names[first]}” is more {word} than “{names[second]}”"
        lines.append(f"{unclear if round(row[1], 1) <= 0 else clear}: {size}.")
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
    mix = f"Circumstances are held equal: each score is that at everybody's mix of {each}. “Measured” is not."
    return [mix, *(f"“{name}”: {', '.join(parts)}." for name, parts in said.items())]


def _joined(found: Standing) -> dict[tuple[str, str], list[str]]:
    """Return the options that are mostly taken together, by solution and question."""
    joined: dict[tuple[str, str], list[str]] = {}
    for row in found.table[found.table["merged"] != ""].to_dict("records"):
        for one in str(row["merged"]).split("; "):
            question, _, options = one.partition(": ")
            joined.setdefault((str(row["solution"]), question), options.split(" + "))
    return joined


def _difference(found: Standing, kind: str, first: str, second: str) -> tuple[float, float, float]:
    """Return how much better the first solution is than the second, with its limits."""
    pairs = found.differences[found.differences["kind"] == kind]
    straight = pairs[(pairs["first"] == first) & (pairs["second"] == second)]
    row: Any = (straight if len(straight) else pairs[(pairs["first"] == second) & (pairs["second"] == first)]).iloc[0]
    if len(straight):
        return row["difference"], row["difference_low"], row["difference_high"]
    return -row["difference"], -row["difference_high"], -row["difference_low"]


def _listed(names: list[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
