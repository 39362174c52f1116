"""The log of a wave in memory: the saves of each outcome, fed with what is new."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from jtbd_core.privacy.codes import Bools, Cells, Integers, Places, no_codes
from jtbd_core.privacy.people import People
from jtbd_core.privacy.saves import Saves
from jtbd_core.study.scale import Reading
from jtbd_core.wave.log_part import LogPart

Rows = Mapping[str, Bools]
"""Which saves of each outcome are meant."""

Piece = tuple[Integers, Places, Cells, Integers | None]


class RatingLog(Mapping[str, Saves]):
    """The saves of a wave by outcome, up to the row `last` of the log.

    Parts are `taken` in any order and seen once they are `added`. Without `readings` each outcome is read as on five
    points of satisfaction.
    """

    def __init__(self, readings: Mapping[str, Reading] | None = None, *, asks_importance: bool = True) -> None:
        self.people = People()
        self.last = 0
        self._readings = readings or {}
        self._codes = no_codes(asks_importance=asks_importance)
        self._saves: dict[str, Saves] = {}
        self._taken: dict[str, list[Piece]] = {}
        self._numbers: Places = np.zeros(0, np.int32)
        self._outcomes: tuple[str, ...] = ()

    def __getitem__(self, outcome: str) -> Saves:
        """Return the saves of an outcome."""
        return self._saves[outcome]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the outcomes, in the order in which they were first rated."""
        return iter(self._saves)

    def __len__(self) -> int:
        """Return how many outcomes were rated."""
        return len(self._saves)

    def take(self, part: LogPart) -> None:
        """Take rows of the log that are later than all that were added."""
        if part.is_first:
            self._numbers, self._outcomes = self.people.numbers_of(part.people), part.outcomes
            self._taken |= {one: [] for one in part.outcomes if one not in self._taken}
        rows = part.rows
        self._cover(rows["importance"], rows["experience"])
        tapped = rows["tapped"].astype(np.int64) if rows["tapped"].any() else None
        seq, person = rows["seq"].astype(np.int64), self._numbers[rows["person"]]
        cell = self._codes.of(rows["importance"], rows["experience"])
        order = np.argsort(rows["outcome"], kind="stable")
        ends = np.cumsum(np.bincount(rows["outcome"], minlength=len(self._outcomes)))
        for outcome, places in zip(self._outcomes, np.split(order, ends[:-1]), strict=True):
            if len(places):
                when = None if tapped is None else tapped[places]
                self._taken[outcome].append((seq[places], person[places], cell[places], when))

    @property
    def taken(self) -> int:
        """How many rows were taken and not added yet."""
        return sum(len(seq) for pieces in self._taken.values() for seq, *_ in pieces)

    @property
    def rows(self) -> int:
        """How many saves there are."""
        return sum(len(saves.seq) for saves in self._saves.values())

    def forget_taken(self, readings: Mapping[str, Reading]) -> None:
        """Begin to take anew; `readings` are those of outcomes that come in from now on."""
        self._taken, self._readings = {}, readings

    def _cover(self, importance: Integers, experience: Integers) -> None:
        """Let the codes know these; where that numbers cells anew, so are those of all saves."""
        codes = self._codes.covering(importance, experience)
        if codes is not self._codes:
            for saves in self._saves.values():
                saves.recode(codes)
            moved = self._codes.moved(codes)
            for pieces in self._taken.values():
                pieces[:] = [(seq, person, moved[cell], tapped) for seq, person, cell, tapped in pieces]
            self._codes = codes

    def add(self) -> None:
        """Append the rows that were taken."""
        taken, self._taken = self._taken, {}
        for outcome in [one for one, pieces in taken.items() if pieces]:
            if outcome not in self._saves:
                self._saves[outcome] = Saves(self.people, self._codes, self._readings.get(outcome))
            self._append(self._saves[outcome], taken.pop(outcome))  # whose memory the next one can have

    def _append(self, saves: Saves, pieces: Sequence[Piece]) -> None:
        seqs, people, cells, times = zip(*pieces, strict=True)
        tapped = None
        if any(one is not None for one in times):
            given = (np.zeros(len(seq), np.int64) if one is None else one for seq, one in zip(seqs, times, strict=True))
            tapped = np.concatenate([*given])
        saves.add(np.concatenate(seqs), np.concatenate(people), np.concatenate(cells), tapped)
        self.last = max(self.last, *(int(seq.max()) for seq in seqs))


def ratings_of(saves: Mapping[str, Saves], rows: Rows) -> pd.DataFrame:
    """Return the ratings of rows: columns respondent, outcome, importance, experience; each outcome's in order."""
    frames = [_ratings(outcome, saves[outcome], mine) for outcome, mine in rows.items() if mine.any()]
    if not frames:
        types = {"respondent": "str", "outcome": "str", "importance": "float64", "experience": "float64"}
        return pd.DataFrame({name: pd.Series(dtype=of) for name, of in types.items()})
    return pd.concat(frames, ignore_index=True)


def _ratings(outcome: str, saves: Saves, mine: Bools) -> pd.DataFrame:
    person, cell = saves.person[mine], saves.cell[mine]
    order = np.argsort(person, kind="stable")
    names: Sequence[str] = [saves.people.names[one] for one in person[order].tolist()]
    codes = {"importance": saves.codes.importance, "experience": saves.codes.experience}
    given = {name: of[cell[order]] for name, of in codes.items()}
    return pd.DataFrame({"respondent": pd.Series(names, dtype="str"), "outcome": outcome, **given})
