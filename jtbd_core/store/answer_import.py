"""Import of answers collected elsewhere, in bulk."""

import secrets
from collections.abc import Collection, Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.contract.backups import Progress
from jtbd_core.errors import Refused
from jtbd_core.store import sql
from jtbd_core.store.database import Database
from jtbd_core.store.engine import chunks
from jtbd_core.store.remark_verbs import write_remark
from jtbd_core.store.rows import now
from jtbd_core.study import Study
from jtbd_core.study.scale import RATED

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

COLUMNS = ("respondent", "outcome", "importance", "experience", "not_applicable")
PART = 20_000
"""The most rows that are written in one transaction, so that whoever saves waits for no more than these."""

MOST_REMARKS = 500
LIGHTEST, HEAVIEST = 1e-9, 1e12
"""The least and the greatest weight: of others no sum is exact."""

ABANDONED = timedelta(days=1)


class Told(NamedTuple):
    """What an import says of respondents besides their ratings, by name: what they are, wrote, and weigh."""

    profiles: Mapping[str, Mapping[str, str]]
    remarks: Mapping[str, str]
    weights: Mapping[str, float]


class Respondents(NamedTuple):
    """The random ids of respondents, in their order; the place of each by name, and of whoever gave each rating."""

    ids: npt.NDArray[np.object_]
    places: dict[str, int]
    rated: npt.NDArray[np.intp]


def import_answers(
    database: Database, study: Study, wave_id: str, ratings: pd.DataFrame, told: Told, progress: Progress
) -> None:
    """Write ratings (columns as `Store.import_wave`) and what is told of finished responses, a part at a time.

    The wave is inserted once all is there: until then nobody sees anything of it.
    Respondents get random ids and come in a random order: ids seed the weights of the posterior, so that from the
    intervals of a few people and ids that can be guessed their answers could be computed.

    Raises:
        Refused: an outcome, question or option is not one of the study, or a value is outside its scale.
    """
    _check(study, ratings, told)
    respondents = _respondents(ratings, [*told.profiles, *told.remarks])
    rows = len(respondents.ids) + sum(map(len, told.profiles.values())) + len(ratings) + len(told.remarks)
    done = 0
    for table, part in _parts(wave_id, respondents, ratings, told):
        with database.writing() as session:
            session.append(table, part)
        done += len(part)
        progress(done, rows)
    written = list(told.remarks.items())
    for part in chunks(len(written), MOST_REMARKS):
        with database.writing() as session:
            for name, text in written[part]:
                write_remark(session, wave_id, respondents.ids[respondents.places[name]], "missed", text)
        progress(done + part.stop, rows)


def delete_abandoned(database: Database) -> None:
    """Delete what is left of imports that came to no end, as when the server was stopped."""
    with database.session() as session:
        abandoned = session.rows(sql.ABANDONED, now() - ABANDONED)
    for (wave_id,) in abandoned:
        delete_answers(database, wave_id)


def delete_answers(database: Database, wave_id: str) -> None:
    """Delete all answers of a wave that was not inserted."""
    with database.writing() as session:
        for statement in sql.DELETE_WAVE:
            session.rows(statement, wave_id)


def _respondents(ratings: pd.DataFrame, others: list[str]) -> Respondents:
    """Return everybody who rated, or else said something, under random ids."""
    codes, rating = pd.factorize(ratings["respondent"])
    names = list(dict.fromkeys([*map(str, rating), *others]))
    ids = np.array([secrets.token_hex(12) for _ in names], dtype=object)
    order = np.argsort(ids)
    place = np.empty(len(names), np.intp)
    place[order] = np.arange(len(names))
    return Respondents(ids[order], dict(zip(names, place.tolist(), strict=True)), place[codes])


def _parts(
    wave_id: str, respondents: Respondents, ratings: pd.DataFrame, told: Told
) -> Iterator[tuple[str, "pa.Table"]]:
    """Yield the name of a table and rows of it, at most `PART` of them at a time."""
    import pyarrow as pa

    ids, began = pa.array(respondents.ids, pa.string()), pa.scalar(now(), pa.timestamp("us"))
    weights = np.full(len(ids), np.nan)
    for name in told.weights.keys() & respondents.places.keys():
        weights[respondents.places[name]] = told.weights[name]
    for part in chunks(len(ids), PART):
        new = ids[part]
        begun = {"id": new, "started_at": _all(began, new), "receipt_digest": _all("", new)}
        weight = pa.array(weights[part], mask=np.isnan(weights[part]))
        yield "response", _table(wave_id, begun | {"is_finished": _all(True, new), "weight": weight})
    said = told.profiles.items()
    given = [(respondents.places[name], *answer) for name, profile in said for answer in profile.items()]
    for part in chunks(len(given), PART):
        who, question, option = zip(*sorted(given[part]), strict=True)
        answered = {"response_id": ids.take(pa.array(who)), "question_id": pa.array(question)}
        yield "profile", _table(wave_id, answered | {"option_id": pa.array(option)})
    order = np.argsort(respondents.rated, kind="stable")
    outcomes, names = pd.factorize(ratings["outcome"])
    known = pa.array([str(name) for name in names], pa.string())
    for part in chunks(len(order), PART):
        rows = order[part]
        rated = {
            "response_id": ids.take(pa.array(respondents.rated[rows])),
            "outcome_id": known.take(pa.array(outcomes[rows])),
            "not_applicable": pa.array(ratings["not_applicable"].to_numpy(bool)[rows]),
        }
        codes = {f"{kind}_code": _codes(ratings[kind], rows) for kind in RATED if kind in ratings}
        yield "rating", _table(wave_id, rated | codes | {"created_at": _all(began, rows)})


def _table(wave_id: str, columns: dict[str, "pa.Array"]) -> "pa.Table":
    """Return rows of a wave."""
    import pyarrow as pa

    return pa.table({"wave_id": _all(wave_id, next(iter(columns.values())))} | columns)


def _all(value: object, rows: Any) -> "pa.Array":  # noqa: ANN401 - whatever has a length
    import pyarrow as pa

    return pa.repeat(value, len(rows))


def _codes(ratings: "pd.Series[float]", rows: npt.NDArray[np.intp]) -> "pa.Array":
    import pyarrow as pa

    values = ratings.to_numpy(np.float64, na_value=np.nan)[rows]
    is_missing = np.isnan(values)
    return pa.array(np.where(is_missing, 0, values).astype(np.int16), mask=is_missing)


def _check(study: Study, ratings: pd.DataFrame, told: Told) -> None:
    absent = [column for column in COLUMNS if column not in ratings.columns]
    if absent:
        raise Refused(f"The ratings have no column {', '.join(absent)}.")
    _check_known(list(map(str, ratings["outcome"].unique())), {one.id for one in study.outcomes}, "an outcome")
    _check_codes(study, ratings)
    _check_weights(told.weights)
    questions = study.questions()
    for profile in told.profiles.values():
        _check_known(profile, questions, "a question")
        for question, option in profile.items():
            _check_known([option], questions[question], f"an answer to “{question}”")


def _check_weights(weights: Mapping[str, float]) -> None:
    for weight in weights.values():
        if not LIGHTEST <= weight <= HEAVIEST:
            raise Refused(f"A weight must be from {LIGHTEST:.9f} to {HEAVIEST:,.0f}, not {weight:g}.")


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
