"""Value delivered: the shares of people for whom an outcome falls short by how much, is met, and is exceeded."""

import numpy as np
import pandas as pd

from jtbd_core.scoring.kinds import kinds
from jtbd_core.scoring.ratings import RatingMatrix
from jtbd_core.study.just_short import just_short

SHARES = ("share_far_short", "share_just_short", "share_met", "share_exceeded")
"""The shares from the worst experience to the best; of a rated outcome they add up to 1."""


def delivered(matrix: RatingMatrix) -> pd.DataFrame:
    """Return a row per rated outcome: `outcome` and each of `SHARES`, 0–1."""
    rated = matrix.counts[:, 1:].sum(axis=1) > 0
    counts = matrix.counts[rated, 1:]
    depth, is_exceeded = np.array([(one.depth, one.is_exceeded) for one in kinds(matrix.added.shape[1] // 2 - 2)]).T
    just = np.array([just_short(deepest) for deepest in matrix.deepest[rated].tolist()])[:, None]
    counted = depth > just, (depth > 0) & (depth <= just), (depth == 0) & (is_exceeded == 0), is_exceeded > 0
    people = counts.sum(axis=1)
    shares = {name: (counts * one).sum(axis=1) / people for name, one in zip(SHARES, counted, strict=True)}
    return pd.DataFrame({"outcome": pd.Series(matrix.outcomes, dtype="str")[rated].to_numpy(), **shares})
