"""Excel workbooks: data frames written without formulas or links."""

import io
from collections.abc import Iterable, Mapping
from typing import IO, TYPE_CHECKING, Any

import pandas as pd

from jtbd_core.errors import Refused
from jtbd_core.exchange.formulas import FORMULA_STARTS

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_575
"""The most rows of a sheet, without its headings."""

NARROWEST, WIDEST = 10, 60
"""Widths of a column, in characters."""


def workbook(sheets: Mapping[str, pd.DataFrame]) -> bytes:
    """Return a workbook with a sheet per table: see `write_workbook`."""
    written = io.BytesIO()
    write_workbook({name: [table] for name, table in sheets.items()}, written)
    return written.getvalue()


def write_workbook(sheets: Mapping[str, Iterable[pd.DataFrame]], target: IO[bytes]) -> None:
    """Write a workbook with a sheet per table: headings in a frozen row, numbers as numbers, text as text.

    A table comes as one or more parts with the same columns, of which one at a time is in memory. Text is never a
    formula or a link, even after its cell is edited.

    Raises:
        Refused: a table is longer than a sheet of Excel.
    """
    import xlsxwriter

    with xlsxwriter.Workbook(target, {"constant_memory": True}) as book:
        heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        quoted = book.add_format({"quote_prefix": True})
        for name, parts in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            _write(sheet, parts, heading, quoted)


def _write(sheet: "Worksheet", parts: Iterable[pd.DataFrame], heading: "Format", quoted: "Format") -> None:
    written, widths = 0, dict[int, int]()
    for part in parts:
        if written + len(part) > MOST_ROWS:
            raise Refused(f"{written + len(part):,} rows are more than a sheet of Excel holds; choose CSV instead.")
        for column, title in enumerate(part.columns):
            if not written:
                sheet.write_string(0, column, title, heading)
            widths[column] = max(widths.get(column, NARROWEST), _longest(part[title]))
        for row, values in enumerate(zip(*(part[name].tolist() for name in part), strict=True), start=written + 1):
            for column, value in enumerate(values):
                _write_cell(sheet, row, column, value, quoted)
        written += len(part)
    for column, width in widths.items():
        sheet.set_column(column, column, min(width, WIDEST))


def _longest(column: "pd.Series[Any]") -> int:
    """Return the length of the longest text of a column."""
    return max((len(text) for text in column.unique() if isinstance(text, str)), default=0)


def _write_cell(sheet: "Worksheet", row: int, column: int, value: Any, quoted: "Format") -> None:  # noqa: ANN401
    if isinstance(value, str):
        sheet.write_string(row, column, value, quoted if value.startswith(FORMULA_STARTS) else None)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif not pd.isna(value):
        sheet.write_number(row, column, value)
