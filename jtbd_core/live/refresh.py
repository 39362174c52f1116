"""Values that take long to compute: each is served stale while one background thread refreshes it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from math import inf
from threading import Event, Lock
from time import monotonic
from typing import Generic, TypeVar

from jtbd_core.live.render_queue import idling
from jtbd_core.metrics import FINDINGS_AGE

Value = TypeVar("Value")

PATIENCE = 1.2
"""Seconds for which whoever triggers a refresh waits for it, unless the last one took longer.

All others get the stale value at once: had they waited, all would redraw in the same moment.
"""

REST = 2.0
"""The pause between two refreshes, as a multiple of the time the first took: they take a third of a core at most."""


class Lane:
    """Background threads that run refreshes; one thread that `rests` pauses between any two of them."""

    def __init__(self, name: str, threads: int, *, rests: bool = False) -> None:
        self._threads = ThreadPoolExecutor(threads, name)
        self._rests = rests
        self._due_at = 0.0

    def submit(self, refresh: Callable[[], None]) -> Future[None]:
        """Run a refresh once a thread is free and has rested."""
        return self._threads.submit(self._run, refresh)

    def _run(self, refresh: Callable[[], None]) -> None:
        Event().wait(max(0.0, self._due_at - monotonic()))
        started = monotonic()
        try:
            refresh()
        finally:
            if self._rests:
                self._due_at = monotonic() + REST * (monotonic() - started)


EVERYBODYS = Lane("findings", 2)
"""The refreshes that all wait for: findings of everybody, and the means of the page of thanks."""

GROUPS = Lane("findings of groups", 1, rests=True)
"""The refreshes of all groups and pools: one link can ask for dozens, and everybody's wait for one of them at most."""


class Refreshed(Generic[Value]):
    """A value that all share, with the stamp that it was computed for, refreshed in a lane."""

    def __init__(self, lane: Lane) -> None:
        self._lane = lane
        self._lock = Lock()
        self._newest: tuple[object, Value] | None = None
        self._refresh: Future[None] | None = None
        self._stale_since = inf
        self.took = self._due_at = 0.0

    def get(self, stamp: object, compute: Callable[[], Value]) -> Value:
        """Return the value of this stamp, or a stale one during a refresh; where there is none yet, all wait."""
        newest, refresh, is_due = self._begin(stamp, compute)
        if refresh and (newest is None or (is_due and self.took <= PATIENCE)):
            with idling():
                wait([refresh], PATIENCE if newest else None)
            if refresh.done():
                refresh.result()
        newest = self._newest
        if newest is None:
            return self.get(stamp, compute)
        self._note_age(is_new=newest[0] == stamp)
        return newest[1]

    def peek(self, stamp: object, compute: Callable[[], Value]) -> Value | None:
        """Return the newest value, None if there is none; a refresh begins if it is due, and is not waited for."""
        newest, _, _ = self._begin(stamp, compute)
        return newest[1] if newest else None

    def _begin(
        self, stamp: object, compute: Callable[[], Value]
    ) -> tuple[tuple[object, Value] | None, Future[None] | None, bool]:
        """Begin a refresh if it is due; return the newest value, the refresh that goes on, and whether it began now."""
        with self._lock:
            newest = self._newest
            is_new = newest is not None and newest[0] == stamp
            is_due = not is_new and self._refresh is None and (newest is None or monotonic() >= self._due_at)
            if is_due:
                self._refresh = self._lane.submit(partial(self._renew, stamp, compute))
            return newest, self._refresh, is_due

    def _note_age(self, *, is_new: bool) -> None:
        now = monotonic()
        self._stale_since = inf if is_new else min(self._stale_since, now)
        FINDINGS_AGE.observe(max(now - self._stale_since, 0.0))

    def _renew(self, stamp: object, compute: Callable[[], Value]) -> None:
        started = monotonic()
        try:
            self._newest = stamp, compute()
            self._stale_since = inf
        finally:
            with self._lock:
                self._refresh = None
                self.took = monotonic() - started
                self._due_at = monotonic() + REST * self.took
