"""The verbs of `jtbd_core.contract.retentions.Retentions` as SQL."""

import secrets
import time
from datetime import date, datetime

from jtbd_core.contract.rights import SERVER
from jtbd_core.errors import Refused
from jtbd_core.privacy.remarks import hidden_again
from jtbd_core.store import retention_sql, sql
from jtbd_core.store.deed_note import DeedNote, noting
from jtbd_core.store.deletions import delete_wave
from jtbd_core.store.engine import Session, chunks
from jtbd_core.store.remark_verbs import wave_remarks
from jtbd_core.store.rows import find_study, find_wave, now, retention_from
from jtbd_core.store.verbs import Verbs
from jtbd_core.wave import Wave
from jtbd_core.wave.retention import Retention

PEOPLE, REST = 1_000, 0.05
"""So many people are anonymised in one transaction; for so many seconds between two others save."""


class RetentionVerbs(Verbs):
    """The retention of answers; see the contract for what each verb promises."""

    def retention(self, study_id: str) -> Retention | None:
        """Return the retention that further rounds of a study get."""
        with self._database.session() as session:
            return next((retention_from(*row) for row in session.rows(retention_sql.RETENTION, study_id)), None)

    def set_retention(self, study_id: str, retention: Retention | None) -> None:
        """Set the retention of all rounds of a study."""
        values = _values(retention)
        with self._database.changing() as session:
            find_study(session, sql.STUDY_BY_ID, study_id)
            for statement in (retention_sql.SET_STUDY, retention_sql.SET_WAVES):
                session.rows(statement, study_id, *values)

    def set_wave_retention(self, wave_id: str, retention: Retention | None) -> Wave:
        """Set the retention of one round."""
        values = _values(retention)
        with self._database.changing() as session:
            found = find_wave(session, sql.WAVE_BY_ID, wave_id)
            if not session.rows(retention_sql.SET_WAVE, wave_id, *values):
                said = "A trial is deleted by hand." if found.is_trial else "This round is anonymised, for good."
                raise Refused(said)
            return find_wave(session, sql.WAVE_BY_ID, wave_id)

    def end_retention(self) -> list[Wave]:
        """Anonymise or delete the closed rounds whose last day is over."""
        today = datetime.combine(now().date(), datetime.min.time())
        with self._database.session() as session:
            due = [self._lookup.wave(wave_id) for (wave_id,) in session.rows(retention_sql.DUE, today)]
        for wave in due:
            ended = "deleted" if wave.retention and wave.retention.end == "delete" else "anonymised"
            with noting(DeedNote(SERVER, wave.study_id, f"{ended} round {wave.number}, as was set")):
                self._delete_wave(wave) if ended == "deleted" else self._anonymise(wave)
        return due

    def _delete_wave(self, wave: Wave) -> None:
        with self._database.changing() as session:
            delete_wave(session, wave.id)
            self._database.responses.forget()

    def _anonymise(self, wave: Wave) -> None:
        with self._database.session() as session:
            people = [name for (name,) in session.rows(retention_sql.TO_RENAME, wave.id)]
        for some in chunks(len(people), PEOPLE):
            old = people[some]
            with self._database.tidying() as session:
                session.rows(sql.HOLD_WAVE, wave.id)
                fresh = [secrets.token_hex(12) for _ in old]
                for statement in retention_sql.RENAME_PEOPLE:
                    session.rows(statement, wave.id, old, fresh)
            time.sleep(REST)
        with self._database.changing() as session:
            for statement in retention_sql.DROP_TOKENS:
                session.rows(statement, wave.id)
            _keep_released(session, wave.id)
            session.rows(retention_sql.ANONYMISED, wave.id, now())
            session.rows(sql.NOTE_DELETION)
            self._database.responses.forget()


def _values(retention: Retention | None) -> tuple[date | None, str | None]:
    """Return the columns of a retention; raise Refused if it would end too soon."""
    if retention is None:
        return None, None
    retention.check_notice(now().date())
    return datetime.combine(retention.until, datetime.min.time()), retention.end


def _keep_released(session: Session, wave_id: str) -> None:
    """Delete the remarks of a wave that are not shown; each that is shown gets an author chosen at random."""
    remarks = wave_remarks(session, wave_id)
    hidden = hidden_again(remarks)
    kept = [one for one in remarks if one.is_released and not one.is_withdrawn and one.id not in hidden]
    people = [name for (name,) in session.rows(retention_sql.TO_RENAME, wave_id)]
    authors = {kind: secrets.SystemRandom().sample(people, len(people)) for kind in {one.kind for one in kept}}
    session.rows(retention_sql.DROP_REMARKS, wave_id)
    if kept:
        rows = [
            (authors[one.kind].pop(), one.kind, one.id, one.text, one.outcome, one.label, one.batch) for one in kept
        ]
        session.rows(retention_sql.KEEP_REMARKS, wave_id, *(list(column) for column in zip(*rows, strict=True)))
