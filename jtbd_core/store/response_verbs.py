"""The verbs of `jtbd_core.contract.Responses` as SQL."""

from concurrent.futures import Future
from typing import get_args

from jtbd_core import access
from jtbd_core.errors import NotFound, WaveClosed
from jtbd_core.store import sql
from jtbd_core.store.answer_log import AnswerLog
from jtbd_core.store.assignment import ShownCounts, assign, assignment
from jtbd_core.store.batch import Save, check_answers
from jtbd_core.store.database import Database
from jtbd_core.store.deletions import note_deletion
from jtbd_core.store.gate import keep_places
from jtbd_core.store.ledger_verbs import erase_from_ledger
from jtbd_core.store.lookup import Lookup
from jtbd_core.store.remark_verbs import withdraw_others
from jtbd_core.store.rows import find_response, find_study, find_wave
from jtbd_core.store.verbs import Verbs
from jtbd_core.study import Study, StudyRecord
from jtbd_core.study.rotation import has_rotation
from jtbd_core.wave import Answers, Response, Wave, asked_study
from jtbd_core.wave.remark import RemarkKind

NO_ANSWERS = "No answers were found for this personal link."


class ResponseVerbs(Verbs):
    """Responses; see the contract for what each verb promises."""

    def __init__(self, database: Database, lookup: Lookup) -> None:
        super().__init__(database, lookup)
        self._log = AnswerLog(database, lookup)
        self._shown = ShownCounts()

    def assigned(self, study: Study, wave_id: str, token: str) -> tuple[str, ...]:
        """Return the ids of the outcomes that the holder of a token is shown; assigned at the first call."""
        if not has_rotation(study):
            return tuple(outcome.id for outcome in study.outcomes)
        response_id = access.response_id(token)
        return self._database.cache.get(
            ("assigned", wave_id, response_id), lambda: self._assign(study, wave_id, response_id)
        )

    def save(self, wave_id: str, token: str, answers: Answers) -> None:
        """Save a part of a response, durably; begins the response if this is its first save."""
        wave = self._lookup.wave(wave_id)
        self.saving(self._lookup.study(wave.study_id), wave, token, answers).result()

    def saving(self, record: StudyRecord, wave: Wave, token: str, answers: Answers) -> Future[None]:
        """Queue a save, and return the future that is done once the answers are durable."""
        if record.shelf == "bin":
            raise WaveClosed("binned")
        check_answers(asked_study(record.study, wave), answers)
        return self._log.append(Save(wave.id, access.response_id(token), access.receipt_digest(token), answers))

    def expect(self, token: str) -> None:
        """Cache that a token was issued just now, and has no response yet."""
        self._database.responses.keep(access.response_id(token), None)

    def response(self, token: str) -> Response:
        """Return the response that this personal token opens."""
        response_id = access.response_id(token)
        return self._database.responses.get(response_id) or self._read(response_id)

    def response_by_receipt(self, code: str) -> Response:
        """Return the response that this receipt code, as it was typed, opens."""
        with self._database.session() as session:
            found = session.rows(sql.RESPONSE_BY_RECEIPT, list(access.receipt_digests(code)))
            response = find_response(session, found[0][0]) if found else None
        if response is None:
            raise NotFound("No answers were found for this receipt code.")
        return response

    def delete_response(self, response_id: str) -> None:
        """Delete a response and all its ratings, for good."""
        with self._database.changing() as session:
            known = session.rows(sql.RESPONSE, response_id)
            if not known:
                raise NotFound("These answers have been deleted already.")
            wave = find_wave(session, sql.WAVE_BY_ID, known[0][1])
            study = find_study(session, sql.STUDY_BY_ID, wave.study_id).study
            erase_from_ledger(session, study, wave.id, response_id)
            for kind in get_args(RemarkKind):
                withdraw_others(session, known[0][1], response_id, kind)
            keep_places(session, wave, response_id)
            for statement in sql.DELETE_RESPONSE:
                session.rows(statement, known[0][1], response_id)
            note_deletion(session, response_id)
            self._database.responses.forget(response_id)

    def _assign(self, study: Study, wave_id: str, response_id: str) -> tuple[str, ...]:
        with self._database.session() as session:
            if before := assignment(session, wave_id, response_id):
                return before
        with self._database.writing() as session:
            self._lookup.hold(session, wave_id)
            self._lookup.current_wave(session, wave_id)  # raises NotFound where it has been deleted
            return assign(session, study, wave_id, response_id, self._shown)

    def _read(self, response_id: str) -> Response:
        if self._database.responses.is_absent(response_id):
            raise NotFound(NO_ANSWERS)
        # Only with the lock of those who write is nothing saved between the reading and the keeping.
        is_keeping = self._database.engine.is_alone and self._database.write_lock.acquire_if_free()
        try:
            with self._database.session() as session:
                found = find_response(session, response_id)
            if is_keeping and found:
                self._database.responses.keep(response_id, found)
        finally:
            if is_keeping:
                self._database.write_lock.release()
        if found is None:
            raise NotFound(NO_ANSWERS)
        return found
