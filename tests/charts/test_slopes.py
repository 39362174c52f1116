"""Slopes and the list of changes as charts."""

import pytest

from jtbd_core.charts.registry import spec_of
from jtbd_core.charts.slopes import change_list, slopes
from tests.charts.changed import STATEMENTS, changed

ROUNDS = {"1": "Round 1", "2": "In spring"}


@pytest.mark.parametrize(
    ("by", "highest", "end"), [("unmet", 0.58, 0.75), ("unmet", 0.75, 0.75), ("opportunity", 9, 10)]
)
def test_the_axis_ends_above_the_highest_interval(by: str, highest: float, end: float) -> None:
    """At the next quarter, so that no half of a screen stays empty."""
    found = changed("less", "cannot tell")
    scores = found.scores.assign(high=highest)
    drawn = spec_of(slopes(found._replace(scores=scores), by, ROUNDS, STATEMENTS))
    scales = [one["encoding"]["y"].get("scale", {}).get("domain") for one in drawn["layer"]]
    assert scales
    assert all(one == [0, end] for one in scales)


@pytest.mark.parametrize("verdicts", [("less", "more", "cannot tell", "unchanged"), ("unchanged",)])
def test_the_charts_are_valid(verdicts: tuple[str, ...]) -> None:
    """Vega-Lite accepts both, with and without something that changed."""
    found = changed(*verdicts)
    for chart in (slopes(found, "unmet", ROUNDS, STATEMENTS), change_list(found, "unmet", STATEMENTS)):
        chart.to_dict()
        assert spec_of(chart)["layer"]
