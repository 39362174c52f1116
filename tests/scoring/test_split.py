"""Outcomes that split the room."""

import pandas as pd
import pytest

from jtbd_core.scoring.split import split_outcomes
from tests.store.studies import answers


def room(**experiences: list[int]) -> pd.DataFrame:
    """Return ratings in which each outcome was experienced so."""
    rows = [
        (f"r{n}", outcome, 5, value, False) for outcome, values in experiences.items() for n, value in enumerate(values)
    ]
    return answers(*rows)


@pytest.mark.parametrize(
    ("experience", "is_split"),
    [
        ([1, 1, 2, 2, 4, 4, 5, 5], True),
        ([1, 2, 2, 3, 3, 4, 4, 5], True),
        ([1, 2, 3, 3, 3, 3, 4, 5], False),
        ([1, 1, 2, 2, 2, 2, 5, 5], False),
        ([1, 1, 2, 4, 4, 5, 5], False),
        ([1, 2, 2, 3, 3, 3, 4, 5, 5], False),
    ],
    ids=["two camps", "a thin middle", "a full middle", "a small camp", "too few people", "as many between"],
)
def test_a_room_is_split_by_two_camps_with_fewer_between(experience: list[int], is_split: bool) -> None:
    """Each part of the criterion decides alone."""
    assert (len(split_outcomes(room(one=experience), fewest=8)) == 1) is is_split


def test_the_most_even_split_is_discussed_first() -> None:
    """Outcomes come by the size of their smaller camp."""
    found = split_outcomes(room(uneven=[1] * 7 + [5] * 3, even=[2] * 5 + [4] * 5), fewest=8)
    assert list(found["outcome"]) == ["even", "uneven"]
    assert found.loc[0, ["n", "low", "middle", "high"]].tolist() == [10, 0.5, 0.0, 0.5]
