"""Correlations of columns with missing values, each from the people who have both, for everybody and per draw.

Planned missing leaves hardly anybody with all columns; every pair of columns has its own people (pairwise moments).
"""

import numpy as np
import numpy.typing as npt

from jtbd_core.scoring.scores import Floats

SMALLEST = 0.01
"""The least eigenvalue of a matrix of correlations: those of different people can contradict each other."""

MOST_EXPLAINED = 0.99
"""The most variation of an outcome that correlations may explain together."""


def correlations(first: Floats, second: Floats, weights: Floats) -> Floats:
    """Return the correlations of the columns of two matrices `[person, column]`, NaN being missing.

    `weights` has a row of weights of the people per draw; the result is indexed `[draw, first, second]`, 0 where a
    column does not vary.
    """
    (rated, values, squares), (is_second, others, other_squares) = _moments(first), _moments(second)
    left, right = np.hstack([rated, values, squares]), np.hstack([is_second, others, other_squares])
    a, b = first.shape[1], second.shape[1]
    found = np.empty((len(weights), a, b))
    for draw, weight in enumerate(weights):
        sums = (left * weight[:, None]).T @ right
        n, s, q = sums[:a, :b], sums[a : 2 * a, :b], sums[2 * a :, :b]
        s2, q2 = sums[:a, b : 2 * b], sums[:a, 2 * b :]
        found[draw] = _correlation(n, s, q, s2, q2, sums[a : 2 * a, b : 2 * b])
    return found


def shuffled_correlations(steps: Floats, outcome: Floats, shuffles: int, random: np.random.Generator) -> Floats:
    """Return correlations of the columns of `steps` with an outcome whose values are shuffled over people.

    Both are of people who rated the outcome. Indexed `[shuffle, step]`.
    """
    rated, values, squares = _moments(steps)
    shuffled = random.permuted(np.tile(outcome, (shuffles, 1)), axis=1)
    n, s2, q2 = rated.sum(axis=0), shuffled @ rated, shuffled**2 @ rated
    return _correlation(n, values.sum(axis=0), squares.sum(axis=0), s2, q2, shuffled @ values)


def proper(steps: Floats) -> Floats:
    """Return matrices of correlations `[…, step, step]` whose eigenvalues are `SMALLEST` or more."""
    values, vectors = np.linalg.eigh(steps)
    if values.min() >= SMALLEST:
        return steps
    mended = (vectors * np.maximum(values, SMALLEST)[..., None, :]) @ np.swapaxes(vectors, -1, -2)
    spread = np.sqrt(np.diagonal(mended, axis1=-2, axis2=-1))
    found: Floats = mended / (spread[..., :, None] * spread[..., None, :])
    return found


def explained(steps: Floats, outcome: Floats) -> Floats:
    """Return R² of outcomes `[…, step, outcome]` from the steps `[…, step, step]`, at most `MOST_EXPLAINED`."""
    weights = np.linalg.solve(steps, outcome)
    found: Floats = np.minimum((weights * outcome).sum(axis=-2), MOST_EXPLAINED)
    return found


def _moments(values: Floats) -> tuple[Floats, Floats, Floats]:
    """Return where there are values (0 or 1), the values with 0 for missing ones, and their squares."""
    is_there: npt.NDArray[np.bool_] = ~np.isnan(values)
    filled = np.where(is_there, values, 0.0)
    return is_there.astype(np.float64), filled, filled**2


def _correlation(n: Floats, s: Floats, q: Floats, s2: Floats, q2: Floats, p: Floats) -> Floats:
    """Return correlations from n, Σx, Σx², Σy, Σy² and Σxy of the people of each pair; 0 where one does not vary."""
    with np.errstate(invalid="ignore", divide="ignore"):
        spread = (q / n - (s / n) ** 2) * (q2 / n - (s2 / n) ** 2)
        found = (p / n - s * s2 / n**2) / np.sqrt(spread)
    return np.where(spread > 1e-12, found, 0.0)
