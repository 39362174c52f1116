"""The assignment of outcomes to a respondent where each rates a part: made once, under the write lock, and stored."""

from datetime import timedelta

from jtbd_core.store import sql
from jtbd_core.store.engine import Session
from jtbd_core.store.rows import now
from jtbd_core.study import Study
from jtbd_core.study.rotation import assigned

TIME_TO_BEGIN = timedelta(minutes=30)
"""An assignment without an answer counts as shown for so long; after that its outcomes are given to others."""


def assignment(session: Session, wave_id: str, response_id: str) -> tuple[str, ...]:
    """Return the ids of the outcomes assigned to a response, empty before the assignment."""
    found = session.rows(sql.ASSIGNMENT, wave_id, response_id)
    return tuple(found[0][0]) if found else ()


def assign(session: Session, study: Study, wave_id: str, response_id: str) -> tuple[str, ...]:
    """Return the ids of the outcomes assigned to a response; the first call assigns those shown to the fewest people.

    The wave is held meanwhile.
    """
    if before := assignment(session, wave_id, response_id):
        return before
    shown: dict[str, int] = dict(session.rows(sql.SHOWN, wave_id, now() - TIME_TO_BEGIN))
    chosen = assigned(study, shown, response_id)
    session.rows(sql.ADD_ASSIGNMENT, wave_id, response_id, list(chosen), now())
    return chosen
