"""Upkeep: what the server does by itself with its database, in a thread of its own."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import partial
from threading import Event, Thread

from jtbd_core.contract import Store
from jtbd_core.errors import JtbdError, StoreUnavailable
from jtbd_core.store.kept_backups import KeptBackups
from jtbd_core.store.rows import now

LOG = logging.getLogger("headway")
SECONDS_BETWEEN_LOOKS = 10.0
SECONDS_TO_RETRY = 15 * 60.0


class Task:
    """What is to be done again and again; a failure is logged, and it is tried again after `SECONDS_TO_RETRY`."""

    def __init__(self, failure: str, do: Callable[[datetime], None]) -> None:
        self._failure = failure
        self._do = do
        self._failed_at: datetime | None = None

    def do(self, at: datetime) -> None:
        """Do what is due, unless it failed a short while ago; a clock that was put back ends the wait."""
        if self._failed_at and 0 <= (at - self._failed_at).total_seconds() < SECONDS_TO_RETRY:
            return
        try:
            self._do(at)
            self._failed_at = None
        except (JtbdError, OSError) as error:
            self._failed_at = at
            LOG.warning("%s; it is tried again in %d minutes. %s", self._failure, SECONDS_TO_RETRY / 60, error)


class Upkeep:
    """Keeps a backup a day and a list of deletions; at start and every night it ends rounds and rewrites the file."""

    def __init__(self, store: Store, kept: KeptBackups | None, clock: Callable[[], datetime] = now) -> None:
        self.is_over = Event()
        self._store = store
        self._clock = clock
        self._night = _night(clock())  # the file is rewritten when it is opened, too
        self._ended: date | None = None
        # In this order: the file is rewritten after what has to leave it has left.
        self._tasks = [
            Task("Rounds whose last day is over could not be ended", self._end_retention),
            Task("What was deleted is still in the database's file", self._erase),
        ]
        if kept:
            self._tasks.append(
                Task(f"What was deleted could not be listed in {kept.folder}", lambda _: kept.keep_deletions())
            )
            self._tasks.append(Task(f"No backup could be kept in {kept.folder}", partial(self._keep, kept)))

    def run(self) -> None:
        """Look after the database every `SECONDS_BETWEEN_LOOKS` until it is over."""
        self.look()
        while not self.is_over.wait(SECONDS_BETWEEN_LOOKS):
            self.look()

    def look(self) -> None:
        """Do what is due."""
        for task in self._tasks:
            task.do(self._clock())

    def _end_retention(self, at: datetime) -> None:
        if _night(at) != self._ended:
            for wave in self._store.end_retention():
                LOG.info("Round %d of study %s was ended, as was set.", wave.number, wave.study_id)
            self._ended = _night(at)

    def _erase(self, at: datetime) -> None:
        if _night(at) != self._night:
            self._store.erase_deleted()
            self._night = _night(at)

    def _keep(self, kept: KeptBackups, at: datetime) -> None:
        if manifest := kept.keep(at, self._progress):
            LOG.info("A backup is kept in %s: %s.", kept.folder, manifest.summary)

    def _progress(self, done: int, of_all: int) -> None:
        if self.is_over.is_set():
            raise StoreUnavailable("The server ends.")


def _night(at: datetime) -> date:
    """Return the day of the last 3 o'clock where the server is, given a time in UTC."""
    return (at.replace(tzinfo=UTC).astimezone() - timedelta(hours=3)).date()


@contextmanager
def upkeep(store: Store, kept: KeptBackups | None) -> Iterator[None]:
    """Look after the database meanwhile."""
    looking = Upkeep(store, kept)
    thread = Thread(target=looking.run, name="upkeep", daemon=True)
    thread.start()
    try:
        yield
    finally:
        looking.is_over.set()
        thread.join()
