"""Scores in words."""

import numpy as np
import pandas as pd

from jtbd_core import score
from jtbd_core.scoring import verdict
from tests.scoring.samples import group_of


def test_verdict() -> None:
    """A verdict is the share falling short with its interval, in whole per cent."""
    row = {"n": 34, "share_short": 0.6176, "share_short_low": 0.4849, "share_short_high": 0.745}
    assert verdict(row) == "falls short for 62 % (48–75 %)"


def test_verdict_of_a_row_of_the_table() -> None:
    """A verdict can be had of any row, also of an outcome nobody rated."""
    ratings = pd.concat([group_of(range(8), [1, 5]), group_of(range(1), [1], ("calm",)).assign(experience=np.nan)])
    said = [verdict(row) for _, row in score(ratings).iterrows()]
    assert said[0].startswith("falls short for 50 % (")
    assert said[1] == "not rated by anybody yet"
