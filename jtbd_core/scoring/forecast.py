"""The forecast whether more answers would make the top list surer."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from jtbd_core.scoring.posterior import Posterior
from jtbd_core.scoring.ratings import RatingMatrix
from jtbd_core.scoring.scores import Floats, best_first

MORE = (0, 10, 30, 100)
"""For how many more people the forecast is usually made."""

LEAST_TRUST = 1e-9
"""The least trust in an outcome: where all differ by chance alone, the draws still order them at random."""


def forecast(matrix: RatingMatrix, drawn: Posterior, by: str, top: int, more: Sequence[int] = MORE) -> list[float]:
    """Return the expected share of the shown top list that is in the true one, after each number of more people.

    `drawn` is the posterior of the matrix. With m more people it is the share of the list as it will be shown then,
    made anew from all answers, not of today's list; it rises to 1 as m grows. Newcomers are taken to skip as others did
    and to vary as those seen. Outcomes nobody rated are left out; with nothing to rank the share is NaN.

    The leaders of a list owe part of their lead to luck, so the mean of `p_top` over the list is too high: 0.66 where
    0.50 was right, with 32 people and 12 outcomes that differ little (simulated). Here the draws are first shrunk
    towards the mean of all outcomes by as much as chance alone spreads them (empirical Bayes, Morris 1983): 0.50 in
    that case, and within 0.05 from 20 people up. Below 12 people, or if all outcomes are truly alike, it still is a
    ceiling.
    """
    rated = matrix.sums[0] > 0
    points, draws = matrix.scores[by][rated], drawn.joint[by][rated]
    people = len(matrix.respondent_keys)
    return [_expected_share(points, draws, top, count / max(count + people, 1)) for count in more]


def _expected_share(points: Floats, draws: Floats, top: int, new: float) -> float:
    """Return the expected share of the shown list that is in the true one, when a share `new` (0–1) of people is new.

    The score of all people is that of those seen, moved towards the truth by the share `new`, plus the sampling noise
    of the newcomers, whose variance is new · (1 − new) of the posterior's. Points `[outcome]`, draws `[outcome, draw]`.
    """
    if len(points) <= top:
        return 1.0 if len(points) else float("nan")
    noise = draws - draws.mean(axis=1, keepdims=True)
    noise -= noise.mean(axis=0)
    truth = _shrunk(points, noise)
    shown = points[:, None] + new * (truth - points[:, None]) + np.sqrt(new * (1 - new)) * np.roll(noise, 1, axis=1)
    return float(np.mean(np.sum(_is_top(shown, top) & _is_top(truth, top), axis=0)) / top)


def _shrunk(points: Floats, noise: Floats) -> Floats:
    """Return draws of the true scores, each outcome trusted by its share of the spread that is not noise."""
    chance = np.mean(noise**2, axis=1)
    spread = max(np.var(points, ddof=1) - np.sum(chance) / (len(points) - 1), 0.0)
    trust = np.maximum(spread / (spread + chance), LEAST_TRUST)[:, None]
    centre = points.mean()
    truth: Floats = centre + trust * (points - centre)[:, None] + np.sqrt(trust) * noise
    return truth


def _is_top(values: Floats, top: int) -> npt.NDArray[np.bool_]:
    """Return which outcomes are on the list in each draw; equals keep their order, as in the table."""
    is_top = np.zeros(values.shape, bool)
    np.put_along_axis(is_top, best_first(values)[:top], True, axis=0)
    return is_top
