"""The verbs of `jtbd_core.contract.Responses` as SQL."""

from jtbd_core import access
from jtbd_core.errors import NotFound, WaveClosed
from jtbd_core.rotation import rotates
from jtbd_core.store import sql
from jtbd_core.store.assigning import assign, assignment
from jtbd_core.store.code_verbs import CodeVerbs
from jtbd_core.store.rows import find_response, find_wave
from jtbd_core.store.saving import append_ratings, begin_response, check_answers, update_response
from jtbd_core.store.study_verbs import StudyVerbs
from jtbd_core.store.wave_verbs import WaveVerbs
from jtbd_core.wave import Answers, Response, asked_study


class ResponseVerbs(StudyVerbs, WaveVerbs, CodeVerbs):
    """Responses; see the contract for what each verb promises."""

    def assigned(self, wave_id: str, token: str) -> tuple[str, ...]:
        """Return the outcomes that whoever holds this token is shown; chosen when first asked for."""
        wave, response_id = self.wave(wave_id), access.response_id(token)
        study = asked_study(self.study(wave.study_id).study, wave)
        if not rotates(study):
            return tuple(outcome.id for outcome in study.outcomes)
        with self._engine.session() as session:
            if before := assignment(session, wave_id, response_id):
                return before
        with self._writing, self._engine.transaction() as session:
            return assign(session, study, wave_id, response_id)

    def save(self, wave_id: str, token: str, answers: Answers) -> None:
        """Save a part of a response, durably; begins the response if this is its first save."""
        wave = self.wave(wave_id)
        record = self.study(wave.study_id)
        if record.shelf == "bin":
            raise WaveClosed("binned")
        check_answers(asked_study(record.study, wave), answers)
        response_id = access.response_id(token)
        try:
            is_only_ratings = answers == Answers(ratings=answers.ratings)
            if not (is_only_ratings and self._log.append(wave_id, response_id, answers.ratings)):
                self._save_whole(wave_id, token, answers)
        finally:
            self._responses.forget(response_id)

    def _save_whole(self, wave_id: str, token: str, answers: Answers) -> None:
        response_id = access.response_id(token)
        with self._writing, self._engine.transaction() as session:
            current = find_wave(session, sql.WAVE_BY_ID, wave_id)
            if current.status != "open":
                raise WaveClosed(current.status)
            known = session.rows(sql.RESPONSE, response_id)
            if known and known[0][1] != wave_id:
                raise NotFound("This personal link belongs to another round.")
            begin_response(session, current, response_id, access.digest(access.receipt(token)))
            append_ratings(session, wave_id, response_id, answers.ratings)
            update_response(session, wave_id, response_id, answers)

    def response(self, token: str) -> Response:
        """Return the response that this personal token opens."""
        response_id = access.response_id(token)
        return self._responses.get(response_id, lambda: self._find_response(response_id))

    def response_by_receipt(self, code: str) -> Response:
        """Return the response that this receipt code opens."""
        with self._engine.session() as session:
            found = session.rows(sql.RESPONSE_BY_RECEIPT, access.digest(code))
            if not found:
                raise NotFound("No answers were found for this receipt code.")
            return find_response(session, found[0][0])

    def delete_response(self, response_id: str) -> None:
        """Delete a response and all its ratings, for good."""
        with self._writing, self._engine.transaction() as session:
            known = session.rows(sql.RESPONSE, response_id)
            if not known:
                raise NotFound("These answers have been deleted already.")
            for statement in sql.DELETE_RESPONSE:
                session.rows(statement, known[0][1], response_id)
        self._responses.forget(response_id)

    def remarks(self, wave_id: str) -> list[str]:
        """Return what respondents wrote under "what did we miss?"."""
        with self._engine.session() as session:
            return [str(row[0]) for row in session.rows(sql.REMARKS, wave_id)]

    def _find_response(self, response_id: str) -> Response:
        with self._engine.session() as session:
            return find_response(session, response_id)
