"""How far the people of a wave have come, section by section."""

from collections.abc import Iterable

import pandas as pd

from jtbd_core.stage import Section, SectionProgress


def section_progress(
    sections: Iterable[Section], ratings: pd.DataFrame, assignments: pd.DataFrame, asks_importance: bool
) -> tuple[SectionProgress, ...]:
    """Return the progress of each section; frames as `Store.ratings` and `Store.assignments`.

    An outcome is answered when all that is asked was rated, or when it does not apply. Who is shown nothing of a
    section has nothing to finish there and is not counted.
    """
    is_rated = ratings["experience"].notna() & (ratings["importance"].notna() | (not asks_importance))
    answered = ratings[is_rated | ratings["not_applicable"]]
    return tuple(SectionProgress(one.id, one.name, _finished(one, answered, assignments)) for one in sections)


def _finished(section: Section, answered: pd.DataFrame, assignments: pd.DataFrame) -> int:
    ids = [outcome.id for outcome in section.outcomes]
    given = _per_person(answered, ids)
    asked = _per_person(assignments, ids).reindex(given.index, fill_value=len(ids))
    return int((given >= asked).sum())


def _per_person(rows: pd.DataFrame, ids: list[str]) -> "pd.Series[int]":
    return rows.loc[rows["outcome"].isin(ids), "respondent"].value_counts()
