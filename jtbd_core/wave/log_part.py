"""A part of a wave's log of ratings as whole numbers, as the store gives it and the ledger's saves are made of."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

MISSING = -1001
"""Stands in a log of whole numbers for an answer that was not given; no code is as low, nor a difference of two."""

NUMBERS: Mapping[str, type[np.signedinteger[Any]]] = {
    "seq": np.int64,
    "person": np.int32,
    "outcome": np.int16,
    "importance": np.int16,
    "experience": np.int16,
    "tapped": np.int64,
}
"""The columns of a part and their types, in the order in which they are read."""


class LogPart(NamedTuple):
    """Some rows of a log, an array per column of `NUMBERS`.

    `people` and `outcomes` are those whom the rows name by their number: of this part and all further ones, until a
    part names others. Numbers are given in the order of the first row of each.
    """

    people: tuple[str, ...]
    outcomes: tuple[str, ...]
    rows: Mapping[str, npt.NDArray[np.signedinteger[Any]]]

    @property
    def is_first(self) -> bool:
        """Whether numbers begin anew with this part."""
        return bool(self.people)
