"""The verbs of `jtbd_core.contract.panels.Panels` as SQL."""

from concurrent.futures import Future

import msgspec

from jtbd_core import access
from jtbd_core.contract.panels import Fielding, Place
from jtbd_core.errors import AlreadyListed, Refused
from jtbd_core.store import panel_sql, sql
from jtbd_core.store.database import Database
from jtbd_core.store.lookup import Lookup
from jtbd_core.store.panel_log import Entry, PanelLog, stored_mark
from jtbd_core.store.rows import find_study, find_wave
from jtbd_core.store.verbs import Verbs
from jtbd_core.wave import Wave, asked_study
from jtbd_core.wave.panel import Listed, Panel, Panelist, Standing, check_panel, panel_to_json


class PanelVerbs(Verbs):
    """Panels; see the contract for what each verb promises."""

    def __init__(self, database: Database, lookup: Lookup) -> None:
        super().__init__(database, lookup)
        self._panel_log = PanelLog(database, lookup)

    def set_panel(self, wave_id: str, panel: Panel) -> Wave:
        """Replace how a wave is fielded."""
        self._lookup.wave(wave_id)  # closes it if it is due
        with self._database.changing() as session:
            wave = find_wave(session, sql.WAVE_BY_ID, wave_id)
            check_panel(asked_study(find_study(session, sql.STUDY_BY_ID, wave.study_id).study, wave), panel)
            if not session.rows(panel_sql.SET_PANEL, wave_id, panel_to_json(panel)):
                raise Refused("This round is closed; open a new one to field it.")
            return find_wave(session, sql.WAVE_BY_ID, wave_id)

    def check_panelist(self, wave_id: str, panelist: Panelist) -> None:
        """Refuse somebody who has started in another browser."""
        with self._database.session() as session:
            for *_, mark in session.rows(panel_sql.PANELISTS, wave_id, [panelist.id]):
                if mark != stored_mark(panelist):
                    raise AlreadyListed

    def note_panelist(self, wave_id: str, panelist: Panelist, standing: Standing) -> Future[None]:
        """Queue that somebody of a panel started, or how they ended."""
        return self._panel_log.append(Entry(wave_id, panelist, standing))

    def listed(self, wave_id: str) -> list[Listed]:
        """Return the list of a closed wave, sorted by id."""
        if self._lookup.wave(wave_id).status != "closed":
            raise Refused(
                "The list of a panel leaves once its round is closed: two lists between which one person came would "
                "tell which answers are theirs."
            )
        with self._database.session() as session:
            rows = sorted(session.rows(panel_sql.LISTED, wave_id))
        return [Listed(msgspec.json.decode(values, type=dict[str, str]), standing) for _, values, standing in rows]

    def delete_listed(self, wave_id: str) -> None:
        """Delete the list of a wave, for good."""
        with self._database.changing() as session:
            session.rows(sql.HOLD_WAVE, wave_id)
            session.rows(panel_sql.DELETE_PANELISTS, wave_id)
            session.rows(sql.NOTE_DELETION)

    def turned_away(self, wave_id: str, token: str) -> str:
        """Return why a wave turned the holder of a token away, empty if it did not."""
        with self._database.session() as session:
            found = session.rows(panel_sql.TURNED_AWAY, wave_id, access.response_id(token))
        return str(found[0][0]) if found else ""

    def fielding(self, wave_id: str) -> Fielding:
        """Return how the fielding of a wave goes."""
        with self._database.session() as session:
            wave = find_wave(session, sql.WAVE_BY_ID, wave_id)
            taken = {row[:2]: row[2:] for row in session.rows(panel_sql.TAKEN, wave_id)}
            return Fielding(
                tuple(Place(one, *taken.get(one[:2], (0, 0, 0))) for one in wave.panel.quotas),
                dict(session.rows(panel_sql.ALL_TURNED_AWAY, wave_id)),
                dict(session.rows(panel_sql.STANDINGS, wave_id)),
            )
