"""General dominance, against the definition and a published property: the shares add up to R²."""

from itertools import combinations

import numpy as np
import pytest

from jtbd_core.scoring.dominance import dominance
from jtbd_core.scoring.scores import Floats


def correlated(many: int) -> Floats:
    """Return the correlations of so many steps and two outcomes, that all share a mood."""
    random = np.random.default_rng(many)
    values = random.normal(size=(300, many + 2)) + random.normal(size=(300, 1))
    return np.corrcoef(values.T)


def by_definition(table: Floats, step: int, outcome: int, many: int) -> float:
    """Return the mean over sizes of sets of the mean gain of R² by a step, from all sets of the others."""

    def r2(inside: tuple[int, ...]) -> float:
        to = table[list(inside), outcome]
        return float(to @ np.linalg.solve(table[np.ix_(inside, inside)], to)) if inside else 0.0

    others = [one for one in range(many) if one != step]
    sizes = range(len(others) + 1)
    return float(np.mean([np.mean([r2((*set_, step)) - r2(set_) for set_ in combinations(others, k)]) for k in sizes]))


@pytest.mark.parametrize("many", [1, 2, 6])
def test_shares_are_those_of_the_definition(many: int) -> None:
    """Each step's share is its mean gain over all sets of the others, and all add up to R²."""
    table = correlated(many)
    found = dominance(table[None, :many, :many], table[None, :many, many:])[0]
    for step in range(many):
        for outcome in range(2):
            assert found[step, outcome] == pytest.approx(by_definition(table, step, many + outcome, many))
    explained = (table[:many, many:] * np.linalg.solve(table[:many, :many], table[:many, many:])).sum(axis=0)
    assert found.sum(axis=0) == pytest.approx(explained)


def test_a_copy_of_a_step_shares_with_it() -> None:
    """Two steps that always agree have the same share, and neither makes the figures run away."""
    steps = np.array([[1, 1, 0.3], [1, 1, 0.3], [0.3, 0.3, 1]])
    found = dominance(steps[None], np.array([[[0.6], [0.6], [0.2]]]))[0, :, 0]
    assert found[0] == pytest.approx(found[1])
    assert found.sum() == pytest.approx(0.36, abs=0.01)
