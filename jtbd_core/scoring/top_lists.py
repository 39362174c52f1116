"""The top of the list with everybody and without careless respondents, and how many false responses would change it."""

from bisect import bisect_left
from typing import NamedTuple

import numpy as np
import pandas as pd

from jtbd_core.scoring.kinds import kind_numbers
from jtbd_core.scoring.ratings import RatingMatrix, rating_matrix
from jtbd_core.scoring.readings import Anchor
from jtbd_core.scoring.scores import best_first, scores_of
from jtbd_core.scoring.table import order_by, refuse_top


class TopLists(NamedTuple):
    """The outcomes that lead by the score `by`, best first: outcome, n and the score, a row each.

    `without_careless` leaves out all answers of the respondents flagged. `false_responses` is of everybody's list.
    """

    by: str
    everybody: pd.DataFrame
    without_careless: pd.DataFrame
    false_responses: int | None


def top_with_and_without(
    ratings: pd.DataFrame, flags: pd.DataFrame, anchor: Anchor = 4, top: int = 5, by: str = "opportunity"
) -> TopLists:
    """Return the top lists of ratings as `score` takes them, with all respondents and without those flagged.

    `flags` is as `quality_flags` returns it. Scores are those measured, without a prior. Raises UnusableRatings.
    """
    refuse_top(top)
    everybody = rating_matrix(ratings, anchor)
    by = order_by(by, everybody.has_importance)
    careless = flags.loc[flags["is_careless"], "respondent"]
    others = rating_matrix(ratings[~ratings["respondent"].isin(careless)], anchor)
    return TopLists(
        by=by,
        everybody=_top(everybody, by, top),
        without_careless=_top(others, by, top),
        false_responses=false_responses(everybody, by, top),
    )


def false_responses(matrix: RatingMatrix, by: str, top: int) -> int | None:
    """Return the smallest number of added responses that can change which outcomes are the top ones.

    The worst case: all that are added rate every outcome, and agree. An outcome in the top they rate lowest in
    importance and highest in experience, one outside highest and lowest. No answers lower, or raise, the score of an
    outcome further, and what they say of one outcome costs them nothing on another. So the top changes with m of them
    if and only if an outcome outside then comes before one inside (equals in the order of their text, as in the list);
    both sides move one way with m, which makes the smallest m exact. Outcomes that nobody rated take no part. None
    where no outcome is left outside.
    """
    order = best_first(matrix.scores[by])[: np.count_nonzero(matrix.sums[0])]
    inside, outside = order[:top], order[top:]
    if not len(outside):
        return None
    below = matrix.deepest.astype(np.int16)
    lowered = matrix.added[:, kind_numbers(False, np.zeros_like(below))]
    raised = matrix.added[:, kind_numbers(True, below)]

    def is_changed(added: int) -> bool:
        low, high = (scores_of(matrix.sums + added * each, matrix.has_importance)[by] for each in (lowered, raised))
        lead = high[outside][:, np.newaxis] - low[inside]
        return bool(((lead > 0) | ((lead == 0) & (outside[:, np.newaxis] < inside))).any())

    enough = 1 + (2 + int(matrix.deepest.max())) * int(matrix.sums[0].max())
    return bisect_left(range(1, enough), True, key=is_changed) + 1


def _top(matrix: RatingMatrix, by: str, top: int) -> pd.DataFrame:
    """Return the first outcomes of the list: outcome, n and the score."""
    order = best_first(matrix.scores[by])[: min(top, np.count_nonzero(matrix.sums[0]))]
    columns = {"n": matrix.sums[0].astype(np.int64)[order], by: matrix.scores[by][order]}
    return pd.DataFrame({"outcome": [matrix.outcomes[place] for place in order], **columns})
