"""Ratings as a matrix of small numbers, a cell for each outcome and respondent: as large as the answers, and no larger.

What is said of single outcomes is made of how many respondents gave a rating of each number; these are counted once.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.scoring.kinds import Codes, kind_numbers
from jtbd_core.scoring.ratings import (
    MISSING,
    Bools,
    Keys,
    Places,
    RatingMatrix,
    checked,
    keys_of_outcomes,
    keys_of_respondents,
    refuse_outside,
)
from jtbd_core.scoring.readings import Anchor, readings
from jtbd_core.scoring.scores import Floats

Cells = npt.NDArray[np.unsignedinteger[Any]]


@dataclass(frozen=True, kw_only=True)
class RatingCells:
    """The ratings of respondents, indexed `[outcome, respondent]`, as numbers; 0 is none.

    `importance` and `experience` are the codes of the rating that each number stands for, NaN where they are missing;
    `not_applicable` whether it says so, None where that is not told. `keys` name the respondents' random numbers,
    `counts` tell how many gave a rating of each number, `[outcome, number]`.
    """

    respondents: Sequence[object]
    outcomes: tuple[str, ...]
    cells: Cells
    keys: Keys
    importance: Floats
    experience: Floats
    counts: Places
    not_applicable: Bools | None = None
    has_importance: bool = True

    @property
    def is_given(self) -> Bools:
        """Which numbers stand for a rating with an experience."""
        return np.asarray(~np.isnan(self.experience))

    @cached_property
    def raters(self) -> Places:
        """How many respondents rated their experience of each outcome."""
        return np.asarray(self.counts[:, self.is_given].sum(axis=1))

    @cached_property
    def people(self) -> int:
        """How many respondents rated their experience of at least one outcome."""
        found = np.zeros(self.cells.shape[1], bool)
        for one, counts in zip(self.cells, self.counts, strict=True):
            has_rated = one > 0
            for number in np.flatnonzero((counts > 0) & ~self.is_given):
                has_rated &= one != number
            found |= has_rated
        return int(np.count_nonzero(found))

    def means(self, codes: Floats, numbers: Bools) -> tuple[Floats, Places]:
        """Return the mean of what codes say of ratings of some numbers, by outcome, and of how many it is."""
        counts = self.counts[:, numbers]
        many = counts.sum(axis=1)
        with np.errstate(invalid="ignore"):
            return counts @ codes[numbers] / many, many

    def of(self, outcomes: Collection[str]) -> "RatingCells":
        """Return the ratings of some outcomes, each of which has a row, in the order of their ids."""
        places = {name: place for place, name in enumerate(self.outcomes)}
        named = tuple(sorted(outcomes))
        found = [(row, places[name]) for row, name in enumerate(named) if name in places]
        rows, mine = np.array(found, np.int64).reshape(-1, 2).T
        cells: Cells = np.zeros((len(named), self.cells.shape[1]), self.cells.dtype)
        counts = np.zeros((len(named), self.counts.shape[1]), np.int64)
        cells[rows], counts[rows] = self.cells[mine], self.counts[mine]
        return replace(self, outcomes=named, cells=cells, counts=counts)

    def rated_by(self, fewest: int) -> "RatingCells":
        """Return the ratings without those of outcomes that fewer respondents rated wholly."""
        is_rare = self.counts[:, self.is_rated].sum(axis=1) < fewest
        if not is_rare.any():
            return self
        cells, counts = self.cells.copy(), self.counts.copy()
        cells[is_rare], counts[is_rare] = 0, 0
        return replace(self, cells=cells, counts=counts)

    @property
    def is_rated(self) -> Bools:
        """Which numbers stand for a whole rating."""
        return self.is_given & ~np.isnan(self.importance) if self.has_importance else self.is_given

    def matrix(self, anchor: Anchor) -> RatingMatrix:
        """Return the matrix of these ratings, where respondents all count alike.

        Raises:
            UnusableRatings: an anchor is missing or none of the scale, or a rating is none of its scale.
        """
        given = readings(anchor, self.outcomes)
        importance, experience = (_whole(codes) for codes in (self.importance, self.experience))
        kinds = np.zeros(self.cells.shape, np.uint8)
        for place, (one, read) in enumerate(zip(self.cells, given, strict=True)):
            is_used = self.counts[place] > 0
            refuse_outside("experience", experience[is_used], *read.experience.ends)
            if self.has_importance:
                refuse_outside("importance", importance[is_used], *read.importance.ends)
            kind = kind_numbers(importance >= read.cut if self.has_importance else True, read.anchor - experience)
            kinds[place] = np.where(self.is_rated, kind, 0).astype(np.uint8)[one]
        has_rated = kinds.any(axis=0)
        return RatingMatrix(
            outcomes=self.outcomes,
            outcome_keys=keys_of_outcomes(self.outcomes),
            respondent_keys=self.keys[has_rated],
            weights=np.ones(np.count_nonzero(has_rated)),
            kinds=np.ascontiguousarray(kinds[:, has_rated]).T,
            deepest=np.array([one.deepest for one in given], np.int64),
            has_importance=self.has_importance,
            is_weighted=False,
        )


def counts_of(cells: Cells, many: int) -> Places:
    """Return how many respondents gave a rating of each number, of so many; nobody gave 0."""
    counts = np.array([np.bincount(one, minlength=many) for one in cells], np.int64).reshape(-1, many)
    counts[:, 0] = 0
    return counts


def _whole(codes: Floats) -> Codes:
    return np.where(np.isnan(codes), MISSING, codes).astype(np.int16)


def cells_of(ratings: pd.DataFrame) -> RatingCells:
    """Return a frame of ratings as cells; raise UnusableRatings naming the column."""
    rows = checked(ratings)
    says_so = "not_applicable" in ratings
    is_na = ratings["not_applicable"].to_numpy(bool) if says_so else np.zeros(len(ratings), bool)
    each = np.column_stack((rows.importance, rows.experience, is_na)).astype(np.int64)
    distinct, first, number = np.unique(each @ [1 << 20, 2, 1], return_index=True, return_inverse=True)
    cells = np.zeros((len(rows.outcomes), len(rows.respondents)), np.min_scalar_type(len(distinct)))
    cells[rows.outcome, rows.cell // max(len(rows.outcomes), 1)] = number + 1
    codes = np.where(each[first] == MISSING, np.nan, each[first]).T
    importance, experience, applies_not = np.concatenate((np.full((3, 1), np.nan), codes), axis=1)
    return RatingCells(
        respondents=rows.respondents,
        outcomes=tuple(map(str, rows.outcomes)),
        cells=cells,
        keys=keys_of_respondents(rows.respondents),
        importance=importance,
        experience=experience,
        counts=counts_of(cells, len(importance)),
        not_applicable=applies_not == 1 if says_so else None,
        has_importance=rows.has_importance,
    )


def joined(parts: Sequence[RatingCells]) -> RatingCells:
    """Return the ratings of several sets of other respondents as one; what does not apply is told where all tell it."""
    outcomes = sorted({one for part in parts for one in part.outcomes})
    parts = [part.of(outcomes) for part in parts]
    before = np.cumsum([0, *(len(part.importance) for part in parts)])
    kind = np.min_scalar_type(int(before[-1]))
    cells = [
        np.where(part.cells, part.cells + kind.type(at), kind.type(0)) for part, at in zip(parts, before, strict=False)
    ]
    told = [part.not_applicable for part in parts if part.not_applicable is not None]
    whole = np.concatenate(cells, axis=1)
    return RatingCells(
        respondents=[one for part in parts for one in part.respondents],
        outcomes=tuple(outcomes),
        cells=whole,
        keys=np.concatenate([part.keys for part in parts]),
        importance=np.concatenate([part.importance for part in parts]),
        experience=np.concatenate([part.experience for part in parts]),
        counts=counts_of(whole, int(before[-1])),
        not_applicable=np.concatenate(told) if len(told) == len(parts) else None,
    )
