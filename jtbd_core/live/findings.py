"""The findings of waves: a cache that all viewers share, refreshed in the background while the room answers."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache, partial
from typing import NamedTuple

from msgspec.structs import replace

from jtbd_core.cache import TimedCache
from jtbd_core.charts import Pictures
from jtbd_core.contract import Store
from jtbd_core.live.analysis import analysis
from jtbd_core.live.pooling import everything_of, share_of
from jtbd_core.live.refresh import EVERYBODYS, GROUPS, Lane, Refreshed
from jtbd_core.live.sharing import Request
from jtbd_core.scoring.results import Results, Scores
from jtbd_core.study import Study
from jtbd_core.wave import Group, Progress, Version, Wave, WaveStatus
from jtbd_core.wave.groups import CAREFUL, groups_of
from jtbd_core.wave.ledger import EVERYBODY

SECONDS_SHARED = 1.0
room_cache = TimedCache(SECONDS_SHARED)
"""The pulse and the progress of each wave, for all viewers."""

MOST_CACHED = 64

FEWEST_SECONDS_BETWEEN_LOOKS, MOST_SECONDS_BETWEEN_LOOKS = 1.5, 6.0


class Pulse(NamedTuple):
    """Where a wave stands: its log's version, its status and its reveal; viewers redraw when one of them changes."""

    version: Version
    status: WaveStatus
    revealed_at: datetime | None

    @property
    def unmoved(self) -> "Pulse":
        """The pulse without what new answers move: it changes on an occasion, such as a reveal, and by deletions."""
        return self._replace(version=self.version._replace(rows=0, last=0))


class View(NamedTuple):
    """What is looked at: waves, a group, a hash of the study's words and scales, the newest log or a frozen one.

    The facilitator's own view is `with_unreleased` answers; all others hold what privacy releases.
    """

    wave_ids: tuple[str, ...]
    group: Group | None
    study_hash: int
    log: Version | None = None
    with_unreleased: bool = False


class Stamp(NamedTuple):
    """The stamp of findings: what is looked at, and the pulses of its waves."""

    view: View
    pulses: tuple[Pulse, ...]


class Sizes(NamedTuple):
    """How many people rated, and how many of each group that may be shown."""

    everybody: int
    groups: dict[Group, int]


class Findings(NamedTuple):
    """The analysis of one group in a wave or several, shared by all viewers and not to be changed."""

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
    if log is None:
        return pooled_findings(store, study, [wave], group, with_unreleased=with_unreleased)
    view = View((wave.id,), group, _hash(study), log, with_unreleased)
    erased = pulse(store, wave.id).version.erased  # a frozen one changes by deletions alone
    at = Pulse(log._replace(erased=erased), wave.status, wave.revealed_at)
    return findings_cache(view).get(store, study, [wave], Stamp(view, (at,)))


def pooled_findings(
    store: Store, study: Study, waves: Sequence[Wave], group: Group | None = None, *, with_unreleased: bool = False
) -> Findings:
    """Return the newest findings of waves taken together as one; of a single wave they are its `findings`."""
    view = View(tuple(wave.id for wave in waves), group, _hash(study), None, with_unreleased)
    stamp, now = _now(store, waves, view)
    return findings_cache(view).get(store, study, now, stamp)


def newest_stamp(store: Store, study: Study, waves: Sequence[Wave], view: View) -> Stamp | None:
    """Return the stamp of the newest findings of a view, None if there are none; a refresh that is due begins.

    It waits for nothing.
    """
    stamp, now = _now(store, waves, view)
    newest = findings_cache(view).peek(store, study, now, stamp)
    return newest.stamp if newest else None


def _now(store: Store, waves: Sequence[Wave], view: View) -> tuple[Stamp, list[Wave]]:
    """Return the stamp of a view as of now, and its waves as they are."""
    pulses = tuple(pulse(store, wave.id) for wave in waves)
    now = [replace(one, status=at.status, revealed_at=at.revealed_at) for one, at in zip(waves, pulses, strict=True)]
    return Stamp(view, pulses), now


def _hash(study: Study) -> int:
    return hash((study.steps, study.outcomes, study.settings))


def seconds_between_looks(seen: Findings) -> float:
    """Return the seconds from one draw of findings until the next, at least (1.5–6): twice the time a refresh takes."""
    took = findings_cache(seen.stamp.view).took
    return min(max(FEWEST_SECONDS_BETWEEN_LOOKS, 2 * took), MOST_SECONDS_BETWEEN_LOOKS)


@lru_cache(MOST_CACHED)
def findings_cache(view: View) -> "FindingsCache":
    """Return the cache of the findings of a view, the newest or those of its frozen log."""
    is_chosen = view.group is not None or len(view.wave_ids) > 1  # of which an address can ask for dozens
    return FindingsCache(GROUPS if is_chosen and not view.with_unreleased else EVERYBODYS)


class FindingsCache:
    """The findings of one group in waves; a stale entry is served while one background thread refreshes it."""

    def __init__(self, lane: Lane) -> None:
        self._refreshed = Refreshed[Findings](lane)
        self._newest: tuple[object, Findings] | None = None

    @property
    def took(self) -> float:
        """Return the seconds that the last refresh took."""
        return self._refreshed.took

    def get(self, store: Store, study: Study, waves: Sequence[Wave], stamp: Stamp) -> Findings:
        """Return findings of this stamp, or stale ones during a refresh; where there are none yet, all viewers wait."""
        return self._refreshed.get(stamp, partial(self._found, store, study, waves, stamp))

    def peek(self, store: Store, study: Study, waves: Sequence[Wave], stamp: Stamp) -> Findings | None:
        """Return the newest findings there are, of this stamp or stale; a refresh that is due begins."""
        return self._refreshed.peek(stamp, partial(self._found, store, study, waves, stamp))

    def _found(self, store: Store, study: Study, waves: Sequence[Wave], stamp: Stamp) -> Findings:
        """Return the newest findings of a group where nothing else is shown of it: new answers do not move groups."""
        shown = _shown_of_group(store, stamp)
        if self._newest is None or shown is None or self._newest[0] != shown:
            self._newest = shown, _computed(store, study, waves, stamp)
        return self._newest[1]


def _shown_of_group(store: Store, stamp: Stamp) -> object:
    """Return what tells whether something else is shown of a group than before; None where every answer may tell."""
    view = stamp.view
    if view.group is None or view.with_unreleased:
        return None
    releases = [one for wave_id in view.wave_ids for one in store.ledger(wave_id).releases]
    released = tuple(one for one in releases if one.group == view.group)
    return released, tuple(at.unmoved for at in stamp.pulses)


def _computed(store: Store, study: Study, waves: Sequence[Wave], stamp: Stamp) -> Findings:
    """Have the worker analyse what may be seen."""
    view = stamp.view
    if view.with_unreleased:
        found = everything_of(store, study, waves, view.group or EVERYBODY, analysis)
    else:
        request = Request(view.group or EVERYBODY, view.log and view.log.last)
        found = share_of(store, study, waves, request, analysis)
    offered = {*groups_of(study), CAREFUL}
    groups = {group: people for group, people in found.people.items() if group in offered}
    return Findings(stamp, found.results, found.pictures, found.split, Sizes(found.people.get(EVERYBODY, 0), groups))
