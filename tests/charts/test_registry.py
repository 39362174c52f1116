"""All charts of results, each said once."""

import json

import pandas as pd
import pytest
from msgspec.structs import replace

from jtbd_core.charts import CHART_REGISTRY, picture, pictures
from jtbd_core.charts.lists import MOST_ROWS
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.scoring.results import Results
from jtbd_core.scoring.study_scores import study_scores
from jtbd_core.study.scale import Settings

STUDY = demo_study()
RATINGS, _ = demo_answers(STUDY, 40)
FOUND = study_scores(STUDY, RATINGS)


def of_kind(kind: str) -> Results:
    """Return results in which one success outcome has another kind."""
    success = FOUND.success.assign(kind=[kind, *FOUND.success["kind"][1:]])
    return Results(people=FOUND.people, by=FOUND.by, key=FOUND.key, success=success, sure={})


def test_a_full_study_has_every_chart() -> None:
    """Each line of the registry becomes a picture with its sentence and the scores it shows, in that order."""
    drawn = {chart.name: picture(chart.name, STUDY, FOUND) for chart in CHART_REGISTRY}
    assert list(pictures(STUDY, FOUND)) == ["success", "success-landscape"]  # what results open with
    assert all(json.dumps(one.spec) and one.text and len(one.scores) for one in drawn.values())


@pytest.mark.parametrize("name", ["success", "key", "success-wanted", "key-delivered"])
def test_rows_stand_in_the_order_of_the_score_that_is_said(name: str) -> None:
    """So that the table below a chart has the same order, and leads with that score."""
    drawn = picture(name, STUDY, FOUND)
    assert drawn.scores[drawn.by].is_monotonic_decreasing


def test_names_and_titles_are_said_once() -> None:
    """No two charts share a name or a title."""
    assert (
        len({chart.name for chart in CHART_REGISTRY})
        == len({chart.title for chart in CHART_REGISTRY})
        == len(CHART_REGISTRY)
    )


def test_a_chart_with_nothing_to_show_is_left_out() -> None:
    """Without importance there is no landscape, without raters of key outcomes nothing of them."""
    alone = replace(STUDY, settings=Settings(asks_importance=False))
    keys = {one.id for one in STUDY.key_outcomes}
    rated = RATINGS[~RATINGS["outcome"].isin(keys)]
    found = study_scores(alone, rated)
    assert list(pictures(alone, found)) == ["success"]
    shown = [chart.name for chart in CHART_REGISTRY if chart.has_ratings(found)]
    assert shown == ["success", "success-delivered", "success-wanted", "dimensions"]
    assert pictures(STUDY, study_scores(STUDY, pd.DataFrame(RATINGS[:0]))) == {}


@pytest.mark.parametrize("name", ["success-landscape", "success", "success-wanted", "dimensions"])
def test_an_unknown_kind_of_outcome_fails_loudly(name: str) -> None:
    """An outcome of a kind that a chart does not know does not vanish from it."""
    chart = next(one for one in CHART_REGISTRY if one.name == name)
    with pytest.raises(ValueError, match="spiritual"):
        chart.draw(STUDY, of_kind("spiritual"), MOST_ROWS)
