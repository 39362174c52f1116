"""The landscape of one kind of outcome: importance against satisfaction, with the bands of opportunity if any."""

import math
from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from jtbd_core.charts import palette
from jtbd_core.charts.contours import HIGH, LOW
from jtbd_core.charts.ground import Name, ground, names, x, y
from jtbd_core.charts.labels import Box, placed
from jtbd_core.charts.spread import spread
from jtbd_core.charts.tooltips import tooltip, with_tooltips
from jtbd_core.scoring.measures import has_bands

SMALL = (240.0, 240.0)  # the plot of a 340 × 340 chart on a phone, without its axes
LETTER_SIZE = alt.ExprRef("clamp(min(width, height) / 18, 14, 24)")  # read from afar on a projector
CROWD = 30  # with more outcomes than this the dots are smaller
WHISKER = 4.0  # pixels that an interval takes across
APART = 14.0  # pixels between dot and label from which on a line joins them
_SPAN = HIGH - LOW


def opportunity_landscape(
    scores: pd.DataFrame, letters: Mapping[str, str], *, by: str = "opportunity", satisfied: str = "Satisfaction"
) -> alt.LayerChart:
    """Draw outcomes by importance and satisfaction; those that contend for the first place are filled and coloured.

    Those with `letters` (by outcome) have them beside their dots, and their 95 % intervals; the list says what the
    letters stand for. Outcomes with exactly equal scores are drawn side by side; their tooltip says so. `by` is the
    score that orders the outcomes, `satisfied` what satisfaction means on their scale. Scores as in
    `jtbd_core.charts`, with `importance` and `satisfaction`.
    """
    dots, bands = _dots(scores, letters, by), has_bands(scores)
    layers = [
        *ground(dots, has_bands=bands),
        *_legend(dots),
        *_whiskers(dots),
        *_letters(label_places(dots, names(dots, has_bands=bands))),
        _marks(dots, satisfied),
    ]
    chart: alt.LayerChart = alt.layer(*layers).resolve_axis(x="independent", y="independent")
    return chart


def landscape_key(scores: pd.DataFrame) -> str:
    """Return what the marks of a landscape mean, of those that are drawn."""
    lines = " Lines: opportunity 10, 12 and 15." if has_bands(scores) else ""
    rated = scores[scores["n"] > 0]
    if len(rated) == 1:
        return f"Cross: 95 % intervals of both ratings.{lines}"
    is_one = (rated["tie_group"] == 1).sum() == 1
    filled = "leads, with its letter in the list" if is_one else "contend for first place, with letters as in the list"
    return f"Filled: {filled} and 95 % intervals of both ratings.{lines}"


def _dots(scores: pd.DataFrame, letters: Mapping[str, str], by: str) -> pd.DataFrame:
    """Return the rated outcomes with the place, the letter and the tooltip of each, the labelled ones first."""
    rated = scores[scores["n"] > 0].dropna(subset=["importance", "satisfaction"])
    dots = with_tooltips(spread(rated), by)
    beside = "beside its exact place, shared by " + dots["sharing"].astype(str) + " outcomes"
    return dots.assign(
        Drawn=beside.where(dots["sharing"] > 1, "at its exact place"),
        is_top=dots["tie_group"] == 1,
        colour=palette.colours(dots["kind"]),
        shape=palette.shapes(dots["kind"]),
        letter=dots["outcome"].map(letters),
    ).sort_values("letter", kind="stable", na_position="last")


def _whiskers(dots: pd.DataFrame) -> list[alt.Chart]:
    """Return the 95 % intervals of the labelled outcomes along both axes."""
    chart = alt.Chart(dots[dots["letter"].notna()]).encode(color=alt.Color(**palette.OWN_COLOUR))
    rule = chart.mark_rule(strokeWidth=1.25, opacity=0.65, tooltip=None)
    return [
        rule.encode(x("importance_low"), y("at_satisfaction"), x2=alt.X2(field="importance_high")),
        rule.encode(x("at_importance"), y("satisfaction_low"), y2=alt.Y2(field="satisfaction_high")),
    ]


