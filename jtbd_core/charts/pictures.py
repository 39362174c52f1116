"""All charts of a wave's results, as specifications with the sentences that say what they show."""

import json
from typing import Any, NamedTuple, cast

import altair as alt
import pandas as pd

from jtbd_core.charts.description import landscape_text, list_text, shortfall_text, steps_text
from jtbd_core.charts.landscape import opportunity_landscape
from jtbd_core.charts.lists import Ranked, interval_list, key_outcomes_by_step, shortfall_by_dimension
from jtbd_core.scoring.release import SMALLEST_GROUP
from jtbd_core.scoring.results import Results, Scores, results
from jtbd_core.study import Study

PLAIN = "plain"


class Picture(NamedTuple):
    """A chart as its specification, the sentence that says what it shows, and the scores it shows."""

    spec: dict[str, Any]
    text: str
    scores: Scores


Pictures = dict[str, Picture]
"""Charts by name: landscape, success, dimensions, key, steps; one that has nothing to show is missing."""


def told(study: Study, ratings: pd.DataFrame) -> tuple[Results, Pictures]:
    """Return the results of ratings (columns as `Store.ratings`) as they may be shown, and their pictures.

    An outcome rated by fewer than 5 people has no scores; with fewer than 5 people there is no picture.
    """
    found = results(study, ratings, fewest=SMALLEST_GROUP)
    return found, pictures(study, found) if found.people >= SMALLEST_GROUP else {}


def pictures(study: Study, found: Results) -> Pictures:
    """Return the charts of results."""
    drawn: Pictures = {}
    by, people, success, key = cast(Ranked, found.by), found.people, found.success, found.key
    if by == "opportunity":
        text = landscape_text(found.all, people)
        drawn["landscape"] = _picture(opportunity_landscape(found.all), text, found.all)
    if success["n"].sum():
        chart = interval_list(success, by, deepest=study.settings.success.anchor - 1)
        drawn["success"] = _picture(chart, list_text(success, by, people), success)
        drawn["dimensions"] = _picture(shortfall_by_dimension(success), shortfall_text(success, people), success)
    if key["n"].sum():
        deepest, steps = study.settings.key.anchor - 1, [step.name for step in study.steps]
        drawn["key"] = _picture(interval_list(key, by, deepest=deepest), list_text(key, by, people), key)
        drawn["steps"] = _picture(key_outcomes_by_step(key, steps, deepest), steps_text(key, steps, people), key)
    return drawn


def _picture(chart: alt.LayerChart, text: str, scores: Scores) -> Picture:
    with alt.data_transformers.enable(PLAIN):
        return Picture(chart.to_dict(validate=False), text, scores)  # valid by test; checking takes longer than drawing


def _plain(rows: Any, **_: object) -> dict[str, Any]:  # noqa: ANN401 - Altair's word for a data frame
    """Return the rows of a layer as Vega-Lite takes them, in a twentieth of the time of Altair's own way."""
    return {"values": json.loads(rows.to_json(orient="records"))}


alt.data_transformers.register(PLAIN, _plain)
