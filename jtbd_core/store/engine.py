"""The interface of a database engine; the SQL is the same for all."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import numpy.typing as npt
import pandas as pd

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

Row = tuple[Any, ...]
Types = Mapping[str, type[np.signedinteger[Any]]]
"""The columns of a query and their types."""

Numbers = dict[str, npt.NDArray[np.signedinteger[Any]]]


class Session(Protocol):
    """Statements that see one state of the database and, in a transaction, take effect together."""

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Run one statement with its `$1 …` values and return its rows, none if it returns nothing."""
        ...

    def frame(self, sql: str, *values: object) -> pd.DataFrame:
        """Run one query and return its rows with their column names."""
        ...

    def numbers(self, sql: str, types: Types, size: int, *values: object) -> Iterator[Numbers]:
        """Run one query of whole numbers, none missing, and yield about `size` rows at a time, an array per column.

        The query has the columns of these types, in their order; the session runs nothing else meanwhile.
        """
        ...

    def append(self, table: str, rows: "pa.Table") -> None:
        """Append rows to a table, whose columns have these names; all others get their defaults."""
        ...

    def chunks(self, sql: str, size: int, *values: object) -> Iterator[list[Row]]:
        """Run one query and yield its rows, at most `size` at a time; the session runs nothing else meanwhile."""
        ...


class Engine(Protocol):
    """One open database, shared by all threads of the process; its errors leave it as `StoreUnavailable`.

    `is_alone` tells whether no other process can change the database meanwhile.
    """

    is_alone: bool

    def session(self) -> AbstractContextManager[Session]:
        """Return a session in which each statement commits by itself."""
        ...

    def transaction(self) -> AbstractContextManager[Session]:
        """Return a session that commits at its end, durably, or not at all."""
        ...

    def snapshot(self) -> AbstractContextManager[Session]:
        """Return a session that sees the database as of one moment, while others change it."""
        ...

    def serialize_migration(self, session: Session) -> None:
        """Lock out other processes that migrate the same database until this transaction ends."""
        ...

    def check_room(self) -> None:
        """Raise `StoreUnavailable` where the disk of the database, if it is one of ours, has hardly any room left."""
        ...

    def settle(self) -> None:
        """Write a finished migration through to the main file."""
        ...

    def index_log(self) -> None:
        """Let the newest rows of the log be found without a look at the others."""
        ...

    def renew_statistics(self) -> None:
        """Let queries know at once how much was written in bulk."""
        ...

    def erase_deleted(self) -> None:
        """Leave nothing readable in the database's file of what was deleted; nobody may write meanwhile."""
        ...

    def close(self) -> None:
        """Close the database."""
        ...


def chunks(size: int, of: int = 5_000) -> Sequence[slice]:
    """Return slices that cut `size` rows into chunks of at most `of`: binding one holds up all other threads."""
    return [slice(start, start + of) for start in range(0, size, of)]
