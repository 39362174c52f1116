"""A list of outcomes as a chart: headings, and under them a row per outcome with its statement, marks and figures.

On a wide page the statement stands left of the marks, on a phone above them; Vega chooses by the width it is
given.
"""

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

import altair as alt
import pandas as pd

from jtbd_core.charts import palette
from jtbd_core.charts.statements import wrapped
from jtbd_core.charts.tooltips import tooltip
from jtbd_core.scoring.measures import Measure

HEADING, ONE_LINE, TWO_LINES = 32, 37, 51  # pixels: the heights of a heading and of rows, on a phone with the marks
MARKS = 17  # pixels: the height of the tallest marks
STATEMENT = 36  # characters in a line: 230 pixels of 13-pixel type, in a wide font 265
LINE = 15
_IS_WIDE = "width >= 660"
_START = alt.ExprRef(f"{_IS_WIDE} ? 294 : 6")
_EXPECTED, _NOW = 118, 44  # pixels: the widths of the figures' columns


class Score(NamedTuple):
    """What the rows show of a score: its axis with ticks, the bounds of bands, and the width of the last column.

    `heads` stand above the columns `value` and `expected`.
    """

    measure: Measure
    title: str
    domain: tuple[float, float]
    ticks: tuple[float, ...]
    bands: tuple[float, ...] = ()
    last: int = 44
    has_legend: bool = False
    heads: tuple[str, str] = ("now", "expected")


class Place(NamedTuple):
    """Where things stand in a list: the score that is shown, and the list's height; marks need the `row` of each."""

    score: Score
    height: int

    @property
    def marks(self) -> alt.ExprRef:
        """How far below the middle of a row its marks stand."""
        return alt.ExprRef(f"{_IS_WIDE} ? 0 : datum.row / 2 - 11")

    @property
    def tall(self) -> alt.ExprRef:
        """How tall a line through the marks is: on a wide page from row to row, on a phone below the statement."""
        return alt.ExprRef(f"{_IS_WIDE} ? datum.row : {MARKS + 4}")

    def first_line(self, lines: int) -> alt.ExprRef:
        """How far below the middle of a row the first of so many lines of its statement stands."""
        return alt.ExprRef(f"{_IS_WIDE} ? {-(lines - 1) * LINE / 2} : 8 - datum.row / 2")

    def y(self, name: str = "middle") -> alt.Y:
        """Return the vertical place of a row, in pixels."""
        scale = alt.Scale(domain=[0, self.height], range=[0, self.height], nice=False, zero=False)
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
        taken = 6 + _EXPECTED + _NOW + 12
        end = alt.ExprRef(f"width - ({_IS_WIDE} ? {taken + score.last} : {taken})")
        scale = alt.Scale(domain=list(score.domain), range=[_START, end], nice=False)
        return alt.X(field=field or score.measure.name + ending, type="quantitative", axis=axis, scale=scale)


Marks = Callable[[pd.DataFrame, Place], list[alt.Chart]]
"""Draws the marks of outcomes, a row each, in their places."""


def under_headings(scores: pd.DataFrame, group: pd.Series, headings: Mapping[Any, str]) -> pd.DataFrame:
    """Return the rows of a list: every heading in the order given, and under it the outcomes of that group.

    Adds `is_heading`, `band` (alternates from heading to heading), `text`, and in pixels its height, `row`, and from
    above `top`, `middle` and `bottom`. Outcomes keep their order; those whose group has no heading are left out.
    """
    texts = scores["statement"].astype(str).map(lambda statement: wrapped(statement, STATEMENT)).astype(str)
    outcomes = scores.assign(text=texts, is_heading=False)
    blocks = [outcomes.head(0).assign(band=0)]
    for number, (key, heading) in enumerate(headings.items()):
        top = pd.DataFrame({"text": [heading], "is_heading": [True]})
        blocks.append(pd.concat([top, outcomes[group == key]], ignore_index=True).assign(band=number % 2))
    rows = pd.concat(blocks, ignore_index=True)
    lines = rows["text"].astype(str).str.contains("\n").map({True: TWO_LINES, False: ONE_LINE})
    heights = lines.where(~rows["is_heading"].astype(bool), HEADING).astype(int)
    bottom = heights.cumsum()
    return rows.assign(row=heights, top=bottom - heights, middle=bottom - heights / 2, bottom=bottom)


