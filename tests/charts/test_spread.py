"""Outcomes at one place, spread so that none hides another."""

import math

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from jtbd_core.charts.spread import spread

SHARES = st.integers(0, 8).map(lambda people: people * 10 / 8)


def at(places: list[tuple[float, float]]) -> pd.DataFrame:
    """Return outcomes at these places."""
    frame = pd.DataFrame(places, columns=["importance", "satisfaction"], dtype=float)
    return frame.assign(outcome=[f"o{number}" for number in range(len(places))])


@given(st.lists(st.tuples(SHARES, SHARES), min_size=1, max_size=60))
def test_no_two_outcomes_are_drawn_at_one_place(places: list[tuple[float, float]]) -> None:
    """Outcomes that coincide are drawn apart, inside the axes, and the tooltip's count is right."""
    drawn = spread(at(places))
    spots = set(zip(drawn["at_importance"].round(3), drawn["at_satisfaction"].round(3), strict=True))
    assert len(spots) == len(places)
    assert drawn[["at_importance", "at_satisfaction"]].stack().between(-1e-9, 10 + 1e-9).all()
    assert list(drawn["sharing"]) == [places.count(place) for place in places]


def test_outcomes_alone_stay_where_they_are() -> None:
    """An outcome that shares its place with no other is drawn at its exact scores."""
    drawn = spread(at([(10, 0), (2.5, 7.5), (2.5, 7.6)]))
    assert (drawn["at_importance"] == drawn["importance"]).all()
    assert (drawn["at_satisfaction"] == drawn["satisfaction"]).all()


def test_twins_are_drawn_close_to_their_place() -> None:
    """Two outcomes at one place are moved by less than a quarter of a scale point."""
    drawn = spread(at([(5, 5), (5, 5)]))
    moved = [math.dist((5, 5), spot) for spot in zip(drawn["at_importance"], drawn["at_satisfaction"], strict=True)]
    assert max(moved) < 0.25
