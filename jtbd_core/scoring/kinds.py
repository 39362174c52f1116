"""Kinds of ratings as numbers: the kind of each pair of codes, and what a rating of each kind adds to the sums.

Kinds are numbered from 1, 0 being a missing rating: those that do not fall short first, then depth by depth, so that a
kind has the same number on scales of any depth. Each unimportant one comes before its important one.
"""

from functools import cache

import numpy as np
import numpy.typing as npt

from jtbd_core.scoring.scores import Floats
from jtbd_core.study.scale import RatingKind

KindNumbers = npt.NDArray[np.uint8]
Codes = npt.NDArray[np.int16]

SUMS = 5
"""How many sums a rating adds to: `rated, important, satisfied, depth, unmet`."""


@cache
def kinds(deepest: int) -> tuple[RatingKind, ...]:
    """Return the kinds of ratings that fall short by up to so many points, in the order of their numbers."""
    levels = [(0, False), (0, True), *((depth, False) for depth in range(1, deepest + 1))]
    return tuple(RatingKind(is_important, *level) for level in levels for is_important in (False, True))


@cache
def added(deepest: int) -> Floats:
    """Return what a rating of each kind adds to the sums, indexed `[sum, kind]`, 0 being a missing one."""
    return np.array(
        [
            (0, 0, 0, 0, 0),
            *(
                (1, one.is_important, one.depth == 0, one.depth, one.is_important and one.depth > 0)
                for one in kinds(deepest)
            ),
        ],
        np.float64,
    ).T


def kind_numbers(is_important: npt.NDArray[np.bool_] | bool, below: Codes) -> KindNumbers:
    """Return the numbers of the kinds of ratings whose experience is so many points below the anchor, or above it."""
    found = np.where(below > 0, 3 + 2 * below, np.where(below < 0, 3, 1)) + is_important
    return found.astype(np.uint8)
