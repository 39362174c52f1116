"""The prior that all outcomes of a list teach each other: κ people who answer as on its average outcome.

An outcome that leads owes part of its lead to luck. How much of the spread between outcomes is luck, the answers say
themselves: the shares of the four quadrants (important or not × satisfied or not; without importance, satisfied or not)
differ between outcomes by more than the respondents' random weights alone move them, or they do not. With fewer than
three rated outcomes nothing is learned: the prior is a quarter of a person per quadrant. *Counted* below means each
respondent as often as they count in the measured scores, the same in all draws. Per draw:

1. `shares`: the quadrant shares of each outcome from the weighted answers, without any prior.
2. `luck`: over all draws, the variance of an outcome's share about its mean, after the plain mean over all outcomes in
   the same draw is taken off: what moves all outcomes together is no luck between them.
3. Each outcome gets an Exponential(1) weight v, new in each draw, Σv = 1. τ² = Σ v (x − Σ v x)² of the outcomes'
   counted shares x less Σ v · luck, both summed over quadrants; π = Σ v · `shares` of this draw;
   κ = Σ π(1 − π) / τ² − 1, within 0.3 … 300 (300 where τ² ≤ 0): the size of the Dirichlet distribution with mean π and
   variance τ² (moments, as in Efron and Morris 1973).
4. Some outcomes are truly unlike the rest. Each is set apart, by a draw, with the probability that its counted answers
   come from a Dirichlet-multinomial distribution with one person in all spread evenly over the quadrants rather than
   from one with κ · π, 20 % beforehand; its prior is then that even one.
5. Within a quadrant that falls short the prior spreads over the depths 1 … anchor − 1 as the counted answers in that
   same quadrant to all outcomes with the same anchor do, half a person per quadrant spread evenly over its depths being
   added. The prior of each cell is a Gamma draw of that size.
"""

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
from scipy.special import gammaln

from jtbd_core.scoring.kinds import SUMS, kinds
from jtbd_core.scoring.ratings import RatingMatrix
from jtbd_core.scoring.scores import Floats
from jtbd_core.scoring.streams import stream

FEWEST_OUTCOMES = 3
LEAST_SIZE, GREATEST_SIZE = 0.3, 300.0
APART = 0.2
"""The probability beforehand that an outcome is unlike the rest."""

TINY = 1e-9
"""Added to each quadrant's share, so that a quadrant nobody is in has a distribution."""


class Pool(NamedTuple):
    """What all outcomes together say, per draw: the size κ of the prior `[draw]`, and its people `[quadrant, draw]`.

    `log_norm` is ln Γ(κ) less the sum of ln Γ(people), a term of the likelihood that all outcomes share.
    """

    size: Floats
    people: Floats
    log_norm: Floats


def learned_prior(matrix: RatingMatrix, weighted: Floats, seed: int) -> Floats | None:
    """Return draws of what the prior adds to each outcome's sums, indexed `[sum, outcome, draw]`.

    `weighted` are the sums of the respondents' weighted answers, with the same axes. None where fewer than 3 outcomes
    were rated: they cannot teach each other.
    """
    rated = matrix.sums[0] > 0
    if np.count_nonzero(rated) < FEWEST_OUTCOMES:
        return None
    counts = quadrants(matrix.sums, matrix.has_importance)
    weights = np.stack([_of_outcome(seed, key).standard_exponential(weighted.shape[2]) for key in matrix.outcome_keys])
    shares = quadrants(weighted[:, rated], matrix.has_importance)
    pool = pooled(counts[:, rated], shares / shares.sum(axis=0), weights[rated])
    depths = {deepest: _depths(matrix, deepest) for deepest in set(matrix.deepest.tolist())}
    drawn = np.empty((SUMS, len(matrix.outcomes), weighted.shape[2]))

    def draw(place: int) -> None:
        random = _of_outcome(seed, matrix.outcome_keys[place])
        random.standard_exponential(weighted.shape[2])  # these are its weights in the pool
        apart = random.random(weighted.shape[2]) < p_apart(counts[:, place], pool)
        prior = np.where(apart, 1 / len(counts), pool.people)
        drawn[:, place] = _drawn_sums(prior, depths[int(matrix.deepest[place])], random)

    with ThreadPoolExecutor() as threads:  # numpy draws without holding the interpreter's lock
        list(threads.map(draw, range(len(matrix.outcomes))))
    return drawn


