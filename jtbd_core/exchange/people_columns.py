"""The columns of a ratings file that tell of a person: groups, remarks and dates."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.csv_file import Texts
from jtbd_core.exchange.dates import period_of
from jtbd_core.exchange.ratings_table import RatingsTable
from jtbd_core.wave import LONGEST_REMARK

COLUMNS = ["respondent", "question", "option"]
Records = npt.NDArray[np.intp]


class PeopleColumns(NamedTuple):
    """What a file tells of its people.

    `profiles` has the columns `respondent, question, option`, the question being the heading; `remarks` are by
    respondent. `period` holds the first and the last of the dates (UTC), if they can be read.
    """

    profiles: pd.DataFrame
    remarks: dict[str, str]
    period: tuple[datetime, datetime] | None
    notes: tuple[str, ...]


def read_people(table: RatingsTable, columns: Mapping[int, Texts], kept: Records, people: Texts) -> PeopleColumns:
    """Return what the columns tell of the people of the records that count; `columns` are by position.

    Raises:
        UnreadableFile: a respondent has two options of a question; the message names both.
    """
    assignment = table.assignment
    notes: list[str] = []
    profiles = [
        _options(table.headings[at], columns[at], kept, people) for at in assignment.places("solution", "circumstance")
    ]
    remarks = _remarks([columns[at] for at in assignment.places("remark")], kept, people)
    if long := sum(len(text) > LONGEST_REMARK for text in remarks.values()):
        notes.append(f"{long:,} remarks were cut after {LONGEST_REMARK:,} characters.")
    period = None
    for at in assignment.places("date"):
        period = period_of(columns[at].names[code] for code in np.unique(columns[at].codes[kept]) if code >= 0)
        if period is None:
            notes.append(f"Column {table.headings[at]}: its dates can be read in several ways, or not at all.")
    return PeopleColumns(
        pd.concat([pd.DataFrame(columns=COLUMNS), *profiles], ignore_index=True),
        {name: text[:LONGEST_REMARK] for name, text in remarks.items()},
        period,
        tuple(notes),
    )


def _options(heading: str, column: Texts, kept: Records, people: Texts) -> pd.DataFrame:
    """Return the option of each respondent whose cell is not empty."""
    codes = pd.DataFrame({"respondent": people.codes[kept], "option": column.codes[kept]})
    codes = codes[codes["option"] >= 0].drop_duplicates()
    if len(twice := codes.loc[codes["respondent"].duplicated(), "respondent"]):
        name = people.names[twice.iloc[0]]
        raise UnreadableFile(f"Column {heading}: respondent {name} has more than one option.")
    return pd.DataFrame(
        {
            "respondent": [people.names[code] for code in codes["respondent"]],
            "question": heading,
            "option": [column.names[code] for code in codes["option"]],
        }
    )


def _remarks(columns: list[Texts], kept: Records, people: Texts) -> dict[str, str]:
    """Return what each respondent wrote, the texts of all columns and records below each other, each once."""
    found: dict[str, dict[str, None]] = {}
    for column in columns:
        for person, text in zip(people.codes[kept], column.codes[kept], strict=True):
            if text >= 0:
                found.setdefault(people.names[person], {})[column.names[text]] = None
    return {name: "\n".join(texts) for name, texts in found.items()}
