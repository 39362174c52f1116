"""General dominance: how much of an outcome's variation goes with each of several correlated steps.

The general dominance of a step (Budescu 1993; the Shapley value of R²) is the mean, over all sizes of sets of the other
steps, of the R² that the step adds to the sets of that size on the average. The steps' shares add up to R².
"""

from functools import cache
from math import comb

import numpy as np

from jtbd_core.scoring.scores import Floats

MOST_STEPS = 10
"""All sets of so many steps are 1,024."""

SMALLEST = 1e-9
"""A step of which so little variation is left after other steps is a copy of them, and adds nothing."""


def dominance(steps: Floats, outcomes: Floats) -> Floats:
    """Return the share of each outcome's variation that goes with each step, 0–1, indexed `[draw, step, outcome]`.

    Takes the correlations among the steps `[draw, step, step]` and with the outcomes `[draw, step, outcome]`.
    """
    found: Floats = np.tensordot(_gains(steps.shape[-1]), _explained_by_sets(steps, outcomes), axes=1)
    return found.swapaxes(0, 1)


@cache
def _gains(many: int) -> Floats:
    """Return how often R² of each set counts in the share of each of so many steps, `[step, set]`, below 0 without it.

    A set's bits are its steps.
    """
    sets = np.arange(2**many)
    sizes = np.bitwise_count(sets)
    weight = np.array([1 / (many * comb(many - 1, size)) for size in range(many)])
    has = (sets >> np.arange(many)[:, None]) & 1
    return np.where(has == 1, weight[np.maximum(sizes, 1) - 1], -weight[np.minimum(sizes, many - 1)])


def _explained_by_sets(steps: Floats, outcomes: Floats) -> Floats:
    """Return R² of each outcome from each set of steps, `[set, draw, outcome]`; a set's bits are its steps.

    Step by step, every set so far is continued without and with the step; with it, its part is taken out of the
    covariances of the later steps and of the outcomes (Schur complements).
    """
    among, to, found = steps[None], outcomes[None], np.zeros((1, len(steps), outcomes.shape[-1]))
    for _ in range(steps.shape[-1]):
        left = among[:, :, :1, :1]
        factor = np.where(left > SMALLEST, among[:, :, 1:, :1] / np.maximum(left, SMALLEST), 0.0)
        own = to[:, :, :1]
        gain = np.where(left > SMALLEST, own**2 / np.maximum(left, SMALLEST), 0.0)[:, :, 0]
        found = np.concatenate([found, found + gain])
        among, to = (
            np.concatenate([among[:, :, 1:, 1:], among[:, :, 1:, 1:] - factor * among[:, :, :1, 1:]]),
            np.concatenate([to[:, :, 1:], to[:, :, 1:] - factor * own]),
        )
    return found
