"""The open database of this process: its engine, the lock for writes, and the caches of what was read."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from jtbd_core.cache import TimedCache
from jtbd_core.store.deed_note import write_note
from jtbd_core.store.engine import Engine, Session
from jtbd_core.store.response_cache import ResponseCache
from jtbd_core.store.write_lock import WriteLock

SECONDS_ALONE = 60.0
SECONDS_BESIDE_OTHERS = 1.0
"""How long a read stays in the cache; where other processes write too, their changes show after as long."""


class Database:
    """An engine with its write lock and caches; shared by all verbs of a store."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.write_lock = WriteLock()
        self.cache = TimedCache(SECONDS_ALONE if engine.is_alone else SECONDS_BESIDE_OTHERS)
        self.responses = ResponseCache(is_alone=engine.is_alone)

    def session(self) -> AbstractContextManager[Session]:
        """Return a session for reading, which waits for no lock."""
        return self.engine.session()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Return a transaction under the write lock, for what the cache does not hold."""
        with self.write_lock, self.engine.transaction() as session:
            yield session

    @contextmanager
    def changing(self) -> Iterator[Session]:
        """Return such a transaction as `tidying`, which notes too what the actor of this thread does by it."""
        with self.tidying() as session:
            yield session
            write_note(session)

    @contextmanager
    def tidying(self) -> Iterator[Session]:
        """Return a transaction under the write lock, after which the cache is emptied."""
        with self.write_lock, self.emptying_cache(), self.engine.transaction() as session:
            yield session

    @contextmanager
    def emptying_cache(self) -> Iterator[None]:
        """Empty the cache at the end, also after an error: a commit that failed may have been durable all the same."""
        try:
            yield
        finally:
            self.cache.forget()
