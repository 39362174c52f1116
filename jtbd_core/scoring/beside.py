"""One respondent's answers beside those of the group: where the two differ most."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

import pandas as pd

from jtbd_core.scoring.release import SMALLEST_GROUP
from jtbd_core.wave import Rating

Asked = Literal["importance", "experience"]

ASKED: tuple[Asked, Asked] = ("importance", "experience")
MOST_SHOWN = 5
LEAST_DIFFERENCE = 0.75
"""In scale points: what is closer would be told in the same word."""


class Typical(NamedTuple):
    """How a group rated one outcome: the mean (1–5) and the number of people who answered this question."""

    mean: float
    people: int


Means = Mapping[tuple[str, Asked], Typical]
"""What is typical of a group, by outcome id and question."""


class Difference(NamedTuple):
    """Where one respondent's own answer (1–5) to one question differs from the group's mean."""

    outcome: str
    asked: Asked
    own: int
    group: float

    @property
    def by(self) -> float:
        """How much higher the own answer is, in scale points."""
        return self.own - self.group


def typical(ratings: pd.DataFrame) -> Means:
    """Return what is typical in ratings with the columns of `Store.ratings`."""
    found: dict[tuple[str, Asked], Typical] = {}
    for asked in ASKED:
        by_outcome = ratings.groupby("outcome")[asked].agg(["mean", "count"])
        for outcome, mean, people in by_outcome.itertuples():
            found[outcome, asked] = Typical(float(mean), int(people))
    return found


def differences(own: Iterable[Rating], group: Means) -> tuple[Difference, ...]:
    """Return where somebody differs most from a group, the largest first and each outcome once.

    The group may hold the own answers too, so that only outcomes rated by 5 others besides are told of.
    """
    found = [
        Difference(rating.outcome, asked, value, group[rating.outcome, asked].mean)
        for rating in own
        for asked, value in zip(ASKED, (rating.importance, rating.experience), strict=True)
        if value is not None and (rating.outcome, asked) in group
        if group[rating.outcome, asked].people > SMALLEST_GROUP
    ]
    largest: dict[str, Difference] = {}
    for one in sorted(found, key=lambda difference: -abs(difference.by)):
        if abs(one.by) >= LEAST_DIFFERENCE:
            largest.setdefault(one.outcome, one)
    return tuple(largest.values())[:MOST_SHOWN]
