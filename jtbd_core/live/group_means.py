"""The group's means that respondents compare their own answers with: computed for all of a wave after the reveal."""

from functools import lru_cache, partial

from jtbd_core.cache import TimedCache
from jtbd_core.contract import Store
from jtbd_core.live.refresh import EVERYBODYS, Refreshed
from jtbd_core.live.sharing import Request, Shared, share
from jtbd_core.privacy import THRESHOLD_WITH_ONESELF
from jtbd_core.scoring.own_and_group import Means, OwnAndGroup, group_means, largest_differences
from jtbd_core.study import Study
from jtbd_core.wave import Response, Wave

SECONDS_SHARED = 2.0
WAVES_KEPT = 16


class GroupMeans:
    """A cache of each wave's means that may be shared; stale means are served while one thread refreshes them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._of_wave = lru_cache(WAVES_KEPT)(lambda _: Refreshed[Means](EVERYBODYS))
        self._versions = TimedCache(SECONDS_SHARED)

    def differences(self, wave: Wave, response: Response | None) -> tuple[OwnAndGroup, ...] | None:
        """Return where a response differs most from the means that may be shared; None before the reveal.

        An answer that a respondent changed shows at once, those of others soon after.
        """
        if wave.revealed_at is None or response is None:
            return None
        version = self._versions.get(wave.id, lambda: self._store.version(wave.id))
        means = self._of_wave(wave.id).get(version, partial(self._compute, wave.id))
        study = self._store.study(wave.study_id).study
        return largest_differences(response.ratings, means, study)

    def _compute(self, wave_id: str) -> Means:
        wave = self._store.wave(wave_id)
        study = self._store.study(wave.study_id).study
        return share(self._store, study, wave, Request(), _means)


def _means(study: Study, shared: Shared) -> Means:
    return group_means(shared.ratings, study, fewest=THRESHOLD_WITH_ONESELF)
