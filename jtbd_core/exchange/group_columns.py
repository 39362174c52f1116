"""The columns of a ratings file that say which groups a respondent belongs to."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.assignment import Assignment
from jtbd_core.exchange.csv_file import Texts
from jtbd_core.exchange.headings import only_heading, plain_heading
from jtbd_core.exchange.ratings_table import open_ratings, without_totals
from jtbd_core.exchange.source import Source

COLUMNS = ["respondent", "question", "option"]


def read_groups(source: Source, names: Sequence[str], assignment: Assignment | None = None) -> pd.DataFrame:
    """Return the groups of the columns with these headings: a row per respondent and heading, without empty cells.

    The file is one that `read_ratings` reads, and respondents are named as there. Columns `respondent, question,
    option`, the question being the heading.

    Raises:
        UnreadableFile: there is no such column, or a respondent has two options of it; the message names both.
    """
    table = open_ratings(source, assignment=assignment)
    positions = []
    for name in names:
        found = only_heading(table.headings, (plain_heading(name),))
        if found is None:
            raise UnreadableFile(f"There is no column {name} that could hold groups.")
        positions.append(found)
    texts = table.columns([*positions, *table.labels])
    numbered = pd.Series(np.arange(1, len(texts[0].codes) + 1)).astype(str)
    people = numbered if table.respondent is None else _column(texts[-1])
    kept, _ = without_totals(table, texts[len(positions) :], np.arange(len(people)))
    tables = [pd.DataFrame(columns=COLUMNS)]
    for at, column in zip(positions, texts, strict=False):
        heading = table.headings[at]
        rows = pd.DataFrame({"respondent": people, "question": heading, "option": _column(column)})
        rows = rows.iloc[kept].dropna().drop_duplicates()
        if twice := list(rows.loc[rows["respondent"].duplicated(), "respondent"]):
            raise UnreadableFile(f"Column {heading}: respondent {twice[0]} has more than one option.")
        tables.append(rows)
    return pd.concat(tables, ignore_index=True)


def _column(texts: Texts) -> "pd.Series[str]":
    """Return each record's text, missing where its cell is empty."""
    return pd.Series([texts.names[code] if code >= 0 else None for code in texts.codes], dtype="str")
