"""What was read a moment ago: a room of a thousand asks for the same study and wave hundreds of times a second."""

import time
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

Read = TypeVar("Read")


class Lately:
    """Keeps what was read for some seconds, and forgets it whenever this process changes anything.

    One process therefore always sees its own changes; those of another process show after as many seconds.
    """

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._lock = Lock()
        self._changes = 0
        self._kept: dict[Hashable, tuple[float, object]] = {}

    def get(self, what: Hashable, read: Callable[[], Read]) -> Read:
        """Return what was read under this name, or read it."""
        now, changes = self._clock(), self._changes
        at, value = self._kept.get(what, (-float("inf"), None))
        if now - at < self._seconds:
            return cast(Read, value)
        fresh = read()
        with self._lock:
            if changes == self._changes:  # else it may have been read before the change
                self._kept = {name: kept for name, kept in self._kept.items() if now - kept[0] < self._seconds}
                self._kept[what] = now, fresh
        return fresh

    def forget(self) -> None:
        """Forget everything, after a change."""
        with self._lock:
            self._changes += 1
            self._kept = {}
