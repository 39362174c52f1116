"""A look at a file of ratings before it is imported: what it is, what its columns mean, and what would be kept."""

from collections.abc import Sequence
from datetime import datetime
from itertools import islice
from typing import Literal

import msgspec
from msgspec.structs import replace

from jtbd_core.errors import JtbdError, UnreadableFile
from jtbd_core.exchange.assignment import KINDS, Assignment, Worded
from jtbd_core.exchange.cells import read_cell
from jtbd_core.exchange.coding import DoubtfulLabels
from jtbd_core.exchange.csv_file import CsvFile, shown
from jtbd_core.exchange.file_reading import reading_of, scored_ratings
from jtbd_core.exchange.further_round import fit
from jtbd_core.exchange.headings import AmbiguousRespondent, Kind
from jtbd_core.exchange.imported import labels_of, statement
from jtbd_core.exchange.labels import possible_codes
from jtbd_core.exchange.points import DoubtfulScale
from jtbd_core.exchange.proposal import proposed
from jtbd_core.exchange.rated_columns import texts_of
from jtbd_core.exchange.ratings_file import RatingsFile, read_table
from jtbd_core.exchange.ratings_table import RatingsTable, first_records, open_ratings, opened
from jtbd_core.exchange.shape import fitting_shape, unassigned_shape
from jtbd_core.exchange.sheets import open_files
from jtbd_core.exchange.source import digest_of
from jtbd_core.scoring import score
from jtbd_core.scoring.study_scores import people
from jtbd_core.study import Study
from jtbd_core.study.scale import Points, Reading

SAMPLES, MOST_LABELS, MOST_SCORED, LEADERS = 3, 20, 300_000, 3
"""The first values of a column, the most labels of a kind, the most ratings that are scored at once, and what leads."""


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """A label of a kind of rating: its text, how many cells hold it, and its code, None where it is not known."""

    text: str
    cells: int
    code: int | None


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What an import would keep, in numbers and words.

    `outcomes` are by their names in the file, `leaders` those that lead, with their scores.
    """

    respondents: int
    raters: int
    outcomes: dict[str, Worded]
    ratings: int
    reading: Reading
    points: dict[Kind, Points]
    groups: dict[str, list[str]]
    remarks: int
    period: tuple[datetime, datetime] | None
    has_weights: bool
    passed_over: tuple[str, ...]
    leaders: tuple[tuple[str, float], ...]


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What is seen of a file.

    `sheets` are those that can be looked at, `samples` the first values of each column of the `assignment`. Where the
    file cannot be read yet, `kept` is None and the `complaint` says why; `persons` are then columns of which one names
    the person, `scales` those of which one is that of a kind, and `labels` have labels without a code. `source` is the
    digest of the file.
    """

    assignment: Assignment
    samples: tuple[str, ...]
    sheets: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    complaint: str = ""
    persons: tuple[str, ...] = ()
    scales: dict[Kind, tuple[Points, ...]] = {}
    labels: dict[Kind, tuple[Label, ...]] = {}
    kept: Kept | None = None
    source: str = ""


def look_at(content: bytes, assignment: Assignment | None = None) -> Look:
    """Return what is seen of a file by an assignment, or by what its columns seem to be.

    Raises:
        UnreadableFile: it is no table at all.
    """
    return replace(_look(content, assignment), source=digest_of(content))


def _look(content: bytes, assignment: Assignment | None) -> Look:
    try:
        table, complaint = (_assigned(content, assignment), "") if assignment else _proposed(content)
    except AmbiguousRespondent as who:
        table, _ = _proposed(content, who.columns[0])
        asked = table.assignment.with_role("respondent")
        said = f"Columns {' and '.join(who.columns)} could both name the person: say which does."
        persons = who.columns if len(set(who.columns)) == len(who.columns) else ()
        return _seen(table._replace(assignment=asked), complaint=said, persons=persons)
    if complaint:
        return _seen(table, complaint=complaint)
    labels = _labels(table)
    try:
        table.assignment.check()
        read = read_table(table)
        kept = _kept(read)
    except DoubtfulScale as doubt:
        said = f"{doubt.kind.capitalize()} holds {doubt.found}. Which scale was it rated on?"
        return _seen(table, complaint=said, scales={doubt.kind: doubt.candidates}, labels=labels)
    except DoubtfulLabels as doubt:
        said = f"{doubt.kind.capitalize()} is rated in words that can be points of several scales: say which they are."
        return _seen(table, complaint=said, labels=labels)
    except JtbdError as error:
        return _seen(table, complaint=str(error), labels=labels)
    coded = {kind: _coded(each, read.labels.get(kind, {})) for kind, each in labels.items()}
    return _seen(table, notes=read.notes, labels=coded, kept=kept)


