"""The scores that order lists: how each is printed, and when its measured and its expected value differ."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

COUNTS = ("None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
MARGINS = 4
"""How many steps of `Measure.apart` a score may have moved and be *unchanged within* so many of them."""

MARKS = "Mark: measured now. Tick and bar: expected when asked again, 95 % interval."
"""What the marks of a list are."""

LEANS = "It leans towards 0, and so not equally far to both sides: part of a large difference is luck."
"""Why the interval of a difference does not lie around what was measured."""

ANYWAY = "whether it matters to them or not"
"""Of whom an outcome falls short, unlike of whom it *matters and falls short*."""

Row = Mapping[str, Any] | pd.Series


def signed(value: float, decimals: int) -> str:
    """Return a number with its sign, such as "−1.4"; one that rounds to nothing has none."""
    said = f"{value:+.{decimals}f}"
    return said.replace("-", "−") if float(said) else said[1:]


LONG = 10
"""From more points between its ends on a tenth of a point is as much as a scale tells."""


def fewer_decimals(name: str, length: int) -> int:
    """Return by how many decimals less a score is printed on a scale with so many points between its ends."""
    return int(name == "value_wanted" and length > LONG)


class Measure(NamedTuple):
    """A score that orders lists, by its column in the table of scores.

    Printed is `per` times the score with so many `decimals` and its `unit`. Above a difference of `apart`, in units of
    the score (of value wanted in lengths of the scale), measured and expected are told apart; `margin` is that
    difference in words.
    """

    name: str
    title: str
    decimals: int
    apart: float
    margin: str
    per: int = 1
    unit: str = ""
    most: str = ""

    def number(self, row: Row, ending: str = "") -> str:
        """Return the score of a row, or the column of it with this ending, without its unit: "15.8", "55"."""
        fewer = fewer_decimals(self.name, row.get("length", 0))
        return f"{self.per * row[self.name + ending]:.{self.decimals - fewer}f}"

    def measured(self, row: Row) -> str:
        """Return the measured score of a row with its unit: "15.8", "55 %"."""
        return self.number(row) + self.unit

    def interval(self, row: Row, unit: str = "", of: str = "") -> str:
        """Return the 95 % interval of a row's measured or, `of="_expected"`, expected score: "36–63"."""
        return f"{self.number(row, f'{of}_low')}–{self.number(row, f'{of}_high')}{unit}"

    def expected(self, row: Row, unit: str = "") -> str:
        """Return the expected score of a row with its 95 % interval: "49 (36–63)"."""
        return f"{self.number(row, '_expected')}{unit} ({self.interval(row, unit, '_expected')})"

    def signed(self, value: float) -> str:
        """Return a difference without its unit, with its sign: "+58", "−1.4"; one that rounds to nothing has none."""
        return signed(self.per * value, self.decimals)

    def is_apart(self, row: Row) -> bool:
        """Whether the measured and the expected score of a row differ by more than the margin."""
        return bool(round(abs(row[self.name] - row[f"{self.name}_expected"]), 6) > self.apart_on(row["length"]))

    def apart_on(self, length: int) -> float:
        """Return the difference `apart` in units of the score, on a scale with so many points between its ends."""
        return self.apart * (length if self.name == "value_wanted" else 1)

    @property
    def said(self) -> str:
        """The title of a score beside that of another, which it could be taken for."""
        return f"{self.title} ({ANYWAY})" if self.name == "share_short" else self.title

    def key(self, rows: pd.DataFrame) -> str:
        """Return the sentence that explains the marks of rows in a list and, where there are any, bold figures."""
        bold = f" Expected in bold: the two differ by more than {self.margin}."
        is_bold = any(self.is_apart(row) for _, row in rows.iterrows())
        return f"{MARKS}{bold if is_bold else ''}"


_POINTS = "5 percentage points"
MEASURES = {
    one.name: one
    for one in (
        Measure("opportunity", "opportunity", 1, 0.5, "half a point", most=" of 20"),
        Measure("unmet", "matters and falls short", 0, 0.05, _POINTS, 100, " %"),
        Measure("share_short", "falls short", 0, 0.05, _POINTS, 100, " %"),
        Measure("value_wanted", "value wanted", 2, 1 / 16, "a sixteenth of the scale"),
    )
}
"""The scores that can order a list, by name."""


def has_bands(scores: pd.DataFrame) -> bool:
    """Whether Ulwick's bands hold for these scores: those of scales without bands lack their columns."""
    return "p_high" in scores
