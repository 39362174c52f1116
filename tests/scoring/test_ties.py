"""Tie groups: outcomes whose order is not certain."""

import numpy as np

from jtbd_core.scoring.ties import tie_groups


def test_a_group_lasts_while_the_leader_is_not_surely_ahead() -> None:
    """At 96 of 100 draws an outcome still ties with its leader; at 97 it leads the next group."""
    leader = np.zeros(100)
    beaten_96, beaten_97 = (np.where(np.arange(100) < often, -1.0, 1.0) for often in (96, 97))
    assert tie_groups(np.stack([leader, beaten_96, beaten_97, beaten_97 + 0.5])).tolist() == [1, 1, 2, 2]


def test_groups_are_measured_from_their_leader() -> None:
    """A slow slide ends the group when the leader is out of reach, though each neighbour is within it."""
    slide = np.random.default_rng(1).normal(size=(5, 4000)) - np.arange(5)[:, None]
    assert tie_groups(slide).tolist() == [1, 1, 1, 2, 2]
