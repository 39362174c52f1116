"""A row per outcome with its figures before and now, its change with the interval, and the verdict in words.

On a wide page all stand in a line; on a phone the statement stands above the rest. Vega chooses by the width.
"""

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from jtbd_core.charts import palette
from jtbd_core.charts.rows import HEADING, LINE, under_headings
from jtbd_core.scoring.changes import MARGINS
from jtbd_core.scoring.measures import Measure

_IS_WIDE = "width >= 600"
_START = alt.ExprRef(f"{_IS_WIDE} ? 370 : 92")
_END = alt.ExprRef(f"width - ({_IS_WIDE} ? 165 : 128)")
COLOURS = {"less": palette.ACCENT, "more": palette.WARM}
SHAPES = {"less": "triangle-down", "more": "triangle-up", "cannot tell": "circle", "unchanged": "square"}


def change_rows(table: pd.DataFrame, measure: Measure, headings: Mapping[str, str]) -> alt.LayerChart:
    """Draw the rows of a table with the columns of `Changes.changed` and statement, group, figures and told."""
    present = {group: heading for group, heading in headings.items() if group in set(table["group"])}
    rows = under_headings(table, table["group"], present)
    height = int(rows["bottom"].max()) if len(rows) else HEADING
    outcomes = rows[~rows["is_heading"].astype(bool)]
    widest = float(outcomes[["difference_low", "difference_high"]].abs().to_numpy().max()) if len(outcomes) else 0
    step = 4 * measure.apart
    reach = max(step * 1.2, math.ceil(widest / step) * step)
    row = float((outcomes["bottom"] - outcomes["top"]).max()) if len(outcomes) else HEADING
    place = _Place(measure, reach, height, row)
    layers = [
        *_ground(place),
        *_texts(rows[rows["is_heading"].astype(bool)], outcomes, place),
        *_marks(outcomes, place),
    ]
    return alt.LayerChart(layer=layers, height=height, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))


class _Place(NamedTuple):
    """Where things stand: the score, how far its axis reaches each way, the heights of the list and of a row."""

    measure: Measure
    reach: float
    height: int
    row: float

    @property
    def marks(self) -> alt.ExprRef:
        """How far below the middle of a row its marks stand."""
        return alt.ExprRef(f"{_IS_WIDE} ? 0 : {self.row / 2 - 11}")

    def first_line(self, lines: int) -> alt.ExprRef:
        """How far below the middle of a row the first of so many lines of its statement stands."""
        return alt.ExprRef(f"{_IS_WIDE} ? {-(lines - 1) * LINE / 2} : {self.row / 2 - 28 - (lines - 1) * LINE}")

    def y(self, name: str = "middle") -> alt.Y:
        """Return the vertical place of a row, in pixels."""
        scale = alt.Scale(domain=[0, self.height], range=[0, self.height], nice=False, zero=False)
        return alt.Y(name, type="quantitative", axis=None, scale=scale)

    def x(self, name: str) -> alt.X:
        """Return the axis of the change, above the list."""
        step = 4 * self.measure.apart
        most = math.floor(self.reach / step + 1e-9)
        axis = alt.Axis(
            orient="top",
            title=None,
            values=[step * n for n in range(-most, most + 1)],
            labelExpr=f"format(datum.value * {self.measure.per}, '+~g')",
            labelFontSize=12,
            labelPadding=4,
            domain=False,
            ticks=False,
            grid=False,
            labelOverlap=True,
        )
        scale = alt.Scale(domain=[-self.reach, self.reach], range=[_START, _END], nice=False)
        return alt.X(name, type="quantitative", axis=axis, scale=scale)


def _ground(place: _Place) -> list[alt.Chart]:
    """Return the band of what counts as unchanged, and the line of no change."""
    edge = MARGINS * place.measure.apart
    band = pd.DataFrame({"low": [-edge], "high": [edge], "top": [0], "bottom": [place.height]})
    zero = pd.DataFrame({"at": [0.0], "top": [0], "bottom": [place.height]})
    return [
        alt.Chart(band)
        .mark_rect(color=palette.GREY, opacity=0.13, tooltip=None)
        .encode(place.x("low"), place.y("top"), x2=alt.X2("high"), y2=alt.Y2("bottom")),
        alt.Chart(zero)
        .mark_rule(color=palette.SOFT_INK, strokeWidth=1.2, tooltip=None)
        .encode(place.x("at"), place.y("top"), y2=alt.Y2("bottom")),
    ]


