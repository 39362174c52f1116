"""What a respondent is shown after the reveal: where the own answers differ most from the group's."""

from functools import lru_cache
from threading import Lock

from jtbd_core.cache import TimedCache
from jtbd_core.contract import Store
from jtbd_core.scoring.beside import Difference, Means, differences, typical
from jtbd_core.wave import Response, Version, Wave

SECONDS_SHARED = 2.0
WAVES_KEPT = 16


class Beside:
    """Holds answers beside the group's, whose part is computed once for all phones that ask at the reveal."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._at = lru_cache(WAVES_KEPT)(self._compute)
        self._seen = TimedCache(SECONDS_SHARED)

    def differences(self, wave: Wave, response: Response | None) -> tuple[Difference, ...] | None:
        """Return where a response differs most from what may be shown of the wave; None before the reveal."""
        if wave.revealed_at is None or response is None:
            return None
        with self._lock:
            version = self._seen.get(wave.id, lambda: self._store.version(wave.id))
            group = self._at(wave.id, version)
        return differences(response.ratings.values(), group)

    def _compute(self, wave_id: str, _: Version) -> Means:
        return typical(self._store.released(wave_id))
