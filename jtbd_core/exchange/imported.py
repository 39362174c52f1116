"""Import of a ratings file as a study with a closed wave."""

import re
from collections.abc import Mapping

import pandas as pd

from jtbd_core.contract import Store
from jtbd_core.errors import JtbdError
from jtbd_core.exchange.ratings_file import RatingsFile
from jtbd_core.study import Outcome, Step, Study, StudyRecord
from jtbd_core.study.scale import FIVE, SCALES, Instrument, ScaleName, Settings
from jtbd_core.study.value import check_count, identifier, is_id
from jtbd_core.wave import Wave

WHOLE_JOB = Step(id="whole-job", name="Whole job", is_core=True)
"""The job step of all key outcomes, since a ratings file names none."""


def imported_study(file: RatingsFile, title: str, job: str, scale: ScaleName) -> tuple[Study, pd.DataFrame]:
    """Return the study of a ratings file and its ratings in the columns of `Store.ratings`.

    Rated for satisfaction, the outcomes are key outcomes of one step that stands for the whole job; rated against
    expectation they are functional success outcomes. The id of an outcome is its name where that is a valid id.
    """
    check_count(len(file.outcomes), "outcomes")
    ids: dict[str, str] = {}
    for name in file.outcomes:
        ids[name] = name if is_id(name) else identifier(name, ids.values(), "outcome")
    is_key = scale == "satisfaction"
    instrument = Instrument(scale=scale, anchor=SCALES[scale].anchors[FIVE])
    has_importance = "importance" in file.ratings.columns
    study = Study(
        title=title,
        job=job,
        note="The answers of this study were collected elsewhere and imported.",
        steps=(WHOLE_JOB,) if is_key else (),
        outcomes=tuple(
            Outcome(id=ids[name], statement=file.statements.get(name) or statement(name), step=WHOLE_JOB.id)
            if is_key
            else Outcome(id=ids[name], statement=file.statements.get(name) or statement(name), dimension="functional")
            for name in file.outcomes
        ),
        settings=Settings(asks_importance=has_importance, key=instrument)
        if is_key
        else Settings(asks_importance=has_importance, success=instrument),
    )
    return study, stored_ratings(file, ids)


def stored_ratings(file: RatingsFile, ids: Mapping[str, str]) -> pd.DataFrame:
    """Return the ratings of a file in the columns of `Store.ratings`, those of outcomes that have an id."""
    ratings = file.ratings if "importance" in file.ratings else file.ratings.assign(importance=float("nan"))
    ratings = ratings[ratings["outcome"].isin(list(ids))]
    return ratings.assign(outcome=ratings["outcome"].astype(str).map(ids))


def keep_imported(store: Store, file: RatingsFile, title: str, job: str, scale: ScaleName) -> tuple[StudyRecord, Wave]:
    """Store a ratings file as a study with a closed wave and return both; if that is refused, store nothing."""
    study, ratings = imported_study(file, title, job, scale)
    record = store.add_study(study)
    try:
        wave = store.import_wave(record.id, ratings)
    except JtbdError:
        store.delete_study(record.id)
        raise
    return store.study(record.id), wave


def statement(name: str) -> str:
    """Return a column's name as a readable statement: "Outcome 12" for "outcome_12"."""
    words = re.sub(r"[_\s]+", " ", name).strip()
    return words[:1].upper() + words[1:]
