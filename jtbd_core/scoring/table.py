"""The table of scores: one row per outcome, best first."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring.posterior import LEVELS, Posterior, limits, posterior
from jtbd_core.scoring.ranks import drawn_ranks, rank_ranges, simultaneous_rank_ranges
from jtbd_core.scoring.ratings import RatingMatrix, rating_matrix
from jtbd_core.scoring.readings import Anchor
from jtbd_core.scoring.scores import ORDERS, Floats, best_first, expected_names, score_names
from jtbd_core.scoring.ties import tie_groups
from jtbd_core.scoring.weights import Weights

DRAWS, SEED = 4000, 0
INSTEAD = {"opportunity": "value_wanted", "unmet": "share_short"}
"""What orders a list instead where importance was not asked."""


def score(  # noqa: PLR0913 - whatever may differ between two tables of the same ratings
    ratings: pd.DataFrame,
    anchor: Anchor = 4,
    top: int = 5,
    by: str = "opportunity",
    draws: int = DRAWS,
    seed: int = SEED,
    weights: Weights | None = None,
) -> pd.DataFrame:
    """Return the scores of each outcome with their 95 % intervals, best first.

    Ratings have the columns `respondent, outcome, importance, experience`; `anchor` is one number from 2 to 5
    or a mapping from outcome; `by` is `opportunity`, `unmet`, `value_wanted` or `share_short`. Only people who gave
    both ratings count for an outcome. Columns:

    - `outcome, n`, and with weights `n_eff`: how many people of equal weights would say as much (`effective_n`);
    - measured, as the answers given say: `importance, satisfaction` (0–10), `opportunity` (0–20), `unmet` (0–1, share
      of people to whom it is important and for whom it falls short), `value_wanted` (scale points) and `share_short`
      (0–1), each followed by `…_low` and `…_high`, right for an outcome that was picked beforehand;
    - expected when asked again: the last four, `…_expected`, `…_expected_low` and `…_expected_high`, the mean and the
      limits of the posterior with the learned prior (`learned_prior`), right for the leaders of a list too;
    - from the same draws: `p_top`, the probability to be among the `top`; `rank_low, rank_high`, each right by itself;
      `rank_set_low, rank_set_high`, right all at once; and `tie_group` (`tie_groups`).

    Without a column `importance` there is no importance, opportunity or unmet, and `by` is `value_wanted` instead of
    `opportunity`, `share_short` instead of `unmet`. With fewer than three outcomes there is nothing to learn a prior
    from: expected and measured scores then share one posterior. An outcome nobody rated comes last, its scores NaN and
    its ranks and group <NA>. The same ratings and seed give the same digits in whatever order the rows come.

    `weights` map respondents to numbers above 0 on any scale; those who rated an outcome then count in proportion to
    theirs, and as `n_eff` people in all. Equal weights change no digit.

    Raises:
        UnusableRatings: the message names the column, the argument or the respondent.
    """
    matrix = rating_matrix(ratings, anchor, weights)
    by = order_by(by, matrix.has_importance)
    refuse_top(top)
    return score_table(matrix, posterior(matrix, draws, seed), by, top, ratings["outcome"])


def score_table(matrix: RatingMatrix, drawn: Posterior, by: str, top: int, outcomes: "pd.Series[Any]") -> pd.DataFrame:
    """Return the table of `score` for the matrix of ratings with these `outcomes`, and the posterior drawn for it."""
    sums, found = matrix.sums, matrix.scores
    order = best_first(found[by])
    table: dict[str, Any] = {"outcome": _named(matrix, outcomes, order), "n": matrix.people[order]}
    if matrix.is_weighted:
        table["n_eff"] = sums[0][order]
    rated = np.where(sums[0] > 0, 1.0, np.nan)
    for name in score_names(matrix.has_importance):
        low, high = limits(drawn.alone[name], found[name])
        table |= _ordered({name: found[name], f"{name}_low": low * rated, f"{name}_high": high * rated}, order)
    for name in expected_names(matrix.has_importance):
        draws = drawn.learned[name]
        middle, (low, high) = draws.mean(axis=1), np.quantile(draws, LEVELS, axis=1)
        columns = {"": middle * rated, "_low": low * rated, "_high": high * rated}
        table |= _ordered({f"{name}_expected{ending}": values for ending, values in columns.items()}, order)
    standing = _standing(drawn, by, order[: np.count_nonzero(sums[0])], len(order), top)
    return pd.DataFrame(table | standing)


def _ordered(columns: dict[str, Floats], order: npt.NDArray[np.intp]) -> dict[str, Floats]:
    return {name: values[order] for name, values in columns.items()}


def order_by(by: str, has_importance: bool) -> str:
    """Return the score that decides the order; refuse an unknown one."""
    if by not in ORDERS:
        *others, last = ORDERS
        raise UnusableRatings(f"The order must be by {', '.join(others)} or {last}, not {by}.")
    return by if has_importance else INSTEAD.get(by, by)


def refuse_top(top: int) -> None:
    """Refuse a length of the top list below 1."""
    if top < 1:
        raise UnusableRatings(f"The top list must have at least 1 outcome, not {top}.")


def _named(matrix: RatingMatrix, given: "pd.Series[Any]", order: npt.NDArray[np.intp]) -> pd.Series:
    """Return the outcomes in order, with the type they came in; categories become their values."""
    dtype = given.dtype
    plain = dtype.categories.dtype if isinstance(dtype, pd.CategoricalDtype) else dtype
    return pd.Series([matrix.outcomes[place] for place in order], dtype=plain)


def _standing(
    drawn: Posterior, by: str, rated: npt.NDArray[np.intp], many: int, top: int
) -> dict[str, Floats | pd.Series]:
    """Return P(top), the ranges of the rank and the tie group of the rated outcomes, missing for the rest."""
    draws = drawn.learned[by][rated]
    ranks = drawn_ranks(draws)
    p_top = np.full(many, np.nan)
    p_top[: len(rated)] = np.mean(ranks <= top, axis=1)
    low, high = rank_ranges(ranks)
    set_low, set_high = simultaneous_rank_ranges(ranks)
    filled = {
        "rank_low": low,
        "rank_high": high,
        "rank_set_low": set_low,
        "rank_set_high": set_high,
        "tie_group": tie_groups(draws),
    }
    return {"p_top": p_top} | {
        name: pd.Series(values, dtype="Int64").reindex(range(many)) for name, values in filled.items()
    }
