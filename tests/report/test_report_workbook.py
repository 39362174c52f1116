"""A report as an Excel workbook."""

import io

import pytest
from python_calamine import CalamineWorkbook

from jtbd_core.report.chapter import Cell, FullReport, Quantity, Range
from jtbd_core.report.report_workbook import HEAD, report_workbook
from tests.report.full_sample import full_sample, tables


@pytest.fixture(scope="module")
def report() -> FullReport:
    """Return the report of a small study."""
    return full_sample().report


@pytest.fixture(scope="module")
def sheets(report: FullReport) -> dict[str, list[list]]:
    """Return the rows of each sheet of its workbook."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(report_workbook(report)))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def held(cell: Cell) -> list:
    """Return what a sheet holds of a cell: numbers, both ends of an interval, or a text."""
    if isinstance(cell, Quantity):
        return [cell.value]
    return [cell.low, cell.high] if isinstance(cell, Range) else [cell]


def test_every_figure_is_a_number(report: FullReport, sheets: dict[str, list[list]]) -> None:
    """Row by row and to the digit that is shown, intervals in two columns."""
    lines = [
        [value for value in row if value != ""]
        for rows in list(sheets.values())[1:-1]
        for row in rows[HEAD:]
        if any(row)
    ]
    expected = [row for table in tables(report, "slides", "pages", "sheets") for row in table.rows]
    assert len(lines) == len(expected)
    for line, row in zip(lines, expected, strict=True):
        values = [value for cell in row.cells for value in held(cell) if value != ""]
        assert line[-len(values) :] == values
    assert sum(isinstance(value, float) for line in lines for value in line) > 500


def test_every_sheet_says_of_whom_it_is_and_what_it_means(report: FullReport, sheets: dict[str, list[list]]) -> None:
    """Above each table stand the finding, round, people and group; the first sheet has all findings."""
    for rows in list(sheets.values())[1:-1]:
        assert any(str(rows[0][0]).startswith(chapter.title) for chapter in report.chapters)
        assert "60 people · everybody" in rows[1][0]
    said = {row[1] for row in sheets["Report"][HEAD:]}
    assert {one.title for one in report.chapters} <= said


def test_the_codebook_explains_every_column(sheets: dict[str, list[list]]) -> None:
    """Each column of each sheet has its line, and a meaning."""
    told = {(row[0], row[1]): row[2] for row in sheets["Codebook"][HEAD:]}
    asked = {(name, head) for name, rows in sheets.items() if name != "Codebook" for head in rows[HEAD - 1] if head}
    assert asked == set(told)
    assert [column for column, meaning in told.items() if not meaning] == []


def test_text_is_never_a_formula(sheets: dict[str, list[list]]) -> None:
    """A decision that begins like one is a text."""
    assert "=2+2: two nurses more" in [value for row in sheets["Notes and decisions"] for value in row]
