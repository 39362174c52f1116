"""A line of threads that wait for their turn: the one whose rank is the least is the first."""

from collections.abc import Callable
from itertools import count
from math import inf
from threading import Condition, Lock
from time import monotonic
from typing import NamedTuple


class Place(NamedTuple):
    """A place in the line: the least rank is before the others, then who came first."""

    rank: float
    number: int
    moved: Condition


class Line:
    """Lets the first of those who wait go on once it is time, one after the other."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._places: list[Place] = []
        self._numbers = count()

    def wait(self, rank: float, patience: float, due_at: Callable[[], float], begin: Callable[[float], None]) -> bool:
        """Wait for at most `patience` seconds until the first place is this one and it is due; then `begin` at a time.

        Returns whether it began. Both functions are called with the line locked; times are of `monotonic`.
        """
        with self._lock:
            place = Place(rank, next(self._numbers), Condition(self._lock))
            self._places.append(place)
            try:
                return self._came(place, monotonic() + patience, due_at, begin)
            finally:
                self._places.remove(place)
                self._tell_first()

    def _came(self, place: Place, until: float, due_at: Callable[[], float], begin: Callable[[float], None]) -> bool:
        while True:
            now = monotonic()
            due = due_at() if min(self._places) is place else inf
            if due <= now:
                begin(now)
                return True
            if now >= until:
                return False
            place.moved.wait(min(due, until) - now)

    def _tell_first(self) -> None:
        if self._places:
            min(self._places).moved.notify()
