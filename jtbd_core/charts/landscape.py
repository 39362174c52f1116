"""The opportunity landscape: importance against satisfaction, with the contours of opportunity."""

import math
from typing import Any, Literal

import altair as alt
import pandas as pd

from jtbd_core.charts import palette
from jtbd_core.charts.contours import HIGH, LOW
from jtbd_core.charts.ground import ground, names, x, y
from jtbd_core.charts.labels import LINE, Box, placed
from jtbd_core.charts.letters import letters
from jtbd_core.charts.spread import spread
from jtbd_core.charts.statements import short_statements
from jtbd_core.charts.tooltips import tooltip, with_tooltips

Labels = Literal["auto", "statement", "letter"]

ROOMY = (500.0, 380.0)  # the smallest plot that shows statements; below it, letters
SMALL = (240.0, 240.0)  # the plot of a 340 × 340 chart on a phone, without its axes
LETTERS_ALONE = "letters_alone"
LETTER_SIZE = "clamp(min(width, height) / 18, 12, 24)"  # 13 on a phone; read from afar on a projector
CROWD = 30  # with more outcomes than this only the top group shows its intervals
APART = 14.0  # pixels between dot and label from which on a line joins them
_SPAN = HIGH - LOW


def opportunity_landscape(scores: pd.DataFrame, labels: Labels = "auto") -> alt.LayerChart:
    """Draw every outcome by importance and satisfaction, the top group filled, labelled and with its intervals.

    A label is the outcome's letter (see `letters`), with `labels="statement"` followed by the statement where there is
    room near the dot; "auto" shows statements on a wide plot and letters alone on a phone, where the list says what
    they stand for. Outcomes with exactly equal scores are drawn side by side; their tooltip says so. Scores as in
    `jtbd_core.charts`, with `importance` and `satisfaction`.
    """
    dots = _dots(scores)
    layers = [*ground(dots), *_whiskers(dots), *_labels(dots, labels), _marks(dots)]
    chart: alt.LayerChart = alt.layer(*layers).resolve_axis(x="independent", y="independent")
    return chart.add_params(alt.param(LETTERS_ALONE, value=False))


