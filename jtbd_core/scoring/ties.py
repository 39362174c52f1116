"""Tie groups: outcomes whose order is not certain at the level of 95 %."""

import numpy as np
import numpy.typing as npt

from jtbd_core.scoring.scores import Floats

CERTAIN = 0.95


def tie_groups(draws: Floats) -> npt.NDArray[np.int64]:
    """Return the group of each outcome, from 1; draws are indexed `[outcome, draw]`, best outcome first.

    From the leader down an outcome joins the group while P(leader's score > its score) < 0.95; the first that
    does not join leads the next group.
    """
    groups = np.ones(len(draws), np.int64)
    leader = 0
    for place in range(1, len(draws)):
        groups[place] = groups[place - 1]
        if np.mean(draws[leader] > draws[place]) >= CERTAIN:
            groups[place] += 1
            leader = place
    return groups
