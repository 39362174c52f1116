"""What was read a moment ago: a room of a thousand asks for the same study and wave hundreds of times a second.

And who presses *Continue* has the answers read twice within milliseconds: for the page that is sent, and for the next.
"""

import time
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

Read = TypeVar("Read")

LONGEST_READ = 60.0
"""Seconds for which it is known what changed: no read that is kept afterwards takes longer."""


class Lately:
    """Keeps what was read for some seconds, and forgets it whenever this process changes it.

    One process therefore always sees its own changes; those of another process show after as many seconds.
    """

    def __init__(self, seconds: float = 1.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._lock = Lock()
        self._changes = 0
        self._changed: dict[Hashable, float] = {}
        self._kept: dict[Hashable, tuple[float, object]] = {}

    def get(self, what: Hashable, read: Callable[[], Read]) -> Read:
        """Return what was read under this name, or read it."""
        now, changes = self._clock(), self._changes
        at, value = self._kept.get(what, (-float("inf"), None))
        if now - at < self._seconds:
            return cast(Read, value)
        fresh = read()
        with self._lock:
            # else it may have been read before the change
            if changes == self._changes and self._changed.get(what, -float("inf")) < now:
                self._kept = {name: kept for name, kept in self._kept.items() if now - kept[0] < self._seconds}
                self._kept[what] = now, fresh
        return fresh

    def forget(self, *names: Hashable) -> None:
        """Forget what was read under these names, or everything where none is given, after a change."""
        now = self._clock()
        with self._lock:
            if not names:
                self._changes += 1
                self._kept = {}
                self._changed = {name: at for name, at in self._changed.items() if now - at < LONGEST_READ}
            for name in names:
                self._kept.pop(name, None)
                self._changed[name] = now
