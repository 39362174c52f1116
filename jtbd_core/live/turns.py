"""Turns of page runs that viewers ask for: a link lets anybody ask for hundreds a second, the form needs the server."""

from itertools import count
from threading import Condition, Lock
from time import monotonic
from typing import NamedTuple

from jtbd_core.live.pace import Pace

PATIENCE = 4.0
"""Seconds for which a run waits for its turn; its thread waits, so that its session asks for no other meanwhile."""


def pace_of_viewer() -> Pace:
    """Return the pace of one viewer: more tabs and groups in a row than a person opens, then one in three seconds."""
    return Pace(12, 1 / 3)


class Place(NamedTuple):
    """A place among those who wait: who has asked for fewer runs lately is before the others, then who came first."""

    due_at: float
    number: int
    moved: Condition


class Turns:
    """Gives viewers their turns, each at their own pace and all at one pace."""

    def __init__(self, pace: Pace) -> None:
        self._lock = Lock()
        self._pace = pace
        self._places: list[Place] = []
        self._numbers = count()

    def take(self, viewer: Pace) -> bool:
        """Wait for at most `PATIENCE` until it is a viewer's turn, and return whether it is."""
        with self._lock:
            place = Place(viewer.due_at, next(self._numbers), Condition(self._lock))
            self._places.append(place)
            try:
                return self._came(viewer, place)
            finally:
                self._places.remove(place)
                if self._places:
                    min(self._places).moved.notify()

    def _came(self, viewer: Pace, place: Place) -> bool:
        until = monotonic() + PATIENCE
        while (now := monotonic()) < until:
            due_at = max(viewer.due_at, self._pace.due_at) if min(self._places) is place else until
            if due_at <= now:
                viewer.count(now)
                self._pace.count(now)
                return True
            place.moved.wait(min(due_at, until) - now)
        return False


turns = Turns(Pace(80, 8))
"""The turns of this server: 480 people open a page within a minute, 80 of them at once."""
