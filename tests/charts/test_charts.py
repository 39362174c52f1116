"""What all charts have in common: they are valid, can be rendered, and leave out what nobody rated."""

from collections.abc import Callable

import altair as alt
import pandas as pd
import pytest
import vl_convert

from jtbd_core.charts import interval_list, key_outcomes_by_step, letters, opportunity_landscape, shortfall_by_dimension
from jtbd_core.charts.lists import Look
from tests.charts.samples import STEPS, drawn, experience_only, scores_of, unrated, with_bands

CHARTS: dict[str, Callable[[pd.DataFrame], alt.LayerChart]] = {
    "landscape": lambda scores: opportunity_landscape(scores, letters(scores)),
    "landscape with bands": lambda scores: opportunity_landscape(with_bands(scores), letters(scores)),
    "list": interval_list,
    "list with letters": lambda scores: interval_list(scores, look=Look(letters(scores))),
    "list by unmet": lambda scores: interval_list(scores, "unmet"),
    "list by value wanted": lambda scores: interval_list(scores, "value_wanted"),
    "shortfall": shortfall_by_dimension,
    "steps": lambda scores: key_outcomes_by_step(scores, STEPS),
}


@pytest.mark.parametrize("outcomes", [0, 1, 3, 100])
@pytest.mark.parametrize("name", CHARTS)
def test_chart_is_valid_and_renders(name: str, outcomes: int) -> None:
    """Every chart, from none to a hundred outcomes, fits Vega-Lite's schema and becomes a picture without a warning."""
    spec = CHARTS[name](scores_of(outcomes)).to_dict()
    assert "width" not in spec
    assert vl_convert.vegalite_to_svg(spec).startswith("<svg")


@pytest.mark.parametrize("name", CHARTS)
def test_unrated_outcome_is_left_out(name: str) -> None:
    """An outcome that nobody rated is in no chart."""
    scores = scores_of(8)
    before = drawn(CHARTS[name](scores))
    gone = min(before)
    assert drawn(CHARTS[name](unrated(scores, gone))) == before - {gone}


@pytest.mark.parametrize("name", ["list by value wanted", "shortfall", "steps"])
def test_study_without_importance(name: str) -> None:
    """A study that asks for experience alone has its lists all the same."""
    assert drawn(CHARTS[name](experience_only(scores_of(8))))
