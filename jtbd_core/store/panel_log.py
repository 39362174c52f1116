"""The queue of what is noted in the lists of panels, which are kept in the order of their ids.

Nothing in the list may tell which answers are whose. So it has neither time nor key of a response, and each change
writes all rows of a wave anew, sorted: neither their place nor the transaction that wrote them says who came when.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from jtbd_core.access import digest
from jtbd_core.errors import AlreadyListed, JtbdError, WaveClosed
from jtbd_core.store import panel_sql, sql
from jtbd_core.store.database import Database
from jtbd_core.store.engine import Row, Session
from jtbd_core.store.lookup import Lookup
from jtbd_core.store.write_queue import WriteQueue
from jtbd_core.wave.panel import Panelist, Standing


class Entry(NamedTuple):
    """What is to be noted of somebody of a panel: that they started, which adds them to the list, or how they ended."""

    wave_id: str
    panelist: Panelist
    standing: Standing


def stored_mark(panelist: Panelist) -> str:
    """Return the digest under which the mark of a browser is stored."""
    return digest(panelist.mark)[:32]


class PanelLog(WriteQueue[Entry]):
    """Queues entries; an end is noted for who started, with the mark of the same browser, and once."""

    rest, longest_rest = 10.0, 0.5

    def __init__(self, database: Database, lookup: Lookup) -> None:
        super().__init__("listing")
        self._database = database
        self._lookup = lookup

    def _written(self, items: tuple[Entry, ...]) -> Sequence[JtbdError | None]:
        order = sorted(range(len(items)), key=lambda place: (items[place].wave_id, place))
        refusals: dict[int, JtbdError | None] = {}
        with self._database.writing() as session:
            for wave_id, places in groupby(order, key=lambda place: items[place].wave_id):
                refusals |= self._note(session, wave_id, {place: items[place] for place in places})
        return [refusals[place] for place in range(len(items))]

    def _note(self, session: Session, wave_id: str, entries: dict[int, Entry]) -> dict[int, JtbdError | None]:
        self._lookup.hold(session, wave_id)
        if self._lookup.current_wave(session, wave_id).status == "closed":
            return {place: WaveClosed("closed") for place in entries}
        ids = list({entry.panelist.id for entry in entries.values()})
        before = {row[0]: row for row in session.rows(panel_sql.PANELISTS, wave_id, ids)}
        rows = dict(before)
        refusals = {place: _noted(rows, entry) for place, entry in entries.items()}
        if changed := [row for name, row in rows.items() if row != before.get(name)]:
            columns = [list(column) for column in zip(*changed, strict=True)]
            session.rows(panel_sql.FORGET_PANELISTS, wave_id, columns[0])
            session.rows(panel_sql.ADD_PANELISTS, wave_id, *columns)
            for statement in panel_sql.SORT_PANELISTS:
                session.rows(statement, wave_id)
            session.rows(sql.NOTE_DELETION)
        return refusals


def _noted(rows: dict[str, Row], entry: Entry) -> JtbdError | None:
    """Change the rows, by their ids, as an entry says; return why it was refused."""
    panelist, mark = entry.panelist, stored_mark(entry.panelist)
    _, parameters, standing, marked = rows.get(panelist.id, (panelist.id, "", "", mark))
    if marked != mark:
        return AlreadyListed() if entry.standing == "started" else None
    if entry.standing == "started" and not standing:
        rows[panelist.id] = (panelist.id, msgspec.json.encode(panelist.values).decode(), "started", mark)
    elif entry.standing != "started" and standing == "started":
        rows[panelist.id] = (panelist.id, parameters, entry.standing, mark)
    return None
