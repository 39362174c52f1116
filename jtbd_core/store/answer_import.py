"""Import of answers collected elsewhere, in bulk."""

import secrets
from collections.abc import Collection, Mapping
from typing import Any

import numpy as np
import pandas as pd

from jtbd_core.errors import Refused
from jtbd_core.store import sql
from jtbd_core.store.engine import Session, chunks
from jtbd_core.store.remark_verbs import write_remark
from jtbd_core.store.rows import now
from jtbd_core.study import Study
from jtbd_core.study.scale import RATED

COLUMNS = ("respondent", "outcome", "importance", "experience", "not_applicable")


def import_answers(
    session: Session,
    study: Study,
    wave_id: str,
    ratings: pd.DataFrame,
    profiles: Mapping[str, Mapping[str, str]],
    remarks: Mapping[str, str],
) -> None:
    """Write ratings (columns as `Store.ratings`), profiles and remarks of finished responses into a wave.

    Respondents get random ids and come in a random order: ids seed the weights of the posterior, so that from the
    intervals of a few people and ids that can be guessed their answers could be computed.

    Raises:
        Refused: an outcome, question or option is not one of the study, or a value is outside its scale.
    """
    _check(study, ratings, profiles)
    ids = _random_ids(dict.fromkeys([*ratings["respondent"].astype(str), *profiles, *remarks]))
    place = {name: number for number, name in enumerate(ids)}
    ratings = ratings.iloc[ratings["respondent"].astype(str).map(place).argsort(kind="stable")]
    names = ratings["respondent"].astype(str)
    responses = list(ids.values())
    for part in chunks(len(responses)):
        new = responses[part]
        session.rows(sql.BEGIN_RESPONSES, new, [wave_id] * len(new), [""] * len(new), now(), True)
    answers = sorted((ids[name], *answer) for name, profile in profiles.items() for answer in profile.items())
    for part in chunks(len(answers)):
        rows = answers[part]
        columns = [list(column) for column in zip(*rows, strict=True)]
        session.rows(sql.ADD_PROFILES, [wave_id] * len(rows), *columns, [None] * len(rows))
    for name, text in remarks.items():
        write_remark(session, wave_id, ids[name], "missed", text)
    _add_ratings(session, wave_id, ratings, names.map(ids).tolist())


def _add_ratings(session: Session, wave_id: str, ratings: pd.DataFrame, responses: list[str]) -> None:
    """Write ratings, whose response each row is told by."""
    ratings_by_column: tuple[list[Any], ...] = (
        [wave_id] * len(ratings),
        responses,
        ratings["outcome"].tolist(),
        _integers(ratings["importance"]),
        _integers(ratings["experience"]),
        _integers(ratings["expectation"]) if "expectation" in ratings else [None] * len(ratings),
        ratings["not_applicable"].tolist(),
    )
    unknown = [None] * len(ratings)  # neither the position of a card nor its time, nor when it was tapped
    for part in chunks(len(ratings)):
        session.rows(sql.ADD_RATINGS, *(column[part] for column in ratings_by_column), now(), *[unknown[part]] * 3)


def _random_ids(names: Collection[str]) -> dict[str, str]:
    """Return a random id for each respondent, in a random order."""
    ids = {secrets.token_hex(12): name for name in names}
    return {ids[one]: one for one in sorted(ids)}


def _integers(values: "pd.Series[Any]") -> list[int | None]:
    return [None if missing else int(value) for value, missing in zip(values, values.isna(), strict=True)]


def _check(study: Study, ratings: pd.DataFrame, profiles: Mapping[str, Mapping[str, str]]) -> None:
    absent = [column for column in COLUMNS if column not in ratings.columns]
    if absent:
        raise Refused(f"The ratings have no column {', '.join(absent)}.")
    _check_known(set(ratings["outcome"]), {outcome.id for outcome in study.outcomes}, "an outcome")
    _check_codes(study, ratings)
    questions = study.questions()
    for profile in profiles.values():
        _check_known(profile, questions, "a question")
        for question, option in profile.items():
            _check_known([option], questions[question], f"an answer to “{question}”")


def _check_codes(study: Study, ratings: pd.DataFrame) -> None:
    """Refuse a code outside the scale of its outcome, and an answer to what is not asked of it."""
    place, found = pd.factorize(ratings["outcome"])
    known = {outcome.id: study.points(outcome) for outcome in study.outcomes}
    for column in (name for name in RATED if name in ratings):
        points = [known[outcome].get(column) for outcome in found]
        low, high = (np.array([one.ends[end] if one else np.nan for one in points])[place] for end in (0, 1))
        given = ratings[column].to_numpy(np.float64, na_value=np.nan)
        wrong = ~np.isnan(given) & ~((given >= low) & (given <= high) & (given == np.rint(given)))
        if wrong.any():
            row = int(np.argmax(wrong))
            asked = points[place[row]]
            says = f"must be from {asked}, not {given[row]:g}." if asked else "is not asked in this study."
            raise Refused(f"The {column} in row {ratings.index[row]} {says}")


def _check_known(found: Collection[str], known: Collection[str], what: str) -> None:
    unknown = sorted(set(found) - set(known))
    if unknown:
        raise Refused(f"“{unknown[0]}” is not {what} of this study.")
