"""The verbs of `jtbd_core.contract.Uncounted` as SQL."""

from jtbd_core.errors import Refused
from jtbd_core.store import panel_sql, sql
from jtbd_core.store.deletions import delete_wave
from jtbd_core.store.rows import find_wave, now, wave_from_row
from jtbd_core.store.verbs import Verbs
from jtbd_core.store.wave_insert import insert_trial, insert_wave
from jtbd_core.wave import Wave
from jtbd_core.wave.panel import panel_to_json


class UncountedVerbs(Verbs):
    """Waves that do not count; see the contract for what each verb promises."""

    def open_trial(self, study_id: str) -> Wave:
        """Open the trial wave of a study, or return the one there is."""
        with self._database.changing() as session:
            return insert_trial(session, study_id)

    def trial(self, study_id: str) -> Wave | None:
        """Return the trial wave of a study."""
        with self._database.session() as session:
            found = session.rows(sql.TRIAL, study_id)
        return wave_from_row(found[0]) if found else None

    def wipe_trial(self, study_id: str) -> None:
        """Delete the trial wave of a study with all its answers."""
        with self._database.changing() as session:
            for row in session.rows(sql.TRIAL, study_id):
                delete_wave(session, wave_from_row(row).id)
            self._database.responses.forget()

    def restart(self, wave_id: str) -> Wave:
        """Close and archive a wave, and open the next one."""
        with self._database.changing() as session:
            went_wrong = find_wave(session, sql.WAVE_BY_ID, wave_id)
            if went_wrong.is_trial:
                raise Refused("This is a trial: wipe it instead.")
            if went_wrong.is_archived:
                raise Refused("This round has been archived already.")
            session.rows(sql.SET_STATUS, wave_id, "closed", now())
            session.rows(sql.SET_ARCHIVED, wave_id, True)
            waits = went_wrong.waits_for_reveal
            fresh = insert_wave(session, went_wrong.study_id, "open", waits_for_reveal=waits, is_beside=True)
            session.rows(panel_sql.SET_PANEL, fresh.id, panel_to_json(went_wrong.panel))
            return find_wave(session, sql.WAVE_BY_ID, fresh.id)

    def archive_wave(self, wave_id: str, is_archived: bool = True) -> Wave:
        """Archive a closed wave, or restore it."""
        with self._database.changing() as session:
            if not session.rows(sql.SET_ARCHIVED, wave_id, is_archived):
                find_wave(session, sql.WAVE_BY_ID, wave_id)
                raise Refused("This round still takes answers; close it first.")
            return find_wave(session, sql.WAVE_BY_ID, wave_id)
