"""The reach of value targets in a wave: for how many people at least one outcome falls short, cached for all viewers.

Viewers are shown that of stated targets alone, on the last occasion of a wave, of the people whom `privacy.targets`
releases; the facilitator that of all who rated, as it is now.
"""

from collections.abc import Sequence
from functools import lru_cache, partial

import pandas as pd

from jtbd_core.contract import Store
from jtbd_core.live.findings import Pulse, pulse
from jtbd_core.live.refresh import GROUPS, Refreshed
from jtbd_core.live.sharing import Released, release
from jtbd_core.live.worker import worker
from jtbd_core.privacy import THRESHOLD, ratings_of
from jtbd_core.privacy.targets import next_targets, target_rows
from jtbd_core.scoring.targets import Reach, reach
from jtbd_core.study import Study
from jtbd_core.wave import Wave
from jtbd_core.wave.ledger import Ledger

Aims = tuple[tuple[str, tuple[str, ...]], ...]
"""The id and the outcomes of each target."""

Reaches = dict[str, Reach]
"""The reach of each target that has one, by its id; shares are whole per cent."""

DECIMALS = 2
MOST_CACHED = 64


def reaches(
    store: Store, study: Study, waves: Sequence[Wave], aims: Aims, *, with_unreleased: bool
) -> dict[str, Reaches]:
    """Return the reach of targets in each wave, by its id; `with_unreleased` answers is for the facilitator alone.

    While a room answers, what is given may be some seconds old.
    """
    known = study.readings().keys()
    aims = tuple((name, outcomes) for name, outcomes in aims if set(outcomes) <= known)
    ids = tuple(one.id for one in waves)
    stamp = tuple(_stamp(pulse(store, one), with_unreleased) for one in ids)
    compute = partial(_computed, store, study, ids, aims, with_unreleased)
    return _cache(ids, aims, hash(study.settings), with_unreleased).get(stamp, compute)


@lru_cache(MOST_CACHED)
def _cache(
    wave_ids: tuple[str, ...], aims: Aims, settings: int, with_unreleased: bool
) -> Refreshed[dict[str, Reaches]]:
    return Refreshed(GROUPS)


def _stamp(at: Pulse, with_unreleased: bool) -> Pulse:
    """Return what tells whether reach is another: new answers do not move an occasion."""
    return at if with_unreleased else at.unmoved


def _computed(
    store: Store, study: Study, wave_ids: Sequence[str], aims: Aims, with_unreleased: bool
) -> dict[str, Reaches]:
    """Have the worker count, wave by wave."""
    found: dict[str, Reaches] = {}
    for wave_id in wave_ids:
        if with_unreleased:
            found[wave_id] = worker.run(_reaches, study, store.ratings(wave_id), aims)
        else:
            analyse, further = partial(_of_released, aims), partial(next_aims, aims)
            found[wave_id] = release(store, study, store.wave(wave_id), analyse, further=further)
    return found


def next_aims(aims: Aims, _: Study, released: Released) -> Ledger:
    """Return what is released of targets beside everything that is released of a wave."""
    return next_targets(released.saves, released.ledger, [outcomes for _, outcomes in aims])


def _of_released(aims: Aims, study: Study, released: Released) -> Reaches:
    found: Reaches = {}
    for one in aims:
        rows = target_rows(released.saves, released.ledger, one[1])
        found |= _reaches(study, ratings_of(released.saves, rows), (one,))
    return found


def _reaches(study: Study, ratings: pd.DataFrame, aims: Aims) -> Reaches:
    """Return the reach of targets among all who rated, of those whose outcomes `THRESHOLD` people rated."""
    needed = ["importance", "experience"] if study.settings.asks_importance else ["experience"]
    ratings = ratings.dropna(subset=needed)
    told = {name: reach(ratings, outcomes, study.readings(), THRESHOLD) for name, outcomes in aims}
    return {name: Reach(one.people, *(round(part, DECIMALS) for part in one[1:])) for name, one in told.items() if one}
