"""The file of an archive: a zip with the study as JSON, its parts as CSV, a manifest, and a description of all this."""

import csv
import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO

import msgspec

from jtbd_core.contract.archive_columns import Part
from jtbd_core.contract.archive_parts import PARTS
from jtbd_core.contract.archives import ArchivedStudy, Rows
from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.archive_cells import read
from jtbd_core.study import StudyStatus, study_from_json

FORMAT = 5
"""The number of the format; a part or column that a newer Headway adds raises it, and is there `since` that number."""

SUFFIX = ".headway"
MANIFEST, STUDY, README = "manifest.json", "study.json", "README.txt"
MOST_BYTES, LONGEST_STUDY, LONGEST_LINE = 4_000_000_000, 20_000_000, 1_000_000
"""The most bytes of an archive once it is unpacked, of the study in it, and of one line."""

ROWS = 2_000
"""So many rows are read at a time: converting more would hold up those who are saving."""

DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError),  # such as one with a password
    *(msgspec.MsgspecError, csv.Error, RecursionError, ValueError, OverflowError, struct.error),
)
ABOUT = """A study of Headway as an archive. `python -m jtbd_core import FILE` makes a copy of it, as does "Import a
study file" on the page My studies.

study.json     the study: what is asked, on which scales, in which languages
manifest.json  the number of this format, the status of the study, and the rows and SHA-256 of each part

All other parts are CSV in UTF-8. An empty cell is missing or an empty text; times are ISO 8601, in UTC. A text that a
spreadsheet would take for a formula has an apostrophe before it, and so has one that begins with apostrophes and then
is such a text. Not in it are keys of links, single-use codes, receipts, lists of panels, the trial round, and who
wrote which remark. Links of stakeholders are there without their keys: a copy gives each a new one, and asks for the
same passphrase. What somebody deletes later stays in an archive made before: keep it as safe as the database, and no
longer than you need it.
"""


class PartManifest(msgspec.Struct, frozen=True, kw_only=True):
    """What an archive holds of one part: how many rows below the headings, and the SHA-256 of the file."""

    rows: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What an archive holds: the number of its format, the status of the study, its saves, its parts by file name."""

    format: int
    status: StudyStatus
    saves: int
    parts: dict[str, PartManifest]


def file_of(part: Part) -> str:
    """Return the name of a part's file."""
    return f"{part.name}.csv"


def headings(part: Part) -> list[str]:
    """Return the headings of a part's file."""
    return [column.name for column in part.whole]


def description() -> str:
    """Return the text that says what each column of an archive holds."""
    parts = [
        f"\n{file_of(part)}: a row is {part.about}\n"
        + "".join(f"  {column.name:<18} {column.about}\n" for column in part.whole)
        for part in PARTS
    ]
    return ABOUT + "".join(parts)


@contextmanager
def opened_archive(file: Path | bytes) -> Iterator[ArchivedStudy]:
    """Open an archive whose rows are read from the file, cell by cell within the limits of their types.

    Raises:
        UnreadableFile: it is none, of a newer format, larger than it may be, or damaged, there or while it is read.
    """
    with _translated():
        archive = _opened(file)
    with archive:
        with _translated():
            manifest = _manifest(archive)
            study = study_from_json(archive.read(STUDY))
        yield ArchivedStudy(study, manifest.status, manifest.saves, lambda part: _chunks(archive, manifest, part))


def check_file(file: Path | bytes) -> dict[str, int]:
    """Return how many rows each part of an archive has; raise `UnreadableFile` unless each is as it was written."""
    with _translated(), _opened(file) as archive:
        manifest = _manifest(archive)
        for name, told in manifest.parts.items():
            with archive.open(name) as member:
                digest = hashlib.sha256()
                for block in iter(partial(member.read, LONGEST_LINE), b""):
                    digest.update(block)
                if digest.hexdigest() != told.sha256:
                    raise UnreadableFile(f"The archive is damaged: {name} does not hold what was written.")
    return {name: part.rows for name, part in manifest.parts.items()}


def _opened(file: Path | bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(file) if isinstance(file, bytes) else file)


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except DAMAGE as error:
        raise UnreadableFile("This is no archive of Headway, or it is damaged.") from error
    except OSError as error:
        raise UnreadableFile(f"The archive cannot be read: {error.strerror}.") from error


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    """Return the manifest, once the names and sizes of all files are found to be those of an archive."""
    members = archive.infolist()
    sizes = {one.filename: one.file_size for one in members}
    if MANIFEST not in sizes or sizes[MANIFEST] > LONGEST_LINE:
        raise UnreadableFile("This is no archive of Headway: it has no manifest.")
    told = msgspec.json.decode(archive.read(MANIFEST), type=dict[str, msgspec.Raw]).get("format")
    if told is None or bytes(told) not in [str(number).encode() for number in range(1, FORMAT + 1)]:
        number = "unknown" if told is None else bytes(told)[:20].decode()
        raise UnreadableFile(
            f"This archive has the format {number}; this Headway reads those up to {FORMAT}. Use the one it is of."
        )
    may_lack = {file_of(part) for part in PARTS if part.since > int(bytes(told))}
    known = {STUDY, MANIFEST, README, *map(file_of, PARTS)}
    if len(members) != len(sizes) or not known - may_lack <= sizes.keys() <= known:
        other = min((sizes.keys() ^ known) - (may_lack - sizes.keys()), default="a file twice")
        raise UnreadableFile(f"This is no archive of Headway: it should not hold, or lacks, “{other[:60]}”.")
    if sum(sizes.values()) > MOST_BYTES or sizes[STUDY] > LONGEST_STUDY:
        raise UnreadableFile(f"The archive is larger than {MOST_BYTES:,} bytes once it is unpacked.")
    manifest = msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
    if manifest.parts.keys() != sizes.keys() - {MANIFEST, README}:
        raise UnreadableFile("The archive is damaged: its manifest names other files than it holds.")
    return manifest


def _chunks(archive: zipfile.ZipFile, manifest: Manifest, part: Part) -> Iterator[Rows]:
    if file_of(part) not in manifest.parts:
        return
    with _translated(), archive.open(file_of(part)) as member:
        records = csv.reader(_lines(member), strict=True)
        found = next(records, [])
        if found != [one.name for one in part.whole if one.since <= manifest.format or one.name in found]:
            raise UnreadableFile(f"{file_of(part)} in the archive has other headings than its format.")
        row_of, rows = read(part.whole, found), Rows()
        for number, cells in enumerate(records, start=2):
            try:
                rows.append(row_of(cells))
            except ValueError as bad:
                raise UnreadableFile(f"{file_of(part)} in the archive, record {number}: {bad}.") from bad
            if len(rows) == ROWS:
                yield rows
                rows = []
        yield rows


def _lines(member: IO[bytes]) -> Iterator[str]:
    text = io.TextIOWrapper(member, "utf-8", newline="")
    while line := text.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE:
            raise UnreadableFile(f"The archive is damaged: {member.name} has a line that is too long.")
        yield line
