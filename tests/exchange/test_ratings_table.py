"""Files of ratings that are opened: sheets, and rows that are none of a person."""

import io

import pytest
import xlsxwriter

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.group_columns import read_groups
from jtbd_core.exchange.ratings_file import read_ratings

ROWS = [["respondent", "imp_a", "sat_a", "home"], ["ann", 5, 2, "big"], ["bob", 4, "#N/A", "small"]]


def book(*sheets: tuple[str, int, int, list[list[object]]], hidden: str = "", error: bool = False) -> bytes:
    """Return a workbook: each sheet's name, the row and column at which its rows begin, and these."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as file:
        for name, top, left, rows in sheets:
            sheet = file.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(top + at, left, row)
            if error:
                sheet.write_formula(top + 2, left + 2, "=NA()", None, "#N/A")
            if name == hidden:
                sheet.hide()
            else:
                sheet.activate()
    return written.getvalue()


COVER: tuple[str, int, int, list[list[object]]] = ("Read me", 0, 0, [["How to read this"], ["October"]])


@pytest.mark.parametrize(
    ("content", "notes"),
    [
        (book(COVER, ("Data", 0, 0, ROWS)), ["Sheet “Data” was read, the first with ratings of “Read me”, “Data”."]),
        (book(("lists", 0, 0, ROWS), ("Data", 0, 0, ROWS), hidden="lists"), []),
        (
            book(("New", 0, 0, ROWS[:1]), ("Data", 0, 0, ROWS)),
            ["Sheet “Data” was read, the first with ratings of “New”, “Data”."],
        ),
        (book(("Data", 2, 1, ROWS)), []),
        (book(("Data", 2, 1, [["October"], [], *ROWS])), ["Row 3 above the headings was left out: “October”."]),
        (book(("Data", 0, 0, ROWS), error=True), []),
    ],
)
def test_a_table_is_found_wherever_it_stands(content: bytes, notes: list[str]) -> None:
    """Another sheet before it, a hidden one, an offset and a title are no hindrance; an error is what Excel shows."""
    read = read_ratings(content)
    assert (read.respondents, read.ratings["importance"].tolist()) == (("ann", "bob"), [5, 4])
    assert list(read.notes) == [*notes, "1 cell holds words for no answer (#N/A: 1): missing, not ratings."]


def test_rows_keep_the_numbers_that_excel_shows() -> None:
    """Also where the table does not begin in the first row."""
    with pytest.raises(UnreadableFile, match="Row 5, column sat_a: “often”"):
        read_ratings(book(("Data", 2, 1, [*ROWS[:2], ["bob", 4, "often", ""]])))


def test_sheets_without_ratings_are_named() -> None:
    """Each was looked at."""
    with pytest.raises(UnreadableFile, match="None of the sheets “Read me”, “More” has columns of ratings"):
        read_ratings(book(COVER, ("More", 0, 0, [["a", "b"], ["1", "2"]])))


@pytest.mark.parametrize("name", ["Total", "MEAN", "Gesamt:", "Moyenne", "Total (n = 2)", "Average rating"])
@pytest.mark.parametrize("first", ["respondent", "Timestamp"])
def test_a_row_of_totals_is_nobody(name: str, first: str) -> None:
    """It is left out and said, with fractions or without, whether or not a column names the person."""
    text = f"{first},imp_a,sat_a,home\nx,5,2,big\ny,4,3,small\n{name},4.5,2.5,\n"
    read = read_ratings(text.encode())
    assert (len(read.respondents), read.ratings["importance"].tolist()) == (2, [5, 4])
    assert read.notes == (f"Row 4, “{name}”, sums up others and was left out.",)
    assert len(read_groups(text.encode(), ["home"])) == 2


def test_rows_beside_totals_and_lines_below_are_nobody() -> None:
    """Their names alone would be somebody's; with ratings, a line below the table is a person."""
    text = "id,imp_a,sat_a\nSD,5,2\nb,4,3\n"
    assert read_ratings(text.encode()).respondents == ("SD", "b")
    below = "id,imp_a,sat_a\na,5,2\nb,4,3\nMean,4.5,2.5\nSD,0.7,0.7\nN,2,2\n\nSource: panel, October\n"
    read = read_ratings(below.replace("panel,", "panel").encode())
    assert read.respondents == ("a", "b")
    assert len(read.notes) == 4
    assert read.notes[-1] == "Row 8, “Source: panel October”, stands below the answers and was left out."
    assert len(read_ratings(b"id,imp_a,sat_a\nNote 7,5,2\n").respondents) == 1


def test_a_column_that_is_chosen_names_the_person() -> None:
    """The other one is passed over, for ratings and for groups alike."""
    text = b"id,respondent_id,imp_a,sat_a,home\n1,P1,5,2,big\n2,P2,4,3,small\n"
    read = read_ratings(text, respondent="Respondent ID")
    assert (read.respondents, read.passed_over) == (("P1", "P2"), ("id", "home"))
    assert read_groups(text, ["home"], read.assignment)["respondent"].tolist() == ["P1", "P2"]
