"""Ranges of ranks: each right by itself, or all at once."""

import numpy as np

from jtbd_core.scoring.ranks import drawn_ranks, rank_ranges, simultaneous_rank_ranges

RANKS = drawn_ranks(np.random.default_rng(3).normal(size=(20, 2000)) + np.linspace(4, 0, 20)[:, None])


def share_held(low: np.ndarray, high: np.ndarray) -> float:
    """Return the share of draws in which all ranks lie within their ranges."""
    return float(((low[:, None] <= RANKS) & (high[:, None] >= RANKS)).all(axis=0).mean())


def test_the_highest_has_rank_one() -> None:
    """Ranks count from the highest value of each draw."""
    assert drawn_ranks(np.array([[1.0, 5.0], [3.0, 4.0]])).tolist() == [[2, 1], [1, 2]]


def test_simultaneous_ranges_hold_all_ranks_at_once() -> None:
    """Ranges that are each right miss some rank in most draws; the simultaneous ones hardly ever."""
    assert share_held(*rank_ranges(RANKS)) < 0.8
    low, high = simultaneous_rank_ranges(RANKS)
    assert share_held(low, high) >= 0.998
    assert ((high - low) < 19).any()
