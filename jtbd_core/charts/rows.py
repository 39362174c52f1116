"""A list of outcomes as a chart: headings, and under them a row per outcome with its statement, dot and interval.

On a wide page the statement stands left of the dot, on a phone above it; Vega chooses by the width it is
given.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from jtbd_core.charts import palette
from jtbd_core.charts.statements import wrapped
from jtbd_core.charts.tooltips import tooltip

ROW = 54  # pixels: two lines of text and, on a phone, the interval under them
STATEMENT = 40  # characters in a line: 270 pixels of 13-pixel type where it is wide
_IS_WIDE = "width >= 560"
_START = alt.ExprRef(f"{_IS_WIDE} ? 330 : 6")
_END = alt.ExprRef("width - 84")
_LEFT_EDGE, _RIGHT_EDGE = alt.XValue(6), alt.XValue("width")  # type: ignore[no-untyped-call] # as Altair has it
_BAR = alt.ExprRef(f"{_IS_WIDE} ? 0 : 16")
_FIRST_LINE = {1: alt.ExprRef(f"{_IS_WIDE} ? 0 : -4"), 2: alt.ExprRef(f"{_IS_WIDE} ? -7 : -17")}


class Score(NamedTuple):
    """What the rows show of a score: its column and axis, marks along it, a bar up to the dot, a legend of kinds."""

    name: str
    title: str
    domain: tuple[float, float]
    ticks: tuple[float, ...]
    marks: tuple[float, ...] = ()
    format: str = "~g"
    has_bar: bool = False
    has_legend: bool = True


def under_headings(scores: pd.DataFrame, group: pd.Series, headings: Mapping[Any, str]) -> pd.DataFrame:
    """Return the rows of a list: every heading in the order given, and under it the outcomes of that group.

    Adds `row` (0 at the top), `is_heading`, `band` (alternates from heading to heading) and `text`. Outcomes
    keep their order; those whose group has no heading are left out.
    """
    texts = scores["statement"].astype(str).map(lambda statement: wrapped(statement, STATEMENT)).astype(str)
    outcomes = scores.assign(text=texts, is_heading=False)
    blocks = [outcomes.head(0).assign(band=0)]
    for number, (key, heading) in enumerate(headings.items()):
        top = pd.DataFrame({"text": [heading], "is_heading": [True]})
        blocks.append(pd.concat([top, outcomes[group == key]], ignore_index=True).assign(band=number % 2))
    rows = pd.concat(blocks, ignore_index=True)
    return rows.assign(row=range(len(rows)))


def row_list(rows: pd.DataFrame, score: Score) -> alt.LayerChart:
    """Draw the rows of `under_headings`; its height follows their number.

    Needs `value` and `note`, printed right of the dot, and `is_strong`, which fills the dot.
    """
    outcomes = rows[~rows["is_heading"].astype(bool)]
    layers = [_bands(rows), *_texts(rows, outcomes), *_dots(outcomes, score)]
    chart: alt.LayerChart = alt.layer(*layers).encode(y=_row(rows)).properties(height=alt.Step(ROW))
    return chart


def _row(rows: pd.DataFrame) -> alt.Y:
    """Return the rows as bands of equal height without gaps."""
    return alt.Y("row:O", axis=None, scale=alt.Scale(domain=list(range(len(rows))), paddingInner=0, paddingOuter=0))


def _bands(rows: pd.DataFrame) -> alt.Chart:
    """Return the soft ground of every second group."""
    shaded = alt.Chart(rows.loc[rows["band"] == 0, ["row"]])
    bands: alt.Chart = shaded.mark_rect(color=palette.GREY, opacity=0.09, tooltip=None)
    return bands


def _texts(rows: pd.DataFrame, outcomes: pd.DataFrame) -> list[alt.Chart]:
    """Return headings and statements at the left, values and notes at the right."""
    headings = alt.Chart(rows.loc[rows["is_heading"].astype(bool), ["row", "text"]])
    at_right = alt.Chart(outcomes[["row", "value", "note"]]).encode(x=_RIGHT_EDGE)
    right: dict[str, Any] = {"align": "right", "baseline": "middle", "xOffset": -6, "tooltip": None}
    return [
        _at_left(headings, fontWeight="bold", fontSize=14, yOffset=6),
        *(
            _at_left(alt.Chart(_statements(outcomes, lines)), fontSize=13, yOffset=first_line)
            for lines, first_line in _FIRST_LINE.items()
        ),
        at_right.mark_text(fontWeight="bold", fontSize=13, color=palette.INK, yOffset=-8, **right).encode(
            text=alt.Text("value:N")
        ),
        at_right.mark_text(fontSize=12, color=palette.SOFT_INK, yOffset=9, **right).encode(text=alt.Text("note:N")),
    ]


def _at_left(chart: alt.Chart, **font: Any) -> alt.Chart:  # noqa: ANN401 - passed on to Altair as they are
    """Return a chart's texts at the left edge; Vega sets the first of two lines on the height given."""
    left: alt.Chart = chart.mark_text(
        align="left",
        baseline="middle",
        lineBreak="\n",
        lineHeight=15,
        tooltip=None,
        color=palette.INK,
        **font,
    ).encode(x=_LEFT_EDGE, text=alt.Text("text:N"))
    return left


def _statements(outcomes: pd.DataFrame, lines: int) -> pd.DataFrame:
    """Return the statements that take so many lines."""
    return outcomes.loc[outcomes["text"].astype(str).str.count("\n") == lines - 1, ["row", "text"]]


def _dots(outcomes: pd.DataFrame, score: Score) -> list[alt.Chart]:
    """Return the reference marks, the intervals and the dots."""
    colours, shapes = (palette.scale(outcomes["kind"], look) for look in (palette.COLOURS, palette.SHAPES))
    legend = palette.legend(outcomes["kind"], "top") if score.has_legend else None
    colour = alt.Color("kind:N", scale=colours, legend=legend)
    of_kind = {"test": "datum.is_strong", "field": "kind", "type": "nominal", "scale": colours, "legend": legend}
    chart = alt.Chart(outcomes).encode(color=colour, tooltip=tooltip(outcomes))
    mark = alt.Chart(outcomes).mark_tick(
        color=palette.GREY, opacity=0.55, thickness=1, size=16, yOffset=_BAR, tooltip=None
    )
    return [
        *(mark.encode(x=alt.XDatum(at)) for at in score.marks),
        *([chart.mark_bar(size=10, opacity=0.2, yOffset=_BAR).encode(_x(score))] if score.has_bar else []),
        chart.mark_rule(strokeWidth=3, opacity=0.4, strokeCap="round", yOffset=_BAR).encode(
            _x(score, f"{score.name}_low"), x2=alt.X2(f"{score.name}_high")
        ),
        chart.mark_point(size=95, opacity=1, strokeWidth=2, yOffset=_BAR).encode(
            _x(score),
            fill=alt.FillValue(palette.PAPER, condition=of_kind),
            shape=alt.Shape("kind:N", scale=shapes, legend=legend),
        ),
    ]


def _x(score: Score, name: str = "") -> alt.X:
    """Return the score's axis, above the list, left of the values and (on a wide page) right of the statements."""
    axis = alt.Axis(
        orient="top",
        title=score.title,
        values=list(score.ticks),
        format=score.format,
        grid=False,
        labelOverlap=False,
    )
    scale = alt.Scale(domain=list(score.domain), range=[_START, _END], nice=False)
    return alt.X(name or score.name, type="quantitative", axis=axis, scale=scale)
