"""Caches: a room of a thousand asks for the same study and wave hundreds of times a second, and for what follows.

`TimedCache` has a time to live; `for_same_objects` remembers what a function made of immutable objects.
"""

import time
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import ParamSpec, TypeVar, cast

Read = TypeVar("Read")
Asked = ParamSpec("Asked")

MOST_REMEMBERED = 256
"""Calls of one function that are remembered, before all of them are forgotten."""


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


def for_same_objects(function: Callable[Asked, Read]) -> Callable[Asked, Read]:
    """Return a function that remembers what it returned for the same immutable objects, given by position.

    They are told apart by identity: a hash of a whole study takes longer than most of what is made of it.
    """
    kept: dict[tuple[int, ...], tuple[tuple[object, ...], Read]] = {}

    @wraps(function)
    def remembering(*args: Asked.args, **kwargs: Asked.kwargs) -> Read:
        if kwargs:
            return function(*args, **kwargs)
        key = tuple(map(id, args))  # unique, since what is kept keeps its objects alive
        found = kept.get(key)
        if found:
            return found[1]
        made = function(*args, **kwargs)
        if len(kept) >= MOST_REMEMBERED:
            kept.clear()
        kept[key] = args, made
        return made

    return remembering
