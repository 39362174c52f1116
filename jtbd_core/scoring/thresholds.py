"""The probability that a score lies above a threshold, such as the bounds of Ulwick's bands."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring.posterior import posterior
from jtbd_core.scoring.ratings import Anchor, rating_matrix
from jtbd_core.scoring.scores import score_names


def p_above_thresholds(
    ratings: pd.DataFrame,
    thresholds: Sequence[float] = (10, 12, 15),
    anchor: Anchor = 4,
    of: str = "opportunity",
    draws: int = 4000,
    seed: int = 0,
) -> pd.DataFrame:
    """Return P(score > threshold) for each threshold: columns `outcome` and `above_<threshold>`.

    The outcomes are in the order of their text; `of` names any score of the table; outcomes nobody rated have NaN. The
    draws are those of `score`. Raises UnusableRatings.
    """
    matrix = rating_matrix(ratings, anchor)
    if of not in score_names(matrix.has_importance):
        raise UnusableRatings(f"There is no score {of} in these ratings.")
    drawn = posterior(matrix, draws, seed).alone[of]
    rated = np.where(matrix.sums[0] > 0, 1.0, np.nan)
    above = {f"above_{bound:g}": np.mean(drawn > bound, axis=1) * rated for bound in thresholds}
    return pd.DataFrame({"outcome": list(matrix.outcomes)} | above)
