"""The verbs of `jtbd_core.contract.Waves` as SQL."""

from collections.abc import Collection, Mapping
from contextlib import ExitStack
from datetime import datetime
from typing import Literal

import pandas as pd

from jtbd_core.errors import Refused
from jtbd_core.store import sql
from jtbd_core.store.answer_import import import_answers
from jtbd_core.store.batch import is_full
from jtbd_core.store.engine import Row
from jtbd_core.store.rows import find_study, find_wave, now
from jtbd_core.store.verbs import Verbs
from jtbd_core.store.wave_insert import insert_wave
from jtbd_core.wave import NO_LIMITS, Limits, Progress, Version, Wave, WaveStatus, asked_study
from jtbd_core.wave.wave import check_name


class WaveVerbs(Verbs):
    """Waves; see the contract for what each verb promises."""

    def open_wave(
        self, study_id: str, limits: Limits = NO_LIMITS, waits_for_reveal: bool = False, *, is_beside: bool = False
    ) -> Wave:
        """Open the next wave; the first one launches the study."""
        self._lookup.waves(study_id)  # closes what is due
        with self._database.changing() as session:
            return insert_wave(session, study_id, "open", limits, waits_for_reveal, is_beside=is_beside)

    def import_wave(  # noqa: PLR0913 - the parts of a wave
        self,
        study_id: str,
        ratings: pd.DataFrame,
        profiles: Mapping[str, Mapping[str, str]] | None = None,
        status: WaveStatus = "closed",
        *,
        remarks: Mapping[str, str] | None = None,
        period: tuple[datetime, datetime] | None = None,
        asked: Collection[str] | None = None,
    ) -> Wave:
        """Import answers collected elsewhere as the next wave, in one transaction.

        Only its end holds the write lock: a room that answers meanwhile does not wait for the rest.
        """
        earlier = self._lookup.waves(study_id)  # closes what is due
        database = self._database
        with ExitStack() as locked, database.emptying_cache(), database.engine.transaction() as session:
            imported = insert_wave(session, study_id, status, asked=asked)
            study = find_study(session, sql.STUDY_BY_ID, study_id).study
            import_answers(session, asked_study(study, imported), imported.id, ratings, profiles or {}, remarks or {})
            if period:
                session.rows(sql.SET_PERIOD, imported.id, *period)
            session.rows(sql.REVEAL, imported.id, None)  # at no time: nobody could watch these answers come in
            locked.enter_context(database.write_lock)
            if len(self._committed_waves(study_id)) != len(earlier):
                raise Refused("A round of this study was opened meanwhile; import the answers once it is closed.")
            database.responses.forget()
            return find_wave(session, sql.WAVE_BY_ID, imported.id)

    def wave(self, wave_id: str) -> Wave:
        """Return the wave of this id."""
        return self._lookup.wave(wave_id)

    def wave_by_key(self, role: Literal["rate", "display", "join"], key: str) -> Wave:
        """Return the wave that has this key or join code."""
        return self._lookup.wave_by_key(role, key)

    def waves(self, study_id: str) -> list[Wave]:
        """Return the waves of a study, the latest first."""
        return self._lookup.waves(study_id)

    def set_status(self, wave_id: str, status: WaveStatus) -> Wave:
        """Pause, reopen or close a wave."""
        self._lookup.wave(wave_id)  # closes it if it is due
        with self._database.changing() as session:
            if not session.rows(sql.SET_STATUS, wave_id, status, now() if status == "closed" else None):
                find_wave(session, sql.WAVE_BY_ID, wave_id)
                raise Refused("This round is closed; open a new one to collect more answers.")
            return find_wave(session, sql.WAVE_BY_ID, wave_id)

    def set_limits(self, wave_id: str, limits: Limits) -> Wave:
        """Replace the cap and the closing time of a wave that is not closed."""
        self._lookup.wave(wave_id)  # closes it if it is due
        with self._database.changing() as session:
            if not session.rows(sql.SET_LIMITS, wave_id, limits.cap, limits.closes_at):
                raise Refused("This round is closed; open a new one to collect more answers.")
            return find_wave(session, sql.WAVE_BY_ID, wave_id)

    def name_wave(self, wave_id: str, name: str) -> Wave:
        """Name a wave."""
        check_name(name.strip())
        with self._database.changing() as session:
            session.rows(sql.NAME_WAVE, wave_id, name.strip())
            return find_wave(session, sql.WAVE_BY_ID, wave_id)

    def reveal(self, wave_id: str) -> Wave:
        """Show everybody all answers so far."""
        with self._database.changing() as session:
            session.rows(sql.REVEAL, wave_id, now())
            return find_wave(session, sql.WAVE_BY_ID, wave_id)

    def is_full(self, wave_id: str) -> bool:
        """Whether as many people have begun as a wave takes."""
        with self._database.session() as session:
            return is_full(session, find_wave(session, sql.WAVE_BY_ID, wave_id))

    def version(self, wave_id: str) -> Version:
        """Return the version of a wave's rating log."""
        with self._database.session() as session:
            return Version(*session.rows(sql.VERSION, wave_id)[0])

    def progress(self, wave_id: str) -> Progress:
        """Return how many people have joined, rated and finished."""
        with self._database.session() as session:
            return Progress(*session.rows(sql.PROGRESS, wave_id)[0])

    def _committed_waves(self, study_id: str) -> list[Row]:
        with self._database.session() as session:
            return session.rows(sql.WAVES, study_id)
