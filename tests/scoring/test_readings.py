"""How ratings are read: on scales of any points, by outcome."""

import numpy as np
import pandas as pd
import pytest

from jtbd_core import score
from jtbd_core.study.scale import SEVEN, Points, Reading
from tests.scoring.test_table import SCORES, random_ratings, ratings_of


def test_another_scale_with_the_same_kinds_gives_the_same_digits() -> None:
    """Counted from 0 instead of 1, or as differences about 0, ratings have the scores they had."""
    ratings = random_ratings(30, 5)
    shifted = ratings.assign(importance=ratings["importance"] - 1, experience=ratings["experience"] - 4)
    four, below = Points(lowest=0, highest=4), Points(lowest=-4, highest=4)
    read = score(shifted, Reading(anchor=0, experience=below, cut=3, importance=four))
    deep = score(ratings, Reading(anchor=4, experience=Points(lowest=0, highest=8)))
    pd.testing.assert_frame_equal(read[SCORES], score(ratings)[SCORES])
    pd.testing.assert_frame_equal(read, deep)


def test_seven_points_are_no_five() -> None:
    """An outcome rated 6 and 7 in importance and 4 and 5 in experience on seven points is important and falls short."""
    ratings = ratings_of(np.array([[[6, 4], [4, 6]], [[7, 5], [5, 7]], [[6, 5], [3, 6]]]))
    table = score(ratings, Reading(anchor=6, experience=SEVEN, cut=6, importance=SEVEN)).set_index("outcome")
    assert table.loc["o0", ["importance", "satisfaction", "opportunity"]].tolist() == [10, 0, 20]
    assert table.loc["o1", ["importance", "satisfaction", "opportunity"]].tolist() == [0, 10, 0]
    assert table.loc["o0", "value_wanted"] == pytest.approx((2 + 1 + 1) / 3)