def row_list(rows: pd.DataFrame, score: Score, marks: Marks | None = None) -> alt.LayerChart:
    """Draw the rows of `under_headings` with their `marks`, by default intervals; its height follows their number.

    Needs `value`, `expected` and `last`, printed right of the marks, `letter` before the statement (may be empty),
    `is_apart`, which prints the expected score bold, and `is_strong`, which gives the mark its kind's colour.
    """
    outcomes = rows[~rows["is_heading"].astype(bool)]
    height = height_of(rows)
    place = Place(score, height)
    layers = [
        _shading(rows, place),
        *_ticks(outcomes, place),
        *_texts(rows, outcomes, place),
        *(marks or interval_marks)(outcomes, place),
    ]
    return alt.LayerChart(layer=layers, height=height, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))


def height_of(rows: pd.DataFrame) -> int:
    """Return the height of a list of `under_headings` in pixels."""
    return int(rows["bottom"].max()) if len(rows) else HEADING


def _label_align(bands: tuple[float, ...]) -> dict[str, Any]:
    """Return how labels stand on their ticks: that of the first band left of it, so that two have room."""
    first = f"datum.value == {bands[0]}" if bands else "false"
    return {"condition": {"test": first, "value": "right"}, "value": "center"}


def _shading(rows: pd.DataFrame, place: Place) -> alt.Chart:
    """Return the soft ground of every second group."""
    shaded = alt.Chart(rows.loc[rows["band"] == 0, ["top", "bottom"]])
    bands: alt.Chart = shaded.mark_rect(color=palette.GREY, opacity=0.09, tooltip=None).encode(
        place.y("top"), y2=alt.Y2(field="bottom"), x=alt.XValue(0), x2=alt.X2Value("width")
    )
    return bands


def _ticks(outcomes: pd.DataFrame, place: Place) -> list[alt.Chart]:
    """Return the ticks along the axis in every row: where it is wide joined to lines, the bounds of bands coloured."""
    at = pd.DataFrame({"at": place.score.ticks})
    crossed = outcomes[["middle", "row"]].merge(at, how="cross")
    is_band = crossed["at"].isin(list(place.score.bands))
    size = alt.ExprRef(f"{_IS_WIDE} ? datum.row : 14")
    look: dict[str, Any] = {"thickness": 1, "size": size, "yOffset": place.marks, "tooltip": None, "orient": "vertical"}
    return [
        alt.Chart(part).mark_tick(color=color, opacity=opacity, **look).encode(place.x(field="at"), place.y())
        for part, color, opacity in ((crossed[~is_band], palette.GREY, 0.3), (crossed[is_band], palette.ACCENT, 0.7))
        if len(part)  # each layer takes time to draw
    ]


def _texts(rows: pd.DataFrame, outcomes: pd.DataFrame, place: Place) -> list[alt.Chart]:
    """Return headings, letters and statements at the left, the figures and their headings at the right."""
    indent = 22 if outcomes["letter"].astype(bool).any() else 0
    headings = alt.Chart(rows.loc[rows["is_heading"].astype(bool), ["middle", "text"]])
    left: dict[str, Any] = {"align": "left", "baseline": "middle", "tooltip": None, "color": palette.INK}
    letter = {"fontSize": 14, "fontWeight": "bold"}
    lines = outcomes["text"].astype(str).str.count("\n") + 1
    return [
        headings.mark_text(fontWeight="bold", fontSize=13, yOffset=2, **left).encode(
            place.y(), x=alt.XValue(6), text=alt.Text("text:N")
        ),
        *(
            alt.Chart(outcomes.loc[lines == many, ["middle", "row", name]])
            .mark_text(lineBreak="\n", lineHeight=LINE, yOffset=place.first_line(many), **look, **left)
            .encode(place.y(), x=alt.XValue(at), text=alt.Text(f"{name}:N"))
            for many in (1, 2)
            for name, at, look in (("letter", 6, letter), ("text", 6 + indent, {"fontSize": 13}))
            if (lines == many).any() and (indent or name == "text")
        ),
        *_figures(outcomes, place),
    ]


