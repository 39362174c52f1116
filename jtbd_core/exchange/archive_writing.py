"""The writing of an archive: at once, or from a spool in a job."""

import csv
import hashlib
import io
import os
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO

import msgspec

from jtbd_core.contract import Store
from jtbd_core.contract.archive_columns import Part
from jtbd_core.contract.archive_parts import PARTS
from jtbd_core.contract.archives import ArchivedStudy
from jtbd_core.contract.backups import Progress, no_progress
from jtbd_core.errors import JtbdError, Refused
from jtbd_core.exchange.archive_cells import written
from jtbd_core.exchange.archive_file import (
    FORMAT,
    MANIFEST,
    README,
    STUDY,
    Manifest,
    PartManifest,
    description,
    file_of,
    headings,
)
from jtbd_core.exchange.spool import read_spool, write_spool
from jtbd_core.study import study_to_json


def write_archive(store: Store, study_id: str, file: Path, progress: Progress = no_progress) -> None:
    """Write an archive of a study to a new file, which appears under its name once it is whole.

    Raises:
        Refused: the file is there already.
        JtbdError: it cannot be written.
    """
    with store.archived(study_id) as archived:
        _write_file(archived, file, progress)


def spool_archive(store: Store, study_id: str, spool: Path, progress: Progress = no_progress) -> None:
    """Write what an archive of a study is made of to a spool; `progress` is called with the rows so far."""

    def values(archived: ArchivedStudy) -> Iterator[object]:
        yield archived.study, archived.status, archived.saves
        for part in PARTS:
            count = 0
            for rows in archived.chunks(part):
                yield rows
                count += len(rows)
                progress(count, max(count, archived.saves))
            yield None

    with store.archived(study_id) as archived:
        write_spool(values(archived), spool)


def write_spooled_archive(spool: Path, file: Path) -> None:
    """Write an archive of what is in a spool, as `write_archive` does."""
    values = read_spool(spool)
    study, status, saves = next(values)
    _write_file(ArchivedStudy(study, status, saves, lambda _: iter(partial(next, values), None)), file, no_progress)


def _write_file(archived: ArchivedStudy, file: Path, progress: Progress) -> None:
    if file.exists():
        raise Refused(f"{file} is there already, and no archive replaces another file. Name a new one.")
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        part.touch(mode=0o600, exist_ok=False)
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            _write(archive, archived, progress)
        part.rename(file)
    except OSError as error:
        raise JtbdError(f"{file} cannot be written: {error.strerror}.") from error
    finally:
        part.unlink(missing_ok=True)


def _write(archive: zipfile.ZipFile, archived: ArchivedStudy, progress: Progress) -> None:
    document = study_to_json(archived.study).encode()
    archive.writestr(README, description())
    archive.writestr(STUDY, document)
    parts = {STUDY: PartManifest(rows=0, sha256=hashlib.sha256(document).hexdigest())}
    for part in PARTS:
        with archive.open(file_of(part), "w", force_zip64=True) as member:
            parts[file_of(part)] = _write_part(member, part, archived, progress)
    manifest = Manifest(format=FORMAT, status=archived.status, saves=archived.saves, parts=parts)
    archive.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest)))


def _write_part(member: IO[bytes], part: Part, archived: ArchivedStudy, progress: Progress) -> PartManifest:
    digest, count, row_of = hashlib.sha256(), 0, written(part.whole)

    def write(rows: list[list[str]]) -> None:
        text = io.StringIO(newline="")
        csv.writer(text).writerows(rows)
        content = text.getvalue().encode()
        digest.update(content)
        member.write(content)

    write([headings(part)])
    for rows in archived.chunks(part):
        write([row_of(row) for row in rows])
        count += len(rows)
        progress(count, max(count, archived.saves))
    return PartManifest(rows=count, sha256=digest.hexdigest())
