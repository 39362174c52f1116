"""The columns of a ratings file that say of which kind an outcome is, and to which job step it belongs."""

import pandas as pd

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.assignment import Assignment
from jtbd_core.exchange.headings import OUTCOME, only_heading
from jtbd_core.exchange.ratings_table import RatingsTable, open_ratings
from jtbd_core.exchange.source import Source

KIND, STEP = ("kind",), ("job_step", "step")
KEY, SUCCESS = "key outcome", "success outcome"


def read_outcomes(source: Source, assignment: Assignment | None = None) -> pd.DataFrame:
    """Return the outcomes of a long file with their kind and job step, in the order of their first rows.

    An outcome with a job step is a key outcome, whatever its kind says; others have the kind of the column kind, if the
    file has one. Columns `outcome, kind, step`, the step missing for success outcomes.

    Raises:
        UnreadableFile: there is no column of outcomes or of steps, or an outcome has two steps; the message says which.
    """
    table = open_ratings(source, assignment=assignment)
    outcome, kind, step = (only_heading(table.headings, names) for names in (OUTCOME, KIND, STEP))
    if outcome is None:
        raise UnreadableFile("Kinds and job steps are read from a long file, with a column outcome.")
    if step is None:
        raise UnreadableFile("There is no column job_step or step.")
    read = pd.DataFrame({name: _column(table, at) for name, at in (("outcome", outcome), ("step", step))})
    read["kind"] = SUCCESS if kind is None else _column(table, kind)
    rows = read.dropna(subset="outcome").drop_duplicates()
    if twice := list(rows.loc[rows["outcome"].duplicated(), "outcome"]):
        raise UnreadableFile(f"The outcome {twice[0]} has more than one job step or kind.")
    is_key = rows["step"].notna()
    kinds = rows["kind"].fillna(SUCCESS).mask(is_key, KEY)
    if len(lost := rows.loc[~is_key & (kinds == KEY), "outcome"]):
        raise UnreadableFile(f"The key outcome {lost.iloc[0]} has no job step.")
    return rows.assign(kind=kinds)[["outcome", "kind", "step"]].reset_index(drop=True)


def _column(table: RatingsTable, at: int) -> "pd.Series[str]":
    """Return each record's text in a column, missing where its cell is empty."""
    (texts,) = table.columns([at])
    return pd.Series([texts.names[code] if code >= 0 else None for code in texts.codes], dtype="str")
