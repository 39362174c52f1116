"""Upkeep: what the server does by itself with its database, in a thread of its own."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Event, Thread

from jtbd_core.errors import JtbdError, StoreUnavailable
from jtbd_core.store.kept_backups import KeptBackups
from jtbd_core.store.rows import now

LOG = logging.getLogger("headway")
SECONDS_BETWEEN_LOOKS = 10.0
SECONDS_TO_RETRY = 15 * 60.0


class Upkeep:
    """Keeps a backup a day; what fails is logged, and tried again after `SECONDS_TO_RETRY`."""

    def __init__(self, kept: KeptBackups | None, clock: Callable[[], datetime] = now) -> None:
        self.is_over = Event()
        self._kept = kept
        self._clock = clock
        self._failed_at: datetime | None = None

    def run(self) -> None:
        """Look after the database every `SECONDS_BETWEEN_LOOKS` until it is over."""
        self.look()
        while not self.is_over.wait(SECONDS_BETWEEN_LOOKS):
            self.look()

    def look(self) -> None:
        """Do what is due."""
        if self._kept and not self._is_waiting():
            self._keep(self._kept)

    def _keep(self, kept: KeptBackups) -> None:
        try:
            manifest = kept.keep(self._clock(), self._progress)
        except (JtbdError, OSError) as error:
            if not self.is_over.is_set():
                self._failed_at = self._clock()
                LOG.warning(
                    "No backup could be kept in %s; it is tried again in %d minutes. %s",
                    kept.folder,
                    SECONDS_TO_RETRY / 60,
                    error,
                )
            return
        self._failed_at = None
        if manifest:
            LOG.info("A backup is kept in %s: %s.", kept.folder, manifest.summary)

    def _is_waiting(self) -> bool:
        """Whether the last try failed, less than `SECONDS_TO_RETRY` ago; a clock that was put back ends the wait."""
        since = (self._clock() - self._failed_at).total_seconds() if self._failed_at else SECONDS_TO_RETRY
        return 0 <= since < SECONDS_TO_RETRY

    def _progress(self, done: int, of_all: int) -> None:
        if self.is_over.is_set():
            raise StoreUnavailable("The server ends before the backup is made.")


@contextmanager
def upkeep(kept: KeptBackups | None) -> Iterator[None]:
    """Look after the database meanwhile."""
    looking = Upkeep(kept)
    thread = Thread(target=looking.run, name="upkeep", daemon=True)
    thread.start()
    try:
        yield
    finally:
        looking.is_over.set()
        thread.join()
