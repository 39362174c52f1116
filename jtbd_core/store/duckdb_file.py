"""The DuckDB file and its log: opened, and before that checked, since DuckDB deletes a log that it could not use."""

import logging
import shutil
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from jtbd_core.errors import StoreUnavailable

LOG = logging.getLogger("headway")

BEFORE_BLOCKS = 3 * 4096
"""The bytes of a file before its first block."""

HEADER_END, COMMIT = b"\xff\xff", b"\x64\x00\x64\xff\xff"
"""How the first entry of a log ends, and what the last entry of each transaction holds; seen with DuckDB 2.0."""


def connect(path: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """Open a DuckDB file.

    Raises:
        StoreUnavailable: another process has it open, or it is no DuckDB file.
    """
    try:
        return duckdb.connect(str(path), read_only=read_only)
    except duckdb.Error as error:
        if isinstance(error, duckdb.IOException) and "lock" in str(error):
            raise StoreUnavailable(
                f"Another process has the study file {path} open. Stop it first; "
                "to run several processes at once, point HEADWAY_DB at a PostgreSQL database."
            ) from error
        raise StoreUnavailable(f"{path} cannot be opened as a DuckDB file: {reason(error)}") from error


def reason(error: Exception) -> str:
    """Return the first line of an error of DuckDB."""
    return str(error).strip().splitlines()[0]


def check_file(path: Path) -> None:
    """Check a file and its log without changing either; after a crash everything is read once.

    A log that ends in the middle of a transaction is copied first, and warned of.

    Raises:
        StoreUnavailable: the file is missing and its log is there, or one of them cannot be read.
    """
    log = path.with_name(f"{path.name}.wal")
    if not path.exists():
        if log.exists():
            raise StoreUnavailable(
                f"The study file {path} is missing, but its log {log.name} is there, with answers that are nowhere "
                "else. Nothing was changed. Put the file back beside its log; to begin anew, move the log elsewhere."
            )
        return
    try:
        with connect(path, read_only=True) as database:
            if log.exists() or path.stat().st_size < _size(database):
                _read_all(database)
    except StoreUnavailable as error:
        if not isinstance(error.__cause__, duckdb.ConnectionException):
            raise
        return  # this process has it open already
    except duckdb.Error as error:
        raise StoreUnavailable(
            f"The study file {path} is damaged: {reason(error)} Nothing was changed. Keep a copy of it and of its log, "
            "and put back a copy that is whole."
        ) from error
    if log.exists() and not ends_with_commit(log):
        _keep(log)


def ends_with_commit(log: Path) -> bool:
    """Whether a log ends where a transaction does: each entry has its size, a checksum, and as many bytes."""
    content = log.read_bytes()
    place = content.find(HEADER_END) + len(HEADER_END)
    is_committed = True
    while place < len(content):
        size = int.from_bytes(content[place : place + 8], "little")
        entry = content[place + 16 : place + 16 + size]
        if len(entry) < size or not size:
            return False
        is_committed = entry == COMMIT
        place += 16 + size
    return is_committed


def _size(database: duckdb.DuckDBPyConnection) -> int:
    """Return how many bytes the file has by its own account."""
    block_size, blocks = database.execute("SELECT block_size, total_blocks FROM pragma_database_size()").fetchall()[0]
    return BEFORE_BLOCKS + int(block_size) * int(blocks)


def _read_all(database: duckdb.DuckDBPyConnection) -> None:
    for (name,) in database.execute("SELECT table_name FROM duckdb_tables()").fetchall():
        database.table(name).aggregate("bit_xor(hash(COLUMNS(*)))").fetchall()


def _keep(log: Path) -> None:
    kept = log.with_name(f"{log.name}.{datetime.now(UTC):%Y-%m-%dT%H-%M-%S}")
    shutil.copyfile(log, kept)
    LOG.warning(
        "The log %s ends in the middle of a save, as after a power failure or where it was cut. What is whole is used; "
        "the log as it was is kept as %s.",
        log,
        kept.name,
    )
