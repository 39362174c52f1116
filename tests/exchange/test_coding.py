"""What the cells of a file mean, kind by kind."""

import pytest

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.ratings_file import read_ratings


def file(*cells: str) -> bytes:
    """Return a wide file of one outcome whose importance holds these cells, the last of them twice."""
    return "\n".join(["id;imp_a;sat_a", *(f"{at};{cell};3" for at, cell in enumerate((*cells, cells[-1])))]).encode()


@pytest.mark.parametrize(
    ("cells", "points", "note"),
    [
        (
            ("Not at all important", "Very important", "Extremely important"),
            [1, 4, 5, 5],
            "Importance is read from labels: “Not at all important” as 1, “Very important” as 4, “Extremely important” "
            "as 5.",
        ),
        (("1 - not at all important", "2", "5 - extremely important"), [1, 2, 5, 5], "“1 - not at all important” as 1"),
        (("Unwichtig", "eher unwichtig", "teils/teils", "eher wichtig", "Sehr wichtig"), [1, 2, 3, 4, 5, 5], "as 5"),
        (("A1", "A3", "A5"), [1, 3, 5, 5], "“A3” as 3"),
        (("-2", "−1", "2"), [1, 2, 5, 5], "Importance from −2 to 2 is read as 1 to 5."),
    ],
)
def test_labels_and_other_scales_are_said(cells: tuple[str, ...], points: list[int], note: str) -> None:
    """What is read as something else is told as a mapping."""
    read = read_ratings(file(*cells))
    assert read.ratings["importance"].tolist() == points
    assert any(note in one for one in read.notes)


def test_what_is_no_rating_is_counted_by_name() -> None:
    """Missing answers, those that do not apply and codes are three things, and none is a rating."""
    read = read_ratings(file("5", "N/A", "#N/A", "weiß nicht", "does not apply to me", "9", "99", "-", "4"))
    assert read.ratings["importance"].dropna().tolist() == [5, 4, 4]
    assert read.ratings["not_applicable"].tolist() == [
        False,
        False,
        False,
        False,
        True,
        True,
        True,
        False,
        False,
        False,
    ]
    assert read.out_of_range == 2
    assert read.notes == (
        "2 cells hold numbers outside 1–5 (9: 1, 99: 1): not applicable, not ratings.",
        "1 cell holds words for “does not apply” (does not apply to me: 1): not applicable, not ratings.",
        "4 cells hold words for no answer (N/A: 1, #N/A: 1, weiß nicht: 1, -: 1): missing, not ratings.",
    )


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        (("1 - Very important", "5 - Not at all important"), "Importance runs backwards, from “5 - not at all"),
        (
            ("Not important", "Very important"),
            "labels “Not important”, “Very important”, which can be points of several",
        ),
        (("A1", "B2"), "Row 2, column imp_a: “A1” is not a number or a known label"),
        (("A1", "A7", "A6"), "Experience holds 3: this can be a scale of 1 to 7 or 1 to 5"),
        (("Very important", "soso"), "Row 3, column imp_a: “soso”"),
        (("4", "3.5"), "Row 3, column imp_a: 3.5 is not a whole number"),
    ],
)
def test_what_is_in_doubt_is_refused(cells: tuple[str, ...], says: str) -> None:
    """One line names the cell or the values; there is no table of something else."""
    with pytest.raises(UnreadableFile) as refusal:
        read_ratings(file(*cells))
    assert says in str(refusal.value)
