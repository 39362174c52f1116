"""Backups: all tables as of one moment, written to a new file while others go on saving."""

import os
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from jtbd_core.contract.backups import Manifest, Progress
from jtbd_core.errors import JtbdError, Refused
from jtbd_core.store import tables as schema
from jtbd_core.store.backup_file import COMPRESSION, MANIFEST, ROWS, add_table, verify
from jtbd_core.store.engine import Engine, Row
from jtbd_core.store.rows import now
from jtbd_core.store.tables import Table, tables

REST = 0.002
"""Seconds between chunks, in which those who save get the GIL."""


def write_backup(engine: Engine, file: Path, progress: Progress) -> Manifest:
    """Write a backup of the database to a new file, read it again, and return its manifest.

    Raises:
        Refused: the file is there already.
        JtbdError: the file cannot be written, or was damaged on the way.
    """
    if file.exists():
        raise Refused(f"{file} is there already, and no backup replaces another. Name a new file.")
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        part.touch(mode=0o600, exist_ok=False)  # it holds the keys of all studies
        _write(engine, part, progress)
        manifest = verify(part, lambda done, of_all: progress(of_all + done, 2 * of_all))
        part.rename(file)
    except OSError as error:
        raise JtbdError(f"{file} cannot be written: {error.strerror}.") from error
    finally:
        part.unlink(missing_ok=True)
    return manifest


def _write(engine: Engine, part: Path, progress: Progress) -> None:
    with (
        part.open("wb") as content,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=COMPRESSION) as archive,
    ):
        manifest = _write_tables(engine, archive, progress)
        archive.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest)))
    with part.open("rb") as written:
        os.fsync(written.fileno())


def _write_tables(engine: Engine, archive: zipfile.ZipFile, progress: Progress) -> Manifest:
    done = 0
    with engine.snapshot() as session:
        found = tables(session)
        of_all = sum(session.rows(table.counting)[0][0] for table in found)

        def chunks(table: Table) -> Iterator[list[Row]]:
            nonlocal done
            for rows in session.chunks(table.select, ROWS):
                yield rows
                done += len(rows)
                progress(done, 2 * of_all)
                time.sleep(REST)

        version = session.rows(schema.VERSION)[0][0]
        written = {table.name: add_table(archive, table, chunks(table)) for table in found}
    return Manifest(version=version, made_at=now(), last_seq=_last_seq(engine), tables=written)


def _last_seq(engine: Engine) -> int:
    """Return a number of the rating log that is above all in the snapshot, also of ratings deleted since."""
    with engine.session() as session:
        return int(session.rows(schema.NEXT_SEQ)[0][0])
