"""A CSV file in memory: its delimiter, its records, and its columns as texts, with errors that name the row."""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.source import UTF_8, text_of
from jtbd_core.study.value import comparable

DELIMITERS = "\t;|,"
"""Those that a file may have; where two fit alike, the first does."""

SAMPLED_BYTES, SAMPLED_RECORDS = 1_000_000, 50
SEPARATOR = re.compile(rb"\"?sep=(.)\"?[ ,;\t|]*\n", re.IGNORECASE)
"""The line by which Excel is told the delimiter."""

UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")


class Record(NamedTuple):
    """The cells of a record, the row it begins in as a spreadsheet counts, and the byte at which the next begins."""

    row: int
    cells: list[str]
    end: int


class Texts(msgspec.Struct, frozen=True, kw_only=True):
    """A column of text: the position of each record's text in `names`, −1 where it has none.

    Names are as first spelled, without spaces around them, in the order of first appearance; spellings that only differ
    in what nobody sees are one name.
    """

    codes: npt.NDArray[np.int32]
    names: tuple[str, ...]


class CsvFile(msgspec.Struct, frozen=True, kw_only=True):
    """A text in UTF-8 with a delimiter; `start` and `above` are the bytes and rows before the records that are read.

    `notes` say how the file was read where that is no matter of course, `sheet` names that of a workbook,
    and `sheets` all that are visible there.
    """

    content: bytes
    delimiter: str
    start: int = 0
    above: int = 0
    notes: tuple[str, ...] = ()
    sheet: str = ""
    sheets: tuple[str, ...] = ()

    def records(self) -> Iterator[Record]:
        """Yield the records, empty lines left out; refuse a quotation mark that does not close where its cell ends."""
        reader, row, end = csv.reader(self._lines(), delimiter=self.delimiter, strict=True), self.above, self.start
        while True:
            row += 1
            first = reader.line_num
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as cause:
                raise _unclosed(row) from cause
            if reader.line_num > first + 1 and any(self._swallows(cell, len(cells)) for cell in cells):
                raise _unclosed(row)
            end += sum(self._line_lengths(end, reader.line_num - first))
            if len(cells) > 1 or "".join(cells).strip():
                yield Record(row, cells, end)

    def columns(self, positions: Sequence[int], width: int) -> list[Texts]:
        """Return columns by position, of records with at most `width` cells that are not empty; shorter ones end early.

        Raises:
            UnreadableFile: a record is longer, or a quotation mark does not close; the message names the row.
        """
        return _arrow_columns(self, positions, width) or _python_columns(self, positions, width)

    def row_of(self, record: int) -> int:
        """Return the spreadsheet row of a record."""
        return next(islice(self.records(), record, None)).row

    def refuse(self, records: npt.NDArray[np.intp], wrong: npt.NDArray[np.bool_], complaint: str) -> None:
        """Refuse the file if one of the records is `wrong`; the message names the row of the first."""
        if wrong.any():
            raise UnreadableFile(f"Row {self.row_of(int(records[np.argmax(wrong)]))}, {complaint}")

    def _lines(self) -> Iterator[str]:
        with io.BytesIO(self.content) as text:
            text.seek(self.start)
            for line in text:
                yield line.decode()

    def _line_lengths(self, start: int, count: int) -> Iterator[int]:
        """Yield the lengths in bytes of the next lines."""
        for _ in range(count):
            after = self.content.find(b"\n", start) + 1 or len(self.content)
            yield after - start
            start = after

    def _swallows(self, cell: str, cells: int) -> bool:
        """Whether a cell of several lines holds what looks like a whole record, and not like a sentence with commas."""
        lines = (line.split(self.delimiter) for line in cell.split("\n"))
        return any(len(parts) >= cells > 2 and not any(part.startswith(" ") for part in parts) for parts in lines)


def open_csv(content: bytes) -> CsvFile:
    """Return a text as a CSV file whose delimiter is found by its content; raise UnreadableFile in one clear line."""
    content, encoding = text_of(content)
    notes = () if encoding == UTF_8 else (f"The file was read as {encoding}.",)
    if said := SEPARATOR.match(content):
        return CsvFile(content=content, delimiter=said[1].decode(), start=said.end(), above=1, notes=notes)
    return CsvFile(content=content, delimiter=_delimiter(content), notes=notes)


