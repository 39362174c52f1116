"""Kept backups: the newest ones of a database, in the folder that HEADWAY_BACKUPS names.

A name tells whose it is and when it was made: `headway-<digest of the database's secret>-<time in UTC>.backup`. Nothing
with another name is touched, so several databases may share a folder. Of several processes that share one, the process
that holds the lock on `.headway.lock` makes the backup; the system releases it when a process dies.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.contract.backups import Manifest, Progress, no_progress
from jtbd_core.errors import Refused
from jtbd_core.store.deletions import append_deletions

KEPT = 14
EVERY = timedelta(days=1)
LOCK = ".headway.lock"
SUFFIX = ".backup"
TIME = "%Y-%m-%dT%H-%M-%S"


class KeptBackups:
    """The backups of one database in a folder, and beside them the list of what was deleted from it.

    The names of its files begin with `prefix`.
    """

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.folder = folder
        self.prefix = f"headway-{access.digest(store.secret())[:8]}-"
        self.deletions = folder / f"{self.prefix}deletions"

    def check_folder(self) -> None:
        """Make the folder if it is missing; raises `Refused` if nothing can be written there."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._lock():
                pass
        except OSError as error:
            raise Refused(
                f"HEADWAY_BACKUPS names {self.folder}, where no backup can be written: {error.strerror}. "
                "Name a folder that this user may write to."
            ) from error

    def made(self) -> dict[datetime, Path]:
        """Return the backups that there are by when they were made (UTC), the oldest first."""
        found = {}
        for file in sorted(self.folder.glob(f"{self.prefix}*{SUFFIX}")):
            with suppress(ValueError):  # not a time: somebody's own copy
                time = file.name.removeprefix(self.prefix).removesuffix(SUFFIX)
                found[datetime.strptime(time, TIME)] = file
        return found

    def last(self, at: datetime) -> datetime | None:
        """Return when the newest backup was made; one that a wrong clock has dated after `at` does not count."""
        return max((one for one in self.made() if one <= at), default=None)

    def is_due(self, at: datetime) -> bool:
        """Whether there is no backup of the day before."""
        last = self.last(at)
        return last is None or at - last >= EVERY

    def keep(self, at: datetime, progress: Progress = no_progress) -> Manifest | None:
        """Make a backup if one is due and no other process is making it, and delete all but the newest.

        Raises:
            JtbdError: the backup could not be made; what was kept before is still there.
            OSError: the folder cannot be used.
        """
        with self._lock() as is_ours:
            if not is_ours or not self.is_due(at):
                return None
            for part in self.folder.glob(f".{self.prefix}*.part"):  # its process was killed: the lock is ours
                part.unlink(missing_ok=True)
            manifest = self.store.back_up(self.folder / f"{self.prefix}{at:{TIME}}{SUFFIX}", progress)
            for file in list(self.made().values())[:-KEPT]:
                file.unlink(missing_ok=True)
        return manifest

    def keep_deletions(self) -> None:
        """Append to the list what was deleted since; raises OSError where that cannot be written."""
        append_deletions(self.deletions, self.store.deletions())

    @contextmanager
    def _lock(self) -> Iterator[bool]:
        """Hold the folder's lock; yield whether no other process has it."""
        descriptor = os.open(self.folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            yield _is_locked(descriptor)
        finally:
            os.close(descriptor)


def keeps_backups() -> bool:
    """Whether HEADWAY_BACKUPS names a folder."""
    return bool(os.environ.get("HEADWAY_BACKUPS"))


def kept_backups(store: Store) -> KeptBackups | None:
    """Return the backups in the folder that HEADWAY_BACKUPS names, made if missing; None if it names none.

    Raises:
        Refused: nothing can be written there.
    """
    folder = os.environ.get("HEADWAY_BACKUPS")
    if not folder:
        return None
    kept = KeptBackups(store, Path(folder).absolute())
    kept.check_folder()
    return kept


def _is_locked(descriptor: int) -> bool:
    if sys.platform == "win32":
        return True  # there the database is a DuckDB file, which has one process
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
