"""The extent of a workbook's sheets, looked at before their cells are read: as the whole block that they span."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from itertools import pairwise

from jtbd_core.errors import UnreadableFile

MOST_CELLS = 6_000_000
MOST_BYTES = 200_000_000
"""The most cells and bytes of a sheet; a million rows of four columns take a hundred million bytes."""

WIDEST_GAP = {"column": 100, "row": 1_000}
"""The most empty columns and rows within a table: what stands beyond more is no part of it."""

SHEET = re.compile(r'<(?:\w+:)?sheet\s[^>]*?\b\w+:id="([^"]+)"')
PART = r'<(?:\w+:)?Relationship\s(?=[^>]*\bId="{}")[^>]*\bTarget="/?(?:xl/)?([^"]+)"'
DIMENSION = re.compile(rb'<(?:\w+:)?dimension\s+ref="(?:[A-Z]+[0-9]+:)?([A-Z]{1,3})([0-9]{1,7})"')
START = rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"'
FILLED = re.compile(START + rb"[^>]*(?<!/)>")
CELL = re.compile(START + rb"[^>]*?(?:/>|>.*?</(?:\w+:)?c>)", re.DOTALL)
ERROR = re.compile(rb'(<(?:\w+:)?c\s[^>]*?\bt=)"e"')
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
    try:
        part = parts and _sheet(parts, sheet)
    except (KeyError, ValueError, IndexError):  # its reader says what is wrong
        return content, ()
    if not parts or not part:
        return content, ()
    _check_size(part)
    strays = _strays(parts, part)
    if not strays and not any(map(ERROR.search, _read(parts, part))):
        return content, ()
    xml = ERROR.sub(rb'\1"str"', parts.read(part))
    if strays:
        xml = CELL.sub(lambda cell: b"" if cell[1] + cell[2] in strays else cell[0], xml)
    return _with(parts, part, xml), _notes(strays)


def _parts(content: bytes) -> zipfile.ZipFile | None:
    """Return the parts of an .xlsx workbook, None of anything else."""
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None


def _sheet(parts: zipfile.ZipFile, number: int) -> zipfile.ZipInfo:
    """Return the part of a sheet; raise KeyError, ValueError or IndexError where the workbook does not name it."""
    link = SHEET.findall(parts.read("xl/workbook.xml").decode())[number]
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
    """Return the filled cells far from the table, of a sheet that says that its block is large."""
    with parts.open(part) as text:
        said = DIMENSION.search(text.read(4096))
    if said and _column(said[1]) * int(said[2]) <= MOST_CELLS:
        return {}
    columns: set[bytes] = set()
    rows: set[int] = set()
    for found in _filled(parts, part):
        columns.add(found[1])
        rows.add(int(found[2]))
    last_column, last_row = _end(map(_column, columns), "column"), _end(rows, "row")
    if last_column * last_row > MOST_CELLS:
        raise UnreadableFile(
            f"A sheet has a table of {last_column:,} columns and {last_row:,} rows, more than can be read: save the "
            "part with the ratings as CSV UTF-8."
        )
    return {
        found[1] + found[2]: None
        for found in _filled(parts, part)
        if _column(found[1]) > last_column or int(found[2]) > last_row
    }


def _end(used: Iterable[int], what: str) -> int:
    """Return the last of the used columns or rows before a gap that no table has."""
    places = sorted(used)
    return next((one for one, after in pairwise(places) if after - one > WIDEST_GAP[what]), places[-1] if places else 0)


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
