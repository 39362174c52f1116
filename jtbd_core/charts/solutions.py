"""Solutions by efficiency and effectiveness: a point each with its intervals, and everybody as dashed lines."""

import math
from collections.abc import Mapping
from typing import Any, Literal

import altair as alt
import pandas as pd

from jtbd_core.charts import palette
from jtbd_core.charts.name_places import CORNERS, GAP, LINE, SMALL, WIDE, name_places

KEY = (
    "Bars: 95 % intervals. Dashed: everybody's score. A bar that touches a dashed line is grey: the answers cannot "
    "tell which side the solution is on. Filled: both sides can be told."
)


def solution_plane(points: pd.DataFrame, everybody: Mapping[str, float]) -> alt.LayerChart:
    """Draw solutions by efficiency (across) and effectiveness (up), both 0–10.

    `points` has a row per solution: `name, look` (its place in the study), `n`, and `efficiency, effectiveness` with
    `…_low` and `…_high`; `everybody` has both scores of everybody. Names stand where they cover nothing on a phone, and
    are left out where there is no such place: the table beside the chart has the same marks. A bar that touches the
    line of everybody is grey, and a point with such a bar hollow: it cannot be told on which side it lies.
    """
    across, up = domains(points, everybody)
    shown = points.assign(
        Solution=points["name"],
        People=points["n"].astype(str),
        Efficiency=[_interval(row, "efficiency") for _, row in points.iterrows()],
        Effectiveness=[_interval(row, "effectiveness") for _, row in points.iterrows()],
        colour=[palette.SOLUTION_COLOURS[look] for look in points["look"]],
        shape=[palette.SOLUTION_SHAPES[look] for look in points["look"]],
        **{
            f"tells_{name}": (points[f"{name}_low"] > everybody[name]) | (points[f"{name}_high"] < everybody[name])
            for name in ("efficiency", "effectiveness")
        },
    )
    names = [
        layer
        for plot, fits in ((SMALL, f"width < {WIDE[0]}"), (WIDE, f"width >= {WIDE[0]}"))
        for layer in _names(name_places(shown, everybody, (across, up), plot), across, up, fits)
    ]
    layers = [
        *_ground(everybody, across, up),
        *_marks(shown, across, up),
        *names,
    ]
    chart: alt.LayerChart = alt.layer(*layers).resolve_axis(x="independent", y="independent")
    return chart


def plane_description(points: pd.DataFrame, everybody: Mapping[str, float]) -> str:
    """Describe the plane: each solution's two scores with their intervals, and everybody's."""
    each = "; ".join(
        f"{row['name']}: effectiveness {_interval(row, 'effectiveness')}, efficiency {_interval(row, 'efficiency')}, "
        f"{row['n']} people"
        for _, row in points.iterrows()
    )
    return (
        f"Efficiency and effectiveness of {len(points)} solutions, 0 to 10, with 95 % intervals. {each}. "
        f"Everybody: effectiveness {everybody['effectiveness']:.1f}, efficiency {everybody['efficiency']:.1f}."
    )


