"""The point scores: what the answers given say, without any prior."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.scoring.counts import cube_of
from jtbd_core.scoring.formulas import Floats, cell_sums, scores_of
from jtbd_core.scoring.ratings import Anchor, anchors_of


def points(counted: pd.DataFrame, anchor: Anchor = 4) -> pd.DataFrame:
    """Return the point scores of counts as `counts` returns them: one row per outcome, in the order of the counts.

    Columns `outcome, n, importance, satisfaction, opportunity, value_wanted, share_short`; where nobody
    rated, `n` is 0 and the scores are missing.
    """
    outcomes, cube, has_importance = cube_of(counted)
    sums = cube_sums(cube, anchors_of(anchor, outcomes))
    scores = scores_of(sums, has_importance)
    dtype = counted["outcome"].dtype
    return pd.DataFrame({"outcome": pd.Series(outcomes, dtype=dtype), "n": sums[0].astype(np.int64)} | scores)


def cube_sums(cube: Floats, anchors: npt.NDArray[np.int64]) -> Floats:
    """Return the four sums (first axis) of each outcome's counts."""
    tables = np.stack([cell_sums(anchor) for anchor in range(6)])
    sums: Floats = np.einsum("oie,osie->so", cube, tables[anchors])
    return sums
