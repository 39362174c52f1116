"""The landscape's geometry: contours, and outcomes that would hide each other."""

import math
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtbd_core.charts import contour
from jtbd_core.charts.geometry import BANDS, spread

CONTOURS = st.floats(0.5, 19.5)
SHARES = st.integers(0, 8).map(lambda people: people * 10 / 8)


def opportunity(importance: float, satisfaction: float) -> float:
    """Return Ulwick's score."""
    return importance + max(importance - satisfaction, 0)


def at(places: list[tuple[float, float]]) -> pd.DataFrame:
    """Return outcomes at these places."""
    frame = pd.DataFrame(places, columns=["importance", "satisfaction"], dtype=float)
    return frame.assign(outcome=[f"o{number}" for number in range(len(places))])


@given(CONTOURS, st.floats(0, 1))
def test_contour_points_score_c(c: float, along: float) -> None:
    """Every point of a contour, and not its corners alone, scores exactly what the contour says."""
    corners = contour(c)[["importance", "satisfaction"]].to_numpy()
    for start, end in pairwise(corners):
        importance, satisfaction = start + along * (end - start)
        assert opportunity(importance, satisfaction) == pytest.approx(c)


@pytest.mark.parametrize(
    ("c", "ends"),
    [(10, [(5, 0), (10, 10)]), (12, [(6, 0), (10, 8)]), (15, [(7.5, 0), (10, 5)])],
)
def test_contours_of_the_bands(c: float, ends: list[tuple[float, float]]) -> None:
    """The contours of 10, 12 and 15 run where the literature draws them."""
    assert list(contour(c)[["importance", "satisfaction"]].itertuples(index=False, name=None)) == ends


@given(st.floats(0.5, 9.5))
def test_kink_lies_on_the_diagonal(c: float) -> None:
    """A contour below 10 turns on the diagonal and goes on straight up to the top edge."""
    _, kink, end = contour(c)[["importance", "satisfaction"]].itertuples(index=False, name=None)
    assert (kink, end) == ((c, c), (c, 10))


@pytest.mark.parametrize("c", [0, 20, -1])
def test_no_contour_outside_the_score(c: float) -> None:
    """There is no line for a score that is the end of the range or beyond it."""
    with pytest.raises(ValueError, match="between 0 and 20"):
        contour(c)


def test_bands_are_the_published_ones() -> None:
    """The landscape draws 10, 12 and 15."""
    assert BANDS == (10, 12, 15)


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
