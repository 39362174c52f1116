"""The verbs of `jtbd_core.contract.Histories` as SQL."""

from jtbd_core.errors import StudyChanged, StudyFrozen
from jtbd_core.store import history_sql, sql
from jtbd_core.store.engine import Session
from jtbd_core.store.rows import find_study, now
from jtbd_core.store.verbs import Verbs
from jtbd_core.study import Study, StudyRecord, study_to_json
from jtbd_core.study.history import LONGEST_HISTORY, History


class HistoryVerbs(Verbs):
    """Drafts as they change; see the contract for what each verb promises."""

    def save_study(self, study_id: str, study: Study, revision: int, what: str = "", field: str = "") -> StudyRecord:
        """Replace a draft that is still at `revision`."""
        with self._database.changing() as session:
            if what:
                _add_edit(session, study_id, what, field)
            else:
                session.rows(history_sql.FORGET_EDITS, study_id)
            return _save(session, study_id, study_to_json(study), revision)

    def history(self, study_id: str) -> History:
        """Return what can be undone and redone."""
        with self._database.session() as session:
            edits = [(what, is_undone) for _, what, _, is_undone in session.rows(history_sql.EDITS, study_id)]
        past = tuple(what for what, is_undone in edits if not is_undone)
        return History(past=past, future=tuple(what for what, is_undone in reversed(edits) if is_undone))

    def undo(self, study_id: str, revision: int) -> StudyRecord:
        """Undo the last change."""
        return self._turn(study_id, revision, is_undone=True)

    def redo(self, study_id: str, revision: int) -> StudyRecord:
        """Redo the change that was undone last."""
        return self._turn(study_id, revision, is_undone=False)

    def _turn(self, study_id: str, revision: int, is_undone: bool) -> StudyRecord:
        with self._database.changing() as session:
            edits = session.rows(history_sql.EDITS, study_id)
            turned = [number for number, _, _, was_undone in edits if was_undone != is_undone]
            if not turned:
                return find_study(session, sql.STUDY_BY_ID, study_id)
            number = turned[-1] if is_undone else turned[0]
            ((document,),) = session.rows(history_sql.DOCUMENT_OF_EDIT, study_id, number)
            ((replaced,),) = session.rows(history_sql.DOCUMENT, study_id)
            session.rows(history_sql.TURN_EDIT, study_id, number, replaced, is_undone)
            session.rows(history_sql.LEAVE_FIELD, study_id)
            return _save(session, study_id, document, revision)


def _save(session: Session, study_id: str, document: str, revision: int) -> StudyRecord:
    if not session.rows(sql.SAVE_STUDY, study_id, document, revision, now()):
        if find_study(session, sql.STUDY_BY_ID, study_id).status != "draft":
            raise StudyFrozen("This study has been launched, so it can no longer be changed.")
        raise StudyChanged("This study was changed in another window. Reload the page to see it.")
    return find_study(session, sql.STUDY_BY_ID, study_id)


def _add_edit(session: Session, study_id: str, what: str, field: str) -> None:
    """Keep the draft as it is now, unless the last change was of the same field, and forget what was undone."""
    edits = session.rows(history_sql.EDITS, study_id)
    numbers = [number for number, _, _, is_undone in edits if not is_undone]
    if len(numbers) < len(edits):
        session.rows(history_sql.FORGET_UNDONE, study_id)
    elif field and edits and edits[-1][2] == field:
        return
    number = max(numbers, default=0) + 1
    session.rows(history_sql.ADD_EDIT, study_id, number, what, field)
    if len(numbers) >= LONGEST_HISTORY:
        session.rows(history_sql.FORGET_OLDEST, study_id, number - LONGEST_HISTORY)
