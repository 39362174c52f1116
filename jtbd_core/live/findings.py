"""The findings of a wave: a cache that all viewers share, refreshed in the background while the room answers."""

from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import datetime
from functools import lru_cache
from threading import Lock
from time import monotonic
from typing import NamedTuple

from msgspec.structs import replace

from jtbd_core.cache import TimedCache
from jtbd_core.charts import Pictures
from jtbd_core.contract import Store
from jtbd_core.live.analysis import analysis
from jtbd_core.live.sharing import Request, everything, share
from jtbd_core.scoring.results import Results, Scores
from jtbd_core.study import Study
from jtbd_core.wave import Group, Progress, Version, Wave, WaveStatus
from jtbd_core.wave.ledger import EVERYBODY

SECONDS_SHARED = 1.0
room_cache = TimedCache(SECONDS_SHARED)
"""The pulse and the progress of each wave, for all viewers."""

MOST_CACHED = 64

FEWEST_SECONDS_BETWEEN_LOOKS, MOST_SECONDS_BETWEEN_LOOKS = 2.0, 6.0

PATIENCE = 1.2
"""Seconds for which the viewer that triggers a refresh waits for it, unless the last one took longer.

All other viewers get the stale findings at once: had they waited, all would redraw in the same moment.
"""

REST = 2.0
"""The pause between two refreshes, as a multiple of the time the first took: they take a third of a core at most."""


class Pulse(NamedTuple):
    """Where a wave stands: its log's version, its status and its reveal; viewers redraw when one of them changes."""

    version: Version
    status: WaveStatus
    revealed_at: datetime | None


class View(NamedTuple):
    """What is looked at: a wave, a group in it, a hash of the study's words and scales, its newest log or a frozen one.

    The facilitator's own view is `with_unreleased` answers; all others hold what privacy releases.
    """

    wave_id: str
    group: Group | None
    study_hash: int
    log: Version | None = None
    with_unreleased: bool = False


class Stamp(NamedTuple):
    """The stamp of findings: what is looked at, and the pulse of its wave."""

    view: View
    pulse: Pulse


class Sizes(NamedTuple):
    """How many people rated, and how many of each group that may be shown."""

    everybody: int
    groups: dict[Group, int]


class Findings(NamedTuple):
    """The analysis of one group in a wave, shared by all viewers and not to be changed."""

    stamp: Stamp
    results: Results
    pictures: Pictures
    split: Scores
    sizes: Sizes


def pulse(store: Store, wave_id: str) -> Pulse:
    """Return where a wave stands; read at most once a second for all viewers."""

    def read() -> Pulse:
        wave = store.wave(wave_id)
        return Pulse(store.version(wave_id), wave.status, wave.revealed_at)

    return room_cache.get(("pulse", wave_id), read)


def progress(store: Store, wave_id: str) -> Progress:
    """Return how many people have joined, rated and finished; read at most once a second for all viewers."""
    return room_cache.get(("progress", wave_id), lambda: store.progress(wave_id))


def findings(
    store: Store,
    study: Study,
    wave: Wave,
    group: Group | None = None,
    *,
    log: Version | None = None,
    with_unreleased: bool = False,
) -> Findings:
    """Return the findings of a group in a wave at a version of its log; without one, the newest that are computed.

    While a room answers the newest may be some seconds old. Those `with_unreleased` answers are for the facilitator
    alone: they hold all answers as they are now.
    """
    view = View(wave.id, group, hash((study.steps, study.outcomes, study.settings)), log, with_unreleased)
    at = pulse(store, wave.id)
    if log:  # a frozen one changes by deletions alone
        at = Pulse(log._replace(erased=at.version.erased), wave.status, wave.revealed_at)
    wave = replace(wave, status=at.status, revealed_at=at.revealed_at)
    return findings_cache(view).get(store, study, wave, Stamp(view, at))


def seconds_between_looks(seen: Findings) -> float:
    """Return the seconds that a viewer of findings waits between two looks (2–6): twice the time a refresh takes."""
    took = findings_cache(seen.stamp.view).took
    return min(max(FEWEST_SECONDS_BETWEEN_LOOKS, 2 * took), MOST_SECONDS_BETWEEN_LOOKS)


@lru_cache(MOST_CACHED)
def findings_cache(view: View) -> "FindingsCache":
    """Return the cache of the findings of a view, the newest or those of its frozen log."""
    return FindingsCache()


_background = ThreadPoolExecutor(2, "findings")


class FindingsCache:
    """The findings of one group in one wave; a stale entry is served while one background thread refreshes it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._newest: Findings | None = None
        self._refresh: Future[None] | None = None
        self.took = self._due_at = 0.0

    def get(self, store: Store, study: Study, wave: Wave, stamp: Stamp) -> Findings:
        """Return findings of this stamp, or stale ones during a refresh; where there are none yet, all viewers wait."""
        with self._lock:
            newest = self._newest
            is_new = newest is not None and newest.stamp == stamp
            is_due = not is_new and self._refresh is None and (newest is None or monotonic() >= self._due_at)
            if is_due:
                self._refresh = _background.submit(self._renew, store, study, wave, stamp)
            refresh = self._refresh
        if refresh and (newest is None or (is_due and self.took <= PATIENCE)):
            wait([refresh], PATIENCE if newest else None)
            if refresh.done():
                refresh.result()
        return self._newest or self.get(store, study, wave, stamp)

    def _renew(self, store: Store, study: Study, wave: Wave, stamp: Stamp) -> None:
        started = monotonic()
        try:
            self._newest = _computed(store, study, wave, stamp)
        finally:
            with self._lock:
                self._refresh = None
                self.took = monotonic() - started
                self._due_at = monotonic() + REST * self.took


def _computed(store: Store, study: Study, wave: Wave, stamp: Stamp) -> Findings:
    """Have the worker analyse what may be seen."""
    view = stamp.view
    if view.with_unreleased:
        found = everything(store, study, wave, view.group or EVERYBODY, analysis)
    else:
        request = Request(view.group or EVERYBODY, view.log and view.log.last)
        found = share(store, study, wave, request, analysis)
    groups = {group: people for group, people in found.people.items() if group != EVERYBODY}
    return Findings(stamp, found.results, found.pictures, found.split, Sizes(found.people.get(EVERYBODY, 0), groups))
