"""The log of ratings; what arrives while a write is under way is written together next."""

from collections import deque
from collections.abc import Sequence
from contextlib import AbstractContextManager
from threading import Lock
from time import monotonic, sleep

from jtbd_core.errors import StoreUnavailable
from jtbd_core.store import sql
from jtbd_core.store.engine import Engine
from jtbd_core.store.rows import now
from jtbd_core.wave import Rating

SECONDS_BETWEEN_WRITES = 0.02
"""A write that would follow another sooner waits until then for more to write with it; one that is alone never does."""


class RatingLog:
    """Appends ratings to responses that have begun, in waves that are open.

    A statement costs about as much for 50 ratings as for one, so a full room writes a hundred saves a second with
    the work of a few.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waiting: deque[_Append] = deque()
        self._writing = Lock()
        self._next = 0.0

    def append(self, wave_id: str, response_id: str, ratings: Sequence[Rating]) -> bool:
        """Append ratings durably; return False if the wave is not open or the response has not begun."""
        mine = _Append(wave_id, response_id, ratings)
        self._waiting.append(mine)
        with self._writing:
            if not mine.is_over:
                sleep(max(0.0, self._next - monotonic()))
                self._next = monotonic() + SECONDS_BETWEEN_WRITES
                self._write([self._waiting.popleft() for _ in range(len(self._waiting))])
        if mine.is_kept is None:
            raise StoreUnavailable("The answers could not be written.")
        return mine.is_kept

    def at_rest(self) -> AbstractContextManager[bool]:
        """Return a context in which no write is under way: one that began before a wave closed could end after it."""
        return self._writing

    def _write(self, appends: "Sequence[_Append]") -> None:
        # Of two ratings of one card the later one counts; together they might be numbered the wrong way round.
        ratings = sorted(((one, rating) for one in appends for rating in one.ratings), key=lambda it: it[1].tapped or 0)
        latest = {(one.wave_id, one.response_id, rating.outcome): (one, rating) for one, rating in ratings}
        try:
            with self._engine.session() as session:
                kept = session.rows(
                    sql.APPEND_RATINGS,
                    [one.wave_id for one, _ in latest.values()],
                    [one.response_id for one, _ in latest.values()],
                    [rating.outcome for _, rating in latest.values()],
                    [rating.importance for _, rating in latest.values()],
                    [rating.experience for _, rating in latest.values()],
                    [rating.not_applicable for _, rating in latest.values()],
                    now(),
                    [rating.position for _, rating in latest.values()],
                    [rating.seconds for _, rating in latest.values()],
                    [rating.tapped for _, rating in latest.values()],
                )
            begun = {(wave_id, response_id) for wave_id, response_id in kept}
            for one in appends:
                one.is_kept = (one.wave_id, one.response_id) in begun
        finally:
            for one in appends:
                one.is_over = True


class _Append:
    """One save; `is_kept` stays None when the write failed, which only the thread that wrote is told by its error."""

    def __init__(self, wave_id: str, response_id: str, ratings: Sequence[Rating]) -> None:
        self.wave_id = wave_id
        self.response_id = response_id
        self.ratings = ratings
        self.is_kept: bool | None = None
        self.is_over = False
