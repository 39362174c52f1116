"""Ratings, checked and brought into one canonical form: a matrix of kinds per respondent and outcome."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring.kinds import Codes, KindNumbers, added, kind_numbers
from jtbd_core.scoring.readings import Anchor, readings
from jtbd_core.scoring.scores import Floats, scores_of
from jtbd_core.scoring.weights import Weights, respondent_weights
from jtbd_core.study.scale import FIVE, Points, Reading

Keys = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

MISSING = np.iinfo(np.int16).min
"""The code of a rating that was not given."""

GRAIN = 2.0**30
"""Counts of weighted people are whole multiples of 1/GRAIN, so that sums of them are exact."""

NEEDED = ("respondent", "outcome", "experience")


@dataclass(frozen=True, kw_only=True)
class Ratings:
    """A checked frame of ratings, row by row.

    `respondents` and `outcomes` are the distinct ones in the order of their text; `outcome` has each row's place
    among these, `cell` that in a table indexed `[respondent, outcome]`. `importance` and `experience` are the codes
    given, or `MISSING`; where importance was never asked it is missing throughout.
    """

    respondents: tuple[object, ...]
    outcomes: tuple[object, ...]
    cell: Places
    outcome: Places
    importance: Codes
    experience: Codes
    has_importance: bool

    @property
    def is_rated(self) -> Bools:
        """Which rows are rated wholly."""
        found: Bools = self.experience != MISSING
        return found & (self.importance != MISSING) if self.has_importance else found


@dataclass(frozen=True, kw_only=True)
class RatingMatrix:
    """The kinds of ratings by respondent (rows) and outcome (columns), numbered as `kinds` are; 0 is missing.

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
    def added(self) -> Floats:
        """What a rating of each kind adds to the sums, `[sum, kind]`: of all kinds on the deepest scale.

        It is that of five points at least, whatever their anchor: the number of kinds decides what is drawn at random.
        """
        return added(max([FIVE.length, *self.deepest.tolist()]))

    @cached_property
    def people(self) -> Places:
        """How many people rated each outcome."""
        return np.array([np.count_nonzero(kinds) for kinds in self.kinds.T], np.int64)

    @cached_property
    def per_weight(self) -> Floats:
        """Σw / Σw² over the people who rated each outcome: times it, their weights add up to their effective number."""
        if not self.is_weighted:
            return np.where(self.people, 1.0, 0.0)
        each = self.weights, self.weights**2
        total, squared = np.array([[np.bincount(one > 0, by, 2)[1] for one in self.kinds.T] for by in each])
        found: Floats = total / np.where(self.people, squared, 1.0)
        return found

    @cached_property
    def counts(self) -> Floats:
        """How many effective people gave a rating of each kind, `[outcome, kind]`; kind 0 is of those without one."""
        many, weights = self.added.shape[1], self.weights if self.is_weighted else None
        counted = np.array([np.bincount(kinds, weights, many) for kinds in self.kinds.T], np.float64).reshape(-1, many)
        return np.rint(counted * self.per_weight[:, None] * GRAIN) / GRAIN

    @cached_property
    def sums(self) -> Floats:
        """The sums over all effective people, indexed `[sum, outcome]`."""
        return self.added @ self.counts.T

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
        UnusableRatings: an anchor is missing or none of the scale, a rating is none of its scale, or a weight is
            missing or not above 0.
    """
    given_readings = readings(anchor, ratings.outcomes)
    kinds = np.zeros((len(ratings.respondents), len(ratings.outcomes)), np.uint8)
    kinds.reshape(-1)[ratings.cell] = np.where(ratings.is_rated, _kinds(ratings, given_readings), 0)
    has_rated = kinds.any(axis=1)
    given = np.ones(len(kinds)) if weights is None else respondent_weights(weights, ratings.respondents)
    return RatingMatrix(
        outcomes=ratings.outcomes,
        outcome_keys=keys_of_outcomes(ratings.outcomes),
        respondent_keys=keys_of_respondents(ratings.respondents)[has_rated],
        weights=given[has_rated] / (given[has_rated].mean() if has_rated.any() else 1.0),
        kinds=kinds[has_rated],
        deepest=np.array([one.deepest for one in given_readings], np.int64),
        has_importance=ratings.has_importance,
        is_weighted=weights is not None,
    )


def keys_of_outcomes(outcomes: tuple[object, ...]) -> Keys:
    """Return the key of each outcome, which names the stream of its prior."""
    return _keys(outcomes, "headway outcomes")


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
    experience = _codes(ratings["experience"])
    importance = _codes(ratings["importance"]) if has_importance else np.full(len(ratings), MISSING, np.int16)
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


def _codes(column: pd.Series) -> Codes:
    """Return ratings as codes; refuse what is no whole number."""
    try:
        values = column.to_numpy(dtype=np.float64, na_value=np.nan)
    except (TypeError, ValueError) as cause:
        raise UnusableRatings(f"The column {column.name!r} must hold whole numbers or nothing.") from cause
    with np.errstate(invalid="ignore"):
        codes = values.astype(np.int16)
    missing = np.isnan(values)
    good = (codes == values) | missing
    if not good.all():
        raise UnusableRatings(
            f"The column {column.name!r} holds {values[np.argmin(good)]:g}; a rating is a whole number, or missing."
        )
    codes[missing] = MISSING
    return codes


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


def _kinds(ratings: Ratings, given: Sequence[Reading]) -> KindNumbers:
    """Return the number of the kind of each row's rating; of missing ones any. Refuse what is no code of its scale."""
    rows = [(one.anchor, *one.experience.ends, one.cut, *one.importance.ends) for one in given]
    table = np.array(rows, np.int16).reshape(-1, 6)
    is_alike = len(table) and (table == table[0]).all()  # then numbers do instead of columns
    anchor, lowest, highest, cut, least, most = table[0] if is_alike else table[ratings.outcome].T
    refuse_outside("experience", ratings.experience, lowest, highest)
    if ratings.has_importance:
        refuse_outside("importance", ratings.importance, least, most)
    return kind_numbers(ratings.importance >= cut if ratings.has_importance else True, anchor - ratings.experience)


def refuse_outside(name: str, codes: Codes, lowest: Codes | int, highest: Codes | int) -> None:
    """Refuse ratings outside their scale, from a lowest to a highest code, each one for all of them or one for each."""
    outside = ((codes < lowest) | (codes > highest)) & (codes != MISSING)
    if outside.any():
        row = int(np.argmax(outside))
        low, high = (int(np.broadcast_to(end, codes.shape)[row]) for end in (lowest, highest))
        raise UnusableRatings(
            f"The column {name!r} holds {codes[row]}; a rating is a whole number from "
            f"{Points(lowest=low, highest=high)}, or missing."
        )
