"""Where things stand in a list of outcomes: its axis and its rows, by the width and the height that Vega is given."""

from typing import Any, NamedTuple

import altair as alt

from jtbd_core.scoring.measures import Measure

MARKS = 17  # pixels: the height of the tallest marks
LINE, FIRST = 15, 10  # pixels: of a line, and from the top of a row to the middle of its first one on a phone
NOW, GAP = 44, 12  # pixels: the width of the measured scores' column, and of a gap
IS_WIDE = "width >= 660"
START = alt.ExprRef(f"{IS_WIDE} ? 294 : 6")


class Score(NamedTuple):
    """What the rows show of a score: its axis with ticks, the bounds of bands, and the widths of the last two columns.

    `heads` stand above the columns `value` and `expected`; the width of the latter follows from its texts.
    """

    measure: Measure
    title: str
    domain: tuple[float, float]
    ticks: tuple[float, ...]
    bands: tuple[float, ...] = ()
    last: int = 44
    has_legend: bool = False
    heads: tuple[str, str] = ("now", "expected")
    expected: int = 0


class Place(NamedTuple):
    """Where things stand in a list: the score that is shown, and the list's height.

    Marks need the `row` and the `lines` of each. A page may draw it higher, which leaves more room between the rows.
    """

    score: Score
    height: int

    @property
    def marks(self) -> alt.ExprRef:
        """How far below the middle of a row its marks stand: on a phone below the last line of its statement."""
        return alt.ExprRef(f"{IS_WIDE} ? 0 : {FIRST} + datum.lines * {LINE} + 3 - {self.row} / 2")

    @property
    def tall(self) -> alt.ExprRef:
        """How tall a line through the marks is: on a wide page from row to row, on a phone below the statement."""
        return alt.ExprRef(f"{IS_WIDE} ? {self.row} : {MARKS + 4}")

    @property
    def row(self) -> str:
        """How high a row is drawn, as an expression."""
        return f"(datum.row * height / {self.height})"

    def first_line(self, lines: int) -> alt.ExprRef:
        """How far below the middle of a row the first of so many lines of its statement stands."""
        return alt.ExprRef(f"{IS_WIDE} ? {-(lines - 1) * LINE / 2} : {FIRST} - {self.row} / 2")

    def y(self, name: str = "middle") -> alt.Y:
        """Return the vertical place of a row, in pixels."""
        scale = alt.Scale(domain=[0, self.height], range=[0, alt.ExprRef("height")], nice=False, zero=False)
        return alt.Y(field=name, type="quantitative", axis=None, scale=scale)

    def x(self, ending: str = "", field: str = "") -> alt.X:
        """Return the score's axis, above the list, left of the figures and (on a wide page) right of the statements."""
        score = self.score
        axis = alt.Axis(
            orient="top",
            title=None,
            values=list(score.ticks),
            labelExpr=f"format(abs(datum.value) * {score.measure.per}, '~g')",
            labelPadding=4,
            labelAlign=_label_align(score.bands),
            domain=False,
            ticks=False,
            grid=False,
            labelOverlap=False,
        )
        taken = 6 + score.expected + NOW + GAP
        end = alt.ExprRef(f"width - ({IS_WIDE} ? {taken + score.last} : {taken})")
        scale = alt.Scale(domain=list(score.domain), range=[START, end], nice=False)
        return alt.X(field=field or score.measure.name + ending, type="quantitative", axis=axis, scale=scale)


def _label_align(bands: tuple[float, ...]) -> dict[str, Any]:
    """Return how labels stand on their ticks: that of the first band left of it, so that two have room."""
    first = f"datum.value == {bands[0]}" if bands else "false"
    return {"condition": {"test": first, "value": "right"}, "value": "center"}
