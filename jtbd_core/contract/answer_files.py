"""Answers collected elsewhere, as the files in which a store takes them in: checked, under random ids, shuffled."""

import secrets
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.errors import Refused
from jtbd_core.study import Study
from jtbd_core.study.scale import RATED

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

COLUMNS = ("respondent", "outcome", "importance", "experience", "not_applicable")
PART = 20_000
"""The most rows that are written, and later taken in, at once: whoever saves waits for no more than these."""

FILES: dict[str, dict[str, str]] = {
    "response": {"respondent": "string", "weight": "double"},
    "profile": {"respondent": "string", "question": "string", "option": "string"},
    "rating": {"respondent": "string", "outcome": "string", "not_applicable": "bool", **dict.fromkeys(RATED, "int16")},
    "remark": {"respondent": "string", "text": "string"},
}
"""The columns of each file, with the names of their types in Arrow; weights and codes may be missing."""

LIGHTEST, HEAVIEST = 1e-9, 1e12
"""The least and the greatest weight: of others no sum is exact."""


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


def write_answer_files(study: Study, ratings: pd.DataFrame, told: Told, folder: Path) -> None:
    """Write ratings (columns as `Store.import_wave`) and what is told besides to a Parquet file for each of `FILES`.

    Respondents get random ids and come in a random order: ids seed the weights of the posterior, so that from the
    intervals of a few people and ids that can be guessed their answers could be computed.

    Raises:
        Refused: an outcome, question or option is not one of the study, or a value is outside its scale.
    """
    import pyarrow as pa
    from pyarrow import parquet

    _check(study, ratings, told)
    respondents = _respondents(ratings, [*told.profiles, *told.remarks])
    parts = {
        "response": _weights(respondents, told.weights),
        "profile": _profiles(respondents, told.profiles),
        "rating": _ratings(respondents, ratings),
        "remark": _remarks(respondents, told.remarks),
    }
    for name, columns in FILES.items():
        schema = pa.schema(list(columns.items()))
        with parquet.ParquetWriter(_path(folder, name), schema) as file:
            for part in parts[name]:
                file.write_table(pa.table(part, schema=schema))


def answer_files(folder: Path) -> Iterator[tuple[str, "pa.Table"]]:
    """Yield the name of each file and its rows, at most `PART` of them at a time."""
    for name, file in _opened(folder):
        with file:
            for part in range(file.num_row_groups):
                yield name, file.read_row_group(part)


def rows_of(folder: Path) -> int:
    """Return the number of rows of all files."""
    rows = 0
    for _, file in _opened(folder):
        with file:
            rows += file.metadata.num_rows
    return rows


def _opened(folder: Path) -> Iterator[tuple[str, Any]]:
    from pyarrow import parquet

    for name in FILES:
        yield name, parquet.ParquetFile(_path(folder, name))


def _path(folder: Path, name: str) -> Path:
    return folder / f"{name}.parquet"


def _respondents(ratings: pd.DataFrame, others: list[str]) -> Respondents:
    """Return everybody who rated, or else said something, under random ids."""
    codes, rating = pd.factorize(ratings["respondent"])
    names = list(dict.fromkeys([*map(str, rating), *others]))
    ids = np.array([secrets.token_hex(12) for _ in names], dtype=object)
    order = np.argsort(ids)
    place = np.empty(len(names), np.intp)
    place[order] = np.arange(len(names))
    return Respondents(ids[order], dict(zip(names, place.tolist(), strict=True)), place[codes])


def _slices(rows: int) -> Iterator[slice]:
    return (slice(start, start + PART) for start in range(0, rows, PART))


def _weights(respondents: Respondents, given: Mapping[str, float]) -> Iterator[dict[str, Any]]:
    import pyarrow as pa

    weights = np.full(len(respondents.ids), np.nan)
    for name in given.keys() & respondents.places.keys():
        weights[respondents.places[name]] = given[name]
    for part in _slices(len(weights)):
        weight = pa.array(weights[part], mask=np.isnan(weights[part]))
        yield {"respondent": respondents.ids[part], "weight": weight}


def _profiles(respondents: Respondents, profiles: Mapping[str, Mapping[str, str]]) -> Iterator[dict[str, Any]]:
    given = sorted(
        (respondents.places[name], *answer) for name, profile in profiles.items() for answer in profile.items()
    )
    for part in _slices(len(given)):
        who, question, option = zip(*given[part], strict=True)
        yield {"respondent": respondents.ids[list(who)], "question": question, "option": option}


def _ratings(respondents: Respondents, ratings: pd.DataFrame) -> Iterator[dict[str, Any]]:
    import pyarrow as pa

    ids, order = pa.array(respondents.ids, pa.string()), np.argsort(respondents.rated, kind="stable")
    outcomes, names = pd.factorize(ratings["outcome"])
    known = pa.array([str(name) for name in names], pa.string())
    for part in _slices(len(order)):
        rows = order[part]
        yield {
            "respondent": ids.take(pa.array(respondents.rated[rows])),
            "outcome": known.take(pa.array(outcomes[rows])),
            "not_applicable": ratings["not_applicable"].iloc[rows].to_numpy(bool),
            **{kind: _codes(ratings, kind, rows) for kind in RATED},
        }


def _remarks(respondents: Respondents, remarks: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    written = [(respondents.ids[respondents.places[name]], text) for name, text in remarks.items()]
    for part in _slices(len(written)):
        who, texts = zip(*written[part], strict=True)
        yield {"respondent": who, "text": texts}


def _codes(ratings: pd.DataFrame, kind: str, rows: npt.NDArray[np.intp]) -> "pa.Array":
    import pyarrow as pa

    if kind not in ratings:
        return pa.nulls(len(rows), pa.int16())
    values = ratings[kind].iloc[rows].to_numpy(np.float64, na_value=np.nan)
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
