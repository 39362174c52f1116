"""The column of a ratings file that holds weights, and the messages of refusals."""

import pandas as pd
import pytest

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.ratings_file import read_ratings

WEIGHTED = {
    "long": "respondent,outcome,imp,exp,Post Weight\nann,speed,5,2,1.5\nann,calm,4,,1.5\nbob,speed,,3,2\n",
    "wide": "Post Weight,respondent,imp_speed,imp_calm,sat_speed,sat_calm\n1.5,ann,5,4,2,\n2,bob,,,3,\n",
}


@pytest.mark.parametrize("shape", WEIGHTED)
def test_weights(shape: str) -> None:
    """A column that is named gives a weight to each respondent, and the ratings are as without it."""
    plain, weighted = (read_ratings(WEIGHTED[shape].encode(), weight) for weight in (None, "post_weight"))
    assert (plain.weights, weighted.weights) == ({}, {"ann": 1.5, "bob": 2.0})
    pd.testing.assert_frame_equal(plain.ratings, weighted.ratings)


def test_weights_of_people_without_a_name() -> None:
    """Rows without a respondent are numbered, and so are their weights."""
    assert read_ratings(b"w;exp_a\n1,5;3\n2;4\n", "w").weights == {"1": 1.5, "2": 2.0}


BAD_WEIGHTS = {
    "There is no column Post Weight that": ("long", "Post Weight", "Other"),
    "Columns Post Weight and post_weight mean the same.": ("wide", "Weight,", "Weight,post_weight,"),
    "Row 2, column Post Weight: the cell is empty.": ("wide", "1.5", ""),
    "Row 3, column Post Weight: a weight must be a number above 0.": ("wide", "2,bob", "0,bob"),
    "Row 4, column Post Weight: a weight must be a number above 0.": ("long", "3,2", "3,inf"),
    "Row 2, column Post Weight: “heavy” is not a number.": ("wide", "1.5", "heavy"),
    "Row 3, column Post Weight: this respondent has another weight above.": ("long", "calm,4,,1.5", "calm,4,,1.6"),
}


@pytest.mark.parametrize("message", BAD_WEIGHTS)
def test_refused_weights(message: str) -> None:
    """What is no weight, or not one per respondent, is refused with its row and column."""
    shape, good, bad = BAD_WEIGHTS[message]
    with pytest.raises(UnreadableFile) as refusal:
        read_ratings(WEIGHTED[shape].replace(good, bad, 1).encode(), "Post Weight")
    assert str(refusal.value).startswith(message)


def test_names_are_no_weights() -> None:
    """A column that is read as text cannot hold weights."""
    with pytest.raises(UnreadableFile, match="There is no column respondent that could be the weight"):
        read_ratings(WEIGHTED["wide"].encode(), "respondent")
