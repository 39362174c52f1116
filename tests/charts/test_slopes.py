"""Slopes and the list of changes as charts."""

import pytest

from jtbd_core.charts.registry import spec_of
from jtbd_core.charts.slopes import change_list, slopes
from tests.charts.changed import STATEMENTS, changed

ROUNDS = {"1": "Round 1", "2": "In spring"}


@pytest.mark.parametrize("verdicts", [("less", "more", "cannot tell", "unchanged"), ("unchanged",)])
def test_the_charts_are_valid(verdicts: tuple[str, ...]) -> None:
    """Vega-Lite accepts both, with and without something that changed."""
    found = changed(*verdicts)
    for chart in (slopes(found, "unmet", ROUNDS, STATEMENTS), change_list(found, "unmet", STATEMENTS)):
        chart.to_dict()
        assert spec_of(chart)["layer"]
