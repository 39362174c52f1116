"""Outcomes that split the room into two camps: what to discuss first, since no mean tells of it."""

import pandas as pd

from jtbd_core.study.scale import POINTS

CAMP = 0.3
"""The least share of people in each camp; both together are then most of the room."""
LEAST_PEOPLE = 8
"""With fewer people a camp of 30 % is one or two of them, and could be told."""


def split_outcomes(ratings: pd.DataFrame) -> pd.DataFrame:
    """Return the outcomes whose experience splits the room, the most evenly split first.

    A room is split when at least 8 people rated, at least 30 % of them at the two lowest points of the scale and at
    least 30 % at the two highest, and fewer than in either camp between. Columns `outcome, n, low, middle, high`, the
    last three shares (0–1).
    """
    experience = ratings["experience"]
    low, high = experience.isin(POINTS.bottom_two), experience.isin(POINTS.top_two)
    rated = ratings.assign(low=low, middle=~(low | high), high=high)[experience.notna()]
    shares = rated.groupby("outcome", as_index=False).agg(
        n=("experience", "size"), low=("low", "mean"), middle=("middle", "mean"), high=("high", "mean")
    )
    camp = shares[["low", "high"]].min(axis=1)
    is_split = (shares["n"] >= LEAST_PEOPLE) & (camp >= CAMP) & (shares["middle"] < camp)
    order = camp[is_split].sort_values(ascending=False, kind="stable").index
    return shares.loc[order].reset_index(drop=True)
