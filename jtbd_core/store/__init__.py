"""The store of studies and answers: one SQL text, on DuckDB by default or on PostgreSQL.

>>> store = open_store("data/headway.duckdb")  # or "postgresql://user@host/name"
"""

from pathlib import Path

from jtbd_core.contract import Store
from jtbd_core.contract.backups import Manifest, Progress, no_progress
from jtbd_core.store.erasure import erase_deleted
from jtbd_core.store.restore import restore_file, restore_into
from jtbd_core.store.schema import migrate
from jtbd_core.store.sql_store import SqlStore

__all__ = ["DEFAULT", "erase_deleted", "is_server", "open_store", "restore_backup"]

DEFAULT = Path(__file__).parents[2] / "data" / "headway.duckdb"
"""The database that is used where HEADWAY_DB names none."""


def is_server(address: str | Path) -> bool:
    """Whether an address names a database on a PostgreSQL server, rather than a DuckDB file."""
    return str(address).startswith(("postgresql://", "postgres://"))


def open_store(address: str | Path) -> Store:
    """Open the database at this path (DuckDB, made if missing) or `postgresql://` URL; bring it up to date.

    Raises:
        StoreUnavailable: another process holds the file, the server does not answer, or it is no database.
        StoreTooNew: a newer Headway wrote it; it is left untouched.
    """
    if is_server(address):
        from jtbd_core.store.postgres_engine import PostgresEngine

        return SqlStore(migrate(PostgresEngine(str(address))))
    from jtbd_core.store.duckdb_engine import DuckdbEngine

    return SqlStore(migrate(DuckdbEngine(Path(address))))


def restore_backup(file: Path, address: str | Path, progress: Progress = no_progress) -> Manifest:
    """Restore a backup into the empty database at this path or URL, and return its manifest; afterwards it is closed.

    Raises:
        UnreadableFile: the file is no backup, or damaged.
        StoreTooNew: a newer Headway made the backup.
        Refused: the database is not empty.
    """
    if is_server(address):
        from jtbd_core.store.postgres_engine import PostgresEngine

        return restore_into(PostgresEngine(str(address)), file, progress)
    return restore_file(file, Path(address), progress)
