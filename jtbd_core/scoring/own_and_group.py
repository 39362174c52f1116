"""One respondent's own answers compared with the group's means, and where the two differ most."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

import pandas as pd

from jtbd_core.wave import Rating

Asked = Literal["importance", "experience"]

ASKED: tuple[Asked, Asked] = ("importance", "experience")
MOST_SHOWN = 5
LEAST_DIFFERENCE = 0.75
"""In scale points: answers that are closer have the same label on the scale."""

Means = Mapping[tuple[str, Asked], float]
"""A group's mean answer (in scale points) by outcome id and question."""


class OwnAndGroup(NamedTuple):
    """One respondent's own answer to one question about an outcome, and the group's mean, in scale points."""

    outcome: str
    asked: Asked
    own: int
    group: float

    @property
    def difference(self) -> float:
        """How much higher the own answer is, in scale points."""
        return self.own - self.group


def group_means(ratings: pd.DataFrame, fewest: int) -> Means:
    """Return a group's means from ratings with the columns of `Store.ratings`.

    A question about an outcome that fewer than `fewest` people answered has none.
    """
    found: dict[tuple[str, Asked], float] = {}
    for asked in ASKED:
        by_outcome = ratings.groupby("outcome")[asked].agg(["mean", "count"])
        enough = by_outcome.loc[by_outcome["count"] >= fewest, "mean"]
        found |= {(str(outcome), asked): round(float(mean), 1) for outcome, mean in enough.items()}
    return found


def largest_differences(own: Iterable[Rating], group: Means) -> tuple[OwnAndGroup, ...]:
    """Return where own answers differ most from a group's means: at most 5, the largest first, each outcome once."""
    found = [
        OwnAndGroup(rating.outcome, asked, value, group[rating.outcome, asked])
        for rating in own
        for asked, value in zip(ASKED, (rating.importance, rating.experience), strict=True)
        if value is not None and (rating.outcome, asked) in group
    ]
    largest: dict[str, OwnAndGroup] = {}
    for one in sorted(found, key=lambda pair: -abs(pair.difference)):
        if abs(one.difference) >= LEAST_DIFFERENCE:
            largest.setdefault(one.outcome, one)
    return tuple(largest.values())[:MOST_SHOWN]
