"""How many people gave each pair of ratings."""

import numpy as np
import pandas as pd

from jtbd_core.scoring import counts
from tests.scoring.samples import ratings_of


def test_counts_have_every_cell() -> None:
    """Counting keeps empty cells, so that an outcome nobody rated is not lost."""
    counted = counts(pd.concat([ratings_of([5, 5, 2], [1, 1, 4]), ratings_of([np.nan], [np.nan], "calm")]))
    assert list(counted.columns) == ["outcome", "importance", "experience", "n"]
    assert len(counted) == 50
    assert counted.groupby("outcome")["n"].sum().to_dict() == {"calm": 0, "speed": 3}
    assert counted.loc[counted["n"] == 2, ["outcome", "importance", "experience"]].values.tolist() == [["speed", 5, 1]]


def test_without_importance_experience_alone_is_counted() -> None:
    """Where importance was not asked there is no column for it, and who rated experience counts."""
    counted = counts(ratings_of([np.nan] * 3, [1, 1, 4]).drop(columns="importance"))
    assert list(counted.columns) == ["outcome", "experience", "n"]
    assert counted["n"].tolist() == [2, 0, 0, 1, 0]
