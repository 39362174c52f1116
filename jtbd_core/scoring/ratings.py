"""Ratings, checked and brought into one canonical form: a matrix of codes per respondent and outcome."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring.formulas import Floats

Anchor = float | Mapping[str, float]
Codes = npt.NDArray[np.uint8]
Keys = npt.NDArray[np.uint64]

NEEDED = ("respondent", "outcome", "experience")
NOBODY_ASKED = 5
"""Stands in for importance where it was never asked; the sums it enters are then left out of the table."""


@dataclass(frozen=True, kw_only=True)
class RatingMatrix:
    """Ratings by respondent (rows) and outcome (columns): `cells` holds 6 × importance + experience.

    A cell is 0 unless both ratings are given, and respondents have a row only if they have such a cell.

    Outcomes are in the order of their text. Keys are hashes of the identifiers: they name the streams of
    random numbers, so that neither the order of rows nor the presence of others changes anybody's draws.
    """

    outcomes: tuple[object, ...]
    outcome_keys: Keys
    respondent_keys: Keys
    cells: Codes
    anchors: npt.NDArray[np.int64]
    has_importance: bool

    @cached_property
    def cube(self) -> Floats:
        """How many people gave each pair of ratings, indexed `[outcome, importance, experience]`."""
        many = len(self.outcomes)
        flat = np.bincount((self.cells + 36 * np.arange(many)).ravel(), minlength=36 * many)
        cube = flat.reshape(many, 6, 6).astype(float)
        cube[:, 0, 0] = 0
        return cube


def rating_matrix(ratings: pd.DataFrame, anchor: Anchor) -> RatingMatrix:
    """Return the checked matrix of a frame of ratings; raise UnusableRatings naming the column or the argument."""
    missing = [name for name in NEEDED if name not in ratings.columns]
    if missing:
        raise UnusableRatings(f"The ratings have no column {' and no column '.join(map(repr, missing))}.")
    has_importance = "importance" in ratings.columns
    people, respondents = _identified(ratings["respondent"])
    columns, outcomes = _identified(ratings["outcome"])
    experience = _rated(ratings["experience"])
    importance = _rated(ratings["importance"]) if has_importance else np.full(len(ratings), NOBODY_ASKED, np.uint8)
    cells = np.where((importance > 0) & (experience > 0), 6 * importance + experience, np.uint8(0))
    where = people * len(outcomes) + columns
    _refuse_twice(where, respondents, outcomes)
    matrix = np.zeros((len(respondents), len(outcomes)), np.uint8)
    matrix.reshape(-1)[where] = cells
    has_rated = matrix.any(axis=1)
    return RatingMatrix(
        outcomes=tuple(outcomes),
        outcome_keys=_keys(outcomes, "headway outcomes"),
        respondent_keys=_keys(respondents, "headway-answerer")[has_rated],
        cells=matrix[has_rated],
        anchors=anchors_of(anchor, outcomes),
        has_importance=has_importance,
    )


def _identified(column: pd.Series) -> tuple[npt.NDArray[np.int64], list[object]]:
    """Return each row's position among the distinct identifiers, and these in the order of their text."""
    codes, found = pd.factorize(column)
    if (codes < 0).any():
        row = int(np.argmax(codes < 0)) + 1
        raise UnusableRatings(f"The ratings have no {column.name} in row {row} of {len(column)}.")
    distinct = list(found)
    order = sorted(range(len(distinct)), key=lambda place: (str(distinct[place]), type(distinct[place]).__name__))
    position = np.empty(len(distinct), np.int64)
    position[order] = np.arange(len(distinct))
    return position[codes], [distinct[place] for place in order]


def _rated(column: pd.Series) -> Codes:
    """Return ratings as codes 1–5 with 0 for missing; refuse anything else."""
    try:
        values = column.to_numpy(dtype=np.float64, na_value=np.nan)
    except (TypeError, ValueError) as cause:
        raise UnusableRatings(f"The column {column.name!r} must hold numbers from 1 to 5 or nothing.") from cause
    with np.errstate(invalid="ignore"):
        codes = values.astype(np.uint8)
    good = (codes == values) & (codes > 0) & (codes <= 5)
    missing = np.isnan(values)
    if not (good | missing).all():
        first = values[np.argmin(good | missing)]
        raise UnusableRatings(
            f"The column {column.name!r} holds {first:g}; a rating is a whole number from 1 to 5, or missing."
        )
    codes[missing] = 0
    return codes


def _refuse_twice(where: npt.NDArray[np.int64], respondents: list[object], outcomes: list[object]) -> None:
    """Refuse two rows of one respondent on one outcome."""
    if not len(where):
        return
    seen = np.zeros(len(respondents) * len(outcomes), bool)
    seen[where] = True
    if np.count_nonzero(seen) == len(where):
        return
    person, outcome = divmod(int(np.argmax(np.bincount(where) > 1)), len(outcomes))
    raise UnusableRatings(f"Respondent {respondents[person]} rated the outcome {outcomes[outcome]} more than once.")


def _keys(identifiers: list[object], salt: str) -> Keys:
    """Return one 64-bit key per identifier, the same in every run; the salt has 16 characters."""
    return pd.util.hash_array(np.array([str(one) for one in identifiers], dtype=object), hash_key=salt)


def anchors_of(anchor: Anchor, outcomes: list[object]) -> npt.NDArray[np.int64]:
    """Return the anchor of each outcome: a whole number from 2 to 5, as at 1 nobody could fall short."""
    given = anchor if isinstance(anchor, Mapping) else dict.fromkeys(map(str, outcomes), anchor)
    by_text = {str(outcome): value for outcome, value in given.items()}
    lost = [outcome for outcome in outcomes if str(outcome) not in by_text]
    if lost:
        raise UnusableRatings(f"No anchor is given for the outcome {lost[0]}.")
    values = [anchor] if not isinstance(anchor, Mapping) else [by_text[str(outcome)] for outcome in outcomes]
    for value in values:
        if value not in (2, 3, 4, 5):
            raise UnusableRatings(f"The anchor must be 2, 3, 4 or 5, not {value}: below 2 nobody could fall short.")
    return np.array([int(by_text[str(outcome)]) for outcome in outcomes], np.int64)