def _texts(headings: pd.DataFrame, outcomes: pd.DataFrame, place: _Place) -> list[alt.Chart]:
    """Return headings and statements at the left, the figures beside them, the verdicts at the right."""
    left: dict[str, Any] = {"align": "left", "baseline": "middle", "tooltip": None, "color": palette.INK}
    small: dict[str, Any] = {"baseline": "middle", "tooltip": None, "fontSize": 12, "yOffset": place.marks}
    heads = alt.Chart(headings[["middle", "text"]]).mark_text(fontWeight="bold", fontSize=13, yOffset=2, **left)
    figures = alt.Chart(outcomes[["middle", "figures"]]).mark_text(
        align=alt.ExprRef(f"{_IS_WIDE} ? 'right' : 'left'"),
        xOffset=alt.ExprRef(f"{_IS_WIDE} ? 354 : 6"),
        color=palette.SOFT_INK,
        **small,
    )
    return [
        heads.encode(place.y(), x=alt.value(6), text=alt.Text("text:N")),
        *_statements(outcomes, place, left),
        figures.encode(place.y(), x=alt.value(0), text=alt.Text("figures:N")),
        *_verdicts(outcomes, place, small),
    ]


def _statements(outcomes: pd.DataFrame, place: _Place, left: dict[str, Any]) -> list[alt.Chart]:
    lines = outcomes["text"].astype(str).str.count("\n") + 1
    look: dict[str, Any] = {"lineBreak": "\n", "lineHeight": LINE, "fontSize": 13, **left}
    return [
        alt.Chart(outcomes.loc[lines == many, ["middle", "text"]])
        .mark_text(yOffset=place.first_line(many), **look)
        .encode(place.y(), x=alt.value(6), text=alt.Text("text:N"))
        for many in (1, 2)
        if (lines == many).any()
    ]


def _verdicts(outcomes: pd.DataFrame, place: _Place, small: dict[str, Any]) -> list[alt.Chart]:
    """Return the verdicts in words, bold where something changed."""
    is_told = outcomes["group"].eq("changed")
    ink: dict[bool, dict[str, Any]] = {
        True: {"fontWeight": "bold", "color": palette.INK},
        False: {"color": palette.SOFT_INK},
    }
    return [
        alt.Chart(outcomes.loc[is_told == told, ["middle", "told"]])
        .mark_text(align="right", xOffset=-6, **ink[told], **small)
        .encode(place.y(), x=alt.value("width"), text=alt.Text("told:N"))
        for told in (True, False)
        if is_told.eq(told).any()
    ]


def _marks(outcomes: pd.DataFrame, place: _Place) -> list[alt.Chart]:
    """Return the interval and the change of each row, in the colour and shape of its verdict."""
    layers: list[alt.Chart] = []
    for verdict, shape in SHAPES.items():
        mine = outcomes[outcomes["verdict"] == verdict]
        if mine.empty:
            continue
        colour = COLOURS.get(verdict, palette.GREY)
        fill = colour if verdict in COLOURS else palette.PAPER
        chart = alt.Chart(mine).encode(place.y(), tooltip=_tooltip())
        point: dict[str, Any] = {"shape": shape, "size": 80, "opacity": 1, "strokeWidth": 1.75}
        layers += [
            chart.mark_rule(color=colour, strokeWidth=5, opacity=0.4, yOffset=place.marks).encode(
                place.x("difference_low"), x2=alt.X2("difference_high")
            ),
            chart.mark_point(color=colour, fill=fill, yOffset=place.marks, **point).encode(place.x("difference")),
        ]
    return layers


def _tooltip() -> list[alt.Tooltip]:
    titles = {"statement": "Outcome", "figures": "Before and now", "n_before": "Answers before", "n": "Answers now"}
    return [alt.Tooltip(f"{name}:N", title=title) for name, title in {**titles, "told": "Verdict"}.items()]
