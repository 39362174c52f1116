"""The verbs of `jtbd_core.contract.Archives` as SQL."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from jtbd_core.contract.archive_columns import SAVE, Part
from jtbd_core.contract.archive_parts import ROUNDS
from jtbd_core.contract.archives import ArchivedStudy, Rows
from jtbd_core.contract.backups import Progress, no_progress
from jtbd_core.store import archive_sql, sql
from jtbd_core.store.archive_copy import Copy
from jtbd_core.store.engine import Row, Session
from jtbd_core.store.rows import find_study
from jtbd_core.store.verbs import Verbs
from jtbd_core.study import StudyRecord

ROWS, LONGEST_REST = 2_000, 0.05
"""So many rows are read at a time; after them the reader rests as long as they took, but not for more seconds than so.

Those who save get the GIL meanwhile.
"""


class ArchiveVerbs(Verbs):
    """Archives; see the contract for what each verb promises."""

    @contextmanager
    def archived(self, study_id: str) -> Iterator[ArchivedStudy]:
        """Return all of a study as of one moment."""
        with self._database.engine.snapshot() as session:
            record = find_study(session, sql.STUDY_BY_ID, study_id)
            reader = _Reader(session, study_id)
            yield ArchivedStudy(record.study, record.status, reader.saves, reader.chunks)

    def add_copy(self, archived: ArchivedStudy, progress: Progress = no_progress) -> StudyRecord:
        """Add a study that was archived, as one of its own."""
        copy = Copy(self._database, archived)
        try:
            return copy.add(progress)
        except BaseException:
            with self._database.tidying() as session:
                for statement in sql.DELETE_STUDY:
                    session.rows(statement, copy.study_id)
                session.rows(sql.NOTE_DELETION)
            raise


class _Reader:
    """Reads the parts of a study in one session; the places of a log are counted in the order of its rows."""

    def __init__(self, session: Session, study_id: str) -> None:
        self._session = session
        self._study_id = study_id
        self._rounds = {row[0]: row[1:] for row in session.rows(archive_sql.ROUNDS, study_id)}
        self._logs = {wave: session.frame(archive_sql.SAVES, wave)["seq"].to_numpy(np.int64) for wave in self._rounds}

    @property
    def saves(self) -> int:
        """The number of saves of all rounds."""
        return sum(map(len, self._logs.values()))

    def chunks(self, part: Part) -> Iterator[Rows]:
        """Yield the rows of a part."""
        if part is ROUNDS:
            yield [self._round(wave, row) for wave, row in self._rounds.items()]
            return
        query = archive_sql.reading(part)
        if not part.is_of_round:
            yield from self._session.chunks(query, ROWS, self._study_id)
            return
        saves = [at for at, column in enumerate(part.columns) if column.type == SAVE]
        for wave, (number, *_) in self._rounds.items():
            began = time.monotonic()
            for rows in self._session.chunks(query, ROWS, wave):
                yield [(number, *row) for row in self._placed(wave, rows, saves)]
                time.sleep(min(time.monotonic() - began, LONGEST_REST))
                began = time.monotonic()

    def _round(self, wave: str, row: Row) -> Row:
        number, name, opened, closed, revealed_at, revealed, *settings = row
        place = None if revealed is None else self._places(wave, [revealed])[0]
        return (number, name, opened, closed, revealed_at, place, *settings, len(self._logs[wave]))

    def _placed(self, wave: str, rows: list[Row], saves: list[int]) -> list[Row]:
        for at in saves:
            places = self._places(wave, [row[at] for row in rows])
            rows = [(*row[:at], place, *row[at + 1 :]) for row, place in zip(rows, places, strict=True)]
        return rows

    def _places(self, wave: str, seqs: Sequence[int]) -> list[int]:
        return [int(place) for place in np.searchsorted(self._logs[wave], np.array(seqs, np.int64), "right")]
