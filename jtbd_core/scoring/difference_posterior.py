"""The posterior of differences between a group and the others, shrunk as far as the group's answers are few and alike.

A large difference owes part of itself to luck. As with scores (`learned_prior`) all outcomes say how much. Both sides
of an outcome get a prior of people who answer as all its raters do, m:

1. δ² = Σ (x − y)² over quadrants (important or not × satisfied or not) of the counted shares of group and others, less
   what luck alone makes of it, Σ m(1 − m) · (1/n + 1/n'), where n and n' are their numbers of people.
2. Per draw outcomes get Exponential(1) weights v, Σv = 1; τ² = Σ v · δ² and κ = Σ v Σ m(1 − m) / τ² − 1, within
   0.3 … 300 (300 where τ² ≤ 0): κ people are worth what the spread of true differences says.
3. The group's prior is κ · (n + n') / n' people, the others' is κ · (n + n') / n: so both are drawn to m by the same
   factor h / (h + κ), h = nn' / (n + n'), which is that of a normal difference with the variance τ² beforehand.
4. Some differences are unlike the rest: with the probability that the smaller side's quadrants come from a quarter of a
   person per quadrant rather than from κ people who answer as the larger side does, 20 % beforehand, both sides get the
   quarters instead (Dirichlet-multinomial likelihoods).

The cells of each side are Gamma(counts + prior), normalised; draws of differences are those of the scores.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import gammaln

from jtbd_core.scoring.learned_prior import APART, FEWEST_OUTCOMES, GREATEST_SIZE, LEAST_SIZE, quadrants
from jtbd_core.scoring.posterior import LEVELS, QUADRANT_PRIOR
from jtbd_core.scoring.ratings import Places
from jtbd_core.scoring.scores import Floats, scores_of

Singles = npt.NDArray[np.float32]

DRAWS = 1000


class Sides(NamedTuple):
    """How many people of the group and of the others gave a rating of each kind, `[outcome, kind]`, 0 being missing.

    `added` is what a rating of each kind adds to the sums, `deepest` the greatest depth of each outcome's scale.
    """

    own: Floats
    others: Floats
    added: Floats
    deepest: Places
    has_importance: bool


class _Cells(NamedTuple):
    """The cells that are drawn: what each adds to the sums `[sum, cell]`, and the people of both sides.

    These are indexed `[cell, outcome]`, as is `flat`: a quarter of a person per quadrant, spread evenly over the
    depths of each scale.
    """

    added: Floats
    own: Floats
    others: Floats
    flat: Floats


def difference_limits(
    sides: Sides, differences: dict[str, Floats], random: np.random.Generator, spreads: dict[str, Floats] | None = None
) -> dict[str, tuple[Floats, Floats]]:
    """Return the 95 % limits of the differences by name of score, widened where needed to take in the measured one.

    Where `spreads` are given, those under labels shuffled inside strata, the draws get that standard deviation about
    the measured difference. They are then not shrunk, nor for fewer than three outcomes: the prior is a quarter of a
    person per quadrant.
    """
    cells = _cells(sides, with_depths="value_wanted" in differences)
    is_learned = spreads is None and len(sides.own) >= FEWEST_OUTCOMES
    flat = cells.flat[..., None].astype(np.float32)
    prior = _learned(cells, sides.has_importance, random) if is_learned else (flat, flat)
    drawn = []
    for counts, learned in zip((cells.own, cells.others), prior, strict=True):
        shapes = counts[..., None].astype(np.float32) + learned
        people = random.standard_gamma(np.broadcast_to(shapes, (*counts.shape, DRAWS)), dtype=np.float32)
        sums = cells.added.astype(np.float32) @ people.reshape(len(people), -1)
        drawn.append(scores_of(sums.reshape(len(sums), -1, DRAWS).astype(float), sides.has_importance))
    limits = {}
    for name, difference in differences.items():
        draws = drawn[0][name] - drawn[1][name]
        if spreads is not None:
            wide = spreads[name] / draws.std(axis=1)
            draws = difference[:, None] + (draws - draws.mean(axis=1, keepdims=True)) * wide[:, None]
        low, high = np.quantile(draws, LEVELS, axis=1)
        limits[name] = np.fmin(low, difference), np.fmax(high, difference)
    return limits


def _cells(sides: Sides, with_depths: bool) -> _Cells:
    """Return the cells of both sides; `with_depths` a cell per depth, else one for all who fall short."""
    depth = sides.added[3] if with_depths else np.minimum(sides.added[3], 1)
    kinds = np.vstack([sides.added[:3], depth, sides.added[4]])[:, 1:]
    added, cell = np.unique(kinds, axis=1, return_inverse=True)
    merged = (cell.ravel() == np.arange(added.shape[1])[:, None]).astype(float)
    _, important, _, depth, _ = added[..., None]
    deepest = sides.deepest if with_depths else np.ones_like(sides.deepest)
    is_asked = (depth <= deepest) & ((important > 0) | sides.has_importance)
    flat = np.where(is_asked, QUADRANT_PRIOR / np.where(depth > 0, deepest, 1), 0.0)
    return _Cells(added, merged @ sides.own.T[1:], merged @ sides.others.T[1:], flat)


def _learned(cells: _Cells, has_importance: bool, random: np.random.Generator) -> tuple[Singles, Singles]:
    """Return the prior of the cells of both sides, `[cell, outcome, draw]`."""
    alike = cells.own + cells.others + cells.flat
    alike = alike / alike.sum(axis=0)
    mine, theirs, table = (quadrants(cells.added @ one, has_importance) for one in (cells.own, cells.others, alike))
    size = _sizes(mine, theirs, table, random)
    n, many = mine.sum(axis=0), theirs.sum(axis=0)
    apart = random.random((len(n), DRAWS), np.float32) < _p_apart(mine, theirs, float(np.median(size)))[:, None]
    flat = cells.flat[..., None].astype(np.float32)
    own, others = (
        np.where(apart, flat, (alike * ((n + many) / side))[..., None].astype(np.float32) * size.astype(np.float32))
        for side in (many, n)
    )
    return own, others


def _sizes(own: Floats, others: Floats, table: Floats, random: np.random.Generator) -> Floats:
    """Return κ of each draw from the people `[quadrant, outcome]` and the shares of all raters."""
    n, many = own.sum(axis=0), others.sum(axis=0)
    spread = (table * (1 - table)).sum(axis=0)
    apart = ((own / n - others / many) ** 2).sum(axis=0) - spread * (1 / n + 1 / many)
    weights = random.standard_exponential((len(n), DRAWS))
    weights /= weights.sum(axis=0)
    tau2 = apart @ weights
    size = np.where(tau2 > 0, spread @ weights / np.maximum(tau2, 1e-9) - 1, GREATEST_SIZE)
    sizes: Floats = np.clip(size, LEAST_SIZE, GREATEST_SIZE)
    return sizes


def _p_apart(own: Floats, others: Floats, size: float) -> Floats:
    """Return the probability of each outcome that its difference is unlike the rest; people as in `_sizes`."""
    is_own = own.sum(axis=0) <= others.sum(axis=0)
    smaller, larger = np.where(is_own, own, others), np.where(is_own, others, own)
    n = larger.sum(axis=0)
    centre = (larger + QUADRANT_PRIOR) / (n + QUADRANT_PRIOR * len(larger))
    alike = centre / (1 / size + 1 / n)  # that the larger side is known from n people only widens it
    even = np.full_like(alike, QUADRANT_PRIOR)
    with np.errstate(over="ignore"):
        odds = np.exp(_log_likelihood(smaller, alike) - _log_likelihood(smaller, even)) * (1 - APART) / APART
    probability: Floats = 1 / (1 + odds)
    return probability


def _log_likelihood(counts: Floats, prior: Floats) -> Floats:
    """Return the Dirichlet-multinomial log likelihood of counts `[quadrant, outcome]`, less what no prior changes."""
    size = prior.sum(axis=0)
    found: Floats = (
        gammaln(size) - gammaln(size + counts.sum(axis=0)) + (gammaln(prior + counts) - gammaln(prior)).sum(axis=0)
    )
    return found
