"""Differences between two groups of respondents, or between two waves of the same."""

import numpy as np
import pandas as pd

from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring.posterior import limits, posterior
from jtbd_core.scoring.ratings import Anchor, rating_matrix
from jtbd_core.scoring.table import order_by


def difference(
    first: pd.DataFrame,
    second: pd.DataFrame,
    anchor: Anchor = 4,
    by: str = "opportunity",
    draws: int = 4000,
    seed: int = 0,
) -> pd.DataFrame:
    """Return the score of the first group minus that of the second, for the outcomes that both rated.

    Columns `outcome, n_first, n_second, first, second, difference, difference_low, difference_high,
    p_higher`, the outcomes in the order of their text; scores and differences are in the units of `by`, the limits
    those of a 95 % interval, and `p_higher` is P(first > second). A respondent who is in both groups, as in two waves
    of a panel, keeps one weight, so that the pairing counts. Raises UnusableRatings.
    """
    both = ("importance" in first.columns, "importance" in second.columns)
    if both[0] != both[1]:
        raise UnusableRatings("One group was asked for importance and the other was not; they cannot be compared.")
    matrix = rating_matrix(pd.concat([_labelled(first, "1"), _labelled(second, "2")]), _twice(anchor))
    by = order_by(by, matrix.has_importance)
    sums, point = matrix.sums, matrix.scores[by]
    drawn = posterior(matrix, draws, seed).joint[by]
    place = {outcome: at for at, outcome in enumerate(matrix.outcomes) if sums[0][at] > 0}
    shared = [str(one)[1:] for one in place if str(one)[0] == "1" and "2" + str(one)[1:] in place]
    one, two = (np.array([place[side + outcome] for outcome in shared], np.int64) for side in "12")
    low, high = limits(drawn[one] - drawn[two], point[one] - point[two])
    return pd.DataFrame(
        {
            "outcome": shared,
            "n_first": sums[0][one].astype(np.int64),
            "n_second": sums[0][two].astype(np.int64),
            "first": point[one],
            "second": point[two],
            "difference": point[one] - point[two],
            "difference_low": low,
            "difference_high": high,
            "p_higher": np.mean(drawn[one] > drawn[two], axis=1),
        }
    )


def _labelled(ratings: pd.DataFrame, side: str) -> pd.DataFrame:
    """Return the ratings with the group's mark before each outcome, so that both groups fit in one posterior."""
    return ratings.assign(outcome=side + ratings["outcome"].astype(str))


def _twice(anchor: Anchor) -> Anchor:
    """Return the anchors of both groups by marked outcome."""
    if isinstance(anchor, (int, float)):
        return anchor
    return {side + str(outcome): value for outcome, value in anchor.items() for side in "12"}