def _legend(dots: pd.DataFrame) -> list[alt.Chart]:
    """Return the legend of shapes, where there are several."""
    chart = alt.Chart(dots).encode(x("at_importance"), y("at_satisfaction"))
    return [palette.legend(chart, dots["kind"])] if dots["kind"].nunique() > 1 else []


def _marks(dots: pd.DataFrame, satisfied: str) -> alt.Chart:
    """Return the dots, their shape by kind: the top group large, coloured and filled, the others grey and hollow."""
    is_crowd = len(dots) > CROWD
    of_kind = {"test": "datum.is_top", **palette.OWN_COLOUR}
    ticks: dict[str, Any] = {"values": [0, 2, 4, 6, 8, 10], "grid": False, "format": "d"}
    chart = alt.Chart(dots).mark_point(strokeWidth=1.5, opacity=1)
    dot: alt.Chart = chart.encode(
        x("at_importance", alt.Axis(title="Importance (0–10)", **ticks)),
        y("at_satisfaction", alt.Axis(title=f"{satisfied} (0–10)", orient="left", **ticks)),
        color=alt.ColorValue(palette.GREY, condition=of_kind),
        fill=alt.FillValue(palette.PAPER, condition=of_kind),
        shape=alt.Shape("shape:N", scale=None),
        size=alt.SizeValue(45 if is_crowd else 60, condition={"test": "datum.is_top", "value": 110}),
        tooltip=tooltip(dots),
    )
    return dot


def _letters(places: pd.DataFrame) -> list[alt.Chart]:
    """Return placed letters with thin leader lines."""
    line = alt.Chart(places[places["is_apart"]]).mark_rule(
        color=palette.SOFT_INK, strokeWidth=0.75, tooltip=None, aria=False
    )
    chart = alt.Chart(places[["text", "x", "y"]]).encode(x("x"), y("y"), text=alt.Text("text:N"))
    font: dict[str, Any] = {"baseline": "middle", "fontSize": LETTER_SIZE, "fontWeight": "bold", "tooltip": None}
    return [
        line.encode(x("from_x"), y("from_y"), x2=alt.X2(field="to_x"), y2=alt.Y2(field="to_y")),
        chart.mark_text(stroke=palette.PAPER, strokeWidth=4, aria=False, **font),
        chart.mark_text(color=palette.INK, **font),
    ]


def label_places(dots: pd.DataFrame, regions: list[Name]) -> pd.DataFrame:
    """Return each letter, its place and its leader line on any plot of at least `SMALL`, in scale points.

    Where they can, letters keep off the names of the `regions` and the intervals. Columns `text, x, y, from_x, from_y,
    to_x, to_y`, and `is_apart` where the letter needs its leader line.
    """
    across, up = SMALL[0] / _SPAN, SMALL[1] / _SPAN
    at = [(i * across, s * up) for i, s in zip(dots["at_importance"], dots["at_satisfaction"], strict=True)]
    named = dots[dots["letter"].notna()]
    rows = [
        (label.text, label.box.x, label.box.y, *label.dot, *label.end, math.dist(label.dot, label.end) > APART)
        for label in placed(at, list(named["letter"]), SMALL, _taken(named, regions, across, up))
    ]
    columns = ["text", "x", "y", "from_x", "from_y", "to_x", "to_y", "is_apart"]
    places = pd.DataFrame(rows, columns=columns).astype({"is_apart": bool})
    return places.assign(
        **{name: places[name].astype(float) / (up if name.endswith("y") else across) for name in columns[1:-1]}
    )


def _taken(named: pd.DataFrame, regions: list[Name], across: float, up: float) -> list[Box]:
    """Return what labels keep off if they can: names of regions and intervals; so many pixels are a scale point."""
    names = [Box(one.importance, one.satisfaction, 2 * one.reach[0], 2 * one.reach[1]) for one in regions]
    flat = named[["importance_low", "importance_high", "at_satisfaction"]].itertuples(index=False)
    upright = named[["satisfaction_low", "satisfaction_high", "at_importance"]].itertuples(index=False)
    lines = [Box((low + high) / 2, at, high - low, WHISKER / up) for low, high, at in flat]
    lines += [Box(at, (low + high) / 2, WHISKER / across, high - low) for low, high, at in upright]
    return [Box(box.x * across, box.y * up, box.width * across, box.height * up) for box in (*names, *lines)]
