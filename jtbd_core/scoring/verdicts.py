"""Scores in words."""

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

Row = Mapping[str, Any] | pd.Series

BANDS = ((15.0, "extreme"), (12.0, "high"), (10.0, "solid"))
ULWICKS_ANCHOR = 4


def verdict(row: Row) -> str:
    """Return the verdict of a row of the table of scores, such as "falls short for 62 % (48–75 %)"."""
    if not row["n"]:
        return "not rated by anybody yet"
    low, high = _percent(row["share_short_low"]), _percent(row["share_short_high"])
    return f"falls short for {_percent(row['share_short'])} % ({low}–{high} %)"


def band(opportunity: float, anchor: float = ULWICKS_ANCHOR) -> str | None:
    """Return Ulwick's band of an opportunity: extreme above 15, high 12–15, solid 10–12, limited below 10.

    His bands belong to the satisfaction scale alone: with an anchor other than 4, or nobody rating, there is
    none.
    """
    if anchor != ULWICKS_ANCHOR or math.isnan(opportunity):
        return None
    if opportunity > BANDS[0][0]:
        return BANDS[0][1]
    return next((name for bound, name in BANDS[1:] if opportunity >= bound), "limited")


def is_overserved(row: Row) -> bool:
    """Return whether satisfaction exceeds importance, whatever the score."""
    return bool(row["satisfaction"] > row["importance"])


def precision(scores: pd.DataFrame, people: int) -> str:
    """Say in plain words how many people a list of scores rests on, and how far its shares may be off."""
    rated = scores[scores["n"] > 0]
    half = ((rated["share_short_high"] - rated["share_short_low"]) / 2).median()
    return (
        f"{people} people answered. Shares may be about {_percent(half)} points higher or lower among all such people."
    )


def _percent(share: float) -> int:
    """Return a share as whole per cent, halves rounded up."""
    return math.floor(100 * share + 0.5)
