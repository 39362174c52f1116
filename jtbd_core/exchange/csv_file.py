"""A CSV file in memory: delimiter, headings, and typed columns, with errors that name row and column."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

import msgspec
import numpy as np
import numpy.typing as npt

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.workbook import STARTS, first_sheet_as_csv

Source = str | Path | bytes | IO[bytes] | IO[str]
Floats = npt.NDArray[np.float64]

DELIMITERS = ",;\t"
EMPTY = ["", "NA", "N/A", "n/a", "NaN", "nan", "NULL", "null"]
"""Spellings of an empty cell, as written by R, pandas and databases."""

FOREIGN = {
    b"\xff\xfe": "text in UTF-16; save it as CSV UTF-8",
    b"\xfe\xff": "text in UTF-16; save it as CSV UTF-8",
}


class Texts(msgspec.Struct, frozen=True, kw_only=True):
    """A column of text: the position of each record's text in `names`, −1 where it has none.

    Names are without spaces around them, in the order of first appearance.
    """

    codes: npt.NDArray[np.int64]
    names: tuple[str, ...]


Columns = tuple[list[Texts], list[Floats]]


class CsvFile(msgspec.Struct, frozen=True, kw_only=True):
    """A CSV file whose first row holds the headings; records are counted from 0, rows from 1 as a spreadsheet does."""

    content: bytes
    delimiter: str
    headings: tuple[str, ...]

    def columns(self, texts: Sequence[int], numbers: Sequence[int]) -> Columns:
        """Return columns by position: texts, and numbers with NaN for empty cells; refuse the first bad cell."""
        for decimal in (",", ".") if self.delimiter == ";" else (".",):
            found = _arrow_columns(self, texts, numbers, decimal)
            if found:
                return found
        return _python_columns(self, texts, numbers)

    def records(self) -> Iterator[tuple[int, list[str]]]:
        """Yield row number and cells of each record below the headings, blank lines left out."""
        reader = csv.reader(io.StringIO(_decoded(self.content), newline=""), delimiter=self.delimiter)
        next(reader)
        for row, cells in enumerate(reader, start=2):
            if len(cells) > 1 or "".join(cells).strip():
                yield row, cells

    def row_of(self, record: int) -> int:
        """Return the spreadsheet row of a record."""
        return next(row for place, (row, _) in enumerate(self.records()) if place == record)

    def refuse(self, records: npt.NDArray[np.intp], wrong: npt.NDArray[np.bool_], complaint: str) -> None:
        """Refuse the file if one of the records is `wrong`; the message names the row of the first."""
        if wrong.any():
            raise UnreadableFile(f"Row {self.row_of(int(records[np.argmax(wrong)]))}, {complaint}")


def open_csv(source: Source) -> CsvFile:
    """Return the CSV file at a path, in bytes, or in an open file; raise UnreadableFile in one clear line.

    Of an Excel workbook it is the first sheet.
    """
    content = _content(source).removeprefix(b"\xef\xbb\xbf")
    is_workbook = content.startswith(STARTS)
    if is_workbook:
        content = first_sheet_as_csv(content).encode()
    for start, kind in FOREIGN.items():
        if content.startswith(start):
            raise UnreadableFile(f"This is {kind}.")
    if not content.strip():
        raise UnreadableFile("The file is empty.")
    line = _decoded(re.split(rb"[\r\n]", content, maxsplit=1)[0])
    delimiter = "," if is_workbook else max(DELIMITERS, key=line.count)
    headings = next(csv.reader(io.StringIO(line, newline=""), delimiter=delimiter), [])
    return CsvFile(content=content, delimiter=delimiter, headings=tuple(heading.strip() for heading in headings))


def _content(source: Source) -> bytes:
    """Return all bytes of a source."""
    if isinstance(source, bytes):
        return source
    if isinstance(source, (str, Path)):
        try:
            return Path(source).read_bytes()
        except OSError as cause:
            raise UnreadableFile(f"The file {source} cannot be read: {cause.strerror}.") from cause
    read = source.read()
    return read.encode() if isinstance(read, str) else read


def _decoded(content: bytes) -> str:
    """Return bytes as text; refuse what is not UTF-8, naming the row."""
    try:
        return content.decode()
    except UnicodeDecodeError as cause:
        row = content.count(b"\n", 0, cause.start) + 1
        raise UnreadableFile(f"Row {row}: the file is not in UTF-8; save it as CSV UTF-8.") from cause


WORTH_THREADS = 1_000_000
"""The size in bytes above which pyarrow reads a file in several threads."""


def _arrow_columns(file: CsvFile, texts: Sequence[int], numbers: Sequence[int], decimal: str) -> Columns | None:
    """Return the columns as pyarrow reads them, or None where it fails and the slow reader must find the bad cell."""
    import pyarrow as pa  # type: ignore[import-untyped]
    from pyarrow import csv as arrow_csv

    types = {str(at): pa.dictionary(pa.int32(), pa.string()) for at in texts}
    types |= {str(at): pa.float64() for at in numbers}
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(file.content),
            arrow_csv.ReadOptions(
                # A program that ends while arrow's threads are starting is aborted, so a small file is read without.
                use_threads=len(file.content) > WORTH_THREADS,
                column_names=[str(at) for at in range(len(file.headings))],
                skip_rows=1,
            ),
            arrow_csv.ParseOptions(delimiter=file.delimiter),
            arrow_csv.ConvertOptions(
                column_types=types, include_columns=list(types), null_values=EMPTY, decimal_point=decimal
            ),
        )
    except pa.ArrowInvalid:
        return None
    encoded = [table[str(at)].unify_dictionaries().combine_chunks() for at in texts]
    found = [_texts(column.indices.to_numpy(), column.dictionary.to_pylist()) for column in encoded]
    return found, [table[str(at)].to_numpy() for at in numbers]


def _python_columns(file: CsvFile, texts: Sequence[int], numbers: Sequence[int]) -> Columns:
    """Return the columns read cell by cell; refuse the first bad one, naming its row and column."""
    words: list[list[str]] = [[] for _ in texts]
    values: list[list[float]] = [[] for _ in numbers]
    for row, cells in file.records():
        if len(cells) != len(file.headings):
            raise UnreadableFile(f"Row {row} has {len(cells)} cells, but row 1 has {len(file.headings)} headings.")
        for column, at in zip(words, texts, strict=True):
            column.append(cells[at])
        for numeric, at in zip(values, numbers, strict=True):
            numeric.append(_number(cells[at], row, file.headings[at], file.delimiter))
    found = [_texts(np.arange(len(column)), column) for column in words]
    return found, [np.array(numeric, float) for numeric in values]


def _texts(codes: npt.NDArray[np.integer], spelled: Sequence[str]) -> Texts:
    """Return a column of text from the index of each record's spelling; spellings that differ in spaces are merged."""
    names = {name: place for place, name in enumerate(dict.fromkeys(filter(None, map(str.strip, spelled))))}
    place = np.array([names.get(spelling.strip(), -1) for spelling in spelled], np.int64)
    return Texts(codes=place[codes], names=tuple(names))


def _number(cell: str, row: int, heading: str, delimiter: str) -> float:
    """Return a cell's number, NaN when it is empty; between semicolons a comma may mark the decimals."""
    text = cell.strip()
    if text in EMPTY:
        return float("nan")
    try:
        return float(text.replace(",", ".") if delimiter == ";" else text)
    except ValueError as cause:
        raise UnreadableFile(f"Row {row}, column {heading}: “{text}” is not a number.") from cause
