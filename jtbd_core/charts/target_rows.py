"""A row per value target: the share that was aimed at as a zone, what is now as an interval, and whether it is met."""

import math
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from jtbd_core.charts import palette
from jtbd_core.charts.rows import height_of, under_headings
from jtbd_core.charts.told_rows import Place, Room, told_list

COLOURS = {"met": palette.LESS, "not met": palette.MORE}
SHAPES = {"met": "circle", "not met": "cross", "undecided": "circle"}
MARKS = {
    "met": "✓ met",
    "not met": "✕ not met",
    "undecided": "? undecided",
    "waits": "not asked again yet",
    "hidden": "not shown: too few",
}


class TargetRow(NamedTuple):
    """What is shown of a target: its outcomes and owner in words, its share of people at most, before and now (0–1).

    `name` has the first outcome and how many more there are, `outcomes` names all. What is not known is NaN; `verdict`
    is one of `MARKS`, `again` the round that asked again, with its month and whether the target was due by then, and
    `set_in` the round that tells of before.
    """

    name: str
    outcomes: str
    whose: str
    at_most: float
    before: float
    share: float
    low: float
    high: float
    people: int
    verdict: str
    again: str = ""
    set_in: str = ""


def target_rows(targets: list[TargetRow]) -> alt.LayerChart:
    """Draw a row for each target, under a heading with its owner and the day it is due."""
    table = pd.DataFrame(targets).rename(columns={"name": "statement"})
    table["figures"] = [_figures(one) for one in targets]
    table["told"] = [MARKS[one.verdict] for one in targets]
    table["interval"] = [_interval(one) for one in targets]
    table["is_told"] = table["verdict"].isin(["met", "not met"])
    rows = under_headings(table, pd.Series(range(len(table))), {n: one.whose for n, one in enumerate(targets)})
    label = "format(datum.value * 100, '~g')"
    place = Place(
        "falls short, % of people", (0, 1), (0, 0.25, 0.5, 0.75, 1), label, height_of(rows), Room((418, 142), (165, 92))
    )
    outcomes = rows[~rows["is_heading"].astype(bool)]
    return told_list(rows, place, _zones(outcomes, place), _marks(outcomes, place))


def targets_description(targets: list[TargetRow]) -> str:
    """Describe the targets: each with its share, what it is now, and whether that meets it."""
    said = [f"{one.outcomes}, {_figures(one)}: {_now(one)}{MARKS[one.verdict].lstrip('✓✕? ')}" for one in targets]
    over = f"{len(targets)} value targets, by the share of people for whom an outcome falls short."
    return f"{over} {'; '.join(said)}."


def target_table(targets: list[TargetRow]) -> pd.DataFrame:
    """Return the targets as a table, shares in per cent."""
    rows = [
        {
            "Target": one.outcomes,
            "Verdict": MARKS[one.verdict],
            "At most %": 100 * one.at_most,
            "Before %": 100 * one.before,
            "Set in": one.set_in,
            "Now %": 100 * one.share,
            "95 % from": 100 * one.low,
            "to": 100 * one.high,
            "n": one.people,
            "Owner": one.whose,
            "Judged by": one.again,
        }
        for one in targets
    ]
    return pd.DataFrame(rows).round(0)


def _figures(one: TargetRow) -> str:
    before = "" if math.isnan(one.before) else f"{one.before:.0%} → "
    return f"{before}at most {one.at_most:.0%}".replace("%", " %")


def _now(one: TargetRow) -> str:
    return f"{interval}, " if (interval := _interval(one)) else ""


def _interval(one: TargetRow) -> str:
    return "" if math.isnan(one.share) else f"{100 * one.share:.0f} % ({100 * one.low:.0f}–{100 * one.high:.0f} %)"


def _zones(outcomes: pd.DataFrame, place: Place) -> list[alt.Chart]:
    """Return the zone that each target aims at, and the tick at its end."""
    zone = alt.Chart(outcomes.assign(zero=0.0)).encode(place.y())
    return [
        zone.mark_bar(color=palette.LESS_TINT, size=place.zone, yOffset=place.marks, tooltip=None).encode(
            place.x("zero"), x2=alt.X2(field="at_most")
        ),
        zone.mark_tick(
            color=palette.INK, thickness=2, size=place.zone, orient="vertical", yOffset=place.marks, tooltip=None
        ).encode(place.x("at_most")),
    ]


def _marks(outcomes: pd.DataFrame, place: Place) -> list[alt.Chart]:
    layers: list[alt.Chart] = []
    for verdict, shape in SHAPES.items():
        mine = outcomes[outcomes["verdict"] == verdict]
        if mine.empty:
            continue
        colour = COLOURS.get(verdict, palette.SOFT_INK)
        chart = alt.Chart(mine).encode(place.y(), tooltip=_tooltip())
        point: dict[str, Any] = {"shape": shape, "size": 90, "opacity": 1, "yOffset": place.marks}
        layers += [
            chart.mark_rule(color=colour, strokeWidth=4, opacity=0.6, yOffset=place.marks).encode(
                place.x("low"), x2=alt.X2(field="high")
            ),
            chart.mark_point(color=colour, fill=colour, **point).encode(place.x("share")),
        ]
    return layers


def _tooltip() -> list[alt.Tooltip]:
    titles = {"outcomes": "Target", "whose": "Owner", "figures": "Aim", "set_in": "Set in", "again": "Judged by"}
    titles |= {"people": "Answers", "told": "Verdict"}
    return [alt.Tooltip(f"{name}:N", title=title) for name, title in titles.items()]