def _figures(outcomes: pd.DataFrame, place: Place) -> list[alt.Chart]:
    """Return the columns of figures with their headings; on a phone the last stands beside the statement."""
    right: dict[str, Any] = {"align": "right", "baseline": "middle", "tooltip": None}
    expected, now = (alt.ExprRef(f"{_IS_WIDE} ? {-at - place.score.last} : {-at}") for at in (6, 6 + _EXPECTED))
    is_apart = outcomes["is_apart"].astype(bool)
    ink: dict[str, Any] = {"fontWeight": "bold", "color": palette.INK, "yOffset": place.marks}
    soft: dict[str, Any] = {"color": palette.SOFT_INK, "fontSize": 12}
    beside = place.first_line(1)
    columns = [
        (outcomes, "value", {"xOffset": now, "fontSize": 14, **ink}),
        (outcomes[is_apart], "expected", {"xOffset": expected, "fontSize": 12, **ink}),
        (outcomes[~is_apart], "expected", {"xOffset": expected, "yOffset": place.marks, **soft}),
        (outcomes, "last", {"xOffset": -6, "yOffset": beside, **soft}),
    ]
    heads: list[tuple[str, alt.ExprRef, Literal["left", "right"], object]] = [
        (place.score.title, _START, "left", 0),
        (place.score.heads[0], now, "right", "width"),
        (place.score.heads[1], expected, "right", "width"),
    ]
    return [
        *(
            alt.Chart(part[["middle", "row", name]])
            .mark_text(**right, **look)
            .encode(place.y(), x=alt.XValue("width"), text=alt.Text(f"{name}:N"))
            for part, name, look in columns
            if len(part)
        ),
        *(
            alt.Chart(pd.DataFrame({"text": [name]}))
            .mark_text(xOffset=offset, align=align, baseline="middle", tooltip=None, **soft)
            .encode(x=alt.XValue(edge), y=alt.YValue(-28), text=alt.Text("text:N"))
            for name, offset, align, edge in heads
        ),
    ]


def interval_marks(outcomes: pd.DataFrame, place: Place) -> list[alt.Chart]:
    """Return the marks of each row: the interval and a tick where a score is expected, and where it is measured."""
    colours = palette.colours(outcomes["kind"], outcomes["is_strong"])
    shapes = palette.scale(outcomes["kind"], palette.SHAPES)
    legend = palette.legend(outcomes["kind"], "top") if place.score.has_legend else None
    of_kind = {"test": "datum.is_strong", "field": "kind", "type": "nominal", "scale": colours, "legend": legend}
    chart = alt.Chart(outcomes).encode(
        place.y(), color=alt.ColorValue(palette.GREY, condition=of_kind), tooltip=tooltip(outcomes)
    )
    return [
        chart.mark_rule(strokeWidth=5, opacity=0.4, yOffset=place.marks).encode(
            place.x("_expected_low"), x2=alt.X2(field=f"{place.score.measure.name}_expected_high")
        ),
        chart.mark_tick(thickness=2, size=15, opacity=1, yOffset=place.marks, orient="vertical").encode(
            place.x("_expected")
        ),
        chart.mark_point(size=85, opacity=1, strokeWidth=1.75, yOffset=place.marks).encode(
            place.x(),
            fill=alt.FillValue(palette.PAPER, condition=of_kind),
            shape=alt.Shape("kind:N", scale=shapes, legend=legend),
        ),
    ]
