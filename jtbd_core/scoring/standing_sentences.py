"""How solutions stand, in sentences: which is effective, which efficient, and which differences cannot be told."""

from collections.abc import Mapping
from typing import Any

from jtbd_core.scoring.standing import EFFECTIVENESS, EFFICIENCY, Standing

ABOVE, BELOW = 1, -1
WORDS = {EFFECTIVENESS: "effective", EFFICIENCY: "efficient"}
SAID = {
    (ABOVE, ABOVE): "effective and efficient",
    (ABOVE, BELOW): "effective, not efficient",
    (BELOW, ABOVE): "efficient, not effective",
    (ABOVE, 0): "effective",
    (0, ABOVE): "efficient",
    (BELOW, BELOW): "neither effective nor efficient",
    (BELOW, 0): "not effective",
    (0, BELOW): "not efficient",
}
"""What is said of a solution by where its intervals lie, in the order in which it is said."""

MOST_SAID = 3
UNCLEAR = "The answers cannot tell the solutions from everybody: each interval takes in everybody's score."


def sides(found: Standing) -> dict[str, tuple[int, int]]:
    """Return by solution whether its effectiveness and its efficiency are surely above (1) or below (−1) everybody's.

    0 where the interval takes in everybody's score, or there is none.
    """
    line = found.everybody.set_index("kind")["score"]
    found_sides: dict[str, dict[str, int]] = {}
    for row in found.table.to_dict("records"):
        at = line[row["kind"]]
        side = ABOVE if row["equal_low"] > at else BELOW if row["equal_high"] < at else 0
        found_sides.setdefault(str(row["solution"]), {})[row["kind"]] = side
    return {name: (one.get(EFFECTIVENESS, 0), one.get(EFFICIENCY, 0)) for name, one in found_sides.items()}


def standing_headline(found: Standing, names: Mapping[str, str]) -> str:
    """Return what the solutions surely are, in up to three sentences; `names` are those of the solutions by id."""
    by = sides(found)
    said = [
        f"{_listed([names[solution] for solution, one in by.items() if one == where])}: {word}."
        for where, word in SAID.items()
        if where in by.values()
    ]
    return " ".join(said[:MOST_SAID]) if said else UNCLEAR


def standing_lines(found: Standing, names: Mapping[str, str]) -> list[str]:
    """Return for each kind whether the leading solution is surely better than the next one, as a sentence."""
    lines = []
    for kind, word in WORDS.items():
        order = found.table[found.table["kind"] == kind].sort_values("equal", ascending=False, kind="stable")
        if len(order) < 2:
            continue
        first, second = order["solution"].iloc[:2]
        row = _difference(found, kind, first, second)
        more = f"{names[first]} is more {word} than {names[second]}"
        size = f"{_signed(row[0])} points, 95 % interval {_signed(row[1])} to {_signed(row[2])}"
        lines.append(f"Cannot tell whether {more} ({size})." if row[1] <= 0 else f"{more} ({size}).")
    return lines


def merged_sentence(found: Standing, names: Mapping[str, str], questions: Mapping[str, Mapping[str, str]]) -> str:
    """Return which circumstances were merged for which solutions; empty where none was."""
    parts: dict[str, dict[str, None]] = {}
    for row in found.table[found.table["merged"] != ""].to_dict("records"):
        for one in str(row["merged"]).split("; "):
            question, _, option = one.partition(": ")
            label = questions.get(question, {}).get(option, option)
            parts.setdefault(str(row["solution"]), {})[f"“{label}”"] = None
    said = [f"{names[solution]}: {', '.join(options)}" for solution, options in parts.items()]
    return f"Merged, as too few of a solution's people are in one of them – {'; '.join(said)}." if said else ""


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


def _signed(value: float) -> str:
    return f"{value:+.1f}".replace("-", "−")
