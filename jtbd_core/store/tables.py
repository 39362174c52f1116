"""The tables as they are in the database: their columns, and the statements that read and fill them.

Names come from the migrations and the information schema alone, never from a file.
"""
# ruff: noqa: S608 - the names put into statements are those of our own tables

import re
from datetime import datetime
from types import GenericAlias
from typing import Any, NamedTuple

from jtbd_core.errors import UnreadableFile
from jtbd_core.store.engine import Row, Session
from jtbd_core.store.migrations import MIGRATIONS

NAMES = tuple(re.findall(r"CREATE TABLE (\w+)", " ".join(statement for step in MIGRATIONS for statement in step)))
SEPARATOR = "\x1f"
KEPT = {"panelist": " WHERE wave_id IN (SELECT id FROM wave WHERE status = 'closed') ORDER BY wave_id, id"}
"""Which rows of a table leave the database, and in which order, where not all do.

Two backups between which one person of a panel came would tell which answers are theirs.
"""

COLUMNS = """SELECT table_name, column_name, upper(data_type) FROM information_schema.columns
    WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position"""
VERSION = "SELECT version FROM schema_version"
NEXT_SEQ = "SELECT nextval('rating_seq')"
ADVANCE_SEQ = "SELECT max(nextval('rating_seq')) FROM generate_series(1, CAST($1 AS BIGINT))"

TYPES: dict[str, tuple[str, object]] = {
    "VARCHAR": ("TEXT", str),
    "TEXT": ("TEXT", str),
    "SMALLINT": ("SMALLINT", int),
    "INTEGER": ("INTEGER", int),
    "BIGINT": ("BIGINT", int),
    "FLOAT": ("REAL", float),
    "REAL": ("REAL", float),
    "DOUBLE": ("DOUBLE PRECISION", float),
    "DOUBLE PRECISION": ("DOUBLE PRECISION", float),
    "BOOLEAN": ("BOOLEAN", bool),
    "TIMESTAMP": ("TIMESTAMP", datetime),
    "TIMESTAMP WITHOUT TIME ZONE": ("TIMESTAMP", datetime),
    "BLOB": ("BYTEA", bytes),
    "BYTEA": ("BYTEA", bytes),
    "VARCHAR[]": ("TEXT[]", list[str]),
    "ARRAY": ("TEXT[]", list[str]),
}
"""By the engines' names of a type: the one that both understand, and that of its values in Python."""


class Column(NamedTuple):
    """A column: its name, the type that both engines understand, and that of its values in Python."""

    name: str
    type: str
    values: Any


class Table(NamedTuple):
    """A table and its columns, in the order in which rows have them."""

    name: str
    columns: tuple[Column, ...]

    @property
    def counting(self) -> str:
        """The query for the number of rows that leave the database."""
        return f'SELECT count(*) FROM (SELECT 1 FROM "{self.name}"{KEPT.get(self.name, "")}) AS kept'

    @property
    def select(self) -> str:
        """The query for all rows that leave the database.

        A REAL is read by its shortest digits, which are the same on both engines.
        """
        read = (
            f'CAST(CAST("{one.name}" AS TEXT) AS DOUBLE PRECISION)' if one.type == "REAL" else f'"{one.name}"'
            for one in self.columns
        )
        return f'SELECT {", ".join(read)} FROM "{self.name}"{KEPT.get(self.name, "")}'

    @property
    def insert(self) -> str:
        """The statement that adds rows, given an array for each column: see `arrays`."""
        names = ", ".join(f'"{one.name}"' for one in self.columns)
        added = ", ".join(
            f"(string_to_array(\"{one.name}\", '{SEPARATOR}'))[2:]" if one.type == "TEXT[]" else f'"{one.name}"'
            for one in self.columns
        )
        given = ", ".join(
            f'unnest(CAST(${place} AS {one.type.removesuffix("[]")}[])) AS "{one.name}"'
            for place, one in enumerate(self.columns, start=1)
        )
        return f'INSERT INTO "{self.name}" ({names}) SELECT {added} FROM (SELECT {given}) AS given'

    @property
    def row_type(self) -> Any:  # noqa: ANN401 - a type made at run time
        """The type of a row as a tuple, to parse it with."""
        return GenericAlias(tuple, tuple(one.values | None for one in self.columns))

    def arrays(self, rows: list[Row]) -> list[list[Any]]:
        """Return rows as an array for each column; lists within a column are joined, since unnest flattens them."""
        by_column = [list(values) for values in zip(*rows, strict=True)]
        return [
            [None if one is None else "".join(SEPARATOR + part for part in one) for one in values]
            if column.type == "TEXT[]"
            else values
            for column, values in zip(self.columns, by_column, strict=True)
        ]

    def in_order(self, names: tuple[str, ...]) -> "Table":
        """Return the table with its columns in this order; raises `UnreadableFile` unless they are the same ones."""
        by_name = {column.name: column for column in self.columns}
        if sorted(by_name) != sorted(names):
            raise UnreadableFile(f"The backup's table “{self.name}” has other columns than its version of Headway.")
        return Table(self.name, tuple(by_name[name] for name in names))


def tables(session: Session) -> list[Table]:
    """Return the tables of Headway that there are, in the order of the migrations."""
    columns: dict[str, list[Column]] = {}
    for table, name, type_name in session.rows(COLUMNS):
        if table in NAMES:
            columns.setdefault(table, []).append(Column(name, *TYPES[type_name]))
    return [Table(name, tuple(columns[name])) for name in NAMES if name in columns]
