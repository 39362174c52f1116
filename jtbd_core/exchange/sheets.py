"""The visible sheets of an Excel workbook, each read as a CSV file of the texts that Excel displays."""

import csv
import datetime as dt
import io
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.csv_file import CsvFile, open_csv
from jtbd_core.exchange.extent import DAMAGE, check_strings, readable
from jtbd_core.exchange.source import Source, content_of

STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""The first bytes of a workbook: .xlsx, and .xls of before 2007."""


def open_files(source: Source) -> Iterator[CsvFile]:
    """Yield a CSV file, or each visible sheet of a workbook that is not empty, in their order.

    Raises:
        UnreadableFile: it is empty, no text and no workbook, protected by a password, or too large.
    """
    content = content_of(source)
    if not content.startswith(STARTS):
        yield open_csv(content)
        return
    found = False
    visible = _visible(content)
    for number, name in visible.items():
        if file := _sheet(content, number, name):
            found = True
            yield replace(file, sheets=tuple(visible.values()))
    if not found:
        raise UnreadableFile("The file is empty.")


def _visible(content: bytes) -> dict[int, str]:
    """Return the visible sheets by number, from 0, and name."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    check_strings(content)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            sheets = book.sheets_metadata
    except (CalamineError, OSError) as cause:
        raise UnreadableFile(DAMAGE) from cause
    return {
        number: one.name
        for number, one in enumerate(sheets)
        if one.visible == SheetVisibleEnum.Visible and one.typ == SheetTypeEnum.WorkSheet
    }


def _sheet(content: bytes, number: int, name: str) -> CsvFile | None:
    """Return a sheet with a row on each line, as it is numbered in Excel; None if it is empty."""
    from python_calamine import CalamineError, CalamineWorkbook

    content, notes = readable(content, number)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            sheet = book.get_sheet_by_name(name)
            if sheet.start is None:
                return None
            above = sheet.start[0]
            writer.writerows(map(_cells, sheet.to_python()))
    except (CalamineError, OSError) as cause:
        raise UnreadableFile(DAMAGE) from cause
    return CsvFile(content=text.getvalue().encode(), delimiter=",", above=above, notes=notes, sheet=name)


def _cells(row: Sequence[object]) -> list[str]:
    return [" ".join(_cell(value).splitlines()) for value in row]


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # a workbook has no other numbers: the respondent 7 is 7.0 there
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value)