def domains(points: pd.DataFrame, everybody: Mapping[str, float]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the even numbers between which all intervals and the lines of everybody lie, within 0–10.

    Both axes are as long, so that a point is as far off across as it is up.
    """
    across, up = (_domain(points, name, everybody[name]) for name in ("efficiency", "effectiveness"))
    span = max(across[1] - across[0], up[1] - up[0])
    return _widened(across, span), _widened(up, span)


def _domain(points: pd.DataFrame, name: str, line: float) -> tuple[int, int]:
    low = min(float(points[f"{name}_low"].min()), line)
    high = max(float(points[f"{name}_high"].max()), line)
    return max(0, 2 * math.floor(low / 2)), min(10, 2 * math.ceil(high / 2))


def _widened(domain: tuple[int, int], span: int) -> tuple[int, int]:
    """Return a domain as long as a span, wider on both sides where there is room."""
    low = max(0, min(domain[0] - 2 * ((span - domain[1] + domain[0]) // 4), 10 - span))
    return low, low + span


def _interval(row: pd.Series, name: str) -> str:
    return f"{row[name]:.1f} ({row[f'{name}_low']:.1f}–{row[f'{name}_high']:.1f})"


def _x(field: str, domain: tuple[int, int], *, has_axis: bool = False) -> alt.X:
    title = "Efficiency (key outcomes, 0–10)"
    return alt.X(
        field=field, type="quantitative", scale=_scale(domain), axis=_axis(title, domain) if has_axis else None
    )


def _y(field: str, domain: tuple[int, int], *, has_axis: bool = False) -> alt.Y:
    title = "Effectiveness (success outcomes, 0–10)"
    return alt.Y(
        field=field, type="quantitative", scale=_scale(domain), axis=_axis(title, domain) if has_axis else None
    )


def _scale(domain: tuple[int, int]) -> alt.Scale:
    return alt.Scale(domain=list(domain), nice=False, zero=False)


def _axis(title: str, domain: tuple[int, int]) -> alt.Axis:
    step = 2 if domain[1] - domain[0] > 4 else 1
    values = list(range(domain[0], domain[1] + 1, step))
    return alt.Axis(title=title, values=values, format="d", gridOpacity=0.4, titleFontWeight="normal", labelFontSize=12)


def _ground(everybody: Mapping[str, float], across: tuple[int, int], up: tuple[int, int]) -> list[alt.Chart]:
    """Return what lies under the points: the dashed lines of everybody, and words."""
    x, y = everybody["efficiency"], everybody["effectiveness"]
    base = alt.Chart(pd.DataFrame({"x": [x], "y": [y]}))
    dashed: dict[str, Any] = {"strokeDash": [4, 4], "color": palette.SOFT_INK, "strokeWidth": 1, "tooltip": None}
    soft: dict[str, Any] = {"color": palette.SOFT_INK, "fontSize": 12, "tooltip": None}
    at_top, at_right = y < sum(up) / 2, x < sum(across) / 2  # the words stand on the wider side of the line
    return [
        base.mark_rule(**dashed).encode(_x("x", across, has_axis=True)),
        base.mark_rule(**dashed).encode(_y("y", up, has_axis=True)),
        base.mark_text(
            text=f"everybody {y:.1f}",
            align="right",
            baseline="bottom" if at_top else "top",
            dy=-4 if at_top else 4,
            dx=-6,
            **soft,
        ).encode(_y("y", up), x=alt.XValue("width")),
        base.mark_text(
            text=f"everybody {x:.1f}",
            align="left" if at_right else "right",
            dx=6 if at_right else -6,
            dy=-24,
            baseline="bottom",
            **soft,
        ).encode(_x("x", across), y=alt.YValue("height")),
        *(_corner(*corner) for corner in CORNERS),
    ]


def _corner(text: str, is_right: int, is_top: int) -> alt.Chart:
    """Return the words of a corner."""
    align: Literal["right", "left"] = "right" if is_right else "left"
    mark = alt.Chart(pd.DataFrame({"text": [text]})).mark_text(
        align=align,
        baseline="top" if is_top else "bottom",
        dx=-6 if is_right else 6,
        dy=6 if is_top else -6,
        fontStyle="italic",
        fontSize=12,
        color=palette.SOFT_INK,
        tooltip=None,
    )
    found: alt.Chart = mark.encode(
        x=alt.XValue("width" if is_right else 0), y=alt.YValue(0 if is_top else "height"), text=alt.Text("text:N")
    )
    return found


def _marks(points: pd.DataFrame, across: tuple[int, int], up: tuple[int, int]) -> list[alt.Chart]:
    """Return the intervals both ways, and the points; coloured and filled are those of which a side can be told."""
    tips = [alt.Tooltip(field=title, type="nominal") for title in ("Solution", "People", "Effectiveness", "Efficiency")]
    chart = alt.Chart(points).encode(tooltip=tips)
    rule = chart.mark_rule(strokeWidth=3, opacity=palette.CROSS)
    places = _x("efficiency", across), _y("effectiveness", up)
    return [
        rule.encode(_x("efficiency_low", across), places[1], _told("efficiency"), x2=alt.X2(field="efficiency_high")),
        rule.encode(
            places[0], _y("effectiveness_low", up), _told("effectiveness"), y2=alt.Y2(field="effectiveness_high")
        ),
        chart.mark_point(size=170, opacity=1, strokeWidth=2.5).encode(
            *places,
            color=alt.Color(**palette.OWN_COLOUR),
            fill=alt.FillValue(
                palette.PAPER,
                condition={"test": "datum.tells_efficiency && datum.tells_effectiveness", **palette.OWN_COLOUR},
            ),
            shape=alt.Shape("shape:N", scale=None),
        ),
    ]


def _told(name: str) -> alt.ColorValue:
    return alt.ColorValue(palette.GREY, condition={"test": f"datum.tells_{name}", **palette.OWN_COLOUR})


def _names(places: pd.DataFrame, across: tuple[int, int], up: tuple[int, int], fits: str) -> list[alt.Chart]:
    """Return the names beside their points, each on a rim that parts it from what lies under it.

    They are seen where the plot `fits` their places.
    """
    found: list[alt.Chart] = []
    for row in places.to_dict("records"):
        chart = alt.Chart(pd.DataFrame([row])).encode(
            _x("efficiency", across), _y("effectiveness", up), text=alt.Text("text:N")
        )
        right, above = row["right"], row["above"]
        look: dict[str, Any] = {
            "align": "left" if right > 0 else "right",
            "baseline": "line-bottom" if above > 0 else "line-top",
            "dx": GAP * right,
            "dy": -GAP / 2 * above - (LINE * (row["lines"] - 1) if above > 0 else 0),
            "fontSize": 13,
            "fontWeight": "bold",
            "lineBreak": "\n",
            "lineHeight": LINE,
            "tooltip": None,
            "opacity": alt.ExprRef(f"{fits} ? 1 : 0"),
        }
        found += [
            chart.mark_text(stroke=palette.PAPER, strokeWidth=4, aria=False, **look),
            chart.mark_text(color=palette.INK, **look),
        ]
    return found
