"""Outcomes that split the room into two camps: to be discussed first, since a mean hides them."""

import pandas as pd

from jtbd_core.study.scale import POINTS

CAMP = 0.3
"""The least share of people in each camp; both together are then most of the room."""


def split_outcomes(ratings: pd.DataFrame, fewest: int) -> pd.DataFrame:
    """Return the outcomes whose experience splits the room, the most evenly split first.

    A room is split when at least `fewest` people rated, at least 30 % of them at the two lowest points of the scale
    and at least 30 % at the two highest, and fewer than in either camp between. Columns `outcome, n, low, middle,
    high`, the last three shares (0–1).
    """
    experience = ratings["experience"]
    low, high = experience.isin(POINTS.bottom_two), experience.isin(POINTS.top_two)
    rated = ratings.assign(low=low, middle=~(low | high), high=high)[experience.notna()]
    shares = rated.groupby("outcome", as_index=False).agg(
        n=("experience", "size"), low=("low", "mean"), middle=("middle", "mean"), high=("high", "mean")
    )
    camp = shares[["low", "high"]].min(axis=1)
    is_split = (shares["n"] >= fewest) & (camp >= CAMP) & (shares["middle"] < camp)
    order = camp[is_split].sort_values(ascending=False, kind="stable").index
    return shares.loc[order].reset_index(drop=True)
