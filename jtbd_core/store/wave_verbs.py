"""The verbs of `jtbd_core.contract.Waves` as SQL."""

import secrets
from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pandas as pd
from msgspec.structs import replace

from jtbd_core.contract.answer_files import Told, write_answer_files
from jtbd_core.contract.backups import Progress as Traced
from jtbd_core.contract.backups import no_progress
from jtbd_core.errors import Refused
from jtbd_core.store import sql
from jtbd_core.store.answer_import import delete_abandoned, delete_answers, take_in
from jtbd_core.store.batch import is_full
from jtbd_core.store.rows import find_study, find_wave, now, wave_from_row
from jtbd_core.store.verbs import Verbs
from jtbd_core.store.wave_insert import insert_wave, next_wave
from jtbd_core.wave import NO_LIMITS, Limits, Mark, Progress, Version, Wave, WaveStatus
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
        weights: Mapping[str, float] | None = None,
        period: tuple[datetime, datetime] | None = None,
        asked: Collection[str] | None = None,
        progress: Traced = no_progress,
    ) -> Wave:
        """Import answers collected elsewhere as the next wave, by way of files."""
        self._lookup.waves(study_id)  # closes what is due
        with self._database.session() as session:
            ids, _ = next_wave(session, study_id, asked=asked)
            study = find_study(session, sql.STUDY_BY_ID, study_id).study
        study = replace(study, outcomes=tuple(one for one in study.outcomes if one.id in ids))
        with TemporaryDirectory(prefix="headway-") as folder:
            write_answer_files(study, ratings, Told(profiles or {}, remarks or {}, weights or {}), Path(folder))
            return self.take_in(study_id, Path(folder), status, period=period, asked=asked, progress=progress)

    def take_in(  # noqa: PLR0913 - the parts of a wave
        self,
        study_id: str,
        folder: Path,
        status: WaveStatus = "closed",
        *,
        period: tuple[datetime, datetime] | None = None,
        asked: Collection[str] | None = None,
        source: str = "",
        progress: Traced = no_progress,
    ) -> Wave:
        """Take in files of answers as the next wave, which is there once all of them are."""
        self._lookup.waves(study_id)  # closes what is due
        database, wave_id = self._database, secrets.token_hex(8)
        delete_abandoned(database)
        with database.session() as session:
            ids, _ = next_wave(session, study_id, asked=asked)
        try:
            take_in(database, wave_id, folder, progress)
            with database.changing() as session:
                insert_wave(session, study_id, status, asked=ids, wave_id=wave_id)
                if period:
                    session.rows(sql.SET_PERIOD, wave_id, *period)
                elif status == "closed":
                    session.rows(sql.SET_UNDATED, wave_id)
                session.rows(sql.SET_SOURCE, wave_id, source)
                session.rows(sql.REVEAL, wave_id, None)  # at no time: nobody could watch these answers come in
                database.responses.forget()
                return find_wave(session, sql.WAVE_BY_ID, wave_id)
        except BaseException:
            delete_answers(database, wave_id)
            raise

    def waves_from(self, source: str) -> list[Wave]:
        """Return the waves that were imported from this file."""
        with self._database.session() as session:
            return [wave_from_row(row) for row in session.rows(sql.WAVES_FROM, source)]

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

    def mark(self, wave_id: str) -> Mark:
        """Return how far a wave is revealed, and how many of its rows were deleted."""
        with self._database.session() as session:
            return Mark(*session.rows(sql.MARK, wave_id)[0])

    def progress(self, wave_id: str) -> Progress:
        """Return how many people have joined, rated and finished."""
        with self._database.session() as session:
            return Progress(*session.rows(sql.PROGRESS, wave_id)[0])
