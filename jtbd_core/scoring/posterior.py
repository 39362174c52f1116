"""The posterior of all scores at once: respondents' random weights plus a prior of each kind of rating.

Each respondent has one Exponential(1) weight per draw, shared by all outcomes; each kind of rating of an
outcome gets an independent Gamma(prior). The normalised kinds of an outcome are then Dirichlet(counts + prior),
and outcomes stay as correlated as the answers are (Bayesian bootstrap, Rubin 1981).

With a prior of a quarter of a person per quadrant (important or not × satisfied or not) the intervals are right for an
outcome that was picked beforehand. Of one that is picked because it leads, they claim too much: part of a lead is luck.
What is said of leaders, lists and orders comes from the draws with the prior that `learned_prior` takes from all
outcomes together.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt

from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring.kinds import SUMS, added
from jtbd_core.scoring.learned_prior import learned_prior
from jtbd_core.scoring.ratings import RatingMatrix
from jtbd_core.scoring.scores import Floats, Scores, scores_of
from jtbd_core.scoring.streams import stream

BLOCKS = 4096
"""Above as many respondents, blocks of them are weighted instead of single ones."""

QUADRANT_PRIOR = 0.25
FEWEST_DRAWS = 100
LEVELS = (0.025, 0.975)

GRAIN = np.float32(2**20)
"""Weights are whole multiples of 1/GRAIN, so sums of them are exact and no order of adding can change a digit."""

CHUNK = 512
"""Respondents weighted at a time: 512 × 4,000 draws take 16 MB."""


@dataclass(frozen=True, kw_only=True)
class Posterior:
    """Draws of every score of every outcome, indexed `[outcome, draw]`; each property is drawn when first asked for.

    `units` are the sums of the respondents, or of blocks of them, that were weighted, and `weighted` their weighted
    sums, `[sum, outcome, draw]`.
    """

    matrix: RatingMatrix
    seed: int
    units: Floats
    weighted: Floats

    @cached_property
    def joint(self) -> Scores:
        """The scores with a quarter of a person per quadrant as prior, for what compares groups."""
        return self._scores(self.weighted + self._cells(np.zeros_like(self.matrix.counts)))

    @cached_property
    def alone(self) -> Scores:
        """As `joint`, with less sampling noise for an outcome by itself; the same object up to 4,096 respondents."""
        is_blocked = len(self.matrix.respondent_keys) > BLOCKS
        return self._scores(self._cells(self.matrix.counts)) if is_blocked else self.joint

    @cached_property
    def learned(self) -> Scores:
        """The scores with the prior that all outcomes teach each other; as `joint` for fewer than three outcomes."""
        prior = learned_prior(self.matrix, self.weighted, self.seed)
        return self.joint if prior is None else self._scores(self.weighted + prior)

    def _scores(self, sums: Floats) -> Scores:
        return scores_of(sums, self.matrix.has_importance)

    def _cells(self, counts: Floats) -> Floats:
        return _kind_draws(self.matrix, counts, self.weighted.shape[2], self.seed)


def posterior(matrix: RatingMatrix, draws: int, seed: int) -> Posterior:
    """Draw the posterior of the scores of a matrix of ratings; raise UnusableRatings for too few draws."""
    if draws < FEWEST_DRAWS or seed < 0:
        raise UnusableRatings(f"The draws must be at least {FEWEST_DRAWS} and the seed not negative.")
    units = weighted_units(matrix)
    weighted = _weighted_sums(units, matrix, draws, seed)
    return Posterior(matrix=matrix, seed=seed, units=units, weighted=weighted)


def limits(draws: Floats, point: Floats) -> tuple[Floats, Floats]:
    """Return the 95 % limits of each outcome, widened where needed to take in the point score.

    A prior keeps its draws off the ends of the range, so at 8 of 8 the score itself would lie outside its
    interval.
    """
    low, high = np.quantile(draws, LEVELS, axis=1)
    return np.fmin(low, point), np.fmax(high, point)


def weighted_units(matrix: RatingMatrix) -> Floats:
    """Return the sums that each respondent, or each block of them, adds, indexed `[unit, sum, outcome]`."""
    if len(matrix.respondent_keys) > BLOCKS:
        return _block_sums(matrix)
    return np.ascontiguousarray(matrix.added.T[matrix.kinds].transpose(0, 2, 1))


def _block_sums(matrix: RatingMatrix) -> Floats:
    """Return the sums of each block; a respondent's key decides the block, so nobody else's presence moves anyone."""
    member, many = (matrix.respondent_keys % np.uint64(BLOCKS)).astype(np.int64), matrix.added.shape[1]
    sums = np.empty((BLOCKS, SUMS, len(matrix.outcomes)))
    for place, kinds in enumerate(matrix.kinds.T):
        if matrix.is_weighted:
            each = (of[kinds] * matrix.weights for of in matrix.added)
            sums[:, :, place] = np.column_stack([np.bincount(member, one, BLOCKS) for one in each])
        else:  # to count kinds is faster, and as exact
            counted = np.bincount(member * many + kinds, minlength=BLOCKS * many).reshape(BLOCKS, many)
            sums[:, :, place] = counted @ matrix.added.T
    return sums


def _weighted_sums(units: Floats, matrix: RatingMatrix, draws: int, seed: int) -> Floats:
    """Return the weighted sums of all units, indexed `[sum, outcome, draw]`."""
    keys, given = matrix.respondent_keys, matrix.weights.astype(np.float32)[:, None]
    flat = units.reshape(len(units), units.shape[1] * units.shape[2])
    total = np.zeros((flat.shape[1], draws))
    weights = np.empty((min(CHUNK, len(flat)), draws), np.float32)
    for start in range(0, len(flat), CHUNK):
        chunk, part = flat[start : start + CHUNK], weights[: len(flat) - start]
        if len(keys) > BLOCKS:  # blocks stand in an order of their own, so single precision gives the same digits too
            stream(seed, start).standard_exponential(dtype=np.float32, out=part)
            total += chunk.T.astype(np.float32) @ part
            continue
        for row, key in zip(part, keys[start : start + CHUNK], strict=True):
            stream(seed, key).standard_exponential(dtype=np.float32, out=row)
        total += chunk.T @ np.rint(part * given[start : start + CHUNK] * GRAIN).astype(np.float64) / GRAIN
    return total.reshape(SUMS, -1, draws) * matrix.per_weight[:, None]


def _kind_draws(matrix: RatingMatrix, counts: Floats, draws: int, seed: int) -> Floats:
    """Return the sums of Gamma(count + prior) of each kind, each outcome from its own stream; `[sum, outcome, draw]`.

    The counts are indexed `[outcome, kind]`.
    """
    drawn = np.empty((SUMS, len(matrix.outcomes), draws))

    def draw(place: int) -> None:
        shapes, meaning = _shapes(counts[place], int(matrix.deepest[place]))
        random = stream(seed, matrix.outcome_keys[place])
        drawn[:, place] = meaning @ random.standard_gamma(shapes[:, None], (len(shapes), draws), np.float32)

    with ThreadPoolExecutor() as pool:  # numpy draws without holding the interpreter's lock
        list(pool.map(draw, range(len(matrix.outcomes))))
    return drawn


def _shapes(counts: Floats, deepest: int) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Return count + prior of each kind that is drawn, and what it adds to the sums.

    The prior of a quadrant is whole on the satisfied kind, and spread evenly over the depths.
    """
    sums, drawn = drawn_kinds(deepest)
    count = np.bincount(drawn, weights=counts[: len(drawn)]).astype(float)
    prior = np.where(sums[2] == 1, QUADRANT_PRIOR, QUADRANT_PRIOR / deepest)
    return (count + prior)[1:].astype(np.float32), sums[:, 1:].astype(np.float32)


@cache
def drawn_kinds(deepest: int) -> tuple[Floats, npt.NDArray[np.int64]]:
    """Return what each kind that is drawn adds to the sums, and which of them each kind is.

    Kinds that add the same are drawn as one.
    """
    sums, drawn = np.unique(added(deepest), axis=1, return_inverse=True)
    return sums, drawn.ravel()
