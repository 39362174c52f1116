"""The saves of one outcome in the order of the log: whose they are, which answer they hold, when they were the latest.

They are kept as they came, so that what is new is appended at the cost of what is new.
"""

from collections.abc import Collection, Sequence
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.privacy.codes import Bools, Cells, Codes, Floats, Integers, Places
from jtbd_core.privacy.people import People
from jtbd_core.study.just_short import just_short
from jtbd_core.study.scale import Reading
from jtbd_core.wave.ledger import ERASED

NEVER = np.iinfo(np.int64).max
NO_NEXT = np.iinfo(np.int32).max
"""The place of the save after the latest of a person."""

ROOM = 32
"""Where there is no room for more, there is room for one in so many afterwards."""

Number = TypeVar("Number", bound=np.generic)
Column = npt.NDArray[Number]


class Saves:
    """The saves of one outcome; `person` counts the people of the whole wave.

    `cell` is the rating that a save holds, as `codes` number them, `next` the place of the next save of the same
    person, `counts` whether it counts in scores.
    """

    def __init__(self, people: People, codes: Codes, reading: Reading | None = None) -> None:
        self.people = people
        self.codes = codes
        self.reading = reading or Reading()
        self._size = 0
        self._seq = np.zeros(0, np.int64)
        self._person = np.zeros(0, np.int32)
        self._next = np.zeros(0, np.int32)
        self._cell: Cells = np.zeros(0, codes.type)
        self._counts = np.zeros(0, bool)
        self._latest = np.zeros(0, np.int32)
        self._tapped = np.zeros(0, np.int64)

    @property
    def seq(self) -> Integers:
        """The row of the log of each save, ascending."""
        return self._seq[: self._size]

    @property
    def person(self) -> Places:
        """Whose each save is."""
        return self._person[: self._size]

    @property
    def cell(self) -> Cells:
        """The rating of each save."""
        return self._cell[: self._size]

    @property
    def next(self) -> Places:
        """The place of the next save of the same person, `NO_NEXT` after the latest."""
        return self._next[: self._size]

    @property
    def counts(self) -> Bools:
        """Which saves hold an answer that counts in scores."""
        return self._counts[: self._size]

    @property
    def has_erased(self) -> bool:
        """Whether saves of the wave may have been deleted."""
        return bool(self.codes.is_erased.any())

    @property
    def is_erased(self) -> Bools:
        """Which saves were deleted."""
        return self.codes.is_erased[self.cell] if self.has_erased else np.zeros(self._size, bool)

    @property
    def level(self) -> Floats:
        """The experience of each save, above that of an erased one; 0 where it is missing."""
        found: Floats = np.nan_to_num(self.codes.experience - ERASED)[self.cell]
        return found

    @property
    def is_short(self) -> Bools:
        """Of which saves the experience falls short."""
        found: Bools = (self.codes.experience < self.reading.anchor)[self.cell]
        return found

    def figures(self, chosen: Bools | Integers) -> list[Floats]:
        """Return what figures are of some saves, the answer, its importance, its experience, and what is `counted`.

        They are alike where these are the same, so that an answer that somebody goes back to is the same.
        """
        codes, cell, is_erased = self.codes, self.cell[chosen], self.is_erased[chosen]
        importance, experience = np.nan_to_num(codes.importance), np.nan_to_num(codes.experience)
        answer = np.where(codes.counts, np.arange(len(codes.counts)), 0).astype(np.float64)
        whole = answer, importance, experience, *counted(importance, experience, self.reading)
        return [np.where(is_erased, -self.seq[chosen], one[cell]) for one in whole]

    def add(self, seq: Integers, person: Places, cell: Cells, tapped: Integers | None = None) -> None:
        """Append saves of later rows, less those that arrived after a newer one of the same card: they never count.

        `tapped` is when each was made; without, all as they arrived.
        """
        if (np.diff(seq) < 0).any():
            order = np.argsort(seq, kind="stable")
            seq, person, cell = seq[order], person[order], cell[order]
            tapped = tapped if tapped is None else tapped[order]
        if tapped is not None or len(self._tapped):
            is_in_time = self._in_time(person, np.zeros(len(seq), np.int64) if tapped is None else tapped)
            seq, person, cell = seq[is_in_time], person[is_in_time], cell[is_in_time]
        size = self._size + len(seq)
        self._seq, self._person, self._cell, self._counts, self._next = (
            _filled(self._seq, self._size, seq),
            _filled(self._person, self._size, person),
            _filled(self._cell, self._size, cell),
            _filled(self._counts, self._size, self.codes.counts[cell]),
            _filled(self._next, self._size, np.full(len(seq), NO_NEXT, np.int32)),
        )
        self._link(person, np.arange(self._size, size, dtype=np.int32))
        self._size = size

    def _in_time(self, person: Places, tapped: Integers) -> Bools:
        """Return which saves were made no earlier than all before them of the same person."""
        self._tapped = _longer(self._tapped, len(self.people.names), 0)
        newest = pd.Series(tapped).groupby(person, sort=False).cummax().to_numpy()
        newest = np.maximum(newest, self._tapped[person])
        self._tapped[person] = newest  # of several of a person the last, which is the greatest
        found: Bools = tapped == newest
        return found

    def _link(self, person: Places, place: Places) -> None:
        """Note the places of new saves as the next ones of those before them."""
        self._latest = _longer(self._latest, len(self.people.names), -1)
        before = self._latest[person]
        self._latest[person] = place
        if (self._latest[person] != place).any():  # somebody has several
            order = np.argsort(person, kind="stable")
            is_again = np.append(False, np.diff(person[order]) == 0)
            before[order[is_again]] = place[order[:-1][is_again[1:]]]
            is_last = np.append(~is_again[1:], True)
            self._latest[person[order[is_last]]] = place[order[is_last]]
        self._next[before[before >= 0]] = place[before >= 0]

    def recode(self, codes: Codes) -> None:
        """Take over codes that cover those so far."""
        if codes is not self.codes:
            self._cell, self.codes = self.codes.moved(codes)[self.cell], codes

    def at(self, until: int) -> Bools:
        """Return which saves are the latest of their person at a row of the log, and count."""
        size = self._before(until)
        found = np.zeros(self._size, bool)
        np.logical_and(self._next[:size] >= size, self._counts[:size], out=found[:size])
        return found

    def at_any(self, untils: Sequence[int]) -> Bools:
        """Return which saves are the latest of their person at one of these rows of the log, or more, and count."""
        return self._at_any(np.arange(self._size), np.sort(np.array(untils, np.int64)))

    def _at_any(self, places: Integers, ends: Integers) -> Bools:
        after = np.append(self.seq, NEVER)[np.minimum(self.next[places], self._size)]
        first = np.append(ends, NEVER)[np.searchsorted(ends, self.seq[places])]
        found: Bools = (first < after) & self.counts[places]
        return found

    def _before(self, until: int) -> int:
        """Return how many saves there are up to a row of the log."""
        return int(np.searchsorted(self.seq, until, side="right"))

    def belongs(self, people: Collection[str]) -> Bools:
        """Return which saves are of these people."""
        found: Bools = self.people.mask(people)[self.person]
        return found

    def fresh(self, untils: Sequence[int], *, with_changes: bool = False) -> int:
        """Return how many people's latest answer counts who were in no set released up to these rows of the log.

        `with_changes` also counts those who were, with another answer than they have now.
        """
        ends = np.sort(np.array(untils, np.int64))
        size = self._before(int(ends[-1])) if len(ends) else 0  # what is latest and older was in the last set
        new = size + np.flatnonzero((self.next[size:] == NO_NEXT) & self.counts[size:] & ~self.is_erased[size:])
        if not len(new):
            return 0
        is_new = np.zeros(len(self.people.names), bool)
        is_new[self.person[new]] = True
        old = np.flatnonzero(is_new[self.person[:size]])
        released = self._answers(old[self._at_any(old, ends)], with_changes=with_changes)
        return int((~np.isin(self._answers(new, with_changes=with_changes), released)).sum())

    def _answers(self, places: Integers, *, with_changes: bool) -> Integers:
        """Return a number for each of some saves: of the person, or of the person and the answer."""
        person = self.person[places].astype(np.int64)
        return person * len(self.codes.counts) + self.cell[places] if with_changes else person


