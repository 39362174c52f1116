"""A file of ratings that is opened: its sheet, headings and records, and what stands around them in words."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.cells import words
from jtbd_core.exchange.csv_file import CsvFile, Record, Texts
from jtbd_core.exchange.headings import respondent_heading
from jtbd_core.exchange.shape import MOST_ABOVE, Shape, find_shape
from jtbd_core.exchange.sheets import open_files
from jtbd_core.exchange.source import Source

TOTALS = re.compile(
    r"(grand )?totals?|sum|mean|average|avg|median|gesamt(summe)?|summe|mittelwert|durchschnitt|"
    r"total g[ée]n[ée]ral|somme|moyenne|total general|suma|promedio|total geral|soma|m[ée]dia"
)
"""What a row is called that sums up the others."""


class RatingsTable(NamedTuple):
    """A file from its first record of answers on, its shape, and the position of the column that names the person.

    `notes` say in words what is left out above the records.
    """

    file: CsvFile
    shape: Shape
    respondent: int | None
    notes: tuple[str, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of all columns."""
        return self.shape.headings

    def columns(self, positions: Sequence[int]) -> list[Texts]:
        """Return columns by position."""
        distinct = list(dict.fromkeys(positions))
        read = dict(zip(distinct, self.file.columns(distinct, len(self.headings)), strict=True))
        return [read[at] for at in positions]

    @property
    def label(self) -> int | None:
        """The position of the column in which a row of totals is called so; None if it would be one of ratings."""
        if self.respondent is not None:
            return self.respondent
        return None if 0 in self.shape.ratings else 0


def open_ratings(source: Source, respondent: str | None = None) -> RatingsTable:
    """Return the ratings of a file, or of the first visible sheet of a workbook that holds some.

    `respondent` is the heading of the column that names the person, where two could.

    Raises:
        UnreadableFile: it has no headings of ratings; of a workbook the message names each sheet that was looked at.
    """
    complaints: dict[str, UnreadableFile] = {}
    for file in open_files(source):
        records = list(islice(file.records(), 2 * MOST_ABOVE))
        filled = [record for record in records if any(map(str.strip, record.cells))]
        try:
            shape = find_shape(filled)
            if len(filled) == shape.last + 1:
                raise UnreadableFile("The file has headings but no ratings.")
        except UnreadableFile as complaint:
            complaints[file.sheet] = complaint
            continue
        return _opened(file, filled, shape, respondent)
    if len(complaints) == 1:
        raise next(iter(complaints.values()))
    named = ", ".join(f"“{sheet}”" for sheet in complaints)
    raise UnreadableFile(f"None of the sheets {named} has columns of ratings, such as imp_speed and sat_speed.")


def _opened(file: CsvFile, records: Sequence[Record], shape: Shape, respondent: str | None) -> RatingsTable:
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
    return RatingsTable(below, shape, respondent_heading(shape.headings, respondent), tuple(notes))


def without_totals(
    table: RatingsTable, label: Texts | None, records: npt.NDArray[np.intp]
) -> tuple[npt.NDArray[np.intp], tuple[str, ...]]:
    """Return the records that are no row of totals, and what was left out in words; `label` names each record."""
    totals = [] if label is None else [place for place, name in enumerate(label.names) if TOTALS.fullmatch(words(name))]
    if label is None or not totals:
        return records, ()
    is_total = np.isin(label.codes[records], totals)
    rows = [table.file.row_of(int(record)) for record in records[is_total][:3]]
    named = ", ".join(f"“{label.names[place]}”" for place in totals)
    where = f"Row {rows[0]}" if is_total.sum() == 1 else f"{is_total.sum():,} rows"
    return records[~is_total], (f"{where} called {named} sums up the others and was left out.",)