def _unclosed(row: int) -> UnreadableFile:
    return UnreadableFile(f"Row {row}: a quotation mark opens a cell there, and does not close where the cell ends.")


def _delimiter(content: bytes) -> str:
    """Return the delimiter by which most records have the same number of cells, and of those the one with most."""
    sample = content[:SAMPLED_BYTES].decode(errors="ignore")
    return max(DELIMITERS, key=lambda delimiter: _fit(sample, delimiter))


def _fit(sample: str, delimiter: str) -> tuple[int, int]:
    """Return how many records have the most frequent number of cells above 1, and that number."""
    lengths: Counter[int] = Counter()
    with suppress(csv.Error):
        for cells in islice(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter), SAMPLED_RECORDS):
            lengths[len(cells)] += len(cells) > 1
    length, fits = max(lengths.items(), key=lambda found: found[1], default=(0, 0))
    return fits, length


WORTH_THREADS = 1_000_000
"""The size in bytes above which pyarrow reads a file in several threads."""


def _arrow_columns(file: CsvFile, positions: Sequence[int], width: int) -> list[Texts] | None:
    """Return the columns as pyarrow reads them, or None where it fails or quoted cells have several lines."""
    import pyarrow as pa  # type: ignore[import-untyped]
    from pyarrow import csv as arrow_csv

    if not _has_no_open_quote(file.content):
        return None
    types = {str(at): pa.dictionary(pa.int32(), pa.string()) for at in positions}
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(pa.py_buffer(file.content).slice(file.start)),
            arrow_csv.ReadOptions(
                # A program that ends while arrow's threads are starting is aborted, so a small file is read without.
                use_threads=len(file.content) > WORTH_THREADS,
                column_names=[str(at) for at in range(width)],
            ),
            arrow_csv.ParseOptions(delimiter=file.delimiter),
            arrow_csv.ConvertOptions(column_types=types, include_columns=list(types), null_values=[]),
        )
    except pa.ArrowInvalid:
        return None
    found = []
    for at in positions:  # one by one: of a long file each takes much memory
        column = table[str(at)].unify_dictionaries().combine_chunks()
        table = table.drop_columns([str(at)])
        found.append(_texts(column.indices.to_numpy(), column.dictionary.to_pylist()))
    return found


def _has_no_open_quote(content: bytes) -> bool:
    """Whether on each line every quotation mark has a partner."""
    return b'"' not in content or not any(line.count(b'"') % 2 for line in io.BytesIO(content))


def _python_columns(file: CsvFile, positions: Sequence[int], width: int) -> list[Texts]:
    """Return the columns read record by record."""
    spelled: list[list[str]] = [[] for _ in positions]
    for row, cells, _ in file.records():
        if any(map(str.strip, cells[width:])):
            raise UnreadableFile(f"Row {row} has {len(cells)} cells, but there are {width} headings.")
        for column, at in zip(spelled, positions, strict=True):
            column.append(cells[at] if at < len(cells) else "")
    return [_texts(np.arange(len(column), dtype=np.int32), column) for column in spelled]


def _texts(codes: npt.NDArray[np.int32], spelled: Sequence[str]) -> Texts:
    """Return a column of text from the index of each record's spelling."""
    keys = [comparable(spelling) for spelling in spelled]
    names: dict[str, str] = {}
    for key, spelling in zip(keys, spelled, strict=True):
        if key:
            names.setdefault(key, spelling if key == spelling else shown(spelling))
    places = {key: place for place, key in enumerate(names)}
    place = np.array([places.get(key, -1) for key in keys], np.int32)
    is_same = np.array_equal(place, np.arange(len(place)))
    return Texts(codes=codes if is_same else place[codes], names=tuple(names.values()))


def shown(text: str) -> str:
    """Return a text on one line, letters and their accents as one, without marks that nobody sees."""
    return " ".join(UNSEEN.sub("", unicodedata.normalize("NFC", text)).split())
