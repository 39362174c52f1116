"""A cache with a time to live: a room of a thousand asks for the same study and wave hundreds of times a second."""

import time
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

Read = TypeVar("Read")


class TimedCache:
    """Caches what was read for some `seconds`, or until `forget`; safe to share between threads.

    A process that forgets after each of its own changes always sees them; those of others show after `seconds` at most.
    """

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._lock = Lock()
        self._changes = 0
        self._kept: dict[Hashable, tuple[float, object]] = {}

    def get(self, key: Hashable, read: Callable[[], Read]) -> Read:
        """Return what is cached under this key, or call `read` and cache what it returns."""
        now, changes = self._clock(), self._changes
        at, value = self._kept.get(key, (-float("inf"), None))
        if now - at < self._seconds:
            return cast(Read, value)
        fresh = read()
        with self._lock:
            if changes == self._changes:  # else it may have been read before the change
                self._kept = {name: kept for name, kept in self._kept.items() if now - kept[0] < self._seconds}
                self._kept[key] = now, fresh
        return fresh

    def forget(self) -> None:
        """Empty the cache, after a change; what other threads are reading meanwhile is not cached."""
        with self._lock:
            self._changes += 1
            self._kept = {}
