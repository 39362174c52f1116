"""What all verbs of the store share: the engine, the order of writes, and what was read a moment ago."""

from collections.abc import Iterator
from contextlib import contextmanager

from jtbd_core.cache import TimedCache
from jtbd_core.store import sql
from jtbd_core.store.answer_log import AnswerLog
from jtbd_core.store.engine import Engine, Session
from jtbd_core.store.response_cache import ResponseCache
from jtbd_core.store.rows import find_wave
from jtbd_core.store.write_lock import WriteLock
from jtbd_core.wave import Wave

SECONDS_ALONE = 60.0
SECONDS_BESIDE_OTHERS = 1.0
"""For so long what was read is kept; where other processes change the database too, that long they are not seen."""


class Shared:
    """One engine with its locks."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._write_lock = WriteLock()
        self._responses = ResponseCache(is_alone=engine.is_alone)
        self._log = AnswerLog(engine, self._write_lock, self._responses, self._current_wave)
        self._cache = TimedCache(SECONDS_ALONE if engine.is_alone else SECONDS_BESIDE_OTHERS)

    @contextmanager
    def _changing(self) -> Iterator[Session]:
        with self._write_lock, self._forgetting(), self._engine.transaction() as session:
            yield session

    @contextmanager
    def _forgetting(self) -> Iterator[None]:
        """Forget in the end what was read before."""
        try:
            yield
        finally:
            self._cache.forget()

    def _current_wave(self, session: Session, wave_id: str) -> Wave:
        """Return a wave to somebody who writes: where nobody else can, what is remembered of it is true."""
        if self._engine.is_alone:
            return self._cache.get(("wave", wave_id), lambda: find_wave(session, sql.WAVE_BY_ID, wave_id))
        return find_wave(session, sql.WAVE_BY_ID, wave_id)
