"""The verbs of `jtbd_core.contract.Amendments` as SQL."""

from collections.abc import Callable

from jtbd_core.errors import Refused, StudyChanged
from jtbd_core.store import sql
from jtbd_core.store.engine import Session
from jtbd_core.store.rows import find_study, now, wave_from_row
from jtbd_core.store.verbs import Verbs
from jtbd_core.study import Circumstance, Option, Outcome, Solution, Study, StudyRecord, study_to_json
from jtbd_core.study.amendment import (
    Amendment,
    AmendmentKind,
    corrected,
    text_of,
    with_new_outcome,
    with_retired,
    without_added,
)
from jtbd_core.study.offer import offer, with_added_option, with_added_question, with_added_solution


class AmendmentVerbs(Verbs):
    """Amendments; see the contract for what each verb promises."""

    def correct(self, study_id: str, name: str, text: str, language: str = "") -> StudyRecord:
        """Correct one text of a launched study."""
        text = text.strip()
        return self._amend(study_id, "mended", name, lambda study: corrected(study, name, text, language), language)

    def add_outcome(self, study_id: str, outcome: Outcome) -> StudyRecord:
        """Add an outcome to a launched study."""
        return self._amend(study_id, "added", f"outcome.{outcome.id}", lambda study: with_new_outcome(study, outcome))

    def add_solution(self, study_id: str, solution: Solution) -> StudyRecord:
        """Add a solution to a launched study."""
        name = f"solution.{solution.id}"
        return self._amend(study_id, "added", name, lambda study: with_added_solution(study, solution))

    def add_question(self, study_id: str, question: Circumstance) -> StudyRecord:
        """Add a circumstance question to a launched study."""
        name = f"circumstance.{question.id}"
        return self._amend(study_id, "added", name, lambda study: with_added_question(study, question))

    def add_option(self, study_id: str, question_id: str, option: Option) -> StudyRecord:
        """Add an option to a question of a launched study."""
        name = f"option.{question_id}.{option.id}"
        return self._amend(study_id, "added", name, lambda study: with_added_option(study, question_id, option))

    def take_out(self, study_id: str, name: str) -> StudyRecord:
        """Undo the addition of what no wave has asked or offered."""
        with self._database.changing() as session:
            record = find_study(session, sql.STUDY_BY_ID, study_id)
            added = [one.since for one in _amendments(session, study_id) if (one.what, one.name) == ("added", name)]
            if _next_wave(session, study_id, is_at_once=False) not in added:
                raise Refused("Only what was added and nobody has been asked can be taken out.")
            _write(session, record, without_added(record.study, name))
            session.rows(sql.FORGET_AMENDMENTS, study_id, name)
            return find_study(session, sql.STUDY_BY_ID, study_id)

    def retire(self, study_id: str, outcome_id: str, is_retired: bool = True) -> StudyRecord:
        """Stop asking an outcome in later waves, or ask it again."""
        what: AmendmentKind = "retired" if is_retired else "taken back"
        return self._amend(
            study_id, what, f"outcome.{outcome_id}", lambda study: with_retired(study, outcome_id, is_retired)
        )

    def amendments(self, study_id: str) -> list[Amendment]:
        """Return the log of amendments."""
        with self._database.session() as session:
            return _amendments(session, study_id)

    def _amend(
        self, study_id: str, what: AmendmentKind, name: str, change: Callable[[Study], Study], language: str = ""
    ) -> StudyRecord:
        with self._database.changing() as session:
            record = find_study(session, sql.STUDY_BY_ID, study_id)
            if record.status == "draft":
                raise Refused("This study has not been launched yet: change the draft itself.")
            study = change(record.study)
            if study == record.study:
                return record
            asked = [one.id for one in record.study.without_retired().outcomes]
            session.rows(sql.NOTE_ASKED, study_id, asked)
            if offer(study).keys() != offer(record.study).keys():
                session.rows(sql.NOTE_OFFERED, study_id, list(offer(record.study)))
            _write(session, record, study)
            before = "" if what in ("added", "taken back") else text_of(record.study, name, language)
            after = "" if what == "retired" else text_of(study, name, language)
            since = _next_wave(session, study_id, is_at_once=what == "mended")
            session.rows(sql.ADD_AMENDMENT, study_id, what, name, language, before, after, since, now())
            return find_study(session, sql.STUDY_BY_ID, study_id)


def _amendments(session: Session, study_id: str) -> list[Amendment]:
    names = ("what", "name", "language", "before", "after", "since", "changed_at")
    return [Amendment(**dict(zip(names, row, strict=True))) for row in session.rows(sql.AMENDMENTS, study_id)]


def _write(session: Session, record: StudyRecord, study: Study) -> None:
    if not session.rows(sql.AMEND_STUDY, record.id, study_to_json(study), record.revision, now()):
        raise StudyChanged("This study was changed in another window. Reload the page to see it.")


def _next_wave(session: Session, study_id: str, is_at_once: bool) -> int:
    """Return the number of the first wave that a change reaches: the one going on (`is_at_once`), or the next."""
    waves = [wave_from_row(row) for row in session.rows(sql.WAVES, study_id)]
    going_on = [one.number for one in waves if is_at_once and one.status != "closed"]
    return min(going_on, default=waves[0].number + 1)
