"""DuckDB, embedded: one connection per process, a cursor per call."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pandas as pd

from jtbd_core.errors import StoreUnavailable
from jtbd_core.store.engine import Row, Session


class DuckdbSession:
    """One cursor, drained by every call."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Run one statement and return its rows."""
        return self._cursor.execute(sql, list(values)).fetchall()

    def frame(self, sql: str, *values: object) -> pd.DataFrame:
        """Run one query and return its rows with their column names."""
        return self._cursor.execute(sql, list(values)).df()


class DuckdbEngine:
    """One DuckDB file."""

    is_alone = True

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._connection = duckdb.connect(str(path))
        except duckdb.IOException as error:
            if "lock" in str(error):
                raise StoreUnavailable(
                    f"Another process has the study file {path} open. Stop it first; "
                    "to run several processes at once, point HEADWAY_DB at a PostgreSQL database."
                ) from error
            raise StoreUnavailable(f"{path} cannot be opened as a DuckDB file: {_reason(error)}") from error
        except duckdb.Error as error:
            raise StoreUnavailable(f"{path} cannot be opened as a DuckDB file: {_reason(error)}") from error

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Return a session in which each statement commits by itself."""
        with _translated(), self._connection.cursor() as cursor:
            yield DuckdbSession(cursor)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Return a session that commits at its end, durably, or not at all."""
        with _translated(), self._connection.cursor() as cursor:
            cursor.begin()
            try:
                yield DuckdbSession(cursor)
            except BaseException:
                cursor.rollback()
                raise
            cursor.commit()

    def serialize_migration(self, session: Session) -> None:
        """Do nothing: the file has one process."""

    def settle(self) -> None:
        """Checkpoint: on DuckDB 1.5 a changed table left in the log can make the file unopenable."""
        with self.session() as session:
            session.rows("CHECKPOINT")

    def close(self) -> None:
        """Let go of the file; what was committed is in it."""
        self._connection.close()


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (
        duckdb.IOException,
        duckdb.OutOfMemoryException,
        duckdb.FatalException,
        duckdb.ConnectionException,
    ) as error:
        raise StoreUnavailable(f"The database cannot be used: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    return str(error).strip().splitlines()[0]
