"""Restoring a backup into an empty database, on any engine; never over data."""

import logging
import os
from pathlib import Path

from jtbd_core.contract.backups import Manifest, Progress
from jtbd_core.errors import Refused, StoreTooNew, UnreadableFile
from jtbd_core.store import tables as schema
from jtbd_core.store.backup_file import ROWS, RowDigest, decoded, encoded, opened_backup_file, verify
from jtbd_core.store.deletions import read_deletions
from jtbd_core.store.engine import Engine, Session
from jtbd_core.store.kept_backups import KeptBackups
from jtbd_core.store.migrations import MIGRATIONS
from jtbd_core.store.schema import migrate
from jtbd_core.store.sql_store import SqlStore
from jtbd_core.store.tables import Table, tables

LOG = logging.getLogger("headway")


def restore_file(file: Path, path: Path, progress: Progress) -> Manifest:
    """Restore a backup as a new DuckDB file, which appears under its name once it holds all that was backed up."""
    from jtbd_core.store.duckdb_engine import DuckdbEngine

    if path.exists() or path.with_name(f"{path.name}.wal").exists():
        raise Refused(f"{path} is there already, and a backup is never restored over data. Name a new file.")
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        manifest = restore_into(DuckdbEngine(part), file, progress)
        part.rename(path)
    finally:
        for left in (part, part.with_name(f"{part.name}.wal")):
            left.unlink(missing_ok=True)
    return manifest


def restore_into(engine: Engine, file: Path, progress: Progress) -> Manifest:
    """Restore a backup into an empty database, migrate it to today's schema, and close it.

    Raises:
        UnreadableFile: the file is no backup, or damaged.
        StoreTooNew: a newer Headway made it.
        Refused: the database is not empty.
    """
    try:
        manifest = verify(file, lambda done, of_all: progress(done, 3 * of_all))
        if manifest.version > len(MIGRATIONS):
            raise StoreTooNew(
                f"This backup has version {manifest.version}, this Headway knows {len(MIGRATIONS)}: a newer one made "
                "it. Nothing was restored; use that newer Headway."
            )
        with engine.session() as session:
            _refuse_data(session, manifest.version)
        migrate(engine, manifest.version)
        with engine.transaction() as session:
            engine.serialize_migration(session)
            _refuse_data(session, manifest.version)
            _fill(session, file, progress)
        migrate(engine)
        _delete_again(SqlStore(engine), file)
        engine.settle()
        engine.renew_statistics()
    finally:
        engine.close()
    return manifest


def _delete_again(store: SqlStore, file: Path) -> None:
    """Delete what was deleted since the backup was made, as far as the list beside it tells; see `deletions`."""
    listed = KeptBackups(store, file.parent).deletions
    if not listed.exists():
        LOG.warning(
            "No list %s lies beside the backup: what was deleted since it was made, if anything, is back.", listed.name
        )
    elif deleted := store.delete_again(read_deletions(listed)):
        store.erase_deleted()
        LOG.warning("Deleted again, since it was deleted after the backup was made: %d responses or studies.", deleted)


def _refuse_data(session: Session, version: int) -> None:
    found = tables(session)
    if any(session.rows(table.counting)[0][0] for table in found):
        raise Refused("The database holds data, and a backup is never restored over data. Name an empty one.")
    if found and session.rows(schema.VERSION)[0][0] > version:
        raise Refused("The database has newer tables than the backup. Name a database without tables.")


def _fill(session: Session, file: Path, progress: Progress) -> None:
    """Add all rows of a backup, and compare what the tables then hold with the manifest."""
    with opened_backup_file(file) as (archive, manifest):
        found = {table.name: table for table in tables(session)}
        if found.keys() != manifest.tables.keys():
            raise UnreadableFile(f"{file} is damaged: it has other tables than its version of Headway.")
        done = manifest.rows
        for name, told in manifest.tables.items():
            table = found[name].in_order(told.columns)
            for rows in decoded(archive, table):
                session.rows(table.insert, *table.arrays(rows))
                done += len(rows)
                progress(done, 3 * manifest.rows)
        session.rows(schema.ADVANCE_SEQ, manifest.last_seq)
        for name, told in manifest.tables.items():
            done = _compare(session, found[name].in_order(told.columns), manifest, done, progress)


def _compare(session: Session, table: Table, manifest: Manifest, done: int, progress: Progress) -> int:
    digest = RowDigest()
    for rows in session.chunks(table.select, ROWS):
        digest.add(encoded(rows))
        progress(done + digest.rows, 3 * manifest.rows)
    if digest.manifest(table) != manifest.tables[table.name]:
        raise UnreadableFile(f"The table “{table.name}” does not hold what was backed up; nothing was restored.")
    return done + digest.rows
