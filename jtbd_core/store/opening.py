"""The next wave of a study, opened or taken in from elsewhere."""

import secrets

from jtbd_core import access
from jtbd_core.errors import Refused
from jtbd_core.store import sql
from jtbd_core.store.engine import Session
from jtbd_core.store.rows import find_study, find_wave, now, wave
from jtbd_core.wave import NO_LIMITS, Limits, Wave, WaveStatus


def add_wave(session: Session, study_id: str, status: WaveStatus, limits: Limits = NO_LIMITS) -> Wave:
    """Launch the study if it is a draft, and add its next wave."""
    missing = find_study(session, sql.STUDY_BY_ID, study_id).study.missing_for_launch()
    if missing:
        raise Refused(" ".join(missing))
    earlier = [wave(row) for row in session.rows(sql.WAVES, study_id)]
    if any(one.status != "closed" for one in earlier):
        raise Refused("A round of this study is still going on; close it before you open the next.")
    session.rows(sql.LAUNCH_STUDY, study_id, now())
    wave_id, opened = secrets.token_hex(8), now()
    while session.rows(sql.WAVE_BY_KEY["join"], code := access.new_join_code()):
        pass
    session.rows(
        sql.ADD_WAVE,
        *(wave_id, study_id, len(earlier) + 1, status),
        *(access.new_key(), access.new_key(), code),
        *(opened, opened if status == "closed" else None, limits.cap, limits.closes_at),
    )
    return find_wave(session, sql.WAVE_BY_ID, wave_id)
