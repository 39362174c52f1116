"""One respondent's own answers compared with the group's means, and where the two differ most."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

import numpy as np

from jtbd_core.scoring.cells import RatingCells
from jtbd_core.scoring.scores import Floats
from jtbd_core.study import Outcome, Study
from jtbd_core.study.scale import Points
from jtbd_core.wave import Rating

Asked = Literal["importance", "experience"]

ASKED: tuple[Asked, Asked] = ("importance", "experience")
MOST_SHOWN = 5
LEAST_DIFFERENCE = 0.75 / 4
"""As a share of the scale's length: of five points 0.75, closer than which answers have the same label."""
STEPS = 40
"""The parts of the scale's length to which means are rounded: a tenth of a point of five."""

Means = Mapping[tuple[str, Asked], float]
"""A group's mean answer (in scale points) by outcome id and question."""


class OwnAndGroup(NamedTuple):
    """One respondent's own answer to one question about an outcome, and the group's mean, in points of a scale.

    Of an outcome rated in pairs the experience is the difference, and `points` are the differences.
    """

    outcome: str
    asked: Asked
    own: int
    group: float
    points: Points

    @property
    def difference(self) -> float:
        """How much higher the own answer is, in scale points."""
        return self.own - self.group

    def place(self, answer: float) -> float:
        """Return the place of an answer on the scale, from 0 (the lowest code) to 1 (the highest)."""
        return (answer - self.points.lowest) / self.points.length


def group_means(ratings: RatingCells, study: Study, fewest: int) -> Means:
    """Return a group's means from ratings, rounded to a 40th of the scale's length.

    A question about an outcome that fewer than `fewest` people answered has none.
    """
    asked_of = {one.id: study.points(one) for one in study.outcomes}
    found: dict[tuple[str, Asked], float] = {}
    for asked in ASKED:
        codes: Floats = getattr(ratings, asked)
        for outcome, mean, many in zip(ratings.outcomes, *ratings.means(codes, ~np.isnan(codes)), strict=True):
            points = asked_of.get(outcome, {}).get(asked)
            if points and many >= fewest:
                step = points.length / STEPS
                found[outcome, asked] = round(round(float(mean) / step) * step, 3)
    return found


def largest_differences(own: Mapping[str, Rating], group: Means, study: Study) -> tuple[OwnAndGroup, ...]:
    """Return where own answers, by outcome id, differ most from a group's means, as shares of the scales' lengths.

    At most 5, the largest first, each outcome once.
    """
    largest: dict[str, OwnAndGroup] = {}
    for share, one in sorted(_shares(own, group, study), key=lambda pair: -pair[0]):
        if share >= LEAST_DIFFERENCE:
            largest.setdefault(one.outcome, one)
    return tuple(largest.values())[:MOST_SHOWN]


def _shares(own: Mapping[str, Rating], group: Means, study: Study) -> Iterator[tuple[float, OwnAndGroup]]:
    for outcome in study.outcomes:
        rating = own.get(outcome.id)
        for asked in ASKED:
            if rating is None or (outcome.id, asked) not in group:
                continue
            points, answer = _answer(rating, asked, study, outcome)
            if answer is not None and answer in points.codes:  # else it was given to a draft with another scale
                one = OwnAndGroup(outcome.id, asked, answer, group[outcome.id, asked], points)
                yield abs(one.difference) / study.points(outcome)[asked].length, one


def _answer(rating: Rating, asked: Asked, study: Study, outcome: Outcome) -> tuple[Points, int | None]:
    """Return the points of a question and the own answer, None where there is none."""
    if asked == "importance":
        return study.settings.importance.points, rating.importance
    instrument = study.instrument(outcome)
    if not instrument.is_pair:
        return instrument.points, rating.experience
    if rating.experience is None or rating.expectation is None:
        return instrument.experience, None
    return instrument.experience, rating.experience - rating.expectation
