"""Excel workbooks, read back as Excel displays them."""

import io
import zipfile

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from jtbd_core import score
from jtbd_core.errors import Refused, UnreadableFile
from jtbd_core.exchange import workbook as module
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.exchange.formulas import FORMULA_STARTS
from jtbd_core.exchange.long_table import long_table
from jtbd_core.exchange.ratings_file import read_ratings
from jtbd_core.exchange.workbook import workbook

STUDY = demo_study()
RATINGS = demo_answers(STUDY)[0]
NOBODY = pd.DataFrame({"respondent": [], "outcome": []}, dtype=str)
CARDS = NOBODY.assign(position=[], seconds=[], took_bait=[]).astype(
    {"position": float, "seconds": float, "took_bait": bool}
)
PROFILES = pd.DataFrame({"respondent": [], "question": [], "option": []}, dtype=str)
DANGEROUS = [f"{start}1+1" for start in FORMULA_STARTS] + ["https://elsewhere.example", "mailto:a@b.example", "{=1}"]

DIGITS = 1e-15
"""Excel keeps 15 digits of a number."""


def rows(content: bytes, sheet: str) -> list[list[object]]:
    """Return the cells of a sheet."""
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(sheet).to_python()


def parts(content: bytes) -> dict[str, str]:
    """Return the XML files that a workbook consists of."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.fixture(scope="module")
def answers() -> bytes:
    """Give the answers of the demo study as a workbook."""
    return workbook({"Answers": long_table(STUDY, RATINGS, PROFILES, CARDS, NOBODY)})


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_stays_text(text: str) -> None:
    """What a spreadsheet would run or link arrives as the text it is, as a heading too."""
    content = workbook({"Sheet": pd.DataFrame({text: [text]})})
    assert rows(content, "Sheet") == [[text], [text]]
    sheet = parts(content)["xl/worksheets/sheet1.xml"]
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_text_that_begins_as_a_formula_stays_text_when_edited() -> None:
    """Its cell is marked as quoted, as by an apostrophe that somebody typed."""
    assert 'quotePrefix="1"' in parts(workbook({"Sheet": pd.DataFrame({"a": ["=1+1"]})}))["xl/styles.xml"]


def test_numbers_are_numbers_and_missing_ones_are_empty() -> None:
    """Ratings can be summed at once; what was not answered is no 0."""
    table = pd.DataFrame({"importance": pd.array([5, None], "Int8"), "seconds": [1.25, 2.5], "shown": [True, False]})
    assert rows(workbook({"Sheet": table}), "Sheet")[1:] == [[5.0, 1.25, True], ["", 2.5, False]]


def test_headings_stay_in_sight(answers: bytes) -> None:
    """The first row is frozen."""
    assert '<pane ySplit="1"' in parts(answers)["xl/worksheets/sheet1.xml"]


def test_exported_answers_score_to_the_same_digits(answers: bytes) -> None:
    """The sheet of answers is a ratings file."""
    read = read_ratings(answers)
    pd.testing.assert_frame_equal(score(read.ratings), score(RATINGS), check_dtype=False)


def test_a_wave_longer_than_a_sheet_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is cut off silently."""
    monkeypatch.setattr(module, "MOST_ROWS", 2)
    with pytest.raises(Refused, match="CSV"):
        workbook({"Sheet": pd.DataFrame({"a": [1, 2, 3]})})


@pytest.mark.parametrize(
    ("cell", "says"),
    [("often", "Row 3, column sat_a: “often” is not a number or a"), (3.5, "Row 3, column sat_a: 3.5")],
)
def test_a_bad_cell_is_named_as_in_a_csv_file(cell: object, says: str) -> None:
    """Row and column are those that Excel shows, with an empty row above."""
    table = pd.DataFrame({"id": ["", "7"], "imp_a": ["", "5"], "sat_a": ["", cell]})
    with pytest.raises(UnreadableFile, match=says):
        read_ratings(workbook({"Sheet": table}))


def test_what_only_looks_like_a_workbook_is_refused() -> None:
    """A broken file gets one clear line."""
    with pytest.raises(UnreadableFile, match="workbook cannot be read"):
        read_ratings(b"PK\x03\x04 and so on")


def test_respondents_by_number_keep_their_names() -> None:
    """Excel stores 7 as 7.0; the respondent is still 7, and a heading may have two lines."""
    table = pd.DataFrame({"id": [7, 8], "imp_a\nb": [5, 4], "sat_a\nb": [2, 3]})
    read = read_ratings(workbook({"Sheet": table}))
    assert (read.respondents, read.outcomes) == (("7", "8"), ("a b",))
