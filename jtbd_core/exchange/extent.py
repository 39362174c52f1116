"""The extent of a workbook's sheets, looked at before their cells are read: as the whole block that they span."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator

from jtbd_core.errors import UnreadableFile

MOST_CELLS = 6_000_000
MOST_BYTES = 200_000_000
LEAST_TRUSTED = 20_000_000
"""The most cells and bytes of a sheet; a million rows of four columns take a hundred million bytes.

Of a sheet of fewer bytes than can be trusted it is looked at, and not believed, which block it says it has.
"""

DAMAGE = "This Excel workbook cannot be read; save it again, or as CSV UTF-8."
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, LookupError)
"""What reading a part of a damaged workbook can raise."""

WIDEST_GAP = {"column": 100, "row": 1_000}
"""The most empty columns and rows within a table: what stands beyond more is no part of it."""

BOOK = "xl/workbook.xml"
SHEET = re.compile(r"""<(?:\w+:)?sheet\s[^>]*?\b\w+:id=["']([^"']+)""")
PART = r"""<(?:\w+:)?Relationship\s(?=[^>]*\bId=["']{}["'])[^>]*\bTarget=["']/?(?:xl/)?([^"']+)"""
DIMENSION = re.compile(rb'<(?:\w+:)?dimension\s+ref="(?:[A-Z]+[0-9]+:)?([A-Z]{1,3})([0-9]{1,7})"')
START = rb"""<(?:\w+:)?c\s[^>]*?\br=["']([A-Z]{1,3})([0-9]{1,7})["']"""
FILLED = re.compile(START + rb"[^>]*(?<!/)>")
CELL = re.compile(START + rb"[^>]*?(?:/>|>.*?</(?:\w+:)?c>)", re.DOTALL)
ERROR = re.compile(rb"""(<(?:\w+:)?c\s[^>]*?\bt=)["']e["']""")
LONGEST_TAG = 300


def check_strings(content: bytes) -> None:
    """Refuse an .xlsx workbook whose table of texts is too large to be read; all others pass."""
    parts = _parts(content)
    texts = parts and parts.NameToInfo.get("xl/sharedStrings.xml")
    if texts:
        _check_size(texts)


def readable(content: bytes, sheet: int) -> tuple[bytes, tuple[str, ...]]:
    """Return a workbook of which a sheet, counted from 0, can be read, and what was left out of it in words.

    Cells that stand far from the table are left out; a formula's error becomes the text that Excel displays. Whatever
    is no .xlsx is returned as it is.

    Raises:
        UnreadableFile: the sheet has too many bytes, or its filled cells span too large a block.
    """
    parts = _parts(content)
    if not parts or BOOK not in parts.NameToInfo:
        return content, ()
    try:
        return _without_strays(content, parts, _sheet(parts, sheet))
    except DAMAGED as cause:
        raise UnreadableFile(DAMAGE) from cause


def _without_strays(content: bytes, parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> tuple[bytes, tuple[str, ...]]:
    _check_size(part)
    strays = _strays(parts, part)
    if not strays and not any(map(ERROR.search, _read(parts, part))):
        return content, ()
    xml = ERROR.sub(rb'\1"str"', parts.read(part))
    if strays:
        xml = CELL.sub(lambda cell: b"" if cell[1] + cell[2] in strays else cell[0], xml)
    return _with(parts, part, xml), _notes(strays)


def _parts(content: bytes) -> zipfile.ZipFile | None:
    """Return the parts of an .xlsx workbook, None of one of before 2007."""
    if not content.startswith(b"PK"):
        return None
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except DAMAGED as cause:
        raise UnreadableFile(DAMAGE) from cause


def _sheet(parts: zipfile.ZipFile, number: int) -> zipfile.ZipInfo:
    """Return the part of a sheet; raise LookupError where the workbook does not name it."""
    link = SHEET.findall(parts.read(BOOK).decode())[number]
    found = re.search(PART.format(re.escape(link)), parts.read("xl/_rels/workbook.xml.rels").decode())
    if not found:
        raise KeyError("sheet")
    return parts.getinfo(f"xl/{found[1]}")


def _check_size(part: zipfile.ZipInfo) -> None:
    if part.file_size > MOST_BYTES:
        raise UnreadableFile(
            f"This Excel workbook unpacks to {part.file_size // 1_000_000:,} MB, too much to be read here; save the "
            "sheet with the ratings as CSV UTF-8."
        )


def _strays(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> dict[bytes, None]:
    """Return the filled cells far from the table."""
    with parts.open(part) as text:
        said = DIMENSION.search(text.read(4096))
    if part.file_size > LEAST_TRUSTED and said and _column(said[1]) * int(said[2]) <= MOST_CELLS:
        return {}
    columns: set[bytes] = set()
    rows: set[int] = set()
    for found in _filled(parts, part):
        columns.add(found[1])
        rows.add(int(found[2]))
    if max(map(_column, columns), default=0) * max(rows, default=0) <= MOST_CELLS:
        return {}
    first_column, last_column = _span(map(_column, columns), "column")
    first_row, last_row = _span(rows, "row")
    if last_column * last_row > MOST_CELLS:
        raise UnreadableFile(
            f"A sheet has a table up to column {last_column:,} and row {last_row:,}, more than can be read: save the "
            "part with the ratings as CSV UTF-8."
        )
    return {
        found[1] + found[2]: None
        for found in _filled(parts, part)
        if not (first_column <= _column(found[1]) <= last_column and first_row <= int(found[2]) <= last_row)
    }


def _span(used: Iterable[int], what: str) -> tuple[int, int]:
    """Return the first and last of the most used columns or rows between which there is no gap that no table has."""
    spans: list[list[int]] = [[]]
    for place in sorted(used):
        if spans[-1] and place - spans[-1][-1] > WIDEST_GAP[what]:
            spans.append([])
        spans[-1].append(place)
    longest = max(spans, key=len)
    return (longest[0], longest[-1]) if longest else (0, 0)


def _filled(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[re.Match[bytes]]:
    for text in _read(parts, part):
        yield from FILLED.finditer(text)


def _read(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a part piece by piece, each with the end of the piece before, so that each tag is whole in one of them."""
    with parts.open(part) as text:
        kept = b""
        while read := text.read(1 << 20):
            yield kept + read
            kept = read[-LONGEST_TAG:]


def _with(parts: zipfile.ZipFile, part: zipfile.ZipInfo, xml: bytes) -> bytes:
    """Return the workbook with another text of one part."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for one in parts.infolist():
            book.writestr(one.filename, xml if one is part else parts.read(one))
    return written.getvalue()


def _notes(strays: dict[bytes, None]) -> tuple[str, ...]:
    if not strays:
        return ()
    first = next(iter(strays)).decode()
    if len(strays) == 1:
        return (f"Cell {first}, far from the table, was left out.",)
    return (f"{len(strays):,} cells far from the table were left out, the first of them {first}.",)


def _column(letters: bytes) -> int:
    """Return the number of a column: A is 1, AA 27."""
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number
