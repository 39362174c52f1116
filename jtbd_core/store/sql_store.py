"""The store: the verbs of `jtbd_core.contract.Store` as SQL that both engines run."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import Literal

import pandas as pd

from jtbd_core import access
from jtbd_core.errors import NotFound, Refused, StudyChanged, StudyFrozen, WaveClosed
from jtbd_core.rotation import rotates
from jtbd_core.store import sql
from jtbd_core.store.assigning import assign, assignment
from jtbd_core.store.bulk import import_answers
from jtbd_core.store.engine import Engine, Session
from jtbd_core.store.frames import Frames
from jtbd_core.store.lately import Lately
from jtbd_core.store.opening import add_wave
from jtbd_core.store.rating_log import RatingLog
from jtbd_core.store.rows import find_response, find_study, find_wave, is_due, now, study_record, wave
from jtbd_core.store.saving import append_ratings, begin_response, check_answers, is_full, update_response
from jtbd_core.study import Study, study_to_json
from jtbd_core.wave import (
    NO_LIMITS,
    Answers,
    Limits,
    Progress,
    Response,
    StudyRecord,
    Version,
    Wave,
    WaveStatus,
)


class SqlStore(Frames):
    """A store over one engine; see `jtbd_core.contract.Store` for what each verb promises."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        # DuckDB lets two transactions that change the same rows collide; admin writes wait for each other.
        self._writing = Lock()
        self._log = RatingLog(engine)
        self._lately = Lately()

    def studies(self) -> list[StudyRecord]:
        """Return all studies, the one changed last first."""
        with self._engine.session() as session:
            return [study_record(row) for row in session.rows(sql.STUDIES)]

    def study(self, study_id: str) -> StudyRecord:
        """Return one study."""
        return self._lately.get(("study", study_id), lambda: self._find_study(sql.STUDY_BY_ID, study_id))

    def study_by_results_key(self, key: str) -> StudyRecord:
        """Return the study whose results this key opens."""
        return self._lately.get(("results", key), lambda: self._find_study(sql.STUDY_BY_RESULTS_KEY, key))

    def add_study(self, study: Study) -> StudyRecord:
        """Keep a new study as a draft."""
        study_id = secrets.token_hex(8)
        with self._changing() as session:
            session.rows(sql.ADD_STUDY, study_id, study_to_json(study), access.new_key(), now())
            return find_study(session, sql.STUDY_BY_ID, study_id)

    def save_study(self, study_id: str, study: Study, revision: int) -> StudyRecord:
        """Replace a draft that is still at `revision`."""
        with self._changing() as session:
            if not session.rows(sql.SAVE_STUDY, study_id, study_to_json(study), revision, now()):
                if find_study(session, sql.STUDY_BY_ID, study_id).status != "draft":
                    raise StudyFrozen("This study has been launched, so it can no longer be changed.")
                raise StudyChanged("This study was changed in another window. Reload the page to see it.")
            return find_study(session, sql.STUDY_BY_ID, study_id)

    def delete_study(self, study_id: str) -> None:
        """Delete a study with its waves and answers, for good."""
        with self._changing() as session:
            find_study(session, sql.STUDY_BY_ID, study_id)
            for statement in sql.DELETE_STUDY:
                session.rows(statement, study_id)

    def open_wave(self, study_id: str, limits: Limits = NO_LIMITS) -> Wave:
        """Open the next wave; the first one launches the study."""
        self.waves(study_id)  # closes what is due
        with self._changing() as session:
            return add_wave(session, study_id, "open", limits)

    def import_wave(
        self,
        study_id: str,
        ratings: pd.DataFrame,
        profiles: Mapping[str, Mapping[str, str]] | None = None,
        status: WaveStatus = "closed",
    ) -> Wave:
        """Keep answers collected elsewhere as the next wave, all or nothing."""
        self.waves(study_id)  # closes what is due
        with self._changing() as session:
            imported = add_wave(session, study_id, status)
            study = find_study(session, sql.STUDY_BY_ID, study_id).study
            import_answers(session, study, imported.id, ratings, profiles or {})
            return imported

    def wave(self, wave_id: str) -> Wave:
        """Return one wave."""
        return self._close_due(self._lately.get(("wave", wave_id), lambda: self._find_wave(sql.WAVE_BY_ID, wave_id)))

    def wave_by_key(self, role: Literal["rate", "display", "join"], key: str) -> Wave:
        """Return the wave that this key or join code opens."""
        return self._close_due(self._lately.get((role, key), lambda: self._find_wave(sql.WAVE_BY_KEY[role], key)))

    def waves(self, study_id: str) -> list[Wave]:
        """Return the waves of a study, the latest first."""
        found = self._lately.get(("waves", study_id), lambda: self._find_waves(study_id))
        return [self._close_due(one) for one in found]

    def set_status(self, wave_id: str, status: WaveStatus) -> Wave:
        """Pause, reopen or close a wave."""
        self.wave(wave_id)  # closes it if it is due
        with self._log.at_rest(), self._changing() as session:
            if not session.rows(sql.SET_STATUS, wave_id, status, now() if status == "closed" else None):
                find_wave(session, sql.WAVE_BY_ID, wave_id)
                raise Refused("This round is closed; open a new one to collect more answers.")
            return find_wave(session, sql.WAVE_BY_ID, wave_id)

    def set_limits(self, wave_id: str, limits: Limits) -> Wave:
        """Let a wave that is not closed end earlier or later, or with more or fewer people."""
        self.wave(wave_id)  # closes it if it is due
        with self._changing() as session:
            if not session.rows(sql.SET_LIMITS, wave_id, limits.cap, limits.closes_at):
                raise Refused("This round is closed; open a new one to collect more answers.")
            return find_wave(session, sql.WAVE_BY_ID, wave_id)

    def is_full(self, wave_id: str) -> bool:
        """Whether as many people have begun as a wave takes."""
        with self._engine.session() as session:
            return is_full(session, find_wave(session, sql.WAVE_BY_ID, wave_id))

    def assigned(self, wave_id: str, token: str) -> tuple[str, ...]:
        """Return the outcomes that whoever holds this token is shown; chosen when first asked for."""
        response_id, study = access.response_id(token), self.study(self.wave(wave_id).study_id).study
        if not rotates(study):
            return tuple(outcome.id for outcome in study.outcomes)
        with self._engine.session() as session:
            if before := assignment(session, wave_id, response_id):
                return before
        with self._writing, self._engine.transaction() as session:
            return assign(session, study, wave_id, response_id)

    def save(self, wave_id: str, token: str, answers: Answers) -> None:
        """Save a part of a response, durably; begins the response if this is its first save."""
        check_answers(self.study(self.wave(wave_id).study_id).study, answers)
        response_id = access.response_id(token)
        if answers == Answers(ratings=answers.ratings) and self._log.append(wave_id, response_id, answers.ratings):
            return
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
        with self._engine.session() as session:
            return find_response(session, access.response_id(token))

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

    def version(self, wave_id: str) -> Version:
        """Return the version signal of a wave."""
        with self._engine.session() as session:
            return Version(*session.rows(sql.VERSION, wave_id)[0])

    def progress(self, wave_id: str) -> Progress:
        """Return how many people have joined, rated and finished."""
        with self._engine.session() as session:
            return Progress(*session.rows(sql.PROGRESS, wave_id)[0])

    def remarks(self, wave_id: str) -> list[str]:
        """Return what respondents wrote under "what did we miss?"."""
        with self._engine.session() as session:
            return [str(row[0]) for row in session.rows(sql.REMARKS, wave_id)]

    def secret(self) -> str:
        """Return the random secret of this database, made when first asked for."""
        with self._writing, self._engine.transaction() as session:
            session.rows(sql.ADD_SETTING, "secret", secrets.token_urlsafe(32))
            return str(session.rows(sql.SETTING, "secret")[0][0])

    def close(self) -> None:
        """Let go of the database."""
        self._engine.close()

    @contextmanager
    def _changing(self) -> Iterator[Session]:
        try:
            with self._writing, self._engine.transaction() as session:
                yield session
        finally:
            self._lately.forget()

    def _close_due(self, wave: Wave) -> Wave:
        if not is_due(wave):
            return wave
        with self._log.at_rest(), self._changing() as session:
            session.rows(sql.CLOSE_DUE, wave.id, now())
            return find_wave(session, sql.WAVE_BY_ID, wave.id)

    def _find_study(self, statement: str, key: str) -> StudyRecord:
        with self._engine.session() as session:
            return find_study(session, statement, key)

    def _find_wave(self, statement: str, key: str) -> Wave:
        with self._engine.session() as session:
            return find_wave(session, statement, key)

    def _find_waves(self, study_id: str) -> list[Wave]:
        with self._engine.session() as session:
            return [wave(row) for row in session.rows(sql.WAVES, study_id)]
