"""The import of an uploaded file, as a job does it: read by what was chosen, and written for the store to take in."""

from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from jtbd_core.errors import JtbdError, UnreadableFile
from jtbd_core.exchange.assignment import Assignment
from jtbd_core.exchange.dates import Period
from jtbd_core.exchange.further_round import round_files
from jtbd_core.exchange.handover import Handover, known_by
from jtbd_core.exchange.imported import study_files
from jtbd_core.exchange.look import Look, look_at, read_assigned
from jtbd_core.exchange.outcomes_file import study_of_outcomes
from jtbd_core.exchange.own_answers import OwnAnswers, read_own_answers
from jtbd_core.exchange.own_import import own_round_files, own_study_files
from jtbd_core.exchange.ratings_file import RatingsFile
from jtbd_core.exchange.source import digest_of
from jtbd_core.study import Study
from jtbd_core.study.scale import ScaleName


class Chosen(NamedTuple):
    """What is chosen of a file of ratings: what its columns are, and the days that it does not tell."""

    assignment: Assignment
    period: Period | None = None


def import_study(
    content: bytes, chosen: Chosen, title: str, job: str, scale: ScaleName | None, folder: Path
) -> Handover:
    """Write the answers of a file of ratings to a folder, as those of a study of their own."""
    return known_by(digest_of(content), study_files, _read(content, chosen), title, job, scale, folder)


def import_round(content: bytes, chosen: Chosen, adds_missing: bool, study: Study, folder: Path) -> Handover:
    """Write the answers of a file of ratings to a folder, as those of a round of a study."""
    return known_by(digest_of(content), round_files, _read(content, chosen), adds_missing, study, folder)


class OwnLook(NamedTuple):
    """What is seen of our own export before it is imported: the study, how many people answered, what has no place.

    `source` is the digest of the file.
    """

    study: Study
    people: int
    notes: tuple[str, ...]
    source: str


def look_at_table(content: bytes) -> OwnLook | Study | Look:
    """Return what a table holds: answers that Headway exported, outcomes as a study, else what is seen of its ratings.

    Raises:
        UnreadableFile: it is no table at all, or our own export with a cell that was changed.
    """
    own = read_own_answers(content)
    if own:
        return OwnLook(own.study, own.ratings["respondent"].nunique(), own.notes, digest_of(content))
    try:
        return study_of_outcomes(content)
    except JtbdError:
        return look_at(content)


def import_own_study(content: bytes, title: str, job: str, folder: Path) -> Handover:
    """Write the answers of our own export to a folder, as those of a study of their own."""
    return known_by(digest_of(content), own_study_files, _own(content), title, job, folder)


def import_own_round(content: bytes, study: Study, folder: Path) -> Handover:
    """Write the answers of our own export to a folder, as those of a round of a study."""
    return known_by(digest_of(content), own_round_files, _own(content), study, folder)


def _read(content: bytes, chosen: Chosen) -> RatingsFile:
    file = read_assigned(content, chosen.assignment)
    return replace(file, period=file.period or chosen.period)


def _own(content: bytes) -> OwnAnswers:
    own = read_own_answers(content)
    if own is None:
        raise UnreadableFile("This is not a file of answers that Headway exported.")
    return own
