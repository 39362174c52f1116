"""Outcomes that split the room into two camps: to be discussed first, since a mean hides them."""

import numpy as np
import pandas as pd

from jtbd_core.scoring.cells import RatingCells
from jtbd_core.scoring.readings import Anchor, readings
from jtbd_core.scoring.scores import Floats

CAMP = 0.3
"""The least share of people in each camp; both together are then most of the room."""

REAL = 0.9
"""The probability from which the middle is taken to be under half of the smaller camp."""

PRIOR = 0.5
"""People added to either camp and to the middle (Jeffreys)."""

DRAWS = 2000


def split_outcomes(ratings: RatingCells, anchor: Anchor, fewest: int) -> pd.DataFrame:
    """Return the outcomes whose experience splits the room, the most evenly split first.

    A room is split when at least `fewest` people rated, at least 30 % of them at the lowest two fifths of the scale's
    points and at least 30 % at the highest, and when with 90 % probability fewer than half as many as in the smaller
    camp stand between: of five points the camps have two each and the middle has one, so that with equal numbers at all
    five the middle would be half a camp. Columns `outcome, n, low, middle, high`, the last three shares (0–1).
    """
    rated = ratings.of([one for one, many in zip(ratings.outcomes, ratings.raters, strict=True) if many])
    counts, experience = rated.counts[:, rated.is_given], rated.experience[rated.is_given]
    camps = np.array([one.experience.camps for one in readings(anchor, rated.outcomes)]).reshape(-1, 2)
    low, high = experience <= camps[:, :1], experience >= camps[:, 1:]
    parts = {"low": low, "middle": ~(low | high), "high": high}
    shares = pd.DataFrame({"outcome": pd.Series(rated.outcomes, dtype="str"), "n": rated.raters})
    shares = shares.assign(**{name: (counts * part).sum(axis=1) / rated.raters for name, part in parts.items()})
    smaller = shares[["low", "high"]].min(axis=1)
    may_be = shares[(shares["n"] >= fewest) & (smaller >= CAMP)]
    is_real = [_p_thin_middle(row) >= REAL for row in may_be[["n", "low", "middle", "high"]].to_numpy()]
    order = smaller[may_be.index[is_real]].sort_values(ascending=False, kind="stable").index
    return shares.loc[order].reset_index(drop=True)


def _p_thin_middle(row: Floats) -> float:
    """Return the probability that the middle is under half of the smaller camp, from `n` and the three shares."""
    people, *shares = row
    low, middle, high = np.random.default_rng(0).dirichlet(people * np.array(shares) + PRIOR, DRAWS).T
    return float(np.mean(middle < np.minimum(low, high) / 2))
