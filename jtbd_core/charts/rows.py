"""A list of outcomes as a chart: headings, and under them a row per outcome with its statement, marks and figures.

On a wide page the statement stands left of the marks, on a phone above them; Vega chooses by the width it is
given.
"""

from collections.abc import Callable, Mapping
from typing import Any, Literal

import altair as alt
import pandas as pd

from jtbd_core.charts import palette
from jtbd_core.charts.places import GAP, IS_WIDE, LINE, START, Place, Score
from jtbd_core.charts.statements import wrapped
from jtbd_core.charts.tooltips import tooltip

HEADING, FREE = 32, 22  # pixels: the heights of a heading, and of what a row needs beside the lines of its statement
STRETCH = 1.25
"""How much higher a list is on a phone, where marks stand below statements: there is more room between rows."""

STATEMENT, MOST_LINES = 36, 4  # characters in a line: 230 pixels of 13-pixel type, in a wide font 265; and its lines
CHARACTER = 6.8  # pixels, of an expected score

Marks = Callable[[pd.DataFrame, Place], list[alt.Chart]]
"""Draws the marks of outcomes, a row each, in their places."""


def under_headings(
    scores: pd.DataFrame, group: pd.Series, headings: Mapping[Any, str], width: int = STATEMENT
) -> pd.DataFrame:
    """Return the rows of a list: every heading in the order given, and under it the outcomes of that group.

    Adds `is_heading`, `band` (alternates from heading to heading), `text` and its `lines`, and in pixels its height,
    `row`, and from above `top`, `middle` and `bottom`. Outcomes keep their order; those whose group has no heading are
    left out. A line of a statement has at most `width` characters.
    """
    texts = scores["statement"].astype(str).map(lambda statement: wrapped(statement, width, MOST_LINES)).astype(str)
    outcomes = scores.assign(text=texts, is_heading=False)
    blocks = [outcomes.head(0).assign(band=0)]
    for number, (key, heading) in enumerate(headings.items()):
        top = pd.DataFrame({"text": [heading], "is_heading": [True]})
        blocks.append(pd.concat([top, outcomes[group == key]], ignore_index=True).assign(band=number % 2))
    rows = pd.concat(blocks, ignore_index=True)
    lines = rows["text"].astype(str).str.count("\n") + 1
    heights = (FREE + lines * LINE).where(~rows["is_heading"].astype(bool), HEADING).astype(int)
    bottom = heights.cumsum()
    return rows.assign(lines=lines, row=heights, top=bottom - heights, middle=bottom - heights / 2, bottom=bottom)


def row_list(rows: pd.DataFrame, score: Score, marks: Marks | None = None) -> alt.LayerChart:
    """Draw the rows of `under_headings` with their `marks`, by default intervals; its height follows their number.

    Needs `value`, `expected` and `last`, printed right of the marks, `letter` before the statement (may be empty),
    `is_apart`, which prints the expected score bold, and `is_strong`, which gives the mark its kind's colour.
    """
    outcomes = rows[~rows["is_heading"].astype(bool)]
    height = height_of(rows)
    longest = max([*outcomes["expected"].map(len), len(score.heads[1])])
    place = Place(score._replace(expected=round(longest * CHARACTER) + GAP), height)
    layers = [
        *_shading(rows, outcomes, place),
        *_ticks(outcomes, place),
        *_texts(rows, outcomes, place),
        *(marks or interval_marks)(outcomes, place),
    ]
    return alt.LayerChart(layer=layers, height=height, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))


def height_of(rows: pd.DataFrame) -> int:
    """Return the height of a list of `under_headings` in pixels."""
    return int(rows["bottom"].max()) if len(rows) else HEADING


def _shading(rows: pd.DataFrame, outcomes: pd.DataFrame, place: Place) -> list[alt.Chart]:
    """Return the soft ground of every second group, and on a phone a thin line above every outcome."""
    shaded = alt.Chart(rows.loc[rows["band"] == 0, ["top", "bottom"]])
    whole: dict[str, Any] = {"x": alt.XValue(0), "x2": alt.X2Value("width")}
    lines = alt.Chart(outcomes[["top"]])
    seen = alt.ExprRef(f"{IS_WIDE} ? 0 : 0.3")
    return [
        shaded.mark_rect(color=palette.GREY, opacity=0.09, tooltip=None).encode(
            place.y("top"), y2=alt.Y2(field="bottom"), **whole
        ),
        lines.mark_rule(color=palette.GREY, opacity=seen, tooltip=None).encode(place.y("top"), **whole),
    ]


