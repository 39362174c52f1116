"""Chances of lying above a threshold."""

import pytest

from jtbd_core import score
from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring import p_above_thresholds
from tests.scoring.samples import group_of


def test_p_above_agrees_with_the_interval() -> None:
    """The chance of lying above the lower limit is 97.5 %, and it falls with the level."""
    ratings = group_of(range(40), [1, 2, 4])
    low = score(ratings).loc[0, "opportunity_low"]
    chances = p_above_thresholds(ratings, thresholds=(low, 15, 20)).iloc[0].drop("outcome")
    assert chances.iloc[0] == pytest.approx(0.975, abs=0.001)
    assert chances.is_monotonic_decreasing
    assert chances["above_20"] == 0


def test_p_above_needs_a_score_that_exists() -> None:
    """Opportunity cannot be asked for where importance was not."""
    with pytest.raises(UnusableRatings, match="no score opportunity"):
        p_above_thresholds(group_of(range(4), 2).drop(columns="importance"))
