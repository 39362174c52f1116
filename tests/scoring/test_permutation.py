"""Permutation: shuffled labels, p-values from all outcomes' statistics, and marks under a false discovery rate."""

from itertools import permutations

import numpy as np
import pytest

from jtbd_core.scoring.permutation import LEVEL, SAMPLED, Chance, chances, findable, is_marked, sampled, shuffles
from jtbd_core.scoring.ratings import rating_matrix
from tests.scoring.samples import ratings_of

SHORT = [1, 1, 1, 5, 1, 5, 5, 5]
"""The experience of eight people; four of them are in the group."""


def test_the_p_value_is_the_share_of_all_arrangements_that_are_as_far_apart() -> None:
    """Of eight people in two fours, counted by hand over all 8! orders."""
    matrix = rating_matrix(ratings_of([5.0] * 8, [float(one) for one in SHORT]), 4)
    labels = np.array([0, 0, 0, 0, -1, -1, -1, -1], np.int16)
    drawn = shuffles(matrix, [np.arange(8)], labels, ("unmet",), np.random.default_rng(1))
    is_short = np.array(SHORT) < 4
    observed = is_short[:4].mean() - is_short[4:].mean()
    fours = np.array(list(permutations(is_short)))
    apart = np.abs(fours[:, :4].mean(axis=1) - fours[:, 4:].mean(axis=1))
    truth = np.mean(apart >= abs(observed) - 1e-9)
    people = np.array([4.0]), np.array([4.0])
    found = chances(drawn, 0, {"unmet": np.array([observed])}, people, np.array([True]))["unmet"]
    assert found.p[0] == pytest.approx(truth, abs=0.02)
    assert found.spread[0] == pytest.approx(np.sqrt(np.mean((fours[:, :4].mean(1) - fours[:, 4:].mean(1)) ** 2)), 0.05)


def test_labels_stay_inside_their_strata() -> None:
    """In each shuffle as many people of a stratum have a label as had it before."""
    matrix = rating_matrix(ratings_of([5.0] * 8, [float(one) for one in SHORT]), 4)
    labels = np.array([0, 0, 0, 1, 1, 0, 1, 1], np.int16)
    strata = [np.array([0, 1, 2, 3]), np.array([4, 5, 6, 7])]
    drawn = shuffles(matrix, strata, labels, ("unmet",), np.random.default_rng(1))
    assert np.unique((drawn.labels[:, :4] == 0).sum(axis=1)).tolist() == [3]
    assert len(np.unique(drawn.labels, axis=0)) == 16


def test_a_sample_keeps_small_groups_whole() -> None:
    """Of the large ones as many are kept as there is room for."""
    labels = np.repeat([0, 1, -1], [9000, 50, 3000]).astype(np.int16)
    kept = labels[sampled(labels, np.random.default_rng(1))]
    assert len(kept) <= SAMPLED
    assert [(kept == option).sum() for option in (0, 1, -1)] == [2023, 50, 2023]


def test_marks_are_those_of_benjamini_and_hochberg() -> None:
    """The example of their paper (1995): four of fifteen, as at 5 %; a missing one is not counted."""
    paper = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528]
    p = np.array([0.7590, np.nan, *paper, 1.0])
    assert np.flatnonzero(is_marked(p)).tolist() == [2, 3, 4, 5]
    assert not is_marked(np.array([np.nan])).any()


def test_what_could_have_been_found_follows_the_best_group() -> None:
    """It is what is marked alone, and a margin for luck, in units of the spread of an outcome in the middle."""
    pool = np.linspace(0, 4, 4001)
    wide = Chance(np.array([0.5, 0.5]), np.zeros(2), np.array([0.3, 0.5]), pool)
    narrow = Chance(np.array([0.5, 0.5]), np.zeros(2), np.array([0.1, 0.1]), pool)
    assert findable([wide, narrow]) == pytest.approx(0.1 * (4 * (1 - LEVEL / 4) + 0.84), abs=0.001)
    assert np.isnan(findable([]))