def quadrants(sums: Floats, has_importance: bool) -> Floats:
    """Return the people in each quadrant from sums `rated, important, satisfied, depth, unmet` (first axis of both).

    The order is important and short, important and satisfied, then the same of those to whom it is not important;
    without importance there are the first two.
    """
    rated, important, satisfied, _, unmet = sums
    first = unmet, important - unmet
    rest = rated - important - satisfied + first[1], satisfied - first[1]
    found: Floats = np.maximum(np.stack([*first, *rest] if has_importance else first), 0.0)
    return found


def pooled(counts: Floats, shares: Floats, weights: Floats) -> Pool:
    """Return what all outcomes say together.

    Takes the people `[quadrant, outcome]`, the shares of each draw `[quadrant, outcome, draw]`, and the outcomes'
    weights `[outcome, draw]`.
    """
    weights = weights / weights.sum(axis=0)
    measured = counts / counts.sum(axis=0)
    luck = shares - shares.mean(axis=2, keepdims=True)
    luck -= luck.mean(axis=1, keepdims=True)
    centre = measured @ weights
    spread = (measured**2).sum(axis=0) @ weights - (centre**2).sum(axis=0)
    tau2 = spread - (luck**2).mean(axis=2).sum(axis=0) @ weights
    table = np.einsum("qob,ob->qb", shares, weights) + TINY
    table /= table.sum(axis=0)
    size = (table * (1 - table)).sum(axis=0) / np.maximum(tau2, TINY) - 1
    size = np.clip(np.where(tau2 > 0, size, GREATEST_SIZE), LEAST_SIZE, GREATEST_SIZE)
    people = size * table
    return Pool(size, people, gammaln(size) - gammaln(people).sum(axis=0))


def p_apart(counts: Floats, pool: Pool) -> Floats:
    """Return the probability that an outcome with these counts `[quadrant]` is unlike the rest, per draw."""
    alike = pool.log_norm - gammaln(pool.size + counts.sum()) + gammaln(pool.people + counts[:, None]).sum(axis=0)
    even = np.full(len(counts), 1 / len(counts))
    unlike = gammaln(1.0) - gammaln(1.0 + counts.sum()) + (gammaln(even + counts) - gammaln(even)).sum()
    odds = np.exp(np.clip(alike - unlike, -500, 500)) * (1 - APART) / APART
    probability: Floats = 1 / (1 + odds)
    return probability


def _depths(matrix: RatingMatrix, deepest: int) -> Floats:
    """Return how those who fall short spread over the depths 1 … `deepest`, `[important or not, depth]`, sums 1."""
    counts = matrix.counts[matrix.deepest == deepest].sum(axis=0)[1:]
    possible = kinds(deepest)
    found = np.full((2, deepest), 0.5 / deepest)
    for kind, count in zip(possible, counts[: len(possible)], strict=True):
        if kind.depth:
            found[int(not kind.is_important), kind.depth - 1] += count
    shares: Floats = found / found.sum(axis=1, keepdims=True)
    return shares


def _drawn_sums(prior: Floats, depths: Floats, random: np.random.Generator) -> Floats:
    """Return the sums of Gamma draws of a prior `[quadrant, draw]`, its short quadrants spread over the depths."""
    halves = []
    for half, depth in zip(range(0, len(prior), 2), depths, strict=False):
        short, satisfied = prior[half], prior[half + 1]
        shapes = np.vstack([depth[:, None] * short, satisfied]).astype(np.float32)
        halves.append(random.standard_gamma(shapes, dtype=np.float32).astype(np.float64))
    short = [half[:-1].sum(axis=0) for half in halves]
    satisfied = sum(half[-1] for half in halves)
    deep = sum((np.arange(1, len(half)) @ half[:-1] for half in halves), np.zeros(prior.shape[1]))
    important = short[0] + halves[0][-1]
    found: Floats = np.stack([sum(short) + satisfied, important, satisfied, deep, short[0]])
    return found


def _of_outcome(seed: int, key: np.uint64) -> np.random.Generator:
    """Return the stream of an outcome's prior: another than that of its own cells."""
    return stream(seed, ~key)
