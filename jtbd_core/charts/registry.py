"""The charts of a wave's results: a line each, with name, title and place; one that has nothing to show is left out."""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

import altair as alt
import pandas as pd

from jtbd_core.charts.delivered import KEY as KEY_OF_BARS
from jtbd_core.charts.delivered import delivered_bars, delivered_description, is_satisfaction
from jtbd_core.charts.description import (
    landscape_description,
    list_description,
    shortfall_description,
    steps_description,
)
from jtbd_core.charts.landscape import landscape_key, opportunity_landscape
from jtbd_core.charts.letters import letters
from jtbd_core.charts.lists import (
    MOST_ROWS,
    Look,
    interval_list,
    key_outcomes_by_step,
    list_key,
    shortfall_by_dimension,
    wanted_list,
)
from jtbd_core.charts.spec import spec_of
from jtbd_core.scoring.measures import ANYWAY, MEASURES
from jtbd_core.scoring.results import Results, Scores
from jtbd_core.study import Study

Place = Literal["list", "landscape", "list instead", "part"]
"""Where results show a chart: as the list or the landscape of a kind, in place of the list, or as a part to open.

The first two of the first kind are drawn with the results, for all; the others once somebody looks at them.
"""

DRAWN_AT_ONCE = ("list", "landscape")


Rows = Callable[[Results], Scores]
"""Chooses the rows that a chart shows."""


class ChartKind(NamedTuple):
    """A chart that results can show: its name in addresses, its title, its kind of outcome, its place, how it is made.

    `scores` chooses the rows it shows, in its order; `by` says by which score that is; `draw`, `describe` and `explain`
    make the chart, the sentence that says what it shows and the one that says what its marks mean; a list has at most
    so many rows. It is drawn where one of the rows has been rated.
    """

    name: str
    title: str
    kind: str
    place: Place
    scores: Rows
    by: Callable[[Results], str]
    draw: Callable[[Study, Results, int], alt.LayerChart]
    describe: Callable[[Study, Results], str]
    explain: Callable[[Results, int], str]

    def has_ratings(self, found: Results) -> bool:
        """Whether somebody rated an outcome that it shows."""
        return bool(self.scores(found)["n"].sum())


class Picture(NamedTuple):
    """A chart as its specification, what it shows and what its marks mean in a sentence each, and its scores.

    `by` is the score that orders a chart of results.
    """

    spec: dict[str, Any]
    text: str
    key: str
    scores: Scores
    by: str = ""


Pictures = dict[str, Picture]
"""Charts by name, in the order of `CHART_REGISTRY`; one that has nothing to show is missing."""


def pictures(study: Study, found: Results) -> Pictures:
    """Return the charts that results open with: list and landscape of the first kind of outcome that has ratings."""
    first = next(iter(found.rated), None)
    return {
        chart.name: picture(chart.name, study, found)
        for chart in CHART_REGISTRY
        if chart.place in DRAWN_AT_ONCE and chart.kind == first and chart.has_ratings(found)
    }


def picture(name: str, study: Study, found: Results, most: int = MOST_ROWS) -> Picture:
    """Return a chart of results that has something to show; a list of one kind has at most so many rows."""
    chart = next(one for one in CHART_REGISTRY if one.name == name)
    spec, key = spec_of(chart.draw(study, found, most)), chart.explain(found, most)
    return Picture(spec, chart.describe(study, found), key, chart.scores(found), chart.by(found))


def listed(name: str, found: Results) -> tuple[Scores, str]:
    """Return the rows of a chart of the registry in its order, and the score that this is."""
    chart = next(one for one in CHART_REGISTRY if one.name == name)
    return chart.scores(found), chart.by(found)


def _with_importance(scores: Scores) -> Scores:
    return scores if "importance" in scores else scores.head(0)


def _names(study: Study) -> list[str]:
    return [step.name for step in study.steps]


def _letters(scores: Scores, found: Results) -> dict[str, str]:
    return letters(found.all) if "importance" in scores else {}


