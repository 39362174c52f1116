"""The workbook behind a chart of PowerPoint, which opens under *Edit data*, and the error bars that refer to it."""

import io
from collections.abc import Sequence
from math import isnan
from typing import Any

from jtbd_core.exchange.formulas import FORMULA_STARTS

Drawn = Any
"""A part of a presentation, as python-pptx has it; of its own types it knows few."""

SHEET = "Sheet1"
SCHEMA = "http://schemas.openxmlformats.org/drawingml/2006"
LINE = "0F1821"


class ChartSheet:
    """The one sheet of a chart: columns with a heading each; those of error bars stand right of all others."""

    def __init__(self) -> None:
        self._columns: list[tuple[int, int, str, Sequence[str | float]]] = []
        self._distances: list[tuple[int, int, str, Sequence[str], Sequence[float]]] = []

    @property
    def free(self) -> int:
        """The first column that is free."""
        taken = (*(one[0] for one in self._columns), *(one[0] for one in self._distances))
        return max(taken, default=-1) + 1

    def add(self, column: int, heading: str, values: Sequence[str | float], row: int = 0) -> None:
        """Add a column with its heading in a row, both counted from 0."""
        self._columns.append((column, row, heading, values))

    def add_distances(self, heading: str, formulas: Sequence[str], values: Sequence[float], row: int) -> str:
        """Add a column of formulas with what they give now, its heading in a row; return where the formulas stand."""
        column = self.free
        self._distances.append((column, row, heading, formulas, values))
        letter = _letter(column)
        return f"{SHEET}!${letter}${row + 2}:${letter}${row + len(values) + 1}"

    def content(self) -> bytes:
        """Return the workbook; text in it is never a formula or a link."""
        import xlsxwriter

        written = io.BytesIO()
        with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
            sheet, quoted = book.add_worksheet(SHEET), book.add_format({"quote_prefix": True})
            for column, row, heading, values in self._columns:
                for at, value in enumerate((heading, *values), start=row):
                    if isinstance(value, str):
                        sheet.write_string(at, column, value, quoted if value.startswith(FORMULA_STARTS) else None)
                    elif not isnan(value):
                        sheet.write_number(at, column, value)
            for column, row, heading, formulas, results in self._distances:
                sheet.write_string(row, column, heading)
                for at, (formula, result) in enumerate(zip(formulas, results, strict=True), start=row + 1):
                    sheet.write_formula(at, column, formula, None, result)
            sheet.set_column(0, 0, 50)
        return written.getvalue()


def add_error_bars(
    drawn: Drawn,
    sheet: ChartSheet,
    of: tuple[Sequence[float], int],
    ends: Sequence[tuple[float, float]],
    direction: str,
    start: int = 0,
) -> None:
    """Add error bars from low to high ends to a series, whose values stand in a column of the sheet.

    They are as long as the sheet says, up and down of each value. `direction` is "x" or "y" of points, empty of bars;
    `start` is the row of the series' heading.
    """
    from pptx.oxml import parse_xml

    values, column = of
    low = sheet.free
    sheet.add(low, f"95 % from{f' ({direction})' if direction else ''}", [one for one, _ in ends], start)
    sheet.add(low + 1, f"95 % to{f' ({direction})' if direction else ''}", [one for _, one in ends], start)
    rows = range(start + 2, start + len(values) + 2)
    own, first, last = (_letter(one) for one in (column, low, low + 1))
    lengths = {
        "plus": ([f"={last}{row}-{own}{row}" for row in rows], [high - at for at, (_, high) in _known(values, ends)]),
        "minus": ([f"={own}{row}-{first}{row}" for row in rows], [at - low_ for at, (low_, _) in _known(values, ends)]),
    }
    parts = "".join(
        _numbers(name, sheet.add_distances(f"{name} {direction}".strip(), formulas, found, start), found)
        for name, (formulas, found) in lengths.items()
    )
    way = f"<c:errDir val='{direction}'/>" if direction else ""
    look = f"<a:ln w='19050'><a:solidFill><a:srgbClr val='{LINE}'/></a:solidFill></a:ln>"
    bars = parse_xml(
        f"<c:errBars xmlns:c='{SCHEMA}/chart' xmlns:a='{SCHEMA}/main'>{way}<c:errBarType val='both'/>"
        f"<c:errValType val='cust'/><c:noEndCap val='0'/>{parts}<c:spPr>{look}</c:spPr></c:errBars>"
    )
    series = drawn._element
    before = next(one for name in ("cat", "xVal", "val") for one in series.findall(f"{{*}}{name}"))
    before.addprevious(bars)


def _known(values: Sequence[float], ends: Sequence[tuple[float, float]]) -> list[tuple[float, tuple[float, float]]]:
    """Return values with their ends; where an end is unknown there is no bar."""
    pairs = zip(values, ends, strict=True)
    return [(at, (at, at) if isnan(low) or isnan(high) else (low, high)) for at, (low, high) in pairs]


def _numbers(name: str, place: str, values: Sequence[float]) -> str:
    """Return the lengths of error bars to one side, with where they stand in the sheet."""
    points = "".join(f"<c:pt idx='{at}'><c:v>{one:.6g}</c:v></c:pt>" for at, one in enumerate(values))
    cache = f"<c:formatCode>General</c:formatCode><c:ptCount val='{len(values)}'/>{points}"
    return f"<c:{name}><c:numRef><c:f>{place}</c:f><c:numCache>{cache}</c:numCache></c:numRef></c:{name}>"


def _letter(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))
