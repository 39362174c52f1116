"""Import of ratings files, long and wide, and the messages of refusals."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from jtbd_core import score
from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.ratings_file import read_ratings

LONG = "respondent,outcome,importance,experience\nann,speed,5,2\nann,calm,4,\nbob,speed,0,3\n"
WIDE = "respondent,imp_speed,imp_calm,sat_speed,sat_calm\nann,5,4,2,\nbob,0,,3,\n"


def rows(text: str) -> list[list[object]]:
    """Return the ratings of a file's text, missing ones as None."""
    frame = read_ratings(text.encode()).ratings
    return frame.astype(object).where(frame.notna(), None).values.tolist()


def test_long() -> None:
    """A long file comes back row by row, codes outside 1–5 missing and flagged."""
    assert rows(LONG) == [
        ["ann", "speed", 5, 2, False],
        ["ann", "calm", 4, None, False],
        ["bob", "speed", None, 3, True],
    ]


def test_wide() -> None:
    """A wide file becomes one row per respondent and outcome, in the file's order."""
    assert rows(WIDE) == [*rows(LONG), ["bob", "calm", None, None, False]]


@pytest.mark.parametrize("text", [LONG, WIDE])
def test_what_is_known_of_the_file(text: str) -> None:
    """Besides the ratings there are respondents, outcomes and the number of cells outside the scale."""
    read = read_ratings(text.encode())
    assert (read.respondents, read.outcomes, read.out_of_range) == (("ann", "bob"), ("speed", "calm"), 1)
    assert read.assignment.asks == ("satisfaction" if text == WIDE else None)


@pytest.mark.parametrize(
    "headings",
    [
        "Respondent_ID,IMP_Speed,imp-calm,Sat_Speed,SAT calm",
        "id,Imp Speed,IMP calm,Exp Speed,exp_calm",
        "participant,importance_Speed,importance calm,satisfaction-Speed,Satisfaction_calm",
    ],
)
def test_spellings_of_wide_headings(headings: str) -> None:
    """Case, separators and the long words do not matter; an outcome keeps its own spelling."""
    read = read_ratings(WIDE.replace(WIDE.partition("\n")[0], headings).encode())
    assert read.outcomes == ("Speed", "calm")
    assert read.assignment.asks == (None if "xp" in headings else "satisfaction")


@pytest.mark.parametrize("headings", ["respondent_id,Outcome,Importance,Satisfaction", "id,outcome_id,imp,sat"])
def test_spellings_of_long_headings(headings: str) -> None:
    """Other tools' names for the four columns are understood."""
    read = read_ratings(LONG.replace("respondent,outcome,importance,experience", headings).encode())
    assert (len(read.ratings), read.assignment.asks) == (3, "satisfaction")


def test_pairs_in_any_order_with_other_columns_between() -> None:
    """Pairs find each other wherever they stand, and profile columns are passed over."""
    text = "age,sat_a,imp_b,country,imp_a,sat_b\n30,1,2,DE,3,4\n41,5,4,FR,3,2\n"
    assert rows(text) == [
        ["1", "a", 3, 1, False],
        ["1", "b", 2, 4, False],
        ["2", "a", 3, 5, False],
        ["2", "b", 4, 2, False],
    ]


@pytest.mark.parametrize(
    "text", ["respondent,outcome,experience\nann,a,3\nann,b,4\n", "respondent,exp_a,exp_b\nann,3,4\n"]
)
def test_without_importance(text: str) -> None:
    """A study that asked for experience alone has no column importance, and can be scored."""
    read = read_ratings(text.encode())
    assert list(read.ratings.columns) == ["respondent", "outcome", "experience", "not_applicable"]
    assert score(read.ratings, anchor=3)["n"].tolist() == [1, 1]


def test_both_shapes_score_alike() -> None:
    """The same answers give the same digits from a long and from a wide file."""
    codes = np.random.default_rng(2).integers(1, 6, (30, 3, 2))
    wide = ["respondent,imp_a,imp_b,imp_c,sat_a,sat_b,sat_c"]
    wide += [f"r{at}," + ",".join(map(str, person.T.ravel())) for at, person in enumerate(codes)]
    long = ["respondent,outcome,importance,experience"]
    long += [f"r{at},{'abc'[o]},{i},{e}" for at, person in enumerate(codes) for o, (i, e) in enumerate(person)]
    tables = [score(read_ratings("\n".join(lines).encode()).ratings) for lines in (wide, long)]
    pd.testing.assert_frame_equal(*tables, check_exact=True)


UNREADABLE = {
    "The file is empty.": "",
    "Row 1 has neither": "name,age\nann,3\n",
    "A long file needs a column respondent.": "outcome,experience\na,3\n",
    "Row 1, column imp_b: it has no partner that begins with sat_ or exp_.": "imp_a,sat_a,imp_b\n1,2,3\n",
    "Row 1, column sat_b: it has no partner that begins with imp_.": "imp_a,sat_a,sat_b\n1,2,3\n",
    "Row 1: columns sat_a and exp_a mean the same.": "imp_a,sat_a,exp_a\n1,2,3\n",
    "Row 1: columns experience and satisfaction mean the same.": "id,outcome,experience,satisfaction\na,b,1,2\n",
    "Columns id and respondent could both name the person": "id,respondent,sat_a\na,b,1\n",
    "Row 3, column sat_calm: “good” is not a number or a known label.": WIDE.replace("bob,0,,3,", "bob,0,,3,good"),
    "Row 4, column imp_speed: “x” is not a number or a known label.": WIDE.replace("\nbob,0", "\n\nbob,x"),
    "Row 3, column sat_speed: 3.5 is not a whole number.": WIDE.replace("bob,0,,3", "bob,0,,3.5"),
    "Row 2, column experience: 2.5 is not a whole number.": LONG.replace("5,2", "5,2.5"),
    "Row 3, column respondent: this respondent has a row already.": WIDE.replace("bob", "ann"),
    "Row 3, column respondent: the cell is empty.": WIDE.replace("bob", ""),
    "Row 4, columns respondent and outcome: this respondent rated this outcome before.": LONG.replace("bob", "ann"),
    "Row 4, column respondent: the cell is empty.": LONG.replace("bob", " "),
    "Row 3, column outcome: the cell is empty.": LONG.replace("calm", ""),
    "Row 3 has 6 cells, but there are 5 headings.": WIDE.replace("0,,3,", "0,,3,,4"),
    "The file has headings but no ratings.": WIDE.partition("\n")[0],
}


@pytest.mark.parametrize("message", UNREADABLE)
def test_refusals(message: str) -> None:
    """A file that cannot be read is refused in one line that names the row and the column as a spreadsheet does."""
    with pytest.raises(UnreadableFile) as refusal:
        read_ratings(UNREADABLE[message].encode())
    assert str(refusal.value).startswith(message)
    assert "\n" not in str(refusal.value)


@pytest.mark.shared
def test_a_real_file(shared: Path) -> None:
    """The real file's codes 0 and 6 are counted, and none becomes a rating."""
    read = read_ratings(shared / "data" / "odi_177x23.csv")
    assert (len(read.respondents), len(read.outcomes), read.out_of_range) == (177, 23, 150 + 13)
    assert read.ratings[["importance", "experience"]].isin([1, 2, 3, 4, 5, np.nan]).all(axis=None)