def _look(scores: Scores, by: str, found: Results, most: int) -> Look:
    """Return how a list is drawn: its axis is that of all lists by this score, or else of both kinds of outcome."""
    alike = [one for kind, one in found.rated.items() if found.by[kind] == by] or list(found.rated.values())
    return Look(_letters(scores, found), most, pd.concat(alike))


def _landscape(scores: Scores, kind: str, found: Results) -> alt.LayerChart:
    satisfied = "Satisfaction" if is_satisfaction(scores) else "Satisfaction: meets expectations"
    return opportunity_landscape(scores, letters(found.all), by=found.by[kind], satisfied=satisfied)


def _marks(scores: Scores, by: str) -> str:
    return MEASURES[by].key(scores[scores["n"] > 0])


SUCCESS, KEY = "success outcomes", "key outcomes"


def _of_kind(name: str, kind: str, scores: Rows) -> tuple[ChartKind, ...]:
    """Return the charts of a kind of outcome, such as "success outcomes"."""
    one = kind.removesuffix("s")
    return (
        ChartKind(
            name,
            kind.capitalize(),
            kind,
            "list",
            scores,
            lambda found: found.by[kind],
            lambda _, found, most: interval_list(
                scores(found), found.by[kind], _look(scores(found), found.by[kind], found, most)
            ),
            lambda _, found: list_description(scores(found), found.by[kind], one, found.people),
            lambda found, most: list_key(scores(found), _marks(scores(found), found.by[kind]), most),
        ),
        ChartKind(
            f"{name}-landscape",
            f"Landscape of {kind}",
            kind,
            "landscape",
            lambda found: _with_importance(scores(found)),
            lambda found: found.by[kind],
            lambda _, found, __: _landscape(scores(found), kind, found),
            lambda _, found: landscape_description(scores(found), one, found.people),
            lambda found, _: landscape_key(scores(found)),
        ),
        _delivered(name, kind, scores),
        _wanted(name, kind, scores),
    )


def _largest_first(scores: Rows, by: str) -> Rows:
    return lambda found: scores(found).sort_values(by, ascending=False, kind="stable")


def _delivered(name: str, kind: str, unsorted: Rows) -> ChartKind:
    scores = _largest_first(unsorted, "share_short")
    return ChartKind(
        f"{name}-delivered",
        f"Value delivered, {kind}",
        kind,
        "list instead",
        scores,
        lambda _: "share_short",
        lambda _, found, most: delivered_bars(scores(found), _look(scores(found), "share_short", found, most)),
        lambda _, found: delivered_description(scores(found), kind.removesuffix("s"), found.people),
        lambda found, most: list_key(scores(found), KEY_OF_BARS, most),
    )


def _wanted(name: str, kind: str, unsorted: Rows) -> ChartKind:
    scores = _largest_first(unsorted, "value_wanted")
    return ChartKind(
        f"{name}-wanted",
        f"Value wanted, {kind}",
        kind,
        "list instead",
        scores,
        lambda _: "value_wanted",
        lambda _, found, most: wanted_list(scores(found), _look(scores(found), "value_wanted", found, most)),
        lambda _, found: list_description(scores(found), "value_wanted", kind.removesuffix("s"), found.people),
        lambda found, most: list_key(scores(found), _marks(scores(found), "value_wanted"), most),
    )


CHART_REGISTRY = (
    *_of_kind("success", SUCCESS, lambda found: found.success),
    *_of_kind("key", KEY, lambda found: found.key),
    ChartKind(
        "dimensions",
        "By kind of success",
        SUCCESS,
        "part",
        lambda found: found.success,
        lambda _: "share_short",
        lambda _, found, __: shortfall_by_dimension(found.success),
        lambda _, found: shortfall_description(found.success, found.people),
        lambda found, _: f"Falls short: {ANYWAY}. {_marks(found.success, 'share_short')}",
    ),
    ChartKind(
        "steps",
        "By job step",
        KEY,
        "part",
        lambda found: found.key,
        lambda found: found.by[KEY],
        lambda study, found, _: key_outcomes_by_step(found.key, _names(study)),
        lambda study, found: steps_description(found.key, _names(study), found.people),
        lambda found, _: _marks(found.key, found.by[KEY]),
    ),
)
"""All charts, in the order in which results show them."""
