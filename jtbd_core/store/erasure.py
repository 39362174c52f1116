"""Erasure: a DuckDB file in which something was deleted is rewritten, at start and nightly: it is readable till then.

What is there is copied into a fresh file, which takes its place. A second database is attached for this alone.
"""

import logging
import os
import shutil
from contextlib import closing, suppress
from pathlib import Path

import duckdb

from jtbd_core.errors import StoreUnavailable
from jtbd_core.store.migrations import MIGRATIONS
from jtbd_core.store.tables import NAMES

LOG = logging.getLogger("headway")
HAS_DELETED = "SELECT 1 FROM setting WHERE name = 'deleted'"
FORGET_DELETION = "DELETE FROM fresh.setting WHERE name = 'deleted'"


def erase_deleted(path: Path) -> bool:
    """Rewrite a DuckDB file that holds what was deleted; return whether it was. Call it before the file is opened.

    Where that fails, as on a full disk, the file stays as it is, and a warning is logged.
    """
    try:
        return path.is_file() and rewrite(path)
    except StoreUnavailable as error:
        LOG.warning("%s", error)
        return False


def rewrite(path: Path) -> bool:
    """Rewrite a DuckDB file that nobody has open, if it holds what was deleted; return whether it was.

    Raises:
        StoreUnavailable: it could not be rewritten, and stays as it is.
    """
    path = path.resolve()
    fresh = path.with_name(f"{path.name}.fresh")
    try:
        # With a setting of its own this is refused where the process has the file open: it would write to the old one.
        with closing(duckdb.connect(str(path), config={"access_mode": "READ_WRITE"})) as connection:
            if not _is_due(connection):
                return False
            _remove(fresh)
            _copy(connection, path, fresh)
            _replace(path, fresh)
    except (duckdb.Error, OSError) as error:
        raise StoreUnavailable(f"{path} still holds what was deleted: {str(error).strip().splitlines()[0]}") from error
    finally:
        _remove(fresh)
    return True


def _is_due(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether something was deleted from a database of a version that is known."""
    with suppress(duckdb.CatalogException):  # it has no tables yet
        found = connection.execute("SELECT version FROM schema_version").fetchone()
        return bool(found and found[0] <= len(MIGRATIONS) and connection.execute(HAS_DELETED).fetchone())
    return False


def _copy(connection: duckdb.DuckDBPyConnection, path: Path, fresh: Path) -> None:
    """Copy the database into a fresh file, and compare how many rows each table has."""
    connection.execute("CHECKPOINT")
    own = _quoted(connection.execute("SELECT current_database()").fetchall()[0][0], '"')
    connection.execute(f"ATTACH {_quoted(str(fresh), chr(39))} AS fresh")
    connection.execute(f"COPY FROM DATABASE {own} TO fresh")
    for table in NAMES:
        with suppress(duckdb.CatalogException):  # a database of an older version has fewer tables
            before = connection.execute(f"SELECT count(*) FROM {own}.{table}").fetchall()  # noqa: S608 - our own names
            if before != connection.execute(f"SELECT count(*) FROM fresh.{table}").fetchall():  # noqa: S608
                raise OSError(f"the copy of table {table} is not complete")
    connection.execute(FORGET_DELETION)
    connection.execute("CHECKPOINT fresh")
    connection.execute("DETACH fresh")
    shutil.copymode(path, fresh)


def _replace(path: Path, fresh: Path) -> None:
    """Let the fresh file take the place of the old one, which is open and locked meanwhile; neither has a log."""
    for file in (path, fresh):
        if (log := file.with_name(f"{file.name}.wal")).exists():
            raise OSError(f"{log} could not be written into its database")
    with fresh.open("rb") as content:
        os.fsync(content.fileno())
    fresh.replace(path)


def _remove(fresh: Path) -> None:
    for file in (fresh, fresh.with_name(f"{fresh.name}.wal")):
        file.unlink(missing_ok=True)


def _quoted(name: str, mark: str) -> str:
    return mark + name.replace(mark, 2 * mark) + mark
