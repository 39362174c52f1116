"""The verbs for whoever runs the server: a backup of everything, whether the database is whole, and takes a write."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

import msgspec

Progress = Callable[[int, int], None]
"""What long work calls as it goes on, with the rows done and the rows in all."""


def no_progress(done: int, of_all: int) -> None:
    """Show no progress."""


class TableManifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup holds of a table: its columns in order, how many rows, and a digest in which order is no matter."""

    columns: tuple[str, ...]
    rows: int
    digest: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup holds: the schema's version, when it was made (UTC), the last number of the rating log, tables."""

    version: int
    made_at: datetime
    last_seq: int
    tables: dict[str, TableManifest]

    @property
    def rows(self) -> int:
        """How many rows the backup holds."""
        return sum(table.rows for table in self.tables.values())

    @property
    def summary(self) -> str:
        """How many studies, respondents and rows it holds, in words."""
        studies, people = self.tables["study"].rows, self.tables["response"].rows
        return f"{self.rows:,} rows (studies: {studies:,}, respondents: {people:,})"


class Backups(Protocol):
    """Backups, the erasure of what was deleted, the check of what is stored, and the probe of the database."""

    def back_up(self, file: Path, progress: Progress = no_progress) -> Manifest:
        """Write all that is stored, keys and receipts included, as of one moment to a new file; others go on saving.

        Of the lists of panels it holds those of closed waves: two backups between which one person came would tell
        which answers are theirs.

        The file appears under its name only once it was read again and holds what its manifest says.

        Raises:
            Refused: the file is there already.
            JtbdError: the file cannot be written, or was damaged on the way.
        """
        ...

    def deletions(self) -> frozenset[str]:
        """Return keyed digests of all responses and studies that were deleted for good."""
        ...

    def erase_deleted(self) -> None:
        """Rewrite a DuckDB file in which something was deleted, so that it is not readable there any more.

        All who read or save wait meanwhile, for 0.5 s with 10,000 ratings and 3 s with a million on 2 cores that are
        busy with other work. On PostgreSQL nothing is done.

        Raises:
            StoreUnavailable: somebody reads for long, or the file cannot be rewritten; it stays as it is.
        """
        ...

    def faults(self) -> list[str]:
        """Return what is not whole, such as ratings that belong to no response, a sentence each; empty if all is."""
        ...

    def last_backup(self) -> datetime | None:
        """Return when the newest backup was made (UTC), None if there was none."""
        ...

    def probe(self) -> None:
        """Commit a small write, past all who wait for the write lock.

        Raises:
            StoreUnavailable: the database takes no write, or its disk has hardly any room left.
        """
        ...
