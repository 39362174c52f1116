"""The copy of an archived study: its rows under new ids and keys, added a few thousand at a time."""

import secrets
import time
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from jtbd_core import access
from jtbd_core.contract.archive_columns import NAME, SAVE, Part
from jtbd_core.contract.archive_parts import DELETED, LINKS, PARTS, RATINGS, REMARKS, RESPONDENTS, ROUNDS
from jtbd_core.contract.archives import ArchivedStudy, Rows
from jtbd_core.contract.backups import Progress
from jtbd_core.errors import Refused
from jtbd_core.store import archive_sql, sql
from jtbd_core.store.archive_sql import ADDED, filled
from jtbd_core.store.database import Database
from jtbd_core.store.deed_note import own_study
from jtbd_core.store.engine import Row, Session
from jtbd_core.store.rows import find_study, now
from jtbd_core.store.wave_insert import unused_join_code
from jtbd_core.study import StudyRecord, study_to_json
from jtbd_core.wave.remark import WITHDRAWN

REST = 0.002
"""Seconds between two transactions, in which those who save have their turn."""

MOST_NAMES = 4096


class Copy:
    """The copy of one study; what it adds belongs to `study_id`, which nobody sees before all is there."""

    def __init__(self, database: Database, archived: ArchivedStudy) -> None:
        self._database = database
        self._archived = archived
        self.study_id = secrets.token_hex(8)
        secret = secrets.token_hex(16)  # forgotten with the copy: no new id leads back to an old one
        self._id = lru_cache(MOST_NAMES)(lambda number, key: access.keyed_digest(secret, f"{number} {key}").hex()[:24])
        self._waves: dict[int, str] = {}
        self._logs: dict[int, npt.NDArray[np.int64]] = {}
        self._gone: dict[int, set[str]] = {}
        self._authors: dict[tuple[int, str], list[str]] = {}
        self._people: dict[int, list[str]] = {}

    def add(self, progress: Progress) -> StudyRecord:
        """Add all parts and show the study."""
        document, status = study_to_json(self._archived.study), self._archived.status
        with self._database.writing() as session:
            session.rows(archive_sql.ADD_STUDY, self.study_id, document, status, now())
        done = 0
        for part in PARTS:
            for rows in self._archived.chunks(part):
                with self._database.writing() as session:
                    self._add(session, part, rows)
                done += len(rows) * (part in (RATINGS, DELETED))
                progress(done, self._archived.saves)
                time.sleep(REST)
        self._database.engine.renew_statistics()
        with self._database.changing() as session:
            session.rows(archive_sql.SHOW_STUDY, self.study_id)
            own_study(session, self.study_id)
            return find_study(session, sql.STUDY_BY_ID, self.study_id)

    def _add(self, session: Session, part: Part, rows: Rows) -> None:
        if part is ROUNDS:
            for row in rows:
                self._add_round(session, row)
        elif rows:
            table = filled(part)
            session.rows(table.insert, *table.arrays([self._stored(part, row) for row in rows]))

    def _add_round(self, session: Session, row: Row) -> None:
        number, name, opened_at, closed_at, revealed_at, revealed, *settings, asks_code, saves = row
        wave_id = self._waves[number] = secrets.token_hex(8)
        code = unused_join_code(session)
        log = session.frame(archive_sql.NEXT_SEQS, saves)["seq"].to_numpy(np.int64)
        self._logs[number] = np.concatenate([np.zeros(1, np.int64), np.sort(log)])
        session.rows(
            archive_sql.ADD_ROUND,
            *(wave_id, self.study_id, access.new_key(), access.new_key(), code),
            *(number, name, opened_at, closed_at or now(), revealed_at),
            *(None if revealed is None else int(self._logs[number][revealed]), *settings),
        )
        if asks_code:  # a code that nobody has: newcomers need one all the same
            session.rows(sql.ADD_CODES, wave_id, [secrets.token_hex(32)])

    def _stored(self, part: Part, row: Row) -> Row:
        """Return a row as the table has it, with the id of its wave or study and the values that are added."""
        if not part.is_of_round:
            return (self.study_id, *row, *self._added(part, 0, row))
        number, *values = row
        if part is REMARKS and not values[-1]:
            values[-1] = WITHDRAWN
        for at, column in enumerate(part.columns):
            if column.type == SAVE:
                values[at] = int(self._logs[number][values[at]])
            elif column.type == NAME and values[at] not in self._gone.get(number, ()):
                values[at] = self._id(number, values[at])
        return (self._waves[number], *values, *self._added(part, number, row))

    def _added(self, part: Part, number: int, row: Row) -> tuple[str, ...]:
        if part is DELETED:
            self._gone.setdefault(number, set()).add(row[2])
        if part is RESPONDENTS:
            self._people.setdefault(number, []).append(self._id(number, row[1]))
            return (row[1], "")
        if part is REMARKS:
            return (self._author(number, row[1]), secrets.token_hex(12))
        if part is LINKS:
            return (secrets.token_hex(8), access.new_key())
        return tuple(secrets.token_hex(12) for _ in ADDED.get(part, ()))

    def _author(self, number: int, kind: str) -> str:
        """Return a respondent under whom a remark is kept, chosen at random: nobody's receipt opens it."""
        if (number, kind) not in self._authors:
            people = self._people.get(number, [])
            self._authors[number, kind] = secrets.SystemRandom().sample(people, len(people))
        if not self._authors[number, kind]:
            raise Refused(f"Round {number} has more remarks than respondents.")
        return self._authors[number, kind].pop()
