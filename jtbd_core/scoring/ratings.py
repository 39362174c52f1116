"""Ratings, checked and brought into one canonical form: a matrix of kinds per respondent and outcome."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring.kinds import ADDED, KINDS, KindNumbers, kind_tables
from jtbd_core.scoring.scores import Floats, scores_of
from jtbd_core.scoring.weights import Weights, respondent_weights
from jtbd_core.study.scale import POINTS

Anchor = float | Mapping[str, float]
Keys = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]
Steps = npt.NDArray[np.uint8]

GRAIN = 2.0**30
"""Counts of weighted people are whole multiples of 1/GRAIN, so that sums of them are exact."""

NEEDED = ("respondent", "outcome", "experience")


@dataclass(frozen=True, kw_only=True)
class Ratings:
    """A checked frame of ratings, row by row.

    `respondents` and `outcomes` are the distinct ones in the order of their text; `outcome` has each row's place
    among these, `cell` that in a table indexed `[respondent, outcome]`. `importance` and `experience` count the points
    of the scale from 1 at its lowest; 0 is missing. Where importance was never asked the highest stands for it, and
    the sums it enters are left out of the scores.
    """

    respondents: tuple[object, ...]
    outcomes: tuple[object, ...]
    cell: Places
    outcome: Places
    importance: Steps
    experience: Steps
    has_importance: bool

    @cached_property
    def pair(self) -> Places:
        """Each row's place in a table indexed `[outcome, importance, experience]`, 0 standing for missing."""
        side = len(POINTS.codes) + 1
        return self.outcome * side**2 + (self.importance * np.uint16(side) + self.experience)

    def code_counts(self) -> Places:
        """Return how many people gave both codes, indexed `[outcome, importance, experience]` from the lowest on."""
        shape = len(self.outcomes), len(POINTS.codes) + 1, len(POINTS.codes) + 1
        return np.bincount(self.pair, minlength=math.prod(shape)).reshape(shape)[:, 1:, 1:]


@dataclass(frozen=True, kw_only=True)
class RatingMatrix:
    """The kinds of ratings by respondent (rows) and outcome (columns), numbered as in `KINDS`; 0 is missing.

    Respondents have a row only if they rated an outcome. Outcomes are in the order of their text. `deepest` is the
    greatest depth below the anchor that each outcome's scale allows. Keys are hashes of the identifiers: they name the
    streams of random numbers, so that neither the order of rows nor the presence of others changes anybody's draws.
    `weights` are those of the respondents, with mean 1; all are 1 unless it `is_weighted`.
    """

    outcomes: tuple[object, ...]
    outcome_keys: Keys
    respondent_keys: Keys
    weights: Floats
    kinds: KindNumbers
    deepest: Places
    has_importance: bool
    is_weighted: bool

    @cached_property
    def people(self) -> Places:
        """How many people rated each outcome."""
        return np.asarray(np.sum(self.kinds > 0, axis=0), np.int64)

    @cached_property
    def per_weight(self) -> Floats:
        """Σw / Σw² over the people who rated each outcome: times it, their weights add up to their effective number."""
        outcomes = np.broadcast_to(np.arange(len(self.outcomes)), self.kinds.shape)[self.kinds > 0]
        each = self.weights.repeat(np.count_nonzero(self.kinds, axis=1))
        total, squared = (np.bincount(outcomes, values, len(self.outcomes)) for values in (each, each**2))
        return total / np.where(self.people, squared, 1.0)

    @cached_property
    def counts(self) -> Floats:
        """How many effective people gave a rating of each kind, `[outcome, kind]`; kind 0 is of those without one."""
        shape = len(self.outcomes), len(KINDS) + 1
        where = self.kinds + shape[1] * np.arange(shape[0])
        each = np.broadcast_to(self.weights[:, None], where.shape)
        counted = np.bincount(where.ravel(), each.ravel(), shape[0] * shape[1]).reshape(shape)
        return np.rint(counted * self.per_weight[:, None] * GRAIN) / GRAIN

    @cached_property
    def sums(self) -> Floats:
        """The sums over all effective people, indexed `[sum, outcome]`."""
        return ADDED @ self.counts.T

    @cached_property
    def scores(self) -> dict[str, Floats]:
        """The scores of each outcome as the answers given say, without any prior."""
        return scores_of(self.sums, self.has_importance)


def rating_matrix(ratings: pd.DataFrame, anchor: Anchor, weights: Weights | None = None) -> RatingMatrix:
    """Return the checked matrix of a frame of ratings; raise UnusableRatings naming the column or the argument."""
    return matrix_of(checked(ratings), anchor, weights)


def matrix_of(ratings: Ratings, anchor: Anchor, weights: Weights | None = None) -> RatingMatrix:
    """Return the matrix of checked ratings; without weights all are 1.

    Raises:
        UnusableRatings: an anchor is missing or none of the scale, or a weight is missing or not above 0.
    """
    deepest = _anchors(anchor, ratings.outcomes) - POINTS.lowest
    kinds = np.zeros((len(ratings.respondents), len(ratings.outcomes)), np.uint8)
    kinds.reshape(-1)[ratings.cell] = kind_tables()[deepest - 1].take(ratings.pair)
    has_rated = kinds.any(axis=1)
    given = np.ones(len(kinds)) if weights is None else respondent_weights(weights, ratings.respondents)
    return RatingMatrix(
        outcomes=ratings.outcomes,
        outcome_keys=_keys(ratings.outcomes, "headway outcomes"),
        respondent_keys=keys_of_respondents(ratings.respondents)[has_rated],
        weights=given[has_rated] / (given[has_rated].mean() if has_rated.any() else 1.0),
        kinds=kinds[has_rated],
        deepest=deepest,
        has_importance=ratings.has_importance,
        is_weighted=weights is not None,
    )


