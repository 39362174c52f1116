"""The saves of a wave, outcome by outcome: whose they are, which answer they hold, and when they were the latest."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.study.just_short import just_short
from jtbd_core.study.scale import Reading
from jtbd_core.wave.ledger import ERASED

NEVER = np.iinfo(np.int64).max

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


class People(NamedTuple):
    """The people of a log: each row's person by number, their names, and their numbers by name."""

    codes: Integers
    names: list[str]
    numbers: dict[str, int]

    def mask(self, people: Collection[str]) -> Bools:
        """Return which people, by number, are among these."""
        chosen = np.zeros(len(self.names), bool)
        chosen[[self.numbers[one] for one in people if one in self.numbers]] = True
        return chosen


class Saves:
    """The saves of one outcome, person by person in their order: whose, and which answer (0: none that counts).

    `person` counts the people of the whole wave, whose names are `people`; `rows` is each save's place in the log.
    `figures` are what figures are of, the answer, its importance, its experience, and what scores are sums of
    (`counted`): alike where these are the same, so that an answer that somebody goes back to is the same.
    """

    def __init__(
        self, log: pd.DataFrame, people: People, answer: Integers, rows: Integers, reading: Reading | None = None
    ) -> None:
        seq = log["seq"].to_numpy(np.int64)[rows]
        person = people.codes[rows]
        order = np.lexsort((seq, person))
        self.people = people
        self.rows = rows[order]
        self.seq, self.person, self.answer = seq[order], person[order], answer[self.rows]
        self.experience = log["experience"].to_numpy(np.float64)[self.rows]
        self.is_erased = self.experience == ERASED
        self.level = np.nan_to_num(self.experience - ERASED)
        self.is_short = self.experience < (reading or Reading()).anchor
        parts = (np.nan_to_num(log[name].to_numpy(np.float64)[self.rows]) for name in ("importance", "experience"))
        importance, experience = parts
        whole = (self.answer, importance, experience, *counted(importance, experience, reading or Reading()))
        self.figures = tuple(np.where(self.is_erased, -self.seq, one) for one in whole)
        is_last = np.append(np.diff(self.person) != 0, True)
        self.next = np.where(is_last, NEVER, np.append(self.seq[1:], 0))

    def at(self, until: int) -> Bools:
        """Return which saves are the latest of their person at a row of the log, and count."""
        found: Bools = (self.seq <= until) & (self.next > until) & (self.answer != 0)
        return found

    def belongs(self, people: Collection[str]) -> Bools:
        """Return which saves are of these people."""
        found: Bools = self.people.mask(people)[self.person]
        return found

    def fresh(self, untils: Sequence[int], *, with_changes: bool = False) -> int:
        """Return how many people's latest answer counts who were in no set released up to these rows of the log.

        `with_changes` also counts those who were, with another answer than they have now.
        """
        ends = np.sort(np.array(untils, np.int64))
        at = np.searchsorted(ends, self.seq)
        was_released = (np.append(ends, NEVER)[at] < self.next) & (self.answer != 0)
        latest = self.at(NEVER - 1) & ~self.is_erased
        key = self.person * (self.answer.max(initial=0) + 1) + self.answer if with_changes else self.person
        return int((latest & ~np.isin(key, key[was_released])).sum())


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


def saves_by_outcome(
    log: pd.DataFrame, readings: Mapping[str, Reading] | None = None, *, asks_importance: bool = True
) -> dict[str, Saves]:
    """Return the saves of each outcome from a log as `Store.log` gives it: a row per save.

    Without `readings` each is read as on five points of satisfaction.
    """
    if log.empty:
        return {}
    codes, names = pd.factorize(log["respondent"])
    named = [str(name) for name in names]
    people = People(codes, named, {name: number for number, name in enumerate(named)})
    answer = _answers(log, asks_importance)
    outcomes, found = pd.factorize(log["outcome"])
    rows = np.split(np.argsort(outcomes, kind="stable"), np.cumsum(np.bincount(outcomes, minlength=len(found)))[:-1])
    read = readings or {}
    return {
        str(outcome): Saves(log, people, answer, mine, read.get(str(outcome)))
        for outcome, mine in zip(found, rows, strict=True)
    }


def _answers(log: pd.DataFrame, asks_importance: bool) -> npt.NDArray[np.int64]:
    """Return a number for each row's pair of ratings, the same for the same pair; 0 where it counts in no score."""
    (importance, _), (experience, points) = pd.factorize(log["importance"]), pd.factorize(log["experience"])
    counts = (experience >= 0) & ((importance >= 0) | (not asks_importance))
    return np.where(counts, (importance + 1) * len(points) + experience + 1, 0).astype(np.int64)
