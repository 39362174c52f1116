"""Needs: what is left of answers without a person's level and spread."""

import numpy as np
import pytest

from jtbd_core.scoring.needs import needs
from jtbd_core.scoring.ratings import checked
from tests.scoring.test_segments import frame


def test_neither_level_nor_spread_of_a_person_matters() -> None:
    """Who uses the scale from 3 to 5 has the needs of who gives the same answers two points lower, or wider apart."""
    answers = np.array([[1.0, 2, 3], [3, 4, 5], [1, 3, 5], [5, 3, 1], [4, 4, 1]])
    one, two, three, *_ = needs(checked(frame(answers, answers)))
    assert one == pytest.approx(two, abs=1e-6)
    assert one == pytest.approx(three, abs=1e-6)


def test_columns_are_standardised_and_a_missing_answer_is_what_was_expected() -> None:
    """Over those who answered, each column has mean 0 and standard deviation 1; a missing answer is 0."""
    random = np.random.default_rng(1)
    importance, experience = random.integers(1, 6, (2, 50, 8)).astype(float)
    experience[0, 3] = np.nan
    points = needs(checked(frame(importance, experience)))
    assert points.shape == (50, 16)
    assert points[0, 8 + 3] == 0
    rated = np.delete(points[:, 8 + 3], 0)
    assert [rated.mean(), rated.std()] == pytest.approx([0, 1], abs=1e-5)
    assert points[:, :8].mean(axis=0) == pytest.approx(0, abs=1e-5)
    assert points[:, :8].std(axis=0) == pytest.approx(1, abs=1e-5)


def test_the_level_allows_for_what_was_shown() -> None:
    """Who was shown outcomes that everybody rates low is not taken for one who rates low."""
    common = np.tile([2.0, 4], 20)[:, None]
    low = np.tile([1.0, 2, 3, 1, 2, 3], (40, 1))
    high = low + 2
    low[20:], high[:20] = np.nan, np.nan
    answers = np.hstack([common, low, high])
    both = needs(checked(frame(answers, answers)))[:, 0]
    assert abs(both[:20].mean() - both[20:].mean()) < 0.5


def test_one_answer_throughout_has_no_own_needs() -> None:
    """Rows are 0 for people whose answers do not vary, and for those with a single one."""
    answers = np.array([[1.0, 2, 3], [3, 3, 3], [4, np.nan, np.nan], [5, 1, 2]])
    assert needs(checked(frame(answers, answers))).any(axis=1).tolist() == [True, False, False, True]
