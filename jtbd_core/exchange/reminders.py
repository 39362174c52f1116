"""Reminders: of a table that has a single-use code in each row, the rows whose code nobody has used."""

import csv
import io
import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from jtbd_core.access import JOIN_ALPHABET
from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.csv_file import open_csv

_CODE = re.compile(f"(?<![A-Z0-9])[{JOIN_ALPHABET}]{{5}}-[{JOIN_ALPHABET}]{{5}}(?![A-Z0-9])")


class CodedTable(NamedTuple):
    """A table as it was given: its headings, its rows, and the code in each row."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    codes: Sequence[str]


def read_coded_table(content: bytes) -> CodedTable:
    """Read a CSV table, such as that of new codes or of a mailer, which has a code or a link with one in each row.

    Raises:
        UnreadableFile: it is no CSV file, or no row of it has a code.
    """
    headings, *rows = [record.cells for record in open_csv(content).records()] or [[]]
    found = [(row, match[0]) for row in rows if (match := _CODE.search("\n".join(row)))]
    if not found:
        raise UnreadableFile("No row of this table has a single-use code, such as ABCDE-FGHJK.")
    return CodedTable(headings, [row for row, _ in found], [code for _, code in found])


def reminder_table(table: CodedTable, unused: Collection[str], link: str) -> str:
    """Return the rows of a table whose code is among the unused ones, as CSV, each with the link that carries it."""
    has_link = all(f"code={code}" in "\n".join(row) for row, code in zip(table.rows, table.codes, strict=True))
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([*table.headings, *([] if has_link else ["link"])])
    for row, code in zip(table.rows, table.codes, strict=True):
        if code in unused:
            writer.writerow([*row, *([] if has_link else [f"{link}?code={code}"])])
    return written.getvalue()
