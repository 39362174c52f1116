"""Verdicts: scores in words."""

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

Row = Mapping[str, Any] | pd.Series


def verdict(row: Row) -> str:
    """Return the verdict of a row of the table of scores, such as "falls short for 62 % (48–75 %)"."""
    if not row["n"]:
        return "not rated by anybody yet"
    low, high = _percent(row["share_short_low"]), _percent(row["share_short_high"])
    return f"falls short for {_percent(row['share_short'])} % ({low}–{high} %)"


def precision(scores: pd.DataFrame, people: int) -> str:
    """Say how many people a list of scores rests on, and half the median width of the intervals of `share_short`."""
    rated = scores[scores["n"] > 0]
    half = ((rated["share_short_high"] - rated["share_short_low"]) / 2).median()
    return (
        f"{people} people answered. Shares may be about {_percent(half)} points higher or lower among all such people."
    )


def _percent(share: float) -> int:
    """Return a share as whole per cent, halves rounded up."""
    return math.floor(100 * share + 0.5)
