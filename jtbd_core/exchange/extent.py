"""The extent of a workbook's first sheet, read before its cells: they are read as the whole block that they span."""

import io
import re
import zipfile
from collections.abc import Iterator

from jtbd_core.errors import UnreadableFile

MOST_CELLS = 6_000_000
MOST_BYTES = 200_000_000
"""The most cells and bytes of the first sheet; a million rows of four columns take a hundred million bytes."""

SHEET = re.compile(r'<(?:\w+:)?sheet\s[^>]*?\br:id="([^"]+)"')
PART = r'<(?:\w+:)?Relationship\s(?=[^>]*\bId="{}")[^>]*\bTarget="/?(?:xl/)?([^"]+)"'
DIMENSION = re.compile(rb'<(?:\w+:)?dimension\s+ref="(?:[A-Z]+[0-9]+:)?([A-Z]{1,3})([0-9]{1,7})"')
FILLED = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*(?<!/)>')
LONGEST_TAG = 300


def check_extent(content: bytes) -> None:
    """Refuse an .xlsx workbook whose first sheet is too large to be read; all others pass.

    Where the sheet says that its block is large, which formatted cells make it too, its filled cells are looked at.

    Raises:
        UnreadableFile: the sheet has too many bytes, or its filled cells span too large a block.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            sheet = _first_sheet(parts)
            large = max((part for part in (sheet, parts.NameToInfo.get("xl/sharedStrings.xml")) if part), key=_size)
            if _size(large) > MOST_BYTES:
                raise UnreadableFile(
                    f"This Excel workbook unpacks to {_size(large) // 1_000_000:,} MB, too much to be read here; "
                    "save its first sheet as CSV UTF-8."
                )
            _check_cells(parts, sheet)
    except (KeyError, ValueError, zipfile.BadZipFile, NotImplementedError):  # no .xlsx: its reader says what is wrong
        return


def _size(part: zipfile.ZipInfo) -> int:
    return part.file_size


def _first_sheet(parts: zipfile.ZipFile) -> zipfile.ZipInfo:
    named = SHEET.search(parts.read("xl/workbook.xml").decode())
    links = parts.read("xl/_rels/workbook.xml.rels").decode()
    found = named and re.search(PART.format(re.escape(named[1])), links)
    if not found:
        raise KeyError("sheet")
    return parts.getinfo(f"xl/{found[1]}")


def _check_cells(parts: zipfile.ZipFile, sheet: zipfile.ZipInfo) -> None:
    with parts.open(sheet) as text:
        said = DIMENSION.search(text.read(4096))
    if said and _column(said[1]) * int(said[2]) <= MOST_CELLS:
        return
    row, column = 1, b"A"
    for found in _filled(parts, sheet):
        row, column = max(row, int(found[2])), max(column, found[1], key=_column)
    if _column(column) * row > MOST_CELLS:
        raise UnreadableFile(
            f"The first sheet reaches to column {column.decode()} and row {row:,}, more than can be read: delete the "
            "cells that stand far from the table, or save the table as CSV UTF-8."
        )


def _filled(parts: zipfile.ZipFile, sheet: zipfile.ZipInfo) -> Iterator[re.Match[bytes]]:
    with parts.open(sheet) as text:
        kept = b""
        while read := text.read(1 << 20):
            yield from FILLED.finditer(kept + read)
            kept = read[-LONGEST_TAG:]


def _column(letters: bytes) -> int:
    """Return the number of a column: A is 1, AA 27."""
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number
