"""A file of ratings that is opened: its sheet, headings and records, and what stands around them in words."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.assignment import Assignment, Column
from jtbd_core.exchange.cells import words
from jtbd_core.exchange.csv_file import CsvFile, Record, Texts
from jtbd_core.exchange.headings import respondent_heading
from jtbd_core.exchange.shape import MOST_ABOVE, Shape, find_shape, fitting_shape
from jtbd_core.exchange.sheets import open_files
from jtbd_core.exchange.source import Source

TOTALS = re.compile(
    r"(grand )?totals?|sum|(mean|average|avg)( (rating|score|value))?|median|gesamt(summe)?|summe|mittelwert|"
    r"durchschnitt|total g[ée]n[ée]ral|somme|moyenne|total general|suma|promedio|total geral|soma|m[ée]dia"
)
BESIDE_TOTALS = re.compile(
    r"n|count|sd|std\.? ?dev(iation)?|standard deviation|standardabweichung|min(imum)?|max(imum)?"
)
FOOTER = re.compile(
    r"(sources?|notes?|legend|exported|generated|©|quelle|hinweis|anmerkung|legende|fuente|nota|fonte)\b.*"
)
"""What a row is called that sums up the others, beside such a row, and how a line below a table begins."""

MOST_LABELS = 3
"""The most columns before the ratings that can say what a row is, where none names the person."""


class RatingsTable(NamedTuple):
    """A file from its first record of answers on, what its columns are, and in words what is left out above them."""

    file: CsvFile
    assignment: Assignment
    notes: tuple[str, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of all columns."""
        return self.assignment.headings

    @property
    def respondent(self) -> int | None:
        """The position of the column that names the person."""
        return self.assignment.place("respondent")

    def columns(self, positions: Sequence[int]) -> list[Texts]:
        """Return columns by position."""
        distinct = list(dict.fromkeys(positions))
        read = dict(zip(distinct, self.file.columns(distinct, len(self.headings)), strict=True))
        return [read[at] for at in positions]

    @property
    def labels(self) -> list[int]:
        """The positions of the columns that say whose a row is, or that it is nobody's."""
        if self.respondent is not None:
            return [self.respondent]
        return list(range(min(*self.assignment.ratings, MOST_LABELS)))


def open_ratings(
    source: Source, respondent: str | None = None, assignment: Assignment | None = None, sheet: str = ""
) -> RatingsTable:
    """Return the ratings of a file, or of the first visible sheet of a workbook that holds some.

    What its columns are is recognised, or taken from an assignment of columns with the same headings. `respondent` is
    the heading of the column that names the person, where two could, and `sheet` that of a workbook that is meant.

    Raises:
        AmbiguousRespondent: two columns could name the person, and neither is assigned.
        UnreadableFile: it has no headings of ratings; of a workbook the message names each sheet that was looked at.
    """
    complaints: dict[str, UnreadableFile] = {}
    for file in open_files(source):
        wanted = sheet or (assignment.sheet if assignment else "")
        if wanted in file.sheets and file.sheet != wanted:
            continue
        filled = first_records(file)
        try:
            shape = fitting_shape(filled, assignment) if assignment else find_shape(filled)
            if len(filled) == shape.last + 1:
                raise UnreadableFile("The file has headings but no ratings.")
        except UnreadableFile as complaint:
            complaints[file.sheet] = complaint
            continue
        if respondent is not None or not assignment:
            shape = shape._replace(assignment=_with_respondent(shape.assignment, respondent))
        shape.assignment.check()
        return opened(file, filled, shape)
    if len(complaints) == 1:
        raise next(iter(complaints.values()))
    named = ", ".join(f"“{sheet}”" for sheet in complaints)
    raise UnreadableFile(f"None of the sheets {named} has columns of ratings, such as imp_speed and sat_speed.")


def first_records(file: CsvFile) -> list[Record]:
    """Return the first records of a file that are not empty."""
    return [record for record in islice(file.records(), 2 * MOST_ABOVE) if any(map(str.strip, record.cells))]


def opened(file: CsvFile, records: Sequence[Record], shape: Shape) -> RatingsTable:
    """Return a file with its shape from the first record below its headings on; `records` are its first ones."""
    last = records[shape.last]
    notes = list(file.notes)
    if len(file.sheets) > 1:
        named = ", ".join(f"“{sheet}”" for sheet in file.sheets)
        notes.append(f"Sheet “{file.sheet}” was read, the first with ratings of {named}.")
    for record in records[: shape.first]:
        text = ", ".join(filter(None, map(str.strip, record.cells)))
        notes.append(
            f"Row {record.row} above the headings was left out: “{text if len(text) < 100 else text[:99] + '…'}”."
        )
    notes += [
        f"Row {record.row} was read as part of the headings." for record in records[shape.first + 1 : shape.last + 1]
    ]
    below = replace(file, start=last.end, above=last.row)
    return RatingsTable(below, replace(shape.assignment, sheet=file.sheet), tuple(notes))


def _with_respondent(assignment: Assignment, chosen: str | None) -> Assignment:
    at = respondent_heading(assignment.headings, chosen)
    if at is None:
        return assignment
    columns = list(assignment.columns)
    columns[at] = Column(heading=columns[at].heading, role="respondent")
    return replace(assignment, columns=tuple(columns))


def without_totals(
    table: RatingsTable,
    labels: Sequence[Texts],
    records: npt.NDArray[np.intp],
    is_rated: npt.NDArray[np.bool_] | None = None,
) -> tuple[npt.NDArray[np.intp], tuple[str, ...]]:
    """Return the records that are somebody's, and in words what was left out: rows of totals, lines below the table.

    `labels` are the columns at the positions of `table.labels`; a line below the table is none that is rated.
    """
    notes: list[str] = []
    for label in labels:
        called = [_plain(name) for name in label.names]
        totals = [place for place, name in enumerate(called) if TOTALS.fullmatch(name)]
        if totals:
            totals += [place for place, name in enumerate(called) if BESIDE_TOTALS.fullmatch(name)]
        footers = [place for place, name in enumerate(called) if FOOTER.fullmatch(name) and " " in name]
        for places, said in ((totals, "sums up others"), (footers, "stands below the answers")):
            is_it = np.isin(label.codes[records], places)
            if places is footers and is_rated is not None:
                is_it &= ~is_rated[records]
            for record in records[is_it][:3]:
                name = label.names[label.codes[record]]
                notes.append(f"Row {table.file.row_of(int(record))}, “{name}”, {said} and was left out.")
            if (more := int(is_it.sum()) - 3) > 0:
                notes.append(f"{more:,} more rows like it were left out.")
            records = records[~is_it]
    return records, tuple(notes)


def _plain(name: str) -> str:
    """Return what a row is called, without a number of people behind it."""
    return re.sub(r"\s*(\(.*\)|:)$", "", words(name))
