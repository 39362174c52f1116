"""The store of studies and answers: one SQL text, on DuckDB by default or on PostgreSQL.

>>> store = open_store("data/headway.duckdb")  # or "postgresql://user@host/name"
"""

from pathlib import Path

from jtbd_core.contract import Store
from jtbd_core.store.migrations import migrate
from jtbd_core.store.sql_store import SqlStore

__all__ = ["DEFAULT", "open_store"]

DEFAULT = Path(__file__).parents[2] / "data" / "headway.duckdb"
"""The database that is used where HEADWAY_DB names none."""


def open_store(address: str | Path) -> Store:
    """Open the database at this path (DuckDB, made if missing) or `postgresql://` URL; bring it up to date.

    Raises:
        StoreUnavailable: another process holds the file, the server does not answer, or it is no database.
        StoreTooNew: a newer Headway wrote it; it is left untouched.
    """
    if str(address).startswith(("postgresql://", "postgres://")):
        from jtbd_core.store.postgres_engine import PostgresEngine

        return SqlStore(migrate(PostgresEngine(str(address))))
    from jtbd_core.store.duckdb_engine import DuckdbEngine

    return SqlStore(migrate(DuckdbEngine(Path(address))))
