"""PostgreSQL, when one machine is not enough: a pool of connections, the same SQL."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import numpy as np
import pandas as pd

from jtbd_core.errors import StoreUnavailable
from jtbd_core.store.engine import Numbers, Row, Session, Types

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

try:
    import psycopg
    from psycopg_pool import ConnectionPool, PoolTimeout
except ImportError as missing:
    raise StoreUnavailable("PostgreSQL needs one more package: pip install 'psycopg[binary,pool]'.") from missing

_MIGRATION_LOCK = 4_710_221
"""Any number will do, as long as all processes of Headway name the same one."""

SECONDS_OF_A_TRY, TRIES = 2.0, 5
"""How long a try waits for a connection, and how many are made.

Each begins to connect anew where the server was lost: by itself a pool lets twice the time pass after each failure, so
that a server that was gone for a minute would be missed for another.
"""

SECONDS_TO_CONNECT = 5

INDEX = "SELECT 1 FROM pg_indexes WHERE indexname = $1 AND schemaname = current_schema()"

COPY_HEAD, COPY_TAIL = 19, b"\xff\xff"
"""How many bytes come before the rows of a binary COPY, and what comes after them."""


class PostgresSession:
    """One cursor of a pooled connection."""

    def __init__(self, cursor: "psycopg.Cursor[Row]") -> None:
        self._cursor = cursor

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Run one statement and return its rows."""
        self._cursor.execute(sql.encode(), values or None)
        return self._cursor.fetchall() if self._cursor.description else []

    def frame(self, sql: str, *values: object) -> pd.DataFrame:
        """Run one query and return its rows with their column names."""
        rows = self.rows(sql, *values)
        return pd.DataFrame(rows, columns=[column.name for column in self._cursor.description or ()])

    def numbers(self, sql: str, types: Types, size: int, *values: object) -> Iterator[Numbers]:
        """Run one query of whole numbers by COPY, with rows of one length, and yield about `size` rows at a time."""
        named = re.sub(r"\$(\d+)", r"%(\1)s", sql)  # COPY takes no parameters: psycopg writes their values into it
        given = {str(number): value for number, value in enumerate(values, start=1)}
        fields = (
            (f"{name} {what}", of) for name, kind in types.items() for what, of in (("length", ">i4"), ("", kind))
        )
        row = np.dtype([("fields", ">i2"), *((name.strip(), np.dtype(of).newbyteorder(">")) for name, of in fields)])
        left, is_begun = b"", False
        with self._cursor.copy(f"COPY ({named}) TO STDOUT (FORMAT binary)".encode(), given) as blocks:
            while some := b"".join(islice(blocks, size)):
                left, is_begun = left + some[0 if is_begun else COPY_HEAD :], True
                whole = len(left) // row.itemsize
                rows = np.frombuffer(left, row, whole)
                if whole:
                    yield {name: rows[name].astype(kind) for name, kind in types.items()}
                left = left[whole * row.itemsize :]
        if left != COPY_TAIL:
            raise StoreUnavailable("PostgreSQL cannot be used: an answer of it is not complete.")

    def append(self, table: str, rows: "pa.Table") -> None:
        """Append rows to a table by COPY; of an empty cell without quotation marks it makes a missing value."""
        from pyarrow import csv

        text = io.BytesIO()
        csv.write_csv(rows, text, csv.WriteOptions(include_header=False))
        names = ", ".join(f'"{name}"' for name in rows.column_names)
        with self._cursor.copy(f'COPY "{table}" ({names}) FROM STDIN (FORMAT csv)'.encode()) as copy:
            copy.write(text.getvalue())

    def chunks(self, sql: str, size: int, *values: object) -> Iterator[list[Row]]:
        """Run one query and yield its rows, at most `size` at a time."""
        rows = self._cursor.stream(sql.encode(), values or None)
        while chunk := list(islice(rows, size)):
            yield chunk


class PostgresEngine:
    """One PostgreSQL database, by URL."""

    is_alone = False

    def __init__(self, url: str) -> None:
        self._pool: ConnectionPool[psycopg.Connection[Row]] = ConnectionPool(
            url,
            min_size=1,
            max_size=16,
            timeout=SECONDS_OF_A_TRY,
            reconnect_timeout=SECONDS_OF_A_TRY / 4,
            kwargs={"cursor_factory": psycopg.RawCursor, "autocommit": True, "connect_timeout": SECONDS_TO_CONNECT},
            open=True,
        )
        try:
            with self._connection():
                pass
        except PoolTimeout as error:
            self._pool.close()
            place = urlsplit(url)
            raise StoreUnavailable(
                f"PostgreSQL at {place.hostname}:{place.port or 5432}{place.path} does not let Headway in. "
                "Check that it runs, and the user and password in HEADWAY_DB."
            ) from error

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Return a session in which each statement commits by itself."""
        with _translated(), self._connection() as connection, connection.cursor() as cursor:
            yield PostgresSession(cursor)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Return a session that commits at its end, durably, or not at all."""
        with (
            _translated(),
            self._connection() as connection,
            connection.transaction(),
            connection.cursor() as cursor,
        ):
            yield PostgresSession(cursor)

    @contextmanager
    def snapshot(self) -> Iterator[Session]:
        """Return a transaction that sees what was committed before its first query, and changes nothing."""
        with self.transaction() as session:
            session.rows("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield session

    def serialize_migration(self, session: Session) -> None:
        """Hold an advisory lock until the transaction ends."""
        session.rows("SELECT pg_advisory_xact_lock($1)", _MIGRATION_LOCK)

    def check_room(self) -> None:
        """Do nothing: the disk is the server's, whose writes fail once it is full."""

    def settle(self) -> None:
        """Do nothing: a commit is durable."""

    def index_log(self) -> None:
        """Index the log by the numbers of its rows, unless it is: that locks it, for about a second per million."""
        with self.session() as session:
            if not session.rows(INDEX, "rating_by_seq"):
                session.rows("CREATE INDEX IF NOT EXISTS rating_by_seq ON rating (seq)")

    def renew_statistics(self) -> None:
        """Analyze all tables: until then an export of 1,000 people took 17 s in place of 0.4."""
        with self.session() as session:
            session.rows("ANALYZE")

    def erase_deleted(self) -> None:
        """Do nothing: it vacuums by itself."""

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    @contextmanager
    def _connection(self) -> Iterator["psycopg.Connection[Row]"]:
        connection = self._taken()
        try:
            with connection:
                yield connection
        finally:
            self._pool.putconn(connection)

    def _taken(self) -> "psycopg.Connection[Row]":
        for _ in range(TRIES - 1):
            with suppress(PoolTimeout):
                return self._pool.getconn()
        return self._pool.getconn()


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (psycopg.OperationalError, PoolTimeout) as error:
        raise StoreUnavailable(f"PostgreSQL cannot be used: {str(error).strip().splitlines()[0]}") from error
