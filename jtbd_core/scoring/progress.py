"""How far the people of a wave have come, section by section."""

from collections.abc import Sequence

import pandas as pd

from jtbd_core.study import Outcome, Study
from jtbd_core.study.sections import asked_sections
from jtbd_core.wave.stage import SectionProgress


def section_progress(study: Study, ratings: pd.DataFrame, assignments: pd.DataFrame) -> tuple[SectionProgress, ...]:
    """Return the progress of each section in the order of the form; frames as `Store.ratings` and `Store.assignments`.

    An outcome is answered when all that is asked was rated, or when it does not apply. Who is shown nothing of a
    section has nothing to finish there and is not counted.
    """
    is_rated = ratings["experience"].notna() & (ratings["importance"].notna() | (not study.settings.asks_importance))
    answered = ratings[is_rated | ratings["not_applicable"]]
    return tuple(
        SectionProgress(section.id, section.name(study), _finished(outcomes, answered, assignments))
        for section, outcomes in asked_sections(study).items()
    )


def _finished(outcomes: Sequence[Outcome], answered: pd.DataFrame, assignments: pd.DataFrame) -> int:
    ids = [outcome.id for outcome in outcomes]
    given = _per_person(answered, ids)
    asked = _per_person(assignments, ids).reindex(given.index, fill_value=len(ids))
    return int((given >= asked).sum())


def _per_person(rows: pd.DataFrame, ids: list[str]) -> "pd.Series[int]":
    return rows.loc[rows["outcome"].isin(ids), "respondent"].value_counts()
