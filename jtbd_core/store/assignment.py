"""The assignment of outcomes to a respondent where each rates a part: made once, under the write lock, and stored."""

import time
from datetime import timedelta

from jtbd_core.store import sql
from jtbd_core.store.engine import Session
from jtbd_core.store.rows import now
from jtbd_core.study import Study
from jtbd_core.study.rotation import assigned

TIME_TO_BEGIN = timedelta(minutes=30)
"""An assignment without an answer counts as shown for so long; after that its outcomes are given to others."""

MOST_COUNTED_EACH_TIME = 100_000
"""Up to so many outcomes shown to somebody are counted at each start, which takes some milliseconds."""

SECONDS_FOR_EACH = 1e-6
"""For so long for each outcome shown the counts of more are good: of 100,000 people for some seconds."""


def assignment(session: Session, wave_id: str, response_id: str) -> tuple[str, ...]:
    """Return the ids of the outcomes assigned to a response, empty before the assignment."""
    found = session.rows(sql.ASSIGNMENT, wave_id, response_id)
    return tuple(found[0][0]) if found else ()


class ShownCounts:
    """To how many people each outcome of each wave was shown, by wave and outcome id.

    Counts of more than `MOST_COUNTED_EACH_TIME` are good for a while, and what this process assigns meanwhile is added:
    only what lapsed or what another process assigned is missing.
    """

    def __init__(self) -> None:
        self._counts: dict[str, dict[str, int]] = {}
        self._until: dict[str, float] = {}

    def of(self, session: Session, wave_id: str) -> dict[str, int]:
        """Return the counts of a wave, which is held; outcomes that nobody was shown are missing."""
        if time.monotonic() >= self._until.get(wave_id, 0.0):
            self._counts[wave_id] = dict(session.rows(sql.SHOWN, wave_id, now() - TIME_TO_BEGIN))
            counted = sum(self._counts[wave_id].values())
            seconds = SECONDS_FOR_EACH * counted if counted > MOST_COUNTED_EACH_TIME else 0.0
            self._until[wave_id] = time.monotonic() + seconds
        return self._counts[wave_id]


def assign(session: Session, study: Study, wave_id: str, response_id: str, counts: ShownCounts) -> tuple[str, ...]:
    """Return the ids of the outcomes assigned to a response; the first call assigns those shown to the fewest people.

    The wave is held meanwhile.
    """
    if before := assignment(session, wave_id, response_id):
        return before
    shown = counts.of(session, wave_id)
    chosen = assigned(study, shown, response_id)
    session.rows(sql.ADD_ASSIGNMENT, wave_id, response_id, list(chosen), now())
    for outcome in chosen:
        shown[outcome] = shown.get(outcome, 0) + 1
    return chosen
