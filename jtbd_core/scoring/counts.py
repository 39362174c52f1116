"""How many people gave each pair of ratings: all that the point scores need."""

import numpy as np
import pandas as pd

from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring.formulas import Floats
from jtbd_core.scoring.ratings import NOBODY_ASKED, rating_matrix


def counts(ratings: pd.DataFrame) -> pd.DataFrame:
    """Return one row per outcome × importance × experience with `n`, the people who gave both; empty cells have 0.

    Columns `outcome, importance, experience, n`; without a column `importance` in the ratings there is none
    here.
    """
    matrix = rating_matrix(ratings, anchor=4)
    cube = matrix.cube[:, 1:, 1:]
    if not matrix.has_importance:
        cube = cube[:, NOBODY_ASKED - 1 :, :]
    which, importance, experience = (axis.ravel() for axis in np.indices(cube.shape))
    outcomes = pd.Series(list(matrix.outcomes), dtype=ratings["outcome"].dtype)
    table = pd.DataFrame({"outcome": outcomes.to_numpy()[which] if len(which) else outcomes})
    if matrix.has_importance:
        table["importance"] = importance + 1
    return table.assign(experience=experience + 1, n=cube.ravel().astype(np.int64))


def cube_of(counted: pd.DataFrame) -> tuple[list[object], Floats, bool]:
    """Return outcomes, counts indexed `[outcome, importance, experience]`, and whether importance was asked."""
    missing = {"outcome", "experience", "n"}.difference(counted.columns)
    if missing:
        raise UnusableRatings(f"The counts have no column {min(missing)!r}.")
    has_importance = "importance" in counted.columns
    codes, outcomes = pd.factorize(counted["outcome"], sort=False)
    experience = _codes(counted["experience"])
    importance = _codes(counted["importance"]) if has_importance else np.full(len(counted), NOBODY_ASKED)
    cube = np.zeros((len(outcomes), 6, 6))
    np.add.at(cube, (codes, importance, experience), counted["n"].to_numpy(dtype=float))
    return list(outcomes), cube, has_importance


def _codes(column: pd.Series) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return a column of ratings as whole numbers; refuse any outside 1–5."""
    values = column.to_numpy(dtype=float, na_value=np.nan)
    if not np.isin(values, (1, 2, 3, 4, 5)).all():
        raise UnusableRatings(f"The column {column.name!r} of the counts must hold whole numbers from 1 to 5.")
    return values.astype(np.int64)
