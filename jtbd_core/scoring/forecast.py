"""The forecast whether more answers would make the top list surer."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from jtbd_core.scoring.posterior import LEVELS, Posterior
from jtbd_core.scoring.ratings import RatingMatrix
from jtbd_core.scoring.scores import Floats, best_first

MORE = (0, 10, 30, 100)
"""For how many more people the forecast is usually made."""


class Forecast(NamedTuple):
    """The expected share (0–1) of a shown list that is in the true one, and the 95 % interval of its outcomes that are.

    The interval is of whole outcomes, so that it holds the true number in more than 95 of 100 cases.
    """

    share: float
    low: int
    high: int


def forecast(matrix: RatingMatrix, drawn: Posterior, by: str, top: int, more: Sequence[int] = MORE) -> list[Forecast]:
    """Return how much of the shown top list is expected to be in the true one, after each number of more people.

    `drawn` is the posterior of the matrix. With m more people it is the share of the list as it will be shown then,
    made anew from all answers, not of today's list; it rises to 1 as m grows. Newcomers are taken to skip as others did
    and to vary as those seen. Outcomes nobody rated are left out; with nothing to rank the share is NaN.

    The truth is drawn with the learned prior, whose size differs from draw to draw: so it counts that the outcomes may
    differ by chance alone, and that they may not.
    """
    rated = matrix.sums[0] > 0
    points, truth, draws = matrix.scores[by][rated], drawn.learned[by][rated], drawn.joint[by][rated]
    people = len(matrix.respondent_keys)
    return [_expected(points, truth, draws, top, count / max(count + people, 1)) for count in more]


def _expected(points: Floats, truth: Floats, draws: Floats, top: int, new: float) -> Forecast:
    """Return how much of the shown list is expected to be in the true one, when a share `new` (0–1) of people is new.

    The score of all people is that of those seen, moved towards the truth by the share `new`, plus the sampling noise
    of the newcomers, whose variance is new · (1 − new) of that of the `draws` without a learned prior. Points
    `[outcome]`, truth and draws `[outcome, draw]`.
    """
    if len(points) <= top:
        return Forecast(1.0 if len(points) else float("nan"), len(points), len(points))
    noise = draws - draws.mean(axis=1, keepdims=True)
    noise -= noise.mean(axis=0)
    shown = points[:, None] + new * (truth - points[:, None]) + np.sqrt(new * (1 - new)) * np.roll(noise, 1, axis=1)
    right = np.sum(_is_top(shown, top) & _is_top(truth, top), axis=0)
    low, high = np.quantile(right, LEVELS, method="inverted_cdf")
    return Forecast(float(np.mean(right) / top), int(low), int(high))


def _is_top(values: Floats, top: int) -> npt.NDArray[np.bool_]:
    """Return which outcomes are on the list in each draw; equals keep their order, as in the table."""
    is_top = np.zeros(values.shape, bool)
    np.put_along_axis(is_top, best_first(values)[:top], True, axis=0)
    return is_top