def read_assigned(content: bytes, assignment: Assignment) -> RatingsFile:
    """Return the ratings of a file by an assignment of its columns."""
    return read_table(_assigned(content, assignment))


def missing_in(study: Study, content: bytes, assignment: Assignment) -> tuple[str, ...]:
    """Return what a file has that a study does not, in phrases; refuse a file that is no further round of it."""
    return tuple(one.said for one in fit(study, read_assigned(content, assignment)).additions)


def _proposed(content: bytes, respondent: str | None = None) -> tuple[RatingsTable, str]:
    """Return a file with what its columns seem to be, and why its ratings are not recognised, if they are not."""
    try:
        table = open_ratings(content, respondent)
    except AmbiguousRespondent:
        raise
    except UnreadableFile as error:
        return _unassigned(content), str(error)
    return table._replace(assignment=proposed(table)), ""


def _assigned(content: bytes, assignment: Assignment) -> RatingsTable:
    """Return the sheet of a file that an assignment is for, or the first that has its headings."""
    complaint: UnreadableFile | None = None
    for file in open_files(content):
        if assignment.sheet in file.sheets and file.sheet != assignment.sheet:
            continue
        records = first_records(file)
        try:
            return opened(file, records, fitting_shape(records, assignment))
        except UnreadableFile as error:
            complaint = complaint or error
    raise complaint or UnreadableFile("The file is empty.")


def _unassigned(content: bytes, sheet: str = "") -> RatingsTable:
    """Return a file, or a sheet of it, with all columns passed over."""
    for file in open_files(content):
        records = first_records(file)
        if records and sheet in ("", file.sheet):
            return opened(file, records, unassigned_shape(records))
    raise UnreadableFile("The file is empty.")


def look_at_sheet(content: bytes, sheet: str) -> Look:
    """Return what is seen of a sheet of a workbook, its columns as they seem to be."""
    blank = _unassigned(content, sheet)
    try:
        table = open_ratings(content, sheet=sheet)
    except UnreadableFile as error:
        return _seen(blank, complaint=str(error))
    return look_at(content, proposed(table))


def _seen(table: RatingsTable, **found: object) -> Look:
    file: CsvFile = table.file
    records = list(islice(file.records(), SAMPLES))
    samples = [
        " · ".join(filter(None, (shown(one.cells[at]) if at < len(one.cells) else "" for one in records)))
        for at in range(len(table.headings))
    ]
    return Look(assignment=table.assignment, samples=tuple(samples), sheets=file.sheets, **found)  # type: ignore[arg-type]


def _labels(table: RatingsTable) -> dict[Kind, tuple[Label, ...]]:
    """Return the labels of each kind that have no number, with the codes that are chosen or that all scales give."""
    found: dict[Kind, tuple[Label, ...]] = {}
    for kind, counts in texts_of(table).items():
        said = {text: read_cell(text) for text in counts}
        plain = {text: one.label for text, one in said.items() if one.number is None and one.label}
        if 0 < len(plain) <= MOST_LABELS:
            chosen = table.assignment.labels.get(kind)
            codes = chosen if chosen is not None else next(iter(possible_codes(set(plain.values()), kind)), {})
            found[kind] = tuple(
                Label(text=text, cells=counts[text], code=codes.get(label)) for text, label in plain.items()
            )
    return found


def _coded(labels: Sequence[Label], codes: dict[str, int]) -> tuple[Label, ...]:
    coded = (replace(one, code=codes.get(one.text, one.code)) for one in labels)
    return tuple(sorted(coded, key=lambda one: one.code or 0))


def _kept(read: RatingsFile) -> Kept:
    reading, scored = reading_of(read), scored_ratings(read)
    by: Literal["opportunity", "share_short"] = "opportunity" if "importance" in read.points else "share_short"
    table = score(scored, reading, by=by) if len(scored) <= MOST_SCORED else None
    leaders = () if table is None else table.dropna(subset=by)[["outcome", by]].head(LEADERS).itertuples(index=False)
    rated = [kind for kind in KINDS if kind in read.points]
    return Kept(
        respondents=len(read.respondents),
        raters=people(read.ratings),
        outcomes={name: _words(read, name) for name in read.outcomes},
        ratings=int(read.ratings[rated].notna().to_numpy().sum()),
        reading=reading,
        points=read.points,
        groups=labels_of(read),
        remarks=len(read.remarks),
        period=read.period,
        has_weights=bool(read.weights),
        passed_over=read.passed_over,
        leaders=tuple((str(outcome), float(value)) for outcome, value in leaders),
    )


def _words(read: RatingsFile, name: str) -> Worded:
    return Worded(
        statement=read.statements.get(name) or statement(name),
        kind=read.kinds.get(name, ""),
        step=read.steps.get(name, ""),
        polarity=read.polarities.get(name, ""),
    )
