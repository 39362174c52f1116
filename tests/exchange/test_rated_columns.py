"""Columns of ratings as numbers, and the places that are named where a cell is none."""

import pytest

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.ratings_file import read_ratings


def test_the_first_row_of_a_wrong_cell_is_named() -> None:
    """Wherever the text stands first, in whichever column of its kind, also below rows that are left out."""
    text = "October\n\nid,imp_a,imp_b,sat_a,sat_b\na,5,4,3,2\n\nb,5,good,3,2\nc,good,4,3,2\n"
    with pytest.raises(UnreadableFile, match="Row 6, column imp_b: “good”"):
        read_ratings(text.encode())


def test_notes_sum_over_all_columns() -> None:
    """A word is one word in all of them, and a number one number however it is written."""
    text = "imp_a,imp_b,sat_a,sat_b\n5,0,-,-\n4,0.0,3,-\n3,2,00,4\n" + "2,2,5,4\n" * 7
    assert read_ratings(text.encode()).notes == (
        "3 cells hold numbers outside 1–5 (0: 3): not applicable, not ratings.",
        "3 cells hold words for no answer (-: 3): missing, not ratings.",
    )
