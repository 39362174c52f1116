"""The findings of a wave: computed once for all who watch, in the background, and not more often than they can be."""

from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import datetime
from functools import lru_cache
from threading import Lock
from time import monotonic
from typing import NamedTuple

from jtbd_core.cache import TimedCache
from jtbd_core.charts import Pictures, told
from jtbd_core.scoring.groups import group_ratings, shown_groups
from jtbd_core.scoring.results import Results, people
from jtbd_core.study import Study
from jtbd_core.wave import Group, Progress, Version, Wave, WaveStatus
from pages.components.store import the_store
from pages.components.worker import worker

SECONDS_SHARED = 1.0
lately = TimedCache(SECONDS_SHARED)

MOST_FOLLOWED = 64

FEWEST_SECONDS_BETWEEN_LOOKS, MOST_SECONDS_BETWEEN_LOOKS = 2.0, 6.0

PATIENCE = 1.2
"""Seconds for which the viewer who has newer findings computed waits for them; who knows they take longer does not.

All others take what there is: had they waited for the same moment, they would all want to draw in it.
"""

REST = 1.0
"""For so many times as long as findings took to compute, none are computed: at most half of a core goes there."""


class Pulse(NamedTuple):
    """Where a wave stands, for all who watch it: what has moved is drawn again."""

    version: Version
    status: WaveStatus
    revealed_at: datetime | None


class Stamp(NamedTuple):
    """What findings are of: the wave, the group in it, where its log stood, and the words and scales of the study."""

    wave_id: str
    group: Group | None
    pulse: Pulse
    study: int


class Sizes(NamedTuple):
    """How many people rated, and how many of each group that may be shown."""

    everybody: int
    groups: dict[Group, int]


class Findings(NamedTuple):
    """All that is drawn of one group in a wave, not to be changed."""

    stamp: Stamp
    results: Results
    pictures: Pictures
    sizes: Sizes


def pulse(wave_id: str) -> Pulse:
    """Return where a wave stands; for a second the same for everybody."""

    def felt() -> Pulse:
        wave = the_store().wave(wave_id)
        return Pulse(the_store().version(wave_id), wave.status, wave.revealed_at)

    return lately.get(("pulse", wave_id), felt)


def progress(wave_id: str) -> Progress:
    """Return how many people have joined, rated and finished; for a second the same for everybody."""
    return lately.get(("progress", wave_id), lambda: the_store().progress(wave_id))


def findings(study: Study, wave: Wave, group: Group | None = None, log: Version | None = None) -> Findings:
    """Return the findings of a group in a wave as its log once stood; without one, the newest.

    While a room answers the newest may be some seconds old.
    """
    words = hash((study.steps, study.outcomes, study.settings))
    seen = Pulse(log, wave.status, wave.revealed_at) if log else pulse(wave.id)
    return following(wave.id, group, words, log).findings(study, Stamp(wave.id, group, seen, words))


def seconds_between_looks(seen: Findings) -> float:
    """Return how long a viewer of findings waits between two looks: longer where newer ones take longer."""
    stamp = seen.stamp
    took = following(stamp.wave_id, stamp.group, stamp.study, None).took
    return min(max(FEWEST_SECONDS_BETWEEN_LOOKS, 2 * took), MOST_SECONDS_BETWEEN_LOOKS)


@lru_cache(MOST_FOLLOWED)
def following(wave_id: str, group: Group | None, words: int, log: Version | None) -> "Following":
    """Return what follows a group in a wave, or holds it as it once was, for everybody who watches it."""
    return Following()


_background = ThreadPoolExecutor(2, "findings")


class Following:
    """The findings of one group in one wave and one wording, whoever asks for them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._newest: Findings | None = None
        self._underway: Future[None] | None = None
        self.took = self._rested = 0.0

    def findings(self, study: Study, stamp: Stamp) -> Findings:
        """Return findings of this stamp, or older ones while newer are computed; everybody waits for the first."""
        with self._lock:
            newest = self._newest
            is_new = newest is not None and newest.stamp == stamp
            is_due = not is_new and self._underway is None and (newest is None or monotonic() >= self._rested)
            if is_due:
                self._underway = _background.submit(self._renew, study, stamp)
            underway = self._underway
        if underway and (newest is None or (is_due and self.took <= PATIENCE)):
            wait([underway], PATIENCE if newest else None)
            if underway.done():
                underway.result()
        return self._newest or self.findings(study, stamp)

    def _renew(self, study: Study, stamp: Stamp) -> None:
        started = monotonic()
        try:
            self._newest = _computed(study, stamp)
        finally:
            with self._lock:
                self._underway = None
                self.took = monotonic() - started
                self._rested = monotonic() + REST * self.took


def _computed(study: Study, stamp: Stamp) -> Findings:
    store, wave_id = the_store(), stamp.wave_id
    revealed, profiles = store.revealed(wave_id), store.profiles(wave_id)
    groups = shown_groups(study, revealed, profiles)
    group = stamp.group
    ratings = group_ratings(study, revealed, profiles, group) if group else store.released(wave_id, stamp.pulse.version)
    found, pictures = worker.run(told, study, ratings)
    return Findings(stamp, found, pictures, Sizes(people(ratings), groups))
