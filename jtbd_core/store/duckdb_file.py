"""The DuckDB file and its log: opened, and before that checked, since DuckDB deletes a log that it could not use."""

import logging
import os
import shlex
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from jtbd_core.errors import StoreUnavailable

LOG = logging.getLogger("headway")

BEFORE_BLOCKS = 3 * 4096
"""The bytes of a file before its first block."""

HEADER_START, HEADER_END, COMMIT = b"\x64\x00\x62", b"\xff\xff", b"\x64\x00\x64\xff\xff"
"""How the first entry of a log begins and ends, and what the last entry of each transaction holds; as of DuckDB 2.0."""

HELD = "SELECT (SELECT count(*) FROM study), (SELECT count(*) FROM response)"


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
        StoreUnavailable: the file is missing and its log is there, or one of them cannot be read. If it is the log, the
            message says where to move it, and what the file alone holds.
    """
    log = path.with_name(f"{path.name}.wal")
    if not path.exists():
        if log.exists():
            raise StoreUnavailable(
                f"The study file {path} is missing, but its log {log.name} is there, with answers that are nowhere "
                "else. Nothing was changed. Put the file back beside its log; to begin anew, move the log elsewhere."
            )
        return
    if log.exists() and not HEADER_START.startswith(_first_bytes(log)):  # DuckDB would pass over it and delete it
        _refuse_log(path, log, "It does not begin as a log does.")
    try:
        _read(path, log)
    except StoreUnavailable as error:
        if isinstance(error.__cause__, duckdb.ConnectionException):
            return  # this process has it open already
        if log.exists():
            _refuse_log(path, log, str(error.__cause__).strip().splitlines()[0])
        raise
    if log.exists() and not ends_with_commit(log):
        _keep(log)


def _read(path: Path, log: Path) -> None:
    """Open a file with its log; if it was not closed properly, read all of it."""
    with connect(path, read_only=True) as database:
        try:
            if log.exists() or path.stat().st_size < _size(database):
                _read_all(database)
        except duckdb.Error as error:
            raise StoreUnavailable(
                f"The study file {path} is damaged: {reason(error)} Nothing was changed. Keep a copy of it and of its "
                "log, and put back a copy that is whole."
            ) from error


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


def _first_bytes(log: Path) -> bytes:
    with log.open("rb") as content:
        return content.read(len(HEADER_START))


def _refuse_log(path: Path, log: Path, why: str) -> None:
    """Raise `StoreUnavailable` with what to do about a damaged log, unless the file cannot be read without it."""
    held = _held_alone(path)
    if held is None:
        return
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    raise StoreUnavailable(
        f"The log {log.name} of the study file {path} is damaged: {why} Nothing was changed. To start without the "
        f"log, move it out of the way: mv {shlex.quote(str(log))} {shlex.quote(f'{log}.damaged')} – What was saved "
        f"since the file was last written ({written:%Y-%m-%d %H:%M} UTC) is lost then; the file alone holds studies: "
        f"{held[0]:,}, respondents: {held[1]:,}. A newer backup may hold more."
    )


def _held_alone(path: Path) -> tuple[int, int] | None:
    """Return how many studies and respondents a file holds without its log; None if it cannot be read so."""
    with suppress(StoreUnavailable, duckdb.Error, OSError), TemporaryDirectory(dir=path.parent) as folder:
        alone = Path(folder) / path.name  # DuckDB looks for a log by the name of the file
        os.link(path, alone)
        with connect(alone, read_only=True) as database:
            _read_all(database)
            studies, people = database.execute(HELD).fetchall()[0]
            return int(studies), int(people)
    return None


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
