"""Ratings as a checked matrix of kinds by respondent and outcome."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring.ratings import rating_matrix
from jtbd_core.scoring.readings import Anchor
from jtbd_core.study.scale import SEVEN, Reading
from tests.scoring.samples import workshop

RATINGS = workshop(people=3, outcomes=2).assign(
    respondent=lambda frame: "r" + frame["respondent"].astype(str), outcome=["o0", "o1"] * 3
)


def test_the_matrix_has_a_row_for_each_who_rated() -> None:
    """Who skipped everything has no row; outcomes stand in the order of their text."""
    silent = pd.DataFrame({"respondent": "silent", "outcome": ["o1", "o0"], "importance": [4.0, np.nan]})
    matrix = rating_matrix(pd.concat([silent, RATINGS]), 4)
    assert matrix.outcomes == ("o0", "o1")
    assert matrix.kinds.shape == (3, 2)
    assert matrix.kinds.all()


def test_the_matrix_counts_people_by_kind() -> None:
    """Each outcome's counts add up to the people, those without a rating among them."""
    matrix = rating_matrix(RATINGS.assign(experience=[np.nan, 1, 1, 1, 5, 5]), 4)
    assert matrix.counts.sum(axis=1).tolist() == [3, 3]
    assert matrix.counts[:, 0].tolist() == [1, 0]
    assert matrix.sums[0].tolist() == [2, 3]


def test_keys_are_hashes_of_the_text() -> None:
    """The order of rows and the presence of others change nobody's key."""
    fewer, all_of_them = (set(rating_matrix(rows, 4).respondent_keys) for rows in (RATINGS[2:], RATINGS[::-1]))
    assert fewer < all_of_them


REFUSED: dict[str, tuple[Callable[[pd.DataFrame], pd.DataFrame], Anchor]] = {
    "no column 'outcome'": (lambda frame: frame.drop(columns="outcome"), 4),
    "no column 'experience'": (lambda frame: frame.drop(columns="experience"), 4),
    "'experience' holds 6": (lambda frame: frame.assign(experience=6), 4),
    "'importance' holds 0": (lambda frame: frame.assign(importance=0), 4),
    "'importance' holds -1": (lambda frame: frame.assign(importance=-1.0), 4),
    "'experience' holds 257": (lambda frame: frame.assign(experience=257), 4),
    "'experience' holds 3.5": (lambda frame: frame.assign(experience=3.5), 4),
    "'experience' holds inf": (lambda frame: frame.assign(experience=np.inf), 4),
    "'experience' must hold whole numbers": (lambda frame: frame.assign(experience="good"), 4),
    "r0 rated the outcome o0 more than once": (lambda frame: pd.concat([frame, frame.head(1)]), 4),
    "no respondent in row 1 of 6": (lambda frame: frame.assign(respondent=None), 4),
    "anchor must be from 2 to 5, not 1": (lambda frame: frame, 1),
    "anchor must be a whole number, not 3.5": (lambda frame: frame, 3.5),
    "anchor must be from 2 to 5, not 6": (lambda frame: frame, {"o0": 4, "o1": 6}),
    "'experience' holds 8; a rating is a whole number from 1 to 7": (
        lambda frame: frame.assign(experience=8),
        Reading(anchor=6, experience=SEVEN),
    ),
    "important must begin from 2 to 5, not at 6": (lambda frame: frame, Reading(cut=6)),
    "No anchor is given for the outcome o1": (lambda frame: frame, {"o0": 4}),
}


@pytest.mark.parametrize("message", REFUSED)
def test_refusals(message: str) -> None:
    """What cannot be scored is refused in a sentence that names the column or the argument."""
    change, anchor = REFUSED[message]
    with pytest.raises(UnusableRatings, match=message):
        rating_matrix(change(RATINGS), anchor)
