"""Brings a database up to the tables that this version of Headway knows, one migration after the other."""

import re
from typing import TypeVar

from jtbd_core.errors import StoreTooNew, StoreUnavailable
from jtbd_core.store.engine import Engine, Session
from jtbd_core.store.migrations import MIGRATIONS

AnyEngine = TypeVar("AnyEngine", bound=Engine)

COLUMN = """SELECT 1 FROM information_schema.columns
    WHERE table_name = $1 AND column_name = $2 AND table_schema = current_schema()"""
_ADDED = re.compile(r"ALTER TABLE (\w+) ADD COLUMN (\w+)")


def migrate(engine: AnyEngine, version: int = len(MIGRATIONS)) -> AnyEngine:
    """Bring the database up to a version of the schema, a transaction for each step, and return the engine.

    Raises:
        StoreTooNew: the database was written by a newer Headway; it is closed and left untouched.
        StoreUnavailable: it has a part of the next step, as no release wrote it; it is closed and left untouched.
    """
    try:
        found = _step(engine, version)
        while found < version:
            found = _step(engine, version)
            engine.settle()
        if version == len(MIGRATIONS):
            engine.index_log()
    except BaseException:
        engine.close()
        raise
    return engine


def _step(engine: Engine, version: int) -> int:
    """Take the next step towards a version, if there is one, and return the version from which it was taken."""
    with engine.transaction() as session:
        engine.serialize_migration(session)
        found = _version(session)
        if found > len(MIGRATIONS):
            raise StoreTooNew(
                f"This database has version {found}, this Headway knows {len(MIGRATIONS)}: a newer one "
                "wrote it. It was left untouched; start that newer Headway."
            )
        for statement in MIGRATIONS[found] if found < version else ():
            _check_column(session, statement)
            session.rows(statement)
        if found < version:
            session.rows("UPDATE schema_version SET version = $1", found + 1)
    return found


def _check_column(session: Session, statement: str) -> None:
    """Refuse the database if it has the column that a statement adds."""
    added = _ADDED.match(statement)
    if added and session.rows(COLUMN, *added.groups()):
        raise StoreUnavailable(
            f"This database says that its table {added[1]} has no column {added[2]}, but there is one: a development "
            "version of Headway wrote it, which was never released. It was left untouched; name another in HEADWAY_DB."
        )


def _version(session: Session) -> int:
    tables = session.rows(
        "SELECT 1 FROM information_schema.tables WHERE table_name = $1 AND table_schema = current_schema()",
        "schema_version",
    )
    if not tables:
        session.rows("CREATE TABLE schema_version (version INTEGER NOT NULL)")
        session.rows("INSERT INTO schema_version VALUES (0)")
    return int(session.rows("SELECT version FROM schema_version")[0][0])
