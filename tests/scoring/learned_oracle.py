"""The learned prior once more: slow, plain code that shares no line with the product.

It was written from the docstring of `jtbd_core.scoring.learned_prior` alone, so that a slip in either shows as a
difference between the two.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import gammaln

Array = NDArray[np.float64]

APART_BEFOREHAND = 0.2
SMALLEST, LARGEST = 0.3, 300.0


def learned_columns(drawn: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return a row per outcome (the index): `…_expected`, `…_expected_low`, `…_expected_high` of each score drawn."""
    columns = {}
    for score, draws in drawn.items():
        columns[f"{score}_expected"] = draws.mean()
        columns[f"{score}_expected_low"] = draws.quantile(0.025)
        columns[f"{score}_expected_high"] = draws.quantile(0.975)
    return pd.DataFrame(columns)


def learned_draws(ratings: pd.DataFrame, anchors: dict[str, int], draws: int, seed: int) -> dict[str, pd.DataFrame]:
    """Return the posterior draws of each score: a row per draw, a column per outcome.

    The scores are opportunity (0–20), unmet (0–1), value_wanted (0 to anchor − 1) and share_short (0–1); without
    the column `importance` only value_wanted and share_short. `ratings` has the columns of `Store.ratings`, `anchors`
    the anchor of each outcome, `draws` is their number.
    """
    random = np.random.default_rng(seed)
    outcomes, answers = answers_of(ratings, anchors)
    counts = np.tensordot(random.exponential(size=(draws, len(answers))), answers, axes=1)
    shares = shares_of(quadrants(counts))
    luck = (shares - shares.mean(axis=1, keepdims=True)).var(axis=0)
    measured = quadrants(answers.sum(axis=0))
    of_quadrants = np.array([prior_of_quadrants(measured, of_draw, luck, random) for of_draw in shares])
    prior = prior_of_cells(of_quadrants, spread_over_depths(answers.sum(axis=0), [anchors[name] for name in outcomes]))
    scores = scores_of(counts + random.gamma(prior))
    return {name: pd.DataFrame(of_draws, columns=outcomes) for name, of_draws in scores.items()}


def answers_of(ratings: pd.DataFrame, anchors: dict[str, int]) -> tuple[list[str], Array]:
    """Return the outcomes and 1 where a person gave an outcome this kind of answer, else 0.

    The axes are person, outcome, important (not, yes; a single entry without importance) and depth (0 if satisfied,
    else anchor − experience): the last two make up the cells.
    """
    rated = ratings.dropna(subset=[kind for kind in ("importance", "experience") if kind in ratings])
    people, outcomes = sorted(rated["respondent"].unique()), sorted(rated["outcome"].unique())
    levels = 2 if "importance" in rated else 1
    answers = np.zeros((len(people), len(outcomes), levels, max(anchors.values())))
    for answer in rated.to_dict("records"):
        important = int(answer["importance"] >= 4) if levels == 2 else 0
        depth = int(max(anchors[answer["outcome"]] - answer["experience"], 0))
        answers[people.index(answer["respondent"]), outcomes.index(answer["outcome"]), important, depth] = 1
    return outcomes, answers


def quadrants(cells: Array) -> Array:
    """Return what the quadrants hold of each outcome: the satisfied ones first, then those that fall short."""
    return np.concatenate([cells[..., 0], cells[..., 1:].sum(axis=-1)], axis=-1)


def shares_of(counts: Array) -> Array:
    """Return the shares of the quadrants, which add up to 1 in each outcome."""
    return counts / counts.sum(axis=-1, keepdims=True)


def prior_of_quadrants(counts: Array, shares: Array, luck: Array, random: np.random.Generator) -> Array:
    """Return the prior of one draw: its size, in people, in each quadrant of each outcome.

    `counts` holds the unweighted numbers of answers in the quadrants, `shares` what they hold in this draw.
    """
    weight = random.exponential(size=len(counts))
    weight = weight / weight.sum()
    mean = weight @ shares
    usual = size_of_prior(shares_of(counts), mean, luck, weight) * mean
    even = np.full(len(mean), 1 / len(mean))
    apart = random.random(len(counts)) < probability_apart(counts, even, usual)
    return np.where(apart[:, None], even, usual)


def prior_of_cells(of_quadrants: Array, depths: Array) -> Array:
    """Return the prior of quadrants, those that fall short being spread over the depths."""
    levels = depths.shape[1]
    satisfied, short = of_quadrants[..., :levels, None], of_quadrants[..., levels:, None]
    return np.concatenate([satisfied, short * depths], axis=-1)


def size_of_prior(measured: Array, mean: Array, luck: Array, weight: Array) -> float:
    """Return κ, the number of people the prior is worth, from the spread of measured shares beyond luck."""
    between = weight @ (measured - weight @ measured) ** 2
    variance = between.sum() - (weight @ luck).sum()
    if variance <= 0:
        return LARGEST
    return float(np.clip((mean * (1 - mean)).sum() / variance - 1, SMALLEST, LARGEST))


def probability_apart(counts: Array, even: Array, usual: Array) -> Array:
    """Return how probably each outcome, with these counts, is unlike the rest."""
    odds = APART_BEFOREHAND / (1 - APART_BEFOREHAND)
    odds = odds * np.exp(log_likelihood(counts, even) - log_likelihood(counts, usual))
    return np.asarray(odds / (1 + odds))


def log_likelihood(counts: Array, prior: Array) -> Array:
    """Return the log of each outcome's Dirichlet-multinomial probability, less a term in which no prior occurs."""
    prior, counts = prior[prior > 0], counts[:, prior > 0]
    of_people = gammaln(prior.sum()) - gammaln(prior.sum() + counts.sum(axis=1))
    return np.asarray(of_people + (gammaln(prior + counts) - gammaln(prior)).sum(axis=1))


def spread_over_depths(measured: Array, anchors: list[int]) -> Array:
    """Return how the quadrants that fall short spread over depths 1, 2, …, indexed outcome, important, depth."""
    spread = np.zeros(measured[:, :, 1:].shape)
    for outcome, anchor in enumerate(anchors):
        alike = measured[[other == anchor for other in anchors]].sum(axis=0)[:, 1:anchor]
        alike = alike + 0.5 / (anchor - 1)
        spread[outcome, :, : anchor - 1] = alike / alike.sum(axis=1, keepdims=True)
    return spread


def scores_of(cells: Array) -> dict[str, Array]:
    """Return the scores of each outcome (last axis) whose answers fall into the cells in these proportions."""
    cells = cells / cells.sum(axis=(-2, -1), keepdims=True)
    by_depth, depths = cells.sum(axis=-2), np.arange(cells.shape[-1])
    scores = {"value_wanted": by_depth @ depths, "share_short": by_depth[..., 1:].sum(axis=-1)}
    if cells.shape[-2] == 2:
        importance, satisfaction = 10 * cells[..., 1, :].sum(axis=-1), 10 * by_depth[..., 0]
        scores["opportunity"] = importance + np.maximum(importance - satisfaction, 0)
        scores["unmet"] = cells[..., 1, 1:].sum(axis=-1)
    return scores
