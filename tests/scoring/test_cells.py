"""Ratings as a matrix of small numbers: what is scored of it is what is scored of a frame."""

import numpy as np
import pandas as pd
import pytest

from jtbd_core import score
from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring.cells import cells_of, joined
from jtbd_core.scoring.posterior import posterior
from jtbd_core.scoring.ratings import rating_matrix
from jtbd_core.scoring.table import DRAWS, SEED, score_table


def frame(people: int, name: str = "r") -> pd.DataFrame:
    """Return ratings of four outcomes, some by halves, some that do not apply, some missing."""
    random = np.random.default_rng(people)
    rows = pd.DataFrame([(f"{name}{person}", outcome) for person in range(people) for outcome in "abcd"])
    rows.columns = ["respondent", "outcome"]
    codes = random.integers(1, 6, (2, len(rows))).astype(float)
    codes[random.random((2, len(rows))) < 0.1] = np.nan
    rows = rows.assign(importance=codes[0], experience=codes[1], not_applicable=np.isnan(codes[1]))
    return rows[random.random(len(rows)) < 0.8].reset_index(drop=True)


@pytest.mark.parametrize("people", [9, 5_000])
def test_scores_are_those_of_the_frame(people: int) -> None:
    """To the digit, with single people weighted and with blocks of them."""
    ratings = frame(people)
    matrix = cells_of(ratings).matrix(3)
    table = score_table(matrix, posterior(matrix, DRAWS, SEED), "opportunity", 5, pd.Series(dtype="str"))
    pd.testing.assert_frame_equal(table, score(ratings, anchor=3), check_exact=True)


def test_rounds_are_joined_as_their_frames_are() -> None:
    """Numbers of two rounds mean other codes; counts and people are those of both together."""
    first, second = frame(7), frame(9, "s").query("outcome != 'a'")
    both, whole = joined([cells_of(first), cells_of(second)]), cells_of(pd.concat([first, second], ignore_index=True))
    assert (both.people, both.raters.tolist()) == (whole.people, whole.raters.tolist())
    one, other = (cells.matrix(3) for cells in (both, whole))
    assert (one.counts == other.counts).all()
    assert set(one.respondent_keys) == set(rating_matrix(pd.concat([first, second]), 3).respondent_keys)


def test_a_code_that_is_none_of_the_scale_is_refused() -> None:
    """As a frame with it is, in the same words."""
    ratings = frame(9).assign(importance=6.0)
    with pytest.raises(UnusableRatings, match=r"The column 'importance' holds 6; a rating is .* 1 to 5, or missing"):
        cells_of(ratings).matrix(3)
