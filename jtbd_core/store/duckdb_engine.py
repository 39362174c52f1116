"""DuckDB, embedded: one connection per process, a cursor per call."""

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Condition
from typing import TYPE_CHECKING

import duckdb
import pandas as pd

from jtbd_core.errors import StoreUnavailable
from jtbd_core.store.duckdb_file import check_file, connect, reason
from jtbd_core.store.engine import Numbers, Row, Session, Types
from jtbd_core.store.erasure import rewrite

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

SECONDS_TO_ERASE = 0.2  # so long saves wait for those who read
SECONDS_TO_CLOSE = 5.0  # a database after a fatal error refuses at once, so its cursors are soon closed

LEAST_ROOM = 16 * 1024 * 1024
"""The bytes to which DuckDB lets its log grow before it writes it into the file."""

UNAVAILABLE = (
    duckdb.IOException,
    duckdb.OutOfMemoryException,
    duckdb.ConnectionException,
    duckdb.TransactionException,  # a commit that failed: the disk is full, or another transaction changed the same
)


class DuckdbSession:
    """A session on one cursor; each call fetches all its rows."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Run one statement and return its rows."""
        return self._cursor.execute(sql, list(values)).fetchall()

    def frame(self, sql: str, *values: object) -> pd.DataFrame:
        """Run one query and return its rows with their column names."""
        return self._cursor.execute(sql, list(values)).df()

    def numbers(self, sql: str, types: Types, size: int, *values: object) -> Iterator[Numbers]:
        """Run one query of whole numbers and yield about `size` rows at a time, without a copy."""
        relation = self._cursor.sql(sql, params=list(values))
        for batch in relation.to_arrow_reader(size):
            yield {name: column.to_numpy() for name, column in zip(types, batch.columns, strict=True)}

    def append(self, table: str, rows: "pa.Table") -> None:
        """Append rows to a table, which DuckDB reads where they are."""
        self._cursor.register("appended", rows)
        self._cursor.execute(f'INSERT INTO "{table}" BY NAME SELECT * FROM appended')  # noqa: S608 - a name of ours
        self._cursor.unregister("appended")

    def chunks(self, sql: str, size: int, *values: object) -> Iterator[list[Row]]:
        """Run one query and yield its rows, at most `size` at a time."""
        self._cursor.execute(sql, list(values))
        while rows := self._cursor.fetchmany(size):
            yield rows


class DuckdbEngine:
    """One DuckDB file, reopened after an error that makes the connection unusable, such as a full disk."""

    is_alone = True

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        check_file(path)
        self._path = path
        self._connection = connect(path)
        self._gave_up = False
        self._users = 0
        self._condition = Condition()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Return a session in which each statement commits by itself."""
        with self._cursor() as cursor:
            yield DuckdbSession(cursor)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Return a session that commits at its end, durably, or not at all."""
        with self._cursor() as cursor:  # to close a cursor rolls back what it has not committed
            cursor.begin()
            yield DuckdbSession(cursor)
            cursor.commit()

    def snapshot(self) -> AbstractContextManager[Session]:
        """Return a transaction: it sees what was committed before its first statement."""
        return self.transaction()

    def serialize_migration(self, session: Session) -> None:
        """Do nothing: the file has one process."""

    def check_room(self) -> None:
        """Raise `StoreUnavailable` unless the log could grow as far as DuckDB lets it."""
        try:
            free = shutil.disk_usage(self._path.parent).free
        except OSError as error:
            raise StoreUnavailable(f"The folder of the database cannot be read: {error.strerror}.") from error
        if free < LEAST_ROOM:
            raise StoreUnavailable(f"The disk of the database has {free / 1e6:.1f} MB left.")

    def settle(self) -> None:
        """Checkpoint: on DuckDB 1.5 a changed table left in the log can make the file unopenable."""
        with self.session() as session:
            session.rows("CHECKPOINT")

    def index_log(self) -> None:
        """Do nothing: the least and the greatest number of each part of a table are known."""

    def renew_statistics(self) -> None:
        """Do nothing: they are kept as rows are written."""

    def erase_deleted(self) -> None:
        """Close the file, rewrite it without what was deleted, and open it again, while all who need it wait.

        Nobody may write meanwhile. Raises `StoreUnavailable` if somebody reads for longer than `SECONDS_TO_ERASE`, or
        if it cannot be rewritten.
        """
        with self._condition:
            if not self._condition.wait_for(lambda: not self._users, SECONDS_TO_ERASE):
                raise StoreUnavailable("Somebody reads from the database.")
            self._connection.close()
            self._gave_up = True  # opened again by whoever comes next, unless it is opened here
            try:
                rewrite(self._path)
            finally:
                self._open_again()

    def close(self) -> None:
        """Close the file, once nobody reads from it any more; what was committed is in it."""
        with self._condition:
            self._condition.wait_for(lambda: not self._users, SECONDS_TO_CLOSE)
            self._connection.close()

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        opened = self._opened()
        try:
            with opened as cursor:
                yield cursor
        except duckdb.FatalException as error:
            self._gave_up = True
            raise _unavailable(error) from error
        except UNAVAILABLE as error:
            raise _unavailable(error) from error
        finally:
            with self._condition:
                self._users -= 1
                self._condition.notify_all()

    def _opened(self) -> duckdb.DuckDBPyConnection:
        """Return a cursor; after a fatal error the file is reopened first, once all other cursors are closed."""
        with self._condition:
            if self._gave_up:
                self._open_again()
            cursor = self._connection.cursor()  # under the lock: a connection in use by one thread refuses another
            self._users += 1
            return cursor

    def _open_again(self) -> None:
        if not self._condition.wait_for(lambda: not self._users, SECONDS_TO_CLOSE):
            raise StoreUnavailable("The database cannot be used: it gave up, and some still hold it open.")
        if self._gave_up:  # no other has opened it while this one waited
            self._connection.close()
            self._connection = connect(self._path)
            self._gave_up = False


def _unavailable(error: Exception) -> StoreUnavailable:
    return StoreUnavailable(f"The database cannot be used: {reason(error)}")
