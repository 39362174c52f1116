"""A row per outcome with its figures before and now, its change with the interval, and the verdict in words."""

import math
from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from jtbd_core.charts import palette
from jtbd_core.charts.rows import height_of, under_headings
from jtbd_core.charts.told_rows import Place, Room, told_list
from jtbd_core.scoring.measures import MARGINS, Measure

MOST_TICKS = 2
"""The most ticks on either side of no change; with more every second is left out."""

COLOURS = {"less": palette.LESS, "more": palette.MORE}
SHAPES = {"less": "triangle-down", "more": "triangle-up", "cannot tell": "circle", "unchanged": "square"}


def change_rows(table: pd.DataFrame, measure: Measure, headings: Mapping[str, str]) -> alt.LayerChart:
    """Draw the rows of a table of `change_words.listed`."""
    present = {group: heading for group, heading in headings.items() if group in set(table["group"])}
    rows = under_headings(table.assign(is_told=table["group"] == "changed"), table["group"], present)
    step = MARGINS * float(table["step"].iloc[0])
    widest = float(table[["difference_low", "difference_high"]].abs().to_numpy().max())
    many = max(1, math.ceil(widest / step - 1e-9))
    every = 1 if many <= MOST_TICKS else 2
    ticks = tuple(step * n for n in range(-many, many + 1) if n % every == 0)
    reach = max(many * step, 1.15 * step)
    label = f"datum.value == 0 ? '0' : format(datum.value * {measure.per}, '+~g')"
    title = f"change in {'percentage ' if measure.unit else ''}points, 95 % interval"
    place = Place(title, (-reach, reach), ticks, label, height_of(rows), Room((352, 84), (146, 122)))
    outcomes = rows[~rows["is_heading"].astype(bool)]
    return told_list(rows, place, _ground(outcomes, place, step), _marks(outcomes, place))


def _ground(outcomes: pd.DataFrame, place: Place, step: float) -> list[alt.Chart]:
    """Return the band of what counts as unchanged, and the line of no change."""
    chart = alt.Chart(outcomes[["middle", "row", "lines"]].assign(low=-step, high=step, at=0.0)).encode(place.y())
    look: dict[str, Any] = {"size": place.tall, "yOffset": place.marks, "tooltip": None, "orient": "vertical"}
    return [
        chart.mark_bar(color=palette.GREY, opacity=0.13, **{**look, "orient": "horizontal"}).encode(
            place.x("low"), x2=alt.X2(field="high")
        ),
        chart.mark_tick(color=palette.SOFT_INK, thickness=1.2, **look).encode(place.x("at")),
    ]


def _marks(outcomes: pd.DataFrame, place: Place) -> list[alt.Chart]:
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
            chart.mark_rule(color=colour, strokeWidth=5, opacity=palette.BAR, yOffset=place.marks).encode(
                place.x("difference_low"), x2=alt.X2(field="difference_high")
            ),
            chart.mark_point(color=colour, fill=fill, yOffset=place.marks, **point).encode(place.x("difference")),
        ]
    return layers


def _tooltip() -> list[alt.Tooltip]:
    titles = {"statement": "Outcome", "figures": "Before and now", "n_before": "Answers before", "n": "Answers now"}
    return [alt.Tooltip(f"{name}:N", title=title) for name, title in {**titles, "told": "Verdict"}.items()]
