"""Rows of a list that each end in a verdict in words: statement, figures, marks on an axis of their own, the verdict.

On a wide page all stand in a line; on a phone the statement stands above the rest. Vega chooses by the width.
"""

from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from jtbd_core.charts import palette
from jtbd_core.charts.places import FIRST, LINE
from jtbd_core.charts.rows import MOST_LINES

_IS_WIDE = "width >= 600"
FREE = 14
"""Pixels around marks on a phone that the statement above them leaves free."""


class Room(NamedTuple):
    """Pixels on a wide page and on a phone, left of the marks for statements and figures and right for verdicts."""

    left: tuple[int, int]
    right: tuple[int, int]


class Place(NamedTuple):
    """Where things stand: the axis with its title, domain, ticks and tick labels, the height of the list, the columns.

    Marks and texts need the `row` and the `lines` of each. A page may draw it higher.
    """

    title: str

    domain: tuple[float, float]
    ticks: tuple[float, ...]
    label: str
    height: int
    room: Room

    @property
    def marks(self) -> alt.ExprRef:
        """How far below the middle of a row its marks stand."""
        return alt.ExprRef(f"{_IS_WIDE} ? 0 : {self._below}")

    @property
    def tall(self) -> alt.ExprRef:
        """How tall the ground under the marks of a row is: on a wide page as tall as the row."""
        return alt.ExprRef(f"{_IS_WIDE} ? {self._row} - 4 : {FREE}")

    @property
    def _row(self) -> str:
        return f"(datum.row * height / {self.height})"

    @property
    def _below(self) -> str:
        """How far below the middle of a row its marks stand on a phone: below the last line of its statement."""
        return f"{FIRST} + datum.lines * {LINE} + 3 - {self._row} / 2"

    @property
    def zone(self) -> alt.ExprRef:
        """How tall a zone is in which marks may stand."""
        return alt.ExprRef(f"{_IS_WIDE} ? 22 : {FREE}")

    def first_line(self, lines: int) -> alt.ExprRef:
        """How far below the middle of a row the first of so many lines of its statement stands."""
        return alt.ExprRef(f"{_IS_WIDE} ? {-(lines - 1) * LINE / 2} : {FIRST} - {self._row} / 2")

    def beside(self, line: int) -> alt.ExprRef:
        """How far below the middle of a row its verdict (line −1) and its interval (1) stand."""
        return alt.ExprRef(f"{_IS_WIDE} ? {line * LINE / 2} : {self._below} - {max(line, 0) * (LINE + 1)}")

    def y(self, name: str = "middle") -> alt.Y:
        """Return the vertical place of a row, in pixels."""
        scale = alt.Scale(domain=[0, self.height], range=[0, alt.ExprRef("height")], nice=False, zero=False)
        return alt.Y(field=name, type="quantitative", axis=None, scale=scale)

    def x(self, name: str) -> alt.X:
        """Return the axis of the marks, above the list."""
        axis = alt.Axis(
            orient="top",
            title=None,
            values=list(self.ticks),
            labelExpr=self.label,
            labelFontSize=12,
            labelPadding=4,
            domain=False,
            ticks=False,
            grid=False,
            labelOverlap=True,
            labelFlush=False,
        )
        (wide, narrow), (wide_end, narrow_end) = self.room
        start = alt.ExprRef(f"{_IS_WIDE} ? {wide} : {narrow}")
        end = alt.ExprRef(f"width - ({_IS_WIDE} ? {wide_end} : {narrow_end})")
        scale = alt.Scale(domain=list(self.domain), range=[start, end], nice=False)
        return alt.X(field=name, type="quantitative", axis=axis, scale=scale)


def told_list(rows: pd.DataFrame, place: Place, ground: list[alt.Chart], marks: list[alt.Chart]) -> alt.LayerChart:
    """Draw rows of `under_headings` over a ground, with their marks and texts: `text`, `figures`, `told`, `interval`.

    `is_told` says which verdicts are printed bold. The interval stands below the verdict, on a phone above it.
    """
    is_heading = rows["is_heading"].astype(bool)
    layers = [_title(place), *ground, *_texts(rows[is_heading], rows[~is_heading], place), *marks]
    fit = alt.AutoSizeParams(type="fit-x", contains="padding")
    return alt.LayerChart(layer=layers, height=place.height, autosize=fit)


def _title(place: Place) -> alt.Chart:
    """Return the title of the axis, above its labels."""
    start = alt.ExprRef(f"{_IS_WIDE} ? {place.room.left[0]} : {place.room.left[1]}")
    title: alt.Chart = (
        alt.Chart(pd.DataFrame({"text": [place.title]}))
        .mark_text(align="left", baseline="middle", fontSize=12, color=palette.SOFT_INK, tooltip=None, xOffset=start)
        .encode(x=alt.XValue(0), y=alt.YValue(-30), text=alt.Text("text:N"))
    )
    return title


def _texts(headings: pd.DataFrame, outcomes: pd.DataFrame, place: Place) -> list[alt.Chart]:
    left: dict[str, Any] = {"align": "left", "baseline": "middle", "tooltip": None, "color": palette.INK}
    small: dict[str, Any] = {"baseline": "middle", "tooltip": None, "fontSize": 12, "yOffset": place.marks}
    heads = alt.Chart(headings[["middle", "text"]]).mark_text(fontWeight="bold", fontSize=13, yOffset=2, **left)
    figures = alt.Chart(outcomes[["middle", "row", "lines", "figures"]]).mark_text(
        align=alt.ExprRef(f"{_IS_WIDE} ? 'right' : 'left'"),
        xOffset=alt.ExprRef(f"{_IS_WIDE} ? {place.room.left[0] - 16} : 6"),
        color=palette.SOFT_INK,
        **small,
    )
    return [
        *([heads.encode(place.y(), x=alt.XValue(6), text=alt.Text("text:N"))] if len(headings) else []),
        *_statements(outcomes, place, left),
        figures.encode(place.y(), x=alt.XValue(0), text=alt.Text("figures:N")),
        *_verdicts(outcomes, place, small),
    ]


def _statements(outcomes: pd.DataFrame, place: Place, left: dict[str, Any]) -> list[alt.Chart]:
    lines = outcomes["lines"]
    look: dict[str, Any] = {"lineBreak": "\n", "lineHeight": LINE, "fontSize": 13, **left}
    return [
        alt.Chart(outcomes.loc[lines == many, ["middle", "row", "text"]])
        .mark_text(yOffset=place.first_line(many), **look)
        .encode(place.y(), x=alt.XValue(6), text=alt.Text("text:N"))
        for many in range(1, MOST_LINES + 1)
        if (lines == many).any()
    ]


def _verdicts(outcomes: pd.DataFrame, place: Place, small: dict[str, Any]) -> list[alt.Chart]:
    is_told = outcomes["is_told"].astype(bool)
    ink: dict[bool, dict[str, Any]] = {
        True: {"fontWeight": "bold", "color": palette.INK},
        False: {"color": palette.SOFT_INK},
    }
    parts = [(outcomes[is_told == told], "told", -1, ink[told]) for told in (True, False)]
    parts.append((outcomes[outcomes["interval"] != ""], "interval", 1, ink[False]))
    return [
        alt.Chart(part[["middle", "row", "lines", name]])
        .mark_text(align="right", xOffset=-6, **look, **small | {"yOffset": place.beside(line)})
        .encode(place.y(), x=alt.XValue("width"), text=alt.Text(f"{name}:N"))
        for part, name, line, look in parts
        if len(part)
    ]
