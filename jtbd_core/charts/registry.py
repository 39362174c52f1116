"""The charts of a wave's results: a line each, with name, title and place; one that has nothing to show is left out."""

import json
from collections.abc import Callable
from typing import Any, Literal, NamedTuple, cast

import altair as alt

from jtbd_core.charts.description import (
    landscape_description,
    list_description,
    shortfall_description,
    steps_description,
)
from jtbd_core.charts.landscape import opportunity_landscape
from jtbd_core.charts.lists import Ranked, interval_list, key_outcomes_by_step, shortfall_by_dimension
from jtbd_core.scoring.results import Results, Scores
from jtbd_core.study import Study

PLAIN = "plain"

Place = Literal["first", "part"]
"""Where results show a chart: above all else, or as a part that can be opened."""


class ChartKind(NamedTuple):
    """A chart that results can show: its name in addresses, its title, its place, and how it is made.

    `scores` chooses the rows it shows, `draw` and `describe` make the chart and the sentence that says what it shows;
    it is drawn where one of the rows has been rated.
    """

    name: str
    title: str
    place: Place
    scores: Callable[[Results], Scores]
    draw: Callable[[Study, Results], alt.LayerChart]
    describe: Callable[[Study, Results], str]


class Picture(NamedTuple):
    """A chart as its specification, the sentence that says what it shows, and the scores it shows."""

    spec: dict[str, Any]
    text: str
    scores: Scores


Pictures = dict[str, Picture]
"""Charts by name, in the order of `CHART_REGISTRY`; one that has nothing to show is missing."""


def pictures(study: Study, found: Results) -> Pictures:
    """Return the charts of results."""
    return {chart.name: _picture(chart, study, found) for chart in CHART_REGISTRY if chart.scores(found)["n"].sum()}


def _with_importance(found: Results) -> Scores:
    return found.all if "opportunity" in found.all else found.all.head(0)


def _ranked(found: Results, kind: str) -> Ranked:
    return cast(Ranked, found.by[kind])


def _names(study: Study) -> list[str]:
    return [step.name for step in study.steps]


CHART_REGISTRY = (
    ChartKind(
        "landscape",
        "Opportunity landscape",
        "first",
        _with_importance,
        lambda _, found: opportunity_landscape(found.all),
        lambda _, found: landscape_description(found.all, found.people),
    ),
    ChartKind(
        "success",
        "Success outcomes",
        "part",
        lambda found: found.success,
        lambda study, found: interval_list(
            found.success, _ranked(found, "success outcomes"), deepest=study.settings.success.deepest
        ),
        lambda _, found: list_description(found.success, found.by["success outcomes"], found.people),
    ),
    ChartKind(
        "key",
        "Key outcomes",
        "part",
        lambda found: found.key,
        lambda study, found: interval_list(
            found.key, _ranked(found, "key outcomes"), deepest=study.settings.key.deepest
        ),
        lambda _, found: list_description(found.key, found.by["key outcomes"], found.people),
    ),
    ChartKind(
        "dimensions",
        "By dimension",
        "part",
        lambda found: found.success,
        lambda _, found: shortfall_by_dimension(found.success),
        lambda _, found: shortfall_description(found.success, found.people),
    ),
    ChartKind(
        "steps",
        "By job step",
        "part",
        lambda found: found.key,
        lambda study, found: key_outcomes_by_step(found.key, _names(study), study.settings.key.deepest),
        lambda study, found: steps_description(found.key, _names(study), found.people),
    ),
)
"""All charts, in the order in which results show them."""


def _picture(chart: ChartKind, study: Study, found: Results) -> Picture:
    with alt.data_transformers.enable(PLAIN):
        spec = chart.draw(study, found).to_dict(validate=False)  # valid by test; checking takes longer than drawing
    return Picture(spec, chart.describe(study, found), chart.scores(found))


def _plain(rows: Any, **_: object) -> dict[str, Any]:  # noqa: ANN401 - Altair's word for a data frame
    """Return the rows of a layer as Vega-Lite takes them, in a twentieth of the time of Altair's own way."""
    return {"values": json.loads(rows.to_json(orient="records"))}


alt.data_transformers.register(PLAIN, _plain)
