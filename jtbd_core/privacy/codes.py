"""The cells of a wave's ratings: a small number for each pair of importance and experience that was given."""

from typing import Any

import numpy as np
import numpy.typing as npt

from jtbd_core.wave.ledger import ERASED
from jtbd_core.wave.log_part import MISSING

Bools = npt.NDArray[np.bool_]
Cells = npt.NDArray[np.unsignedinteger[Any]]
Floats = npt.NDArray[np.float64]
Given = npt.NDArray[np.signedinteger[Any]]
Integers = npt.NDArray[np.int64]
Places = npt.NDArray[np.int32]


class Codes:
    """Cells numbered from 1, of all pairs of the codes that were given so far; 0 stands for no rating.

    `importance` and `experience` are the codes of each cell, NaN where they are missing. A rating `counts` in scores
    that has both, or experience alone where importance is not asked.
    """

    def __init__(self, given: tuple[Given, Given], *, asks_importance: bool) -> None:
        self._given = given
        self._asks_importance = asks_importance
        pairs = np.stack(np.meshgrid(*given, indexing="ij"), axis=-1).reshape(-1, 2)
        codes = np.where(pairs == MISSING, np.nan, pairs.astype(np.float64)).T
        self.importance, self.experience = np.concatenate((np.full((2, 1), np.nan), codes), axis=1)
        self.is_erased: Bools = self.experience == ERASED
        self.counts: Bools = ~np.isnan(self.experience) & (~np.isnan(self.importance) | (not asks_importance))
        self.type = np.min_scalar_type(len(self.importance) - 1)
        first, second = (len(codes) for codes in given)
        steps = 1 + second * np.arange(first), np.arange(second)
        self._parts = [_by_code(codes, step.astype(self.type)) for codes, step in zip(given, steps, strict=True)]

    def of(self, importance: Given, experience: Given) -> Cells:
        """Return the cells of ratings, whose codes are all known."""
        known = zip(self._given, self._parts, (importance, experience), strict=True)
        first, second = (parts[new - codes[0]] for codes, parts, new in known)
        return np.asarray(first + second)

    def covering(self, importance: Given, experience: Given) -> "Codes":
        """Return codes that know these too: itself, where it does."""
        known = list(zip(self._given, (importance, experience), strict=True))
        if all(_has(codes, new) for codes, new in known):
            return self
        first, second = (np.union1d(codes, new).astype(np.int16) for codes, new in known)
        return Codes((first, second), asks_importance=self._asks_importance)

    def moved(self, to: "Codes") -> Cells:
        """Return the cell that each cell has among other codes, which cover these."""
        pairs = np.stack(np.meshgrid(*self._given, indexing="ij"), axis=-1).reshape(-1, 2)
        return np.concatenate((np.zeros(1, to.type), to.of(pairs[:, 0], pairs[:, 1])))


def no_codes(*, asks_importance: bool = True) -> Codes:
    """Return codes that know none yet."""
    return Codes((np.array([MISSING], np.int16),) * 2, asks_importance=asks_importance)


def _by_code(given: Given, values: Cells) -> Cells:
    """Return the values of codes, ascending ones, by how far each is above the first."""
    found = np.zeros(int(given[-1]) - int(given[0]) + 1, values.dtype)
    found[given - given[0]] = values
    return found


def _has(given: Given, new: Given) -> bool:
    """Return whether all new codes are among those given, ascending ones."""
    if not len(new):
        return True
    is_given = np.zeros(int(given[-1]) - int(given[0]) + 1, bool)
    is_given[given - given[0]] = True
    is_within = given[0] <= new.min() and new.max() <= given[-1]
    return bool(is_within and is_given[new - given[0]].all())
