"""Outcomes that split the room."""

import numpy as np
import pytest

from jtbd_core.scoring.cells import RatingCells, cells_of
from jtbd_core.scoring.split import split_outcomes
from jtbd_core.study.scale import SEVEN, Reading
from tests.store.studies import answers


def room(**experiences: list[int]) -> RatingCells:
    """Return ratings in which each outcome was experienced so."""
    rows = [
        (f"r{n}", outcome, 5, value, False) for outcome, values in experiences.items() for n, value in enumerate(values)
    ]
    return cells_of(answers(*rows))


@pytest.mark.parametrize(
    ("experience", "is_split"),
    [
        ([1, 1, 2, 2, 4, 4, 5, 5], True),
        ([1, 2, 2, 3, 3, 4, 4, 5], False),
        ([1, 1, 2, 2, 2, 2, 5, 5], False),
        ([1, 1, 2, 4, 4, 5, 5], False),
    ],
    ids=["two camps", "a middle of a quarter", "a small camp", "too few people"],
)
def test_a_room_is_split_by_two_camps_with_few_between(experience: list[int], is_split: bool) -> None:
    """Each part of the criterion decides alone."""
    assert (len(split_outcomes(room(one=experience), 3, fewest=8)) == 1) is is_split


@pytest.mark.parametrize(
    ("shares", "least", "most"),
    [((12, 22, 30, 24, 12), 0, 0.02), ((20, 20, 20, 20, 20), 0, 0.06), ((25, 20, 5, 20, 30), 0.8, 1)],
    ids=["a hump", "all alike", "two camps"],
)
def test_only_real_camps_are_called_so(shares: tuple[int, ...], least: float, most: float) -> None:
    """In simulated rooms of 40 a hump or equal shares are hardly ever called split, and two camps mostly are."""
    codes = np.random.default_rng(1).choice([1, 2, 3, 4, 5], (200, 40), p=np.array(shares) / 100)
    found = split_outcomes(room(**{f"room{number}": list(row) for number, row in enumerate(codes)}), 3, fewest=8)
    assert least <= len(found) / len(codes) <= most


def test_the_most_even_split_is_discussed_first() -> None:
    """Outcomes come by the size of their smaller camp."""
    found = split_outcomes(room(uneven=[1] * 7 + [5] * 3, even=[2] * 5 + [4] * 5), 3, fewest=8)
    assert list(found["outcome"]) == ["even", "uneven"]
    assert found.loc[0, ["n", "low", "middle", "high"]].tolist() == [10, 0.5, 0.0, 0.5]


def test_camps_are_two_fifths_of_the_points() -> None:
    """Of seven points the two lowest and the two highest are camps; those who stand between are too many."""
    seven = Reading(anchor=6, experience=SEVEN)
    assert len(split_outcomes(room(one=[1, 2] * 10 + [6, 7] * 10), seven, fewest=8)) == 1
    assert split_outcomes(room(one=[1, 2] * 10 + [5, 6] * 10), seven, fewest=8).empty
