"""Kinds of ratings as numbers: the kind of each pair of codes, and what a rating of each kind adds to the sums."""

from functools import cache

import numpy as np
import numpy.typing as npt

from jtbd_core.scoring.scores import Floats
from jtbd_core.study.scale import POINTS, kind_of

KindNumbers = npt.NDArray[np.uint8]

KINDS = POINTS.kinds()
"""Kinds are numbered from 1 in this order; 0 is a missing rating."""

ADDED: Floats = np.array(
    [
        (0, 0, 0, 0, 0),
        *((1, one.is_important, one.depth == 0, one.depth, one.is_important and one.depth > 0) for one in KINDS),
    ],
    np.float64,
).T
"""What a rating of each kind adds to the sums `rated, important, satisfied, depth, unmet`, indexed `[sum, kind]`."""

SUMS = len(ADDED)


@cache
def kind_tables() -> KindNumbers:
    """Return the kind of each pair of ratings, indexed `[anchor, importance, experience]`.

    The anchors are those of the scale in their order; of a rating 0 is missing, 1 the lowest code.
    """
    number = {kind: place for place, kind in enumerate(KINDS, start=1)}
    codes = POINTS.codes
    given = [[[number[kind_of(one, other, anchor)] for other in codes] for one in codes] for anchor in POINTS.anchors]
    return np.pad(np.array(given, np.uint8), ((0, 0), (1, 0), (1, 0)))
