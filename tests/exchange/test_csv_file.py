"""CSV files: delimiters, spellings, rows and quotation marks."""

import pytest

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.ratings_file import read_ratings
from tests.exchange.test_ratings_file import LONG, WIDE, rows


@pytest.mark.parametrize(
    "same",
    [
        WIDE.replace(",", ";"),
        WIDE.replace(",", "\t"),
        WIDE.replace("\n", "\r\n"),
        "\ufeff" + WIDE,
        WIDE.replace("5,4,2", "5.00,4.0,2e0"),
        WIDE.replace(",", ";").replace("5;4;2", "5,00;4,0;2"),
        WIDE.replace("5,4,2,", "5,4,2,NA"),
        WIDE.replace("5,4,2,", " 5,4 ,2, "),
        WIDE.replace("ann,", '" ann ",'),
        WIDE.replace("\nbob", "\n\nbob") + "\n,,,,\n",
        WIDE.replace("respondent", '"respondent"').rstrip("\n"),
    ],
)
def test_ways_to_write_the_same_file(same: str) -> None:
    """Delimiter, line ends, byte order mark, decimals, spaces and blank lines do not change what is read."""
    assert rows(same) == rows(WIDE)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_by_content(delimiter: str) -> None:
    """Whatever stands within the headings, the delimiter is what gives all records the same number of cells."""
    headings = ["respondent", '"imp_Time, effort; and cost|to\tpack"', '"sat_Time, effort; and cost|to\tpack"']
    text = "\n".join(delimiter.join(cells) for cells in (headings, ["ann", "5", "2"], ["bob", "4", "3"]))
    assert [row[2:4] for row in rows(text)] == [[5, 2], [4, 3]]
    assert read_ratings(text.encode()).outcomes == ("Time, effort; and cost|to pack",)


@pytest.mark.parametrize("separator", ["sep=;\r\n", '"sep=;"\n', "SEP=;\n"])
def test_a_line_names_the_delimiter(separator: str) -> None:
    """Excel's own line is followed, and is no row of headings."""
    assert rows(separator + WIDE.replace(",", ";")) == rows(WIDE)


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    """A line that names the delimiter, blank lines and a heading of two lines are counted."""
    text = 'sep=,\n"imp\na",sat_a,"a\nnote"\n5,2,\n\n5,often,\n'
    with pytest.raises(UnreadableFile, match="Row 5, column sat_a: “often”"):
        read_ratings(text.replace("imp\na", "imp_a").encode())


def test_short_rows_end_early_and_long_ones_with_nothing() -> None:
    """Trailing cells that are not there are missing ratings; trailing empty cells are nothing.

    Somebody of whom nothing else is there is told, since it may be a line of a comment that was broken.
    """
    text = "respondent,imp_a,sat_a,imp_b,sat_b\nann,5,2,4,3\nbob,5,2\ncem,4,1,3,2,,\n"
    found = [row[2:4] for row in rows(text)]
    assert found == [[5, 2], [4, 3], [5, 2], [None, None], [4, 1], [3, 2]]
    assert read_ratings(f"{text}dan\n".encode()).notes == ("1 of the respondents rated nothing.",)


@pytest.mark.parametrize(
    "comment",
    [
        '"never closed',
        '"never closed\nzoe,5,2,4,3,"ok',
        '"never closed\nzoe,5,2,4,3,but here"',
        'ok\nzoe,5,2,4,3,"never closed',
        '"closed" too early',
    ],
)
def test_a_quotation_mark_swallows_nobody(comment: str) -> None:
    """Where a cell does not end with its quotation mark, the row in which it opens is named."""
    text = f'respondent,imp_a,sat_a,imp_b,sat_b,comment\nann,5,2,4,3,ok\nbob,5,2,4,3,{comment}\ncem,4,1,3,2,"ok"\n'
    row = 4 if comment.startswith("ok") else 3
    with pytest.raises(UnreadableFile, match=f"Row {row}: a quotation mark"):
        read_ratings(text.encode())


def test_a_comment_of_several_lines_is_one_cell() -> None:
    """Quoted line breaks, delimiters and quotation marks are text."""
    text = 'respondent,comment,imp_a,sat_a\nann,"Good, but\n""slow"", dear, late, cold",5,2\nbob,,4,3\n'
    assert [row[2:4] for row in rows(text)] == [[5, 2], [4, 3]]


def test_names_that_look_alike_are_one() -> None:
    """Composed and decomposed letters, no-break spaces and invisible characters make no other outcome or person."""
    text = LONG.replace("bob,speed", "bob,spe\u00aded").replace("ann,calm", "a\u200bnn,calm")
    assert rows(text) == rows(LONG)