def keys_of_respondents(respondents: tuple[object, ...]) -> Keys:
    """Return the key of each respondent, which names the stream of their weights."""
    return _keys(respondents, "headway-answerer")


def checked(ratings: pd.DataFrame) -> Ratings:
    """Return the checked rows of a frame of ratings; raise UnusableRatings naming the column."""
    missing = [name for name in NEEDED if name not in ratings.columns]
    if missing:
        raise UnusableRatings(f"The ratings have no column {' and no column '.join(map(repr, missing))}.")
    has_importance = "importance" in ratings.columns
    respondent, respondents = _identified(ratings["respondent"])
    outcome, outcomes = _identified(ratings["outcome"])
    experience = _steps(ratings["experience"])
    unasked = np.full(len(ratings), len(POINTS.codes), np.uint8)
    importance = _steps(ratings["importance"]) if has_importance else unasked
    cell = respondent * len(outcomes) + outcome
    _refuse_twice(cell, respondents, outcomes)
    return Ratings(
        respondents=respondents,
        outcomes=outcomes,
        cell=cell,
        outcome=outcome,
        importance=importance,
        experience=experience,
        has_importance=has_importance,
    )


def _identified(column: pd.Series) -> tuple[Places, tuple[object, ...]]:
    """Return each row's place among the distinct identifiers, and these in the order of their text."""
    codes, found = pd.factorize(column)
    if (codes < 0).any():
        row = int(np.argmax(codes < 0)) + 1
        raise UnusableRatings(f"The ratings have no {column.name} in row {row} of {len(column)}.")
    distinct = list(found)
    order = sorted(range(len(distinct)), key=lambda place: (str(distinct[place]), type(distinct[place]).__name__))
    position = np.empty(len(distinct), np.int64)
    position[order] = np.arange(len(distinct))
    return position[codes], tuple(distinct[place] for place in order)


def _steps(column: pd.Series) -> Steps:
    """Return ratings counted from 1 at the lowest code, with 0 for missing; refuse what is no code of the scale."""
    try:
        values = column.to_numpy(dtype=np.float64, na_value=np.nan)
    except (TypeError, ValueError) as cause:
        raise UnusableRatings(f"The column {column.name!r} must hold numbers from {POINTS} or nothing.") from cause
    with np.errstate(invalid="ignore"):
        codes = values.astype(np.int16)
    good = (codes == values) & (codes >= POINTS.lowest) & (codes <= POINTS.highest)
    missing = np.isnan(values)
    if not (good | missing).all():
        first = values[np.argmin(good | missing)]
        raise UnusableRatings(
            f"The column {column.name!r} holds {first:g}; a rating is a whole number from {POINTS}, or missing."
        )
    codes[missing] = POINTS.lowest - 1
    return (codes - (POINTS.lowest - 1)).astype(np.uint8)


def _refuse_twice(where: Places, respondents: tuple[object, ...], outcomes: tuple[object, ...]) -> None:
    """Refuse two rows of one respondent on one outcome."""
    if not len(where):
        return
    seen = np.zeros(len(respondents) * len(outcomes), bool)
    seen[where] = True
    if np.count_nonzero(seen) == len(where):
        return
    person, outcome = divmod(int(np.argmax(np.bincount(where) > 1)), len(outcomes))
    raise UnusableRatings(f"Respondent {respondents[person]} rated the outcome {outcomes[outcome]} more than once.")


def _keys(identifiers: tuple[object, ...], salt: str) -> Keys:
    """Return one 64-bit key per identifier, the same in every run; the salt has 16 characters."""
    return pd.util.hash_array(np.array([str(one) for one in identifiers], dtype=object), hash_key=salt)


def _anchors(anchor: Anchor, outcomes: tuple[object, ...]) -> Places:
    """Return the anchor of each outcome; refuse what cannot be one on the scale."""
    given = anchor if isinstance(anchor, Mapping) else dict.fromkeys(map(str, outcomes), anchor)
    by_text = {str(outcome): value for outcome, value in given.items()}
    lost = [outcome for outcome in outcomes if str(outcome) not in by_text]
    if lost:
        raise UnusableRatings(f"No anchor is given for the outcome {lost[0]}.")
    values = [anchor] if not isinstance(anchor, Mapping) else [by_text[str(outcome)] for outcome in outcomes]
    *others, last = POINTS.anchors
    for value in values:
        if value not in POINTS.anchors:
            raise UnusableRatings(
                f"The anchor must be {', '.join(map(str, others))} or {last}, not {value}: "
                f"below {POINTS.anchors[0]} nobody could fall short."
            )
    return np.array([int(by_text[str(outcome)]) for outcome in outcomes], np.int64)
