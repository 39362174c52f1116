"""A spool: values that the server reads bit by bit and writes to a file, for the job that makes an export of them."""

import pickle
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any


def write_spool(values: Iterable[object], spool: Path) -> None:
    """Write values one after the other; only one of them is in memory."""
    with spool.open("wb") as file:
        for value in values:
            pickle.dump(value, file)


def read_spool(spool: Path) -> Iterator[Any]:
    """Yield the values of a spool; it must be one that this server wrote."""
    with spool.open("rb") as file:
        while file.peek(1):
            yield pickle.load(file)  # noqa: S301 - from our own server
