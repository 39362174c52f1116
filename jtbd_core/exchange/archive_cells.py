"""The cells of an archive's CSV files: how a value is written, and read again within its type's limits."""

import json
import math
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import msgspec

from jtbd_core.contract.archive_columns import NAME, SAVE, Column
from jtbd_core.exchange.formulas import marked, unmarked

GREATEST = 1e30
"""The greatest number that is read: every engine stores it, in four bytes too."""


def written(columns: Sequence[Column]) -> Callable[[Sequence[Any]], list[str]]:
    """Return the function that writes a row of these columns as cells; what is missing is an empty one."""
    writers = [WRITERS.get(column.type, str) for column in columns]
    return lambda row: ["" if value is None else write(value) for write, value in zip(writers, row, strict=True)]


def read(columns: Sequence[Column], headings: Sequence[str]) -> Callable[[Sequence[str]], tuple[Any, ...]]:
    """Return the function that reads cells under these headings as a row of columns, which has defaults for others.

    It raises ValueError naming the first bad cell.
    """
    row_of = _read([one for one in columns if one.name in headings])
    if len(headings) == len(columns):
        return row_of
    defaults = tuple(one.default for one in columns)
    places = [len(columns) + headings.index(one.name) if one.name in headings else at for at, one in enumerate(columns)]
    return lambda cells: tuple(map((*defaults, *row_of(cells)).__getitem__, places))


def _read(columns: Sequence[Column]) -> Callable[[Sequence[str]], tuple[Any, ...]]:
    readers = [READERS[column.type] for column in columns]
    texts = [column.type in (NAME, "TEXT") for column in columns]
    needed = [at for at, column in enumerate(columns) if not texts[at] and not column.is_optional]

    def row(cells: Sequence[str]) -> tuple[Any, ...]:
        if len(cells) != len(readers):
            raise ValueError(f"it has {len(cells)} cells, not {len(readers)}")
        try:
            found = zip(readers, cells, texts, strict=True)
            values = tuple([reader(cell) if cell or is_text else None for reader, cell, is_text in found])
        except (ValueError, KeyError, msgspec.MsgspecError, OverflowError) as cause:
            raise ValueError(f"“{' '.join(cells)[:80]}” cannot be read") from cause
        if any(values[at] is None for at in needed):
            raise ValueError("a cell is empty that must not be")
        return values

    return row


def _text(cell: str) -> str:
    if "\x00" in cell:
        raise ValueError
    return unmarked(cell)


def _number(low: int, high: int) -> Callable[[str], int]:
    def read_one(cell: str) -> int:
        number = int(cell)
        if not low <= number <= high:
            raise ValueError
        return number

    return read_one


def _real(cell: str) -> float:
    number = float(cell)
    if not math.isfinite(number) or abs(number) > GREATEST:
        raise ValueError
    return number


def _moment(cell: str) -> datetime:
    moment = datetime.fromisoformat(cell)
    if moment.tzinfo:
        raise ValueError
    return moment


def _ids(cell: str) -> list[str]:
    ids: list[str] = msgspec.json.decode(cell, type=list[str])
    if any("\x00" in one or "\x1f" in one for one in ids):
        raise ValueError
    return ids


READERS: dict[str, Callable[[str], Any]] = {
    "TEXT": _text,
    NAME: _text,
    "INTEGER": _number(-(2**31), 2**31 - 1),
    "BIGINT": _number(-(2**63), 2**63 - 1),
    SAVE: _number(0, 2**62),
    "REAL": _real,
    "DOUBLE PRECISION": _real,
    "BOOLEAN": {"true": True, "false": False}.__getitem__,
    "TIMESTAMP": _moment,
    "TEXT[]": _ids,
}
WRITERS: dict[str, Callable[[Any], str]] = {
    "TEXT": marked,
    NAME: marked,
    "BOOLEAN": lambda value: "true" if value else "false",
    "TIMESTAMP": datetime.isoformat,
    "TEXT[]": lambda value: json.dumps(list(value), ensure_ascii=False),
}
