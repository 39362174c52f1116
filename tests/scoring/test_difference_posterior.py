"""The posterior of differences: how far luck draws them towards nothing, and that intervals hold the truth."""

import numpy as np
import pytest

from jtbd_core.scoring.difference_posterior import Sides, difference_limits
from jtbd_core.scoring.kinds import added, kinds

KINDS, ADDED = kinds(4), added(4)

IMPORTANT_SHORT = next(n for n, kind in enumerate(KINDS, 1) if kind.is_important and kind.depth == 1)
IMPORTANT_MET = next(n for n, kind in enumerate(KINDS, 1) if kind.is_important and kind.depth == 0)


def sides(own: list[int], others: list[int], n: int = 30, many: int = 300) -> Sides:
    """Return sides in which so many of n and of many people are short, outcome by outcome; all find all important."""
    counts = []
    for short, people in ((own, n), (others, many)):
        table = np.zeros((len(short), len(KINDS) + 1))
        table[:, IMPORTANT_SHORT], table[:, IMPORTANT_MET] = short, people - np.array(short)
        counts.append(table)
    return Sides(*counts, added=ADDED, deepest=np.full(len(own), 3), has_importance=True)


def limits(given: Sides, by: str = "unmet", **options: object) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return measured differences and their limits."""
    shares = [(ADDED @ one.T)[4 if by == "unmet" else 3] / one.sum(axis=1) for one in (given.own, given.others)]
    low, high = difference_limits(given, {by: shares[0] - shares[1]}, np.random.default_rng(1), **options)[by]
    return shares[0] - shares[1], low, high


def test_differences_that_luck_explains_are_drawn_to_nothing() -> None:
    """Of 40 outcomes that differ by luck alone, the interval of the largest reaches across 0, and is narrow."""
    random = np.random.default_rng(2)
    given = sides(list(random.binomial(30, 0.5, 40)), list(random.binomial(300, 0.5, 40)))
    difference, low, high = limits(given)
    assert ((low < 0) & (high > 0)).mean() >= 0.9
    largest = int(np.argmax(np.abs(difference)))
    assert low[largest] * high[largest] < 0


def test_one_true_outlier_keeps_its_difference() -> None:
    """Where all others are alike, one that is not is told apart from luck."""
    given = sides([15] * 39 + [29], [150] * 40)
    difference, low, high = limits(given)
    assert difference[-1] == pytest.approx(0.47, abs=0.01)
    assert low[-1] > 0.2
    assert high[-1] >= difference[-1]


def test_of_few_outcomes_nothing_is_learned() -> None:
    """With two the interval is that of each by itself: about two standard errors to either side."""
    difference, low, high = limits(sides([20, 10], [150, 150]))
    error = np.sqrt(0.22 / 30 + 0.25 / 300)
    assert (high - low) == pytest.approx(2 * 1.96 * error, rel=0.1)
    assert ((low + high) / 2) == pytest.approx(difference, abs=0.03)


def test_the_spread_of_shuffles_in_strata_is_taken_over() -> None:
    """The interval is then as wide as it says, about the measured difference."""
    difference, low, high = limits(sides([20, 10, 15], [150] * 3), spreads={"unmet": np.full(3, 0.02)})
    assert (high - low) == pytest.approx(0.08, abs=0.01)
    assert ((low + high) / 2) == pytest.approx(difference, abs=0.01)


def test_depths_count_where_value_wanted_is_compared() -> None:
    """All who fall short here are one point below: the difference of the value wanted is that of their shares."""
    given = sides([20, 10], [150, 150])
    difference, low, high = limits(given, "value_wanted")
    assert (low <= difference).all()
    assert (high - low).max() < 0.6
