"""A report as an Excel workbook: a sheet per table, figures as numbers, intervals in two columns, and a codebook."""

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from jtbd_core.exchange.formulas import FORMULA_STARTS
from jtbd_core.report.chapter import Cell, Chapter, FullReport, Line, Quantity, Range, Table
from jtbd_core.report.codebook import meaning, unit

HEAD = 5
"""The row of headings, from 1; above it stand the finding, whom it is of, and what its figures mean."""

NARROWEST, WIDEST, LONGEST_NAME = 8, 70, 31
"""Widths of a column and the longest name of a sheet, in characters."""


class Sheet(NamedTuple):
    """A sheet: its name, the lines above its table, its headings, and its rows of texts, numbers and empty cells."""

    name: str
    above: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str | Quantity, ...], ...]


def report_workbook(report: FullReport) -> bytes:
    """Return a report as a workbook; text in it is never a formula or a link, even after its cell is edited."""
    import xlsxwriter

    written = io.BytesIO()
    sheets = [_contents(report), *_sheets(report)]
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"title": f"{report.study} · {report.context}", "author": "Headway"})
        looks = {
            "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
            "title": book.add_format({"bold": True, "font_size": 14}),
            "": book.add_format({}),
            "quoted": book.add_format({"quote_prefix": True}),
        }
        looks |= {str(places): book.add_format({"num_format": _format(places)}) for places in range(4)}
        for sheet in (*sheets, _codebook(report, sheets)):
            _write(book.add_worksheet(sheet.name), sheet, looks)
    return written.getvalue()


def _contents(report: FullReport) -> Sheet:
    """Return the first sheet: the finding of each part, of whom it is, and what its figures mean."""
    headings = ("Part", "what it says", "of whom", "what its figures mean")
    rows = tuple(
        row
        for one in report.chapters
        for row in ((one.name, one.title, one.about, one.formula), *((one.name, line, "", "") for line in one.lines))
    )
    above = (report.headline, f"{report.study} · {report.context} · made with Headway on {report.made}")
    return Sheet("Report", (*above, " ".join(report.formulas)), headings, rows)


def _sheets(report: FullReport) -> Iterator[Sheet]:
    """Give a sheet for each table, those of a chapter numbered from the second on."""
    names = {"Report", "Codebook"}
    for chapter in report.chapters:
        for table in chapter.tables:
            if table.reach != "paper":
                name = _name(chapter, names)
                names.add(name)
                yield _sheet(name, chapter, table)


def _name(chapter: Chapter, taken: set[str]) -> str:
    name = re.sub(r"[\[\]:*?/\\']", " ", chapter.name.replace(" outcomes", "") if "," in chapter.name else chapter.name)
    tries = (f"{name[: LONGEST_NAME - 3]} {number}" if number > 1 else name[:LONGEST_NAME] for number in range(1, 99))
    return next(one for one in tries if one not in taken)


def _sheet(name: str, chapter: Chapter, table: Table) -> Sheet:
    is_range = [any(isinstance(row.cells[at], Range) for row in table.rows) for at in range(len(table.headings))]
    headings = [
        part
        for heading, ends in zip(table.headings, is_range, strict=True)
        for part in ((f"{heading} from", f"{heading} to") if ends else (heading,))
    ]
    has_groups = any(row.heading for row in table.rows)
    title = f"{chapter.title} · {table.title}" if table.title else chapter.title
    return Sheet(
        name,
        (title, chapter.about, chapter.formula),
        (*(["Group"] if has_groups else []), *headings),
        tuple(_rows(table.rows, is_range, has_groups=has_groups)),
    )


def _rows(lines: Sequence[Line], is_range: Sequence[bool], *, has_groups: bool) -> Iterator[tuple[str | Quantity, ...]]:
    group = ""
    for line in lines:
        group = line.heading or group
        cells = (part for cell, ends in zip(line.cells, is_range, strict=True) for part in _cells(cell, ends=ends))
        yield (*([group] if has_groups else []), *cells)


def _cells(cell: Cell, *, ends: bool) -> tuple[str | Quantity, ...]:
    if isinstance(cell, Range):
        return Quantity(cell.low, cell.decimals), Quantity(cell.high, cell.decimals)
    return ("", "") if ends else (cell,)


def _codebook(report: FullReport, sheets: Sequence[Sheet]) -> Sheet:
    headings = ("Sheet", "column", "meaning", "unit", "decimals")
    rows = tuple(
        (one.name, heading, meaning(heading), unit(heading), _decimals(one, at))
        for one in sheets
        for at, heading in enumerate(one.headings)
    )
    return Sheet("Codebook", ("What each column means", report.context, " ".join(report.formulas)), headings, rows)


def _decimals(sheet: Sheet, column: int) -> str | Quantity:
    found = [cell.decimals for row in sheet.rows if isinstance(cell := row[column], Quantity)]
    return Quantity(max(found)) if found else ""


def _format(places: int) -> str:
    return "0" + ("." + "0" * places if places else "")


def _write(drawn: Any, sheet: Sheet, looks: dict[str, Any]) -> None:  # noqa: ANN401 - a worksheet
    for row, text in enumerate(sheet.above):
        drawn.write_string(row, 0, text, looks["title" if not row else "quoted" if _is_quoted(text) else ""])
    widths = [max(map(len, heading.split())) for heading in sheet.headings]
    for column, heading in enumerate(sheet.headings):
        drawn.write_string(HEAD - 1, column, heading, looks["head"])
    for row, cells in enumerate(sheet.rows, start=HEAD):
        for column, cell in enumerate(cells):
            widths[column] = max(widths[column], len(str(cell)))
            if isinstance(cell, Quantity):
                drawn.write_number(row, column, cell.value, looks[str(cell.decimals)])
            elif cell:
                drawn.write_string(row, column, cell, looks["quoted" if _is_quoted(cell) else ""])
    for column, width in enumerate(widths):
        drawn.set_column(column, column, min(max(width + 1, NARROWEST), WIDEST))
    drawn.freeze_panes(HEAD, 1)
    drawn.set_landscape()
    drawn.fit_to_pages(1, 0)
    drawn.repeat_rows(0, HEAD - 1)


def _is_quoted(text: str) -> bool:
    return text.startswith(FORMULA_STARTS)
