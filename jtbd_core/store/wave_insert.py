"""The insert of a wave into a study: its next one, or its trial."""

import secrets
from collections.abc import Collection

from jtbd_core import access
from jtbd_core.errors import Refused
from jtbd_core.store import sql
from jtbd_core.store.engine import Session
from jtbd_core.store.history_sql import FORGET_EDITS
from jtbd_core.store.retention_sql import INHERIT
from jtbd_core.store.rows import find_study, find_wave, now, wave_from_row
from jtbd_core.study import Study
from jtbd_core.wave import MOST_OPEN, NO_LIMITS, Limits, Wave, WaveStatus


def insert_wave(  # noqa: PLR0913 - the settings of a wave
    session: Session,
    study_id: str,
    status: WaveStatus,
    limits: Limits = NO_LIMITS,
    waits_for_reveal: bool = False,
    *,
    is_beside: bool = False,
    asked: Collection[str] | None = None,
    wave_id: str = "",
) -> Wave:
    """Insert the next wave of a study, beside one that goes on only if it should be, and launch a draft.

    It asks the outcomes with the ids in `asked`, all that are not retired if none are given. It gets a random id,
    unless it has one already.
    """
    ids, number = next_wave(session, study_id, is_beside, asked)
    session.rows(sql.LAUNCH_STUDY, study_id, now())
    session.rows(FORGET_EDITS, study_id)
    row = (number, status, limits.cap, limits.closes_at, waits_for_reveal, ids)
    return _add(session, study_id, *row, wave_id=wave_id)


def next_wave(
    session: Session, study_id: str, is_beside: bool = False, asked: Collection[str] | None = None
) -> tuple[list[str], int]:
    """Return the outcomes that the next wave of a study asks, and its number; refuse if there can be none."""
    study = _ready(session, study_id)
    earlier = [wave_from_row(row) for row in session.rows(sql.WAVES, study_id)]
    going_on = sum(one.status != "closed" for one in earlier)
    if going_on and not is_beside:
        raise Refused("A round of this study is still going on; close it before you open the next.")
    if going_on >= MOST_OPEN:
        raise Refused(f"{MOST_OPEN} rounds of this study are still going on; close one before you open the next.")
    outcomes = study.without_retired().outcomes if asked is None else study.outcomes
    ids = [one.id for one in outcomes if asked is None or one.id in asked]
    return ids, max((one.number for one in earlier), default=0) + 1  # one of them may have been deleted


def insert_trial(session: Session, study_id: str) -> Wave:
    """Insert the trial wave of a study, or return the one there is; it launches nothing."""
    _ready(session, study_id)
    there = session.rows(sql.TRIAL, study_id)
    return wave_from_row(there[0]) if there else _add(session, study_id, 0, "open", None, None, False, None)


def _ready(session: Session, study_id: str) -> Study:
    record = find_study(session, sql.STUDY_BY_ID, study_id)
    if record.shelf == "bin":
        raise Refused("This study is in the bin; restore it before you open a round.")
    if missing := record.study.missing_for_launch():
        raise Refused(" ".join(missing))
    return record.study


def _add(
    session: Session, study_id: str, number: int, status: WaveStatus, *settings: object, wave_id: str = ""
) -> Wave:
    """Insert a wave with its cap, closing time, whether it waits for the reveal, and the outcomes that it asks."""
    wave_id, opened = wave_id or secrets.token_hex(8), now()
    code = unused_join_code(session)
    cap, closes_at, waits_for_reveal, asked = settings
    session.rows(
        sql.ADD_WAVE,
        *(wave_id, study_id, number, status),
        *(access.new_key(), access.new_key(), code),
        *(opened, opened if status == "closed" else None, cap, closes_at),
        *(number == 0, waits_for_reveal, asked),
    )
    if number:
        session.rows(INHERIT, wave_id)
    return find_wave(session, sql.WAVE_BY_ID, wave_id)


def unused_join_code(session: Session) -> str:
    """Return a join code that no open wave has."""
    used = {join_code for join_code, _ in session.rows(sql.WAVE_KEYS["join"])}
    while (code := access.new_join_code()) in used:
        pass
    return code
