"""Cached look-ups of studies and waves by their ids and keys."""

from typing import Literal

from jtbd_core.contract.rights import Role
from jtbd_core.errors import NotFound
from jtbd_core.store import sql
from jtbd_core.store.database import Database
from jtbd_core.store.engine import Session
from jtbd_core.store.link_sql import LINKS
from jtbd_core.store.rows import NO_WAVE, find_study, find_wave, is_due, link_from_row, now, wave_from_row, weight_keys
from jtbd_core.store.sharing_sql import SHARES
from jtbd_core.study import StudyRecord
from jtbd_core.study.results_link import ResultsLink
from jtbd_core.wave import Wave


class Lookup:
    """Reads studies and waves through the cache of a database; a wave past its closing time is closed first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def study(self, study_id: str) -> StudyRecord:
        """Return the study of this id."""
        return self._database.cache.get(("study", study_id), lambda: self._find_study(sql.STUDY_BY_ID, study_id))

    def results_links(self) -> dict[str, ResultsLink]:
        """Return all links to results by their keys, the first made first."""
        return self._database.cache.get("results links", self._find_links)

    def shares(self) -> dict[str, dict[str, Role]]:
        """Return the roles in all studies that are somebody's, by the id of the study and by whom."""
        return self._database.cache.get("shares", self._find_shares)

    def wave(self, wave_id: str) -> Wave:
        """Return the wave of this id."""
        found = self._database.cache.get(("wave", wave_id), lambda: self._find_wave(sql.WAVE_BY_ID, wave_id))
        return self._close_due(found)

    def wave_by_key(self, role: Literal["rate", "display", "join"], key: str) -> Wave:
        """Return the wave that has this key or join code; made-up ones cost no query."""
        known = self._database.cache.get((role, "keys"), lambda: self._find_keys(sql.WAVE_KEYS[role]))
        if key not in known:
            raise NotFound(NO_WAVE)
        return self.wave(known[key])

    def waves(self, study_id: str) -> list[Wave]:
        """Return the waves of a study, the latest first."""
        found = self._database.cache.get(("waves", study_id), lambda: self._find_waves(study_id))
        return [self._close_due(one) for one in found]

    def weight_keys(self, session: Session, wave_id: str) -> dict[str, str]:
        """Return the keys by which the responses of a copied wave are named, by their ids."""
        return self._database.cache.get(("weight keys", wave_id), lambda: weight_keys(session, wave_id))

    def current_wave(self, session: Session, wave_id: str) -> Wave:
        """Return a wave as it is now, to a transaction under the write lock; cached where no other process writes."""
        if self._database.engine.is_alone:
            return self._database.cache.get(("wave", wave_id), lambda: find_wave(session, sql.WAVE_BY_ID, wave_id))
        return find_wave(session, sql.WAVE_BY_ID, wave_id)

    def hold(self, session: Session, wave_id: str) -> None:
        """Let other processes that write to a wave wait for this transaction: its rows are numbered as they commit."""
        if not self._database.engine.is_alone:
            session.rows(sql.HOLD_WAVE, wave_id)

    def _close_due(self, wave: Wave) -> Wave:
        if not is_due(wave):
            return wave
        with self._database.tidying() as session:
            session.rows(sql.CLOSE_DUE, wave.id, now())
            return find_wave(session, sql.WAVE_BY_ID, wave.id)

    def _find_study(self, statement: str, key: str) -> StudyRecord:
        with self._database.session() as session:
            return find_study(session, statement, key)

    def _find_wave(self, statement: str, key: str) -> Wave:
        with self._database.session() as session:
            return find_wave(session, statement, key)

    def _find_keys(self, statement: str) -> dict[str, str]:
        with self._database.session() as session:
            return dict(session.rows(statement))

    def _find_links(self) -> dict[str, ResultsLink]:
        with self._database.session() as session:
            found = map(link_from_row, session.rows(LINKS))
            return {link.key: link for link in found}

    def _find_shares(self) -> dict[str, dict[str, Role]]:
        found: dict[str, dict[str, Role]] = {}
        with self._database.session() as session:
            for study_id, who, role in session.rows(SHARES):
                found.setdefault(study_id, {})[who] = role
        return found

    def _find_waves(self, study_id: str) -> list[Wave]:
        with self._database.session() as session:
            return [wave_from_row(row) for row in session.rows(sql.WAVES, study_id)]
