"""The contours of opportunity."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtbd_core.charts import contour
from jtbd_core.charts.contours import BANDS

CONTOURS = st.floats(0.5, 19.5)


def opportunity(importance: float, satisfaction: float) -> float:
    """Return Ulwick's score."""
    return importance + max(importance - satisfaction, 0)


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
