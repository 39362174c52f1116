"""Value delivered: the shares of people for whom an outcome falls short by how much, is met, and is exceeded."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from jtbd_core.scoring.kinds import KINDS
from jtbd_core.scoring.ratings import RatingMatrix
from jtbd_core.study.scale import RatingKind

SHARES: dict[str, Callable[[RatingKind], bool]] = {
    "share_far_short": lambda one: one.depth > 1,
    "share_just_short": lambda one: one.depth == 1,
    "share_met": lambda one: not one.depth and not one.is_exceeded,
    "share_exceeded": lambda one: one.is_exceeded,
}
"""Which ratings each share counts, from the worst experience to the best; of a rated outcome they add up to 1."""


def delivered(matrix: RatingMatrix) -> pd.DataFrame:
    """Return a row per rated outcome: `outcome` and each of `SHARES`, 0–1."""
    counts = matrix.counts[:, 1:]
    rated = counts.sum(axis=1) > 0
    people = counts[rated].sum(axis=1)
    shares = {
        name: counts[np.ix_(rated, [is_counted(kind) for kind in KINDS])].sum(axis=1) / people
        for name, is_counted in SHARES.items()
    }
    return pd.DataFrame({"outcome": pd.Series(matrix.outcomes, dtype="str")[rated].to_numpy(), **shares})