def counted(importance: Floats, experience: Floats, reading: Reading) -> tuple[Floats, ...]:
    """Return what the figures of an outcome are sums of, by rating, as 0 and 1 or points.

    Of scores these are whether it is important, whether it falls short, how far, and both; of value delivered whether
    it is far short, just short, met or exceeded; of what splits a room the camps and the middle.
    """
    is_important, depth = importance >= reading.cut, np.maximum(reading.anchor - experience, 0)
    is_far, is_exceeded = depth > just_short(reading.deepest), experience > reading.anchor
    low, high = (experience <= reading.experience.camps[0]), (experience >= reading.experience.camps[1])
    scores = is_important, depth > 0, depth, is_important & (depth > 0)
    delivered = is_far, (depth > 0) & ~is_far, (depth == 0) & ~is_exceeded, is_exceeded
    return tuple(one.astype(np.float64) for one in (*scores, *delivered, low, ~(low | high), high))


def _longer(values: npt.NDArray[Any], size: int, rest: int) -> npt.NDArray[Any]:
    """Return values by person with room for some more, `rest` for those who have none."""
    if len(values) >= size:
        return values
    return np.append(values, np.full(size + size // ROOM - len(values), rest, values.dtype))


def _filled(values: Column[Number], size: int, more: Column[Number]) -> Column[Number]:
    """Return values of which the first `size` are used with more after them, copied where there is no room."""
    if size + len(more) > len(values):
        room = np.zeros(size + len(more) + (size + len(more)) // ROOM * bool(size), values.dtype)
        room[:size] = values[:size]
        values = room
    values[size : size + len(more)] = more
    return values
