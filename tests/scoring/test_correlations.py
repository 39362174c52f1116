"""Correlations from the people who have both of two columns."""

import numpy as np
import pandas as pd
import pytest

from jtbd_core.scoring.correlations import SMALLEST, correlations, explained, proper, shuffled_correlations


def test_each_pair_has_its_own_people() -> None:
    """With missing values each correlation is that of pandas for the same two columns."""
    random = np.random.default_rng(1)
    values = random.normal(size=(60, 4)) + random.normal(size=(60, 1))
    values[random.random(values.shape) < 0.4] = np.nan
    expected = pd.DataFrame(values).corr().to_numpy()
    found = correlations(values[:, :2], values[:, 2:], np.ones((1, 60)))[0]
    assert found == pytest.approx(expected[:2, 2:])


def test_weights_count_people_as_often_as_they_say() -> None:
    """A person of weight 2 is as good as two, and one of weight 0 is not there."""
    values = np.array([[1.0, 2], [2, 1], [4, 5], [5, 3]])
    weighted = correlations(values[:, :1], values[:, 1:], np.array([[2.0, 1, 0, 1]]))
    repeated = values[[0, 0, 1, 3]]
    assert weighted[0, 0, 0] == pytest.approx(np.corrcoef(repeated.T)[0, 1])


def test_what_does_not_vary_goes_with_nothing() -> None:
    """A column of one value has correlation 0, not an error."""
    assert correlations(np.ones((5, 1)), np.arange(5.0)[:, None], np.ones((1, 5)))[0, 0, 0] == 0


def test_shuffled_answers_go_with_nothing_on_the_average() -> None:
    """Their correlations lie around 0 by 1 / √(n − 1), also where a step was not rated by all."""
    random = np.random.default_rng(2)
    steps = random.normal(size=(80, 2))
    steps[:30, 1] = np.nan
    found = shuffled_correlations(steps, steps[:, 0] + 1, 2000, random)
    assert np.abs(found.mean(axis=0)).max() < 0.02
    assert found.std(axis=0) == pytest.approx([1 / np.sqrt(79), 1 / np.sqrt(49)], rel=0.1)


def test_contradictory_correlations_are_mended() -> None:
    """Those of different people may have no common cause; what they explain stays below all."""
    steps = np.array([[[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]])
    found = proper(steps)
    assert np.linalg.eigvalsh(found).min() > SMALLEST / 3
    assert found[0].diagonal() == pytest.approx(1)
    assert explained(found, np.array([[[0.9], [0.9], [0.9]]])).max() < 1