def lettered(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a landscape's specification set to letters alone at any width, as a projector needs them."""
    return {**spec, "params": [{"name": LETTERS_ALONE, "value": True}]}


def _dots(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the rated outcomes with the place, the letter and the tooltip of each, the labelled ones first."""
    rated = scores[scores["n"] > 0].dropna(subset=["importance", "satisfaction"])
    dots = with_tooltips(spread(rated))
    beside = "beside its exact place, shared by " + dots["sharing"].astype(str) + " outcomes"
    return dots.assign(
        Drawn=beside.where(dots["sharing"] > 1),
        is_top=dots["tie_group"] == 1,
        letter=dots["outcome"].map(letters(scores)),
    ).sort_values("letter", kind="stable", na_position="last")


def _whiskers(dots: pd.DataFrame) -> list[alt.Chart]:
    """Return the 95 % intervals along both axes: the top group's strong, the others' faint or, in a crowd, absent."""
    legend = palette.legend(dots["kind"], "bottom")
    shown = dots[dots["is_top"] | (len(dots) <= CROWD)]
    chart = alt.Chart(shown).encode(
        color=alt.Color("kind:N", scale=palette.scale(dots["kind"], palette.COLOURS), legend=legend),
        opacity=alt.OpacityValue(0.22, condition=_top(0.6)),
    )
    rule = chart.mark_rule(strokeWidth=1.25, tooltip=None)
    return [
        rule.encode(x("importance_low"), y("at_satisfaction"), x2=alt.X2("importance_high")),
        rule.encode(x("at_importance"), y("satisfaction_low"), y2=alt.Y2("satisfaction_high")),
    ]


def _marks(dots: pd.DataFrame) -> alt.Chart:
    """Return the dots: shape and colour by kind, the top group large and filled, the others hollow."""
    is_crowd = len(dots) > CROWD
    colours, shapes = (palette.scale(dots["kind"], look) for look in (palette.COLOURS, palette.SHAPES))
    legend = palette.legend(dots["kind"], "bottom")
    ticks: dict[str, Any] = {"values": [0, 2, 4, 6, 8, 10], "grid": False, "format": "d"}
    chart = alt.Chart(dots).mark_point(strokeWidth=1.5)
    dot: alt.Chart = chart.encode(
        x("at_importance", alt.Axis(title="Importance", **ticks)),
        y("at_satisfaction", alt.Axis(title="Satisfaction", orient="left", **ticks)),
        color=alt.Color("kind:N", scale=colours, legend=legend),
        fill=alt.Fill("kind:N", scale=colours, legend=legend),
        shape=alt.Shape("kind:N", scale=shapes, legend=legend),
        fillOpacity=alt.FillOpacityValue(0.08, condition=_top(0.95)),
        strokeOpacity=alt.StrokeOpacityValue(0.8 if is_crowd else 0.85, condition=_top(1)),
        size=alt.SizeValue(45 if is_crowd else 70, condition=_top(120)),
        tooltip=tooltip(dots),
    )
    return dot


def _top(value: float) -> dict[str, object]:
    """Return the condition that gives the top group a look of its own."""
    return {"test": "datum.is_top", "value": value}


def _labels(dots: pd.DataFrame, labels: Labels) -> list[alt.Chart]:
    """Return the labels of the top group; "auto" draws both, and Vega shows the one that the plot has room for."""
    is_roomy = f"!{LETTERS_ALONE} && width >= {ROOMY[0]:.0f} && height >= {ROOMY[1]:.0f}"
    statements = label_places(dots, ROOMY, with_statements=True)
    alone = label_places(dots, SMALL, with_statements=False)
    if labels == "auto":
        return [*_names(statements, is_roomy), *_names(alone, f"!({is_roomy})", LETTER_SIZE)]
    return _names(statements, "true") if labels == "statement" else _names(alone, "true", LETTER_SIZE)


def _names(places: pd.DataFrame, shown_when: str, size: str = "12") -> list[alt.Chart]:
    """Return placed labels with thin leader lines; `shown_when` and `size` are Vega expressions of width and height."""
    opacity = alt.ExprRef(f"{shown_when} ? 1 : 0")
    line = alt.Chart(places[places["is_apart"]]).mark_rule(
        color=palette.SOFT_INK, strokeWidth=0.75, tooltip=None, opacity=opacity, aria=False
    )
    by_breaks = list(places.groupby(places["text"].str.count("\n")))
    return [
        line.encode(x("from_x"), y("from_y"), x2=alt.X2("to_x"), y2=alt.Y2("to_y")),
        *(
            _text(group, int(str(breaks)), opacity, fontSize=alt.ExprRef(size), **look)
            for look in ({"stroke": palette.PAPER, "strokeWidth": 4}, {"color": palette.INK})
            for breaks, group in by_breaks
        ),
    ]


def _text(places: pd.DataFrame, breaks: int, opacity: alt.ExprRef, **look: Any) -> alt.Chart:  # noqa: ANN401 - to Altair
    """Return labels with so many line breaks, centred on their places; Vega itself centres the first line only."""
    chart = alt.Chart(places[["text", "x", "y"]]).mark_text(
        lineBreak="\n",
        lineHeight=LINE,
        baseline="middle",
        yOffset=-breaks * LINE / 2,
        opacity=opacity,
        tooltip=None,
        **look,
    )
    text: alt.Chart = chart.encode(x("x"), y("y"), text=alt.Text("text:N"))
    return text


def label_places(dots: pd.DataFrame, plot: tuple[float, float], *, with_statements: bool) -> pd.DataFrame:
    """Return each label's text, place and leader line on a plot of at least this size, in scale points.

    Columns `text, x, y, from_x, from_y, to_x, to_y`, and `is_apart` where the label needs its leader line.
    """
    across, up = plot[0] / _SPAN, plot[1] / _SPAN
    at = [(i * across, s * up) for i, s in zip(dots["at_importance"], dots["at_satisfaction"], strict=True)]
    named = dots[dots["letter"].notna()]
    texts = [
        [*short_statements(f"{row['letter']} · {row['statement']}"), row["letter"]]
        if with_statements
        else [row["letter"]]
        for _, row in named.iterrows()
    ]
    regions = [
        Box(name.importance * across, name.satisfaction * up, 2 * name.reach[0] * across, 2 * name.reach[1] * up)
        for name in names(dots)
    ]
    rows = [
        (label.text, label.box.x, label.box.y, *label.dot, *label.end, math.dist(label.dot, label.end) > APART)
        for label in placed(at, texts, plot, regions)
        if label
    ]
    columns = ["text", "x", "y", "from_x", "from_y", "to_x", "to_y", "is_apart"]
    places = pd.DataFrame(rows, columns=columns).astype({"is_apart": bool})
    return places.assign(
        **{name: places[name].astype(float) / (up if name.endswith("y") else across) for name in columns[1:-1]}
    )
