"""Which outcomes a respondent is shown, where each rates a part: chosen once, under a lock, and kept."""

from datetime import timedelta

from jtbd_core.rotation import assigned
from jtbd_core.store import sql
from jtbd_core.store.engine import Session
from jtbd_core.store.rows import find_wave, now
from jtbd_core.study import Study

TIME_TO_BEGIN = timedelta(minutes=30)
"""Who has pressed *Start* and answered nothing for so long no longer counts: others are shown those outcomes."""


def assignment(session: Session, wave_id: str, response_id: str) -> tuple[str, ...]:
    """Return the outcomes that were assigned to a response, none before that."""
    found = session.rows(sql.ASSIGNMENT, wave_id, response_id)
    return tuple(found[0][0]) if found else ()


def assign(session: Session, study: Study, wave_id: str, response_id: str) -> tuple[str, ...]:
    """Assign the outcomes shown to the fewest people so far; what was assigned to this response before stays.

    Raises:
        NotFound: the wave has been deleted.
    """
    session.rows(sql.HOLD_WAVE, wave_id)
    find_wave(session, sql.WAVE_BY_ID, wave_id)
    if before := assignment(session, wave_id, response_id):
        return before
    shown: dict[str, int] = dict(session.rows(sql.SHOWN, wave_id, now() - TIME_TO_BEGIN))
    chosen = assigned(study, shown, response_id)
    session.rows(sql.ADD_ASSIGNMENT, wave_id, response_id, list(chosen), now())
    return chosen
