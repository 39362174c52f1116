"""The table of scores: one row per outcome, best first."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring.posterior import LEVELS, Posterior, drawn_ranks, limits, posterior
from jtbd_core.scoring.ratings import Anchor, RatingMatrix, rating_matrix
from jtbd_core.scoring.scores import Floats, best_first, score_names
from jtbd_core.scoring.ties import tie_groups

DRAWS, SEED = 4000, 0
ORDERS = ("opportunity", "value_wanted")


def score(
    ratings: pd.DataFrame,
    anchor: Anchor = 4,
    top: int = 5,
    by: str = "opportunity",
    draws: int = DRAWS,
    seed: int = SEED,
) -> pd.DataFrame:
    """Return the scores of each outcome with their 95 % intervals, best first.

    Ratings have the columns `respondent, outcome, importance, experience`; `anchor` is one number from 2 to 5
    or a mapping from outcome; `by` is `opportunity` or `value_wanted`. Only people who gave both ratings
    count for an outcome. Columns: `outcome, n`; then `importance, satisfaction` (0–10), `opportunity` (0–20),
    `value_wanted` (scale points) and `share_short` (0–1), each followed by `…_low` and `…_high`; then
    `p_top`, `rank_low, rank_high` and `tie_group`. Without a column `importance` there is no importance and
    no opportunity, and `by` is `value_wanted`. An outcome nobody rated comes last, its scores NaN and its
    ranks and group <NA>. The same ratings and seed give the same digits in whatever order the rows come.
    Raises UnusableRatings.
    """
    matrix = rating_matrix(ratings, anchor)
    by = order_by(by, matrix.has_importance)
    refuse_top(top)
    return score_table(matrix, posterior(matrix, draws, seed), by, top, ratings["outcome"])


def score_table(matrix: RatingMatrix, drawn: Posterior, by: str, top: int, outcomes: "pd.Series[Any]") -> pd.DataFrame:
    """Return the table of `score` for the matrix of ratings with these `outcomes`, and the posterior drawn for it."""
    sums, found = matrix.sums, matrix.scores
    order = best_first(found[by])
    table = pd.DataFrame({"outcome": _named(matrix, outcomes, order), "n": sums[0].astype(np.int64)[order]})
    for name in score_names(matrix.has_importance):
        low, high = limits(drawn.alone[name], found[name])
        rated = np.where(sums[0] > 0, 1.0, np.nan)
        for ending, column in (("", found[name]), ("_low", low * rated), ("_high", high * rated)):
            table[name + ending] = column[order]
    return table.assign(**_standing(drawn, by, order[: np.count_nonzero(sums[0])], len(order), top))


def order_by(by: str, has_importance: bool) -> str:
    """Return the score that decides the order; refuse an unknown one."""
    if by not in ORDERS:
        raise UnusableRatings(f"The order must be by {' or '.join(ORDERS)}, not {by}.")
    return by if has_importance else "value_wanted"


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
    """Return P(top), the limits of the rank and the tie group of the rated outcomes, missing for the rest."""
    draws = drawn.joint[by][rated]
    ranks = drawn_ranks(draws)
    p_top = np.full(many, np.nan)
    p_top[: len(rated)] = np.mean(ranks <= top, axis=1)
    low, high = np.quantile(ranks, LEVELS, axis=1, method="inverted_cdf")
    filled = {"rank_low": low, "rank_high": high, "tie_group": tie_groups(draws)}
    return {"p_top": p_top} | {
        name: pd.Series(values, dtype="Int64").reindex(range(many)) for name, values in filled.items()
    }
