"""The indices of careless answers, on arrays of answers."""

import numpy as np
import pytest

from jtbd_core.scoring.carelessness import copies, longest_strings, misfits, pattern_shares, upper_outliers

RANDOM = np.random.default_rng(8)
MISSING = float("nan")


def shown(*respondents: list[list[float]]) -> np.ndarray:
    """Return answers indexed `[question, respondent, place]`; each respondent's are given by question."""
    return np.array(respondents, float).swapaxes(0, 1)


def test_a_string_is_as_long_as_all_questions_are_answered_alike() -> None:
    """One question may go on; a missing answer breaks a string."""
    one = [[4, 4, 4, 4, 4], [2, 2, 2, 3, 3]]
    broken = [[4, 4, MISSING, 4, MISSING], [2, 2, 2, 2, MISSING]]
    assert longest_strings(shown(one, broken)).tolist() == [3, 2]


@pytest.mark.parametrize(("period", "share"), [(2, 1.0), (6, 1.0), (7, 0.0)])
def test_the_share_of_a_pattern(period: int, share: float) -> None:
    """Patterns of 2 to 6 outcomes are found, whatever follows them is not compared."""
    answers = np.full((1, 1, 40), np.nan)
    answers[0, 0, :35] = np.resize(np.arange(period), 35)
    assert pattern_shares(answers, 10).tolist() == [share]
    assert pattern_shares(answers, 36).tolist() == [0]


def test_to_be_milder_or_stricter_than_others_is_no_misfit() -> None:
    """The level of a person is taken out; who turns the order of outcomes round fits worst."""
    answers = np.clip(3 + RANDOM.normal(0, 1, (1, 1, 30)) + RANDOM.normal(0, 0.5, (2, 40, 30)), 0, 6)
    moved = answers.copy()
    moved[:, 3] += 2
    moved[:, 5] = 6 - moved[:, 5]
    before, after = misfits(answers), misfits(moved)
    assert after[3] == pytest.approx(before[3], rel=0.1)
    assert after.argmax() == 5
    assert np.median(before) == pytest.approx(1, abs=0.1)


def test_misfits_bear_missing_answers() -> None:
    """An answer left out changes a misfit little; who answered nothing has none."""
    answers = 3 + RANDOM.normal(0, 1, (2, 20, 30))
    gaps = answers.copy()
    gaps[0, 4, 7] = gaps[:, 5] = np.nan
    found = misfits(gaps)
    assert np.isnan(found).tolist() == [place == 5 for place in range(20)]
    assert found[4] == pytest.approx(misfits(answers)[4], rel=0.2)
    assert np.isnan(misfits(np.full((2, 3, 4), 2.0))).all()


def test_an_upper_outlier_lies_far_above_the_median() -> None:
    """The lowest is none, and neither outliers themselves nor missing values move the limit much."""
    values = np.array([*np.linspace(0.8, 1.2, 17), 3.0, 3.0, 0.0, MISSING])
    assert np.flatnonzero(upper_outliers(values, 2.5)).tolist() == [17, 18]
    assert not upper_outliers(np.array([1.0, 1.0, 1.0, 9.0]), 2.5).any()
    assert not upper_outliers(np.array([MISSING]), 2.5).any()


def test_a_copy_has_the_same_gaps() -> None:
    """Each but the first of the same is a copy; a gap is an answer of its own."""
    answers = shown([[1, 2]], [[1, MISSING]], [[1, 2]], [[1, MISSING]], [[2, 1]])
    assert copies(answers).tolist() == [False, False, True, True, False]
