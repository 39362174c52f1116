"""Feeds what the worker holds of a wave with what is new in the store."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import count
from threading import Lock
from typing import NamedTuple
from weakref import WeakKeyDictionary

from jtbd_core.contract import Store
from jtbd_core.live.held import Holding, begin, finish, take
from jtbd_core.live.worker import worker
from jtbd_core.wave import Mark

_numbers = count()
_stores: WeakKeyDictionary[Store, int] = WeakKeyDictionary()
"""Each open store by number: the same wave can be in two of them, as after a restore."""

_locks: defaultdict[tuple[int, str], Lock] = defaultdict(Lock)
"""A wave is fed by one thread at a time."""


class Fed(NamedTuple):
    """What the worker holds of a wave: how it is marked, and the occasions on which groups were frozen."""

    holding: Holding
    mark: Mark
    occasions: frozenset[str]


def feed(store: Store, wave_id: str) -> Fed:
    """Have the worker read what is new of a wave: first the ledger, then the log, as of one count of deletions.

    It is held for all who look, so by the scales of the whole study: some look at a part, such as without what is
    retired.
    """
    if store not in _stores:
        _stores[store] = next(_numbers)
    number = _stores[store]
    with _locks[number, wave_id]:
        while True:
            mark, study = store.mark(wave_id), store.study(store.wave(wave_id).study_id).study
            holding = Holding(number, wave_id, hash(study.settings), mark.erased)
            place = worker.run(begin, holding, study)
            more, rows = store.ledger_part(wave_id, place.release, place.sizes), 0
            for part in store.log_parts(wave_id, place.row):
                worker.run(take, holding, part)
                rows += len(part.rows["seq"])
            is_as_of_one = store.mark(wave_id).erased == mark.erased
            if is_as_of_one and worker.run(finish, holding, place, rows, more):
                return Fed(holding, mark, _occasions(place.sizes if more.members is None else more.members))


def _occasions(keys: Iterable[tuple[str, object]]) -> frozenset[str]:
    return frozenset(occasion for occasion, _ in keys)
