"""The file of a backup, the same for all engines: a zip with a manifest, and for each table a JSON array a row."""

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import msgspec

from jtbd_core.contract.backups import Manifest, Progress, TableManifest
from jtbd_core.errors import UnreadableFile
from jtbd_core.store.engine import Row
from jtbd_core.store.tables import Table

MANIFEST = "manifest.json"
COMPRESSION = 1
ROWS = 2_000
"""So many rows are read and written at a time: converting more would hold up those who are saving."""

DAMAGE = (zipfile.BadZipFile, zlib.error, msgspec.MsgspecError, KeyError, EOFError, UnicodeDecodeError)


class RowDigest:
    """A count and digest of rows, whatever their order: the sum of each row's SHA-256, modulo 2^128."""

    def __init__(self) -> None:
        self.rows = 0
        self._sum = 0

    def add(self, lines: list[bytes]) -> None:
        """Take in these encoded rows."""
        self.rows += len(lines)
        self._sum += sum(int.from_bytes(hashlib.sha256(line).digest()[:16]) for line in lines)

    def manifest(self, table: Table) -> TableManifest:
        """Return the line of the manifest for a table of which these were the rows."""
        columns = tuple(column.name for column in table.columns)
        return TableManifest(columns=columns, rows=self.rows, digest=f"{self._sum % 2**128:032x}")


def encoded(rows: list[Row]) -> list[bytes]:
    """Return each row as a line of JSON, without its end."""
    return [msgspec.json.encode(row) for row in rows]


def add_table(archive: zipfile.ZipFile, table: Table, chunks: Iterator[list[Row]]) -> TableManifest:
    """Write the rows of a table into a backup and return what the manifest says about them."""
    digest = RowDigest()
    with archive.open(f"{table.name}.jsonl", "w", force_zip64=True) as member:
        for rows in chunks:
            lines = encoded(rows)
            digest.add(lines)
            member.write(b"\n".join(lines) + b"\n")
    return digest.manifest(table)


def decoded(archive: zipfile.ZipFile, table: Table) -> Iterator[list[Row]]:
    """Yield the rows that a backup holds of a table, chunk by chunk."""
    decoder: msgspec.json.Decoder[Row] = msgspec.json.Decoder(table.row_type)
    with archive.open(f"{table.name}.jsonl") as member:
        for lines in _chunks(member):
            yield [decoder.decode(line) for line in lines]


@contextmanager
def opened_backup_file(file: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """Open a backup and its manifest; raises `UnreadableFile` for what is none, or is damaged."""
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive, msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
    except DAMAGE as error:
        raise UnreadableFile(f"{file} is no backup of Headway, or is damaged: {error}") from error
    except OSError as error:
        raise UnreadableFile(f"{file} cannot be read: {error.strerror}.") from error


def verify(file: Path, progress: Progress) -> Manifest:
    """Read a backup from end to end and return its manifest; raises `UnreadableFile` unless it holds what that says."""
    with opened_backup_file(file) as (archive, manifest):
        done = 0
        for name, told in manifest.tables.items():
            digest = RowDigest()
            with archive.open(f"{name}.jsonl") as member:
                for lines in _chunks(member):
                    digest.add(lines)
                    progress(done + digest.rows, manifest.rows)
            done += digest.rows
            if digest.manifest(Table(name, ())) != msgspec.structs.replace(told, columns=()):
                raise UnreadableFile(f"{file} is damaged: its table “{name}” does not hold what the manifest says.")
    return manifest


def _chunks(member: IO[bytes]) -> Iterator[list[Any]]:
    lines = []
    for line in member:
        if content := line.rstrip(b"\n"):
            lines.append(content)
        if len(lines) == ROWS:
            yield lines
            lines = []
    if lines:
        yield lines