def _ticks(outcomes: pd.DataFrame, place: Place) -> list[alt.Chart]:
    """Return the ticks along the axis in every row: where it is wide joined to lines, the bounds of bands coloured."""
    at = pd.DataFrame({"at": place.score.ticks})
    crossed = outcomes[["middle", "row", "lines"]].merge(at, how="cross")
    is_band = crossed["at"].isin(list(place.score.bands))
    size = alt.ExprRef(f"{IS_WIDE} ? {place.row} : 14")
    look: dict[str, Any] = {"thickness": 1, "size": size, "yOffset": place.marks, "tooltip": None, "orient": "vertical"}
    return [
        alt.Chart(part).mark_tick(color=color, opacity=opacity, **look).encode(place.x(field="at"), place.y())
        for part, color, opacity in ((crossed[~is_band], palette.GREY, 0.3), (crossed[is_band], palette.ACCENT, 0.7))
        if len(part)  # each layer takes time to draw
    ]


def _texts(rows: pd.DataFrame, outcomes: pd.DataFrame, place: Place) -> list[alt.Chart]:
    """Return headings, letters and statements at the left, the figures and their headings at the right."""
    indent = 22 if outcomes["letter"].astype(bool).any() else 0
    beside = alt.ExprRef(f"{IS_WIDE} ? 0 : width - {place.score.last + indent + 16}")  # the last figure, on a phone
    headings = alt.Chart(rows.loc[rows["is_heading"].astype(bool), ["middle", "text"]])
    left: dict[str, Any] = {"align": "left", "baseline": "middle", "tooltip": None, "color": palette.INK}
    letter: dict[str, Any] = {"fontSize": 14, "fontWeight": "bold"}
    statement: dict[str, Any] = {"fontSize": 13, "limit": beside}
    lines = outcomes["lines"]
    return [
        headings.mark_text(fontWeight="bold", fontSize=13, yOffset=2, **left).encode(
            place.y(), x=alt.XValue(6), text=alt.Text("text:N")
        ),
        *(
            alt.Chart(outcomes.loc[lines == many, ["middle", "row", name]])
            .mark_text(lineBreak="\n", lineHeight=LINE, yOffset=place.first_line(many), **look, **left)
            .encode(place.y(), x=alt.XValue(at), text=alt.Text(f"{name}:N"))
            for many in range(1, MOST_LINES + 1)
            for name, at, look in (("letter", 6, letter), ("text", 6 + indent, statement))
            if (lines == many).any() and (indent or name == "text")
        ),
        *_figures(outcomes, place),
    ]


def _figures(outcomes: pd.DataFrame, place: Place) -> list[alt.Chart]:
    """Return the columns of figures with their headings; on a phone the last stands beside the statement."""
    right: dict[str, Any] = {"align": "right", "baseline": "middle", "tooltip": None}
    expected, now = (
        alt.ExprRef(f"{IS_WIDE} ? {-at - place.score.last} : {-at}") for at in (6, 6 + place.score.expected)
    )
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
        (place.score.title, START, "left", 0),
        (place.score.heads[0], now, "right", "width"),
        (place.score.heads[1], expected, "right", "width"),
    ]
    return [
        *(
            alt.Chart(part[["middle", "row", "lines", name]])
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
    of_kind = {"test": "datum.is_strong", **palette.OWN_COLOUR}
    looks = outcomes.assign(colour=palette.colours(outcomes["kind"]), shape=palette.shapes(outcomes["kind"]))
    chart = alt.Chart(looks).encode(
        place.y(), color=alt.ColorValue(palette.GREY, condition=of_kind), tooltip=tooltip(outcomes)
    )
    is_named = place.score.has_legend and outcomes["kind"].nunique() > 1
    kinds = alt.Chart(looks).encode(place.y())
    return [
        *([palette.legend(kinds, outcomes["kind"])] if is_named else []),
        chart.mark_rule(strokeWidth=5, opacity=palette.BAR, yOffset=place.marks).encode(
            place.x("_expected_low"), x2=alt.X2(field=f"{place.score.measure.name}_expected_high")
        ),
        chart.mark_tick(thickness=2, size=15, opacity=1, yOffset=place.marks, orient="vertical").encode(
            place.x("_expected")
        ),
        chart.mark_point(size=85, opacity=1, strokeWidth=1.75, yOffset=place.marks).encode(
            place.x(),
            fill=alt.FillValue(palette.PAPER, condition=of_kind),
            shape=alt.Shape("shape:N", scale=None),
        ),
    ]
