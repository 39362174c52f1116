"""What each person needs more and less than others do, whatever their general level: what segments are made of."""

import numpy as np
import numpy.typing as npt

from jtbd_core.scoring.ratings import MISSING, Ratings
from jtbd_core.scoring.scores import Floats

Points = npt.NDArray[np.float32]


def needs(ratings: Ratings) -> Points:
    """Return what each person needs more and less than others do: a row per respondent, standardised columns.

    A column per outcome for importance, if it was asked, and one for experience. Each person's answers are standardised
    within the person first (mean and standard deviation, importance and experience apart), then each column over
    people. Without the first step the segments are how high people rate: by Ulwick's score of one person, importance +
    max(importance − experience, 0), one cloud of people whose answers correlate by 0.25 within a person is split in two
    with an agreement of 0.9, and planted segments are lost in it. Who uses the ends of a scale is no segment either.

    A missing answer (not asked, skipped, does not apply) is 0, what the person's own level makes expected, and that
    level allows for which outcomes the person rated, so that those who were asked the same do not form a segment. Rows
    are 0 where a person's answers do not vary.
    """
    shape = len(ratings.respondents), len(ratings.outcomes)
    asked = [ratings.importance, ratings.experience] if ratings.has_importance else [ratings.experience]
    tables = []
    for answers in asked:
        codes, given = np.zeros(shape), np.zeros(shape, bool)
        is_given = answers != MISSING
        codes.reshape(-1)[ratings.cell], given.reshape(-1)[ratings.cell] = np.where(is_given, answers, 0), is_given
        tables.append(_own_needs(codes, given))
    return np.hstack(tables).astype(np.float32)


def _own_needs(codes: Floats, given: npt.NDArray[np.bool_]) -> Floats:
    """Return the answers to one question that are given, standardised within people and then over people."""
    spread = np.sqrt(_mean((codes - _mean(codes, given, 1)) ** 2, given, 1))
    given = given & (spread > 0)
    level = _mean(codes - _mean(codes, given, 0), given, 1)
    middle = codes[given].mean() if given.any() else 0.0
    own = (codes - level - middle) / np.where(spread > 0, spread, 1)
    own = np.where(given, own - _mean(own, given, 0), 0)
    over_people = np.sqrt(_mean(own**2, given, 0))
    return own / np.where(over_people > 0, over_people, 1)


def _mean(values: Floats, given: npt.NDArray[np.bool_], axis: int) -> Floats:
    """Return the mean of the values that are given, 0 where none is; the axis is kept."""
    total: Floats = np.where(given, values, 0).sum(axis=axis, keepdims=True)
    many: Floats = np.maximum(given.sum(axis=axis, keepdims=True), 1)
    return total / many
