"""Excel workbooks: data frames written without formulas or links."""

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

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
    """Return a workbook with a sheet per table: headings in a frozen row, numbers as numbers, text as text.

    Text is never a formula or a link, even after its cell is edited.

    Raises:
        Refused: a table is longer than a sheet of Excel.
    """
    import xlsxwriter

    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        quoted = book.add_format({"quote_prefix": True})
        for name, table in sheets.items():
            if len(table) > MOST_ROWS:
                raise Refused(f"{len(table):,} rows are more than a sheet of Excel holds; choose CSV instead.")
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for column, title in enumerate(table.columns):
                sheet.write_string(0, column, title, heading)
                _write(sheet, column, table[title], quoted)
    return written.getvalue()


def _write(sheet: "Worksheet", column: int, values: "pd.Series[Any]", quoted: "Format") -> None:
    widest = NARROWEST
    for row, value in enumerate(values.tolist(), start=1):
        if pd.isna(value):
            continue
        if isinstance(value, str):
            widest = max(widest, len(value))
            sheet.write_string(row, column, value, quoted if value.startswith(FORMULA_STARTS) else None)
        elif isinstance(value, bool):
            sheet.write_boolean(row, column, value)
        else:
            sheet.write_number(row, column, value)
    sheet.set_column(column, column, min(widest, WIDEST))
