"""The verbs of `jtbd_core.contract.Studies` as SQL."""

import secrets
from datetime import timedelta

from jtbd_core.store import archive_sql, sql
from jtbd_core.store.deed_note import own_study
from jtbd_core.store.deletions import note_deletion
from jtbd_core.store.engine import Session
from jtbd_core.store.link_verbs import add_first_link
from jtbd_core.store.rows import find_study, now, study_from_row
from jtbd_core.store.verbs import Verbs
from jtbd_core.study import DAYS_IN_BIN, Shelf, Study, StudyRecord, study_to_json


class StudyVerbs(Verbs):
    """Studies; see the contract for what each verb promises."""

    def studies(self, shelf: Shelf = "desk") -> list[StudyRecord]:
        """Delete what has been in the bin too long; return the studies of a shelf, the one changed last first."""
        self._empty_bin()
        with self._database.session() as session:
            return [study_from_row(row) for row in session.rows(sql.STUDIES, shelf)]

    def study(self, study_id: str) -> StudyRecord:
        """Return the study of this id."""
        return self._lookup.study(study_id)

    def add_study(self, study: Study) -> StudyRecord:
        """Add a study as a draft."""
        study_id = secrets.token_hex(8)
        with self._database.changing() as session:
            session.rows(sql.ADD_STUDY, study_id, study_to_json(study.without_retired()), now())
            add_first_link(session, study_id)
            own_study(session, study_id)
            return find_study(session, sql.STUDY_BY_ID, study_id)

    def shelve_study(self, study_id: str, shelf: Shelf) -> StudyRecord:
        """Move a study to another shelf."""
        with self._database.changing() as session:
            session.rows(sql.SHELVE_STUDY, study_id, shelf, now())
            return find_study(session, sql.STUDY_BY_ID, study_id)

    def delete_study(self, study_id: str) -> None:
        """Delete a study with its waves and answers, for good."""
        with self._database.changing() as session:
            find_study(session, sql.STUDY_BY_ID, study_id)
            self._delete(session, study_id)

    def _empty_bin(self) -> None:
        with self._database.session() as session:
            due = session.rows(sql.IN_BIN_SINCE, now() - timedelta(days=DAYS_IN_BIN))
            due += session.rows(archive_sql.ARRIVING_SINCE, now() - timedelta(days=1))  # their import was cut short
        for (study_id,) in due:
            with self._database.tidying() as session:
                self._delete(session, study_id)

    def _delete(self, session: Session, study_id: str) -> None:
        for statement in sql.DELETE_STUDY:
            session.rows(statement, study_id)
        note_deletion(session, study_id)
        self._database.responses.forget()
