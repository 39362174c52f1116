"""The axes of scores: from 0 to the next round number."""

import pytest

from jtbd_core.charts.ticks import MOST_PARTS, score_ticks, ticks_to
from jtbd_core.scoring.measures import MEASURES
from tests.charts.samples import scores_of, with_bands


@pytest.mark.parametrize(
    ("name", "highest", "ticks"),
    [
        ("unmet", 0.44, (0, 0.1, 0.2, 0.3, 0.4, 0.5)),
        ("unmet", 1.0, (0, 0.2, 0.4, 0.6, 0.8, 1)),
        ("share_short", 0.0, (0, 0.05)),
        ("opportunity", 13.6, (0, 5, 10, 15)),
        ("value_wanted", 1.4, (0, 0.5, 1, 1.5)),
        ("value_wanted", 70, (0, 20, 40, 60, 80)),
    ],
)
def test_an_axis_ends_at_the_next_round_number(name: str, highest: float, ticks: tuple[float, ...]) -> None:
    """It begins at 0 and has few ticks, whatever the scale."""
    assert ticks_to(highest, MEASURES[name]) == ticks
    assert len(ticks) <= MOST_PARTS + 1


def test_an_axis_of_opportunity_reaches_the_bands_where_they_hold() -> None:
    """However low the scores are."""
    scores = scores_of(3, kind="key outcome").assign(opportunity=3.0, opportunity_expected_high=4.0)
    assert score_ticks(scores, MEASURES["opportunity"]) == (0, 1, 2, 3, 4)
    assert score_ticks(with_bands(scores), MEASURES["opportunity"]) == (0, 10, 12, 15)


def test_outcomes_nobody_rated_do_not_count() -> None:
    """Without any other the axis is as short as it can be."""
    assert score_ticks(scores_of(2).assign(n=0), MEASURES["unmet"]) == (0, 0.05)
