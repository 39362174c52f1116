"""What all verbs of the store share: the engine, the order of writes, and what was read a moment ago."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from jtbd_core.store.engine import Engine, Session
from jtbd_core.store.lately import Lately
from jtbd_core.store.rating_log import RatingLog


class Shared:
    """One engine with its locks."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # DuckDB lets two transactions that change the same rows collide; admin writes wait for each other.
        self._writing = Lock()
        self._log = RatingLog(engine)
        self._lately = Lately()
        # Another process may save for the same person: who reads must then see it at once.
        self._responses = Lately(1.0 if engine.is_alone else 0.0)

    @contextmanager
    def _changing(self) -> Iterator[Session]:
        try:
            with self._writing, self._engine.transaction() as session:
                yield session
        finally:
            self._lately.forget()
            self._responses.forget()
