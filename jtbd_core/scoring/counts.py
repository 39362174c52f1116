"""How many people gave each pair of ratings."""

import numpy as np
import pandas as pd

from jtbd_core.scoring.ratings import checked
from jtbd_core.study.scale import POINTS


def counts(ratings: pd.DataFrame) -> pd.DataFrame:
    """Return one row per outcome × importance × experience with `n`, the people who gave both; empty cells have 0.

    Columns `outcome, importance, experience, n`; without a column `importance` in the ratings there is none
    here. The outcomes are in the order of their text. Raises UnusableRatings.
    """
    rows = checked(ratings)
    given = rows.code_counts() if rows.has_importance else rows.code_counts()[:, -1:]
    which, importance, experience = (axis.ravel() for axis in np.indices(given.shape))
    outcomes = pd.Series(list(rows.outcomes), dtype=ratings["outcome"].dtype)
    table = pd.DataFrame({"outcome": outcomes.to_numpy()[which] if len(which) else outcomes})
    if rows.has_importance:
        table["importance"] = importance + POINTS.lowest
    return table.assign(experience=experience + POINTS.lowest, n=given.ravel())
