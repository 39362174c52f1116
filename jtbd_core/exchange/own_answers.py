"""Our own export of answers, read again: the study comes back from its columns, each answer by its id."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeVar, get_args

import numpy as np
import pandas as pd
from msgspec.structs import replace

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.csv_file import Texts
from jtbd_core.exchange.formulas import unmarked
from jtbd_core.exchange.long_table import ANSWERED, LEADING, OF_SCALE, QUESTION, WEIGHT
from jtbd_core.exchange.sheets import open_files
from jtbd_core.exchange.source import Source
from jtbd_core.exchange.weight_column import number_of
from jtbd_core.study import KINDS, SOLUTION_QUESTION, Circumstance, Option, Outcome, Polarity, Solution, Step, Study
from jtbd_core.study.scale import IMPORTANT_FROM, Importance, Instrument, Points, ScaleName, Settings
from jtbd_core.study.value import identifier

POINTS: Mapping[str, Points] = {str(points): points for points in IMPORTANT_FROM}
NOTE = "The answers of this study were exported from another one."

POLARITIES: tuple[Polarity, ...] = get_args(Polarity)

Profiles = dict[str, dict[str, str]]
Choice = TypeVar("Choice", bound=str)


class OwnAnswers(NamedTuple):
    """Answers that Headway exported: the study as the file tells it, the answers, and what of it has no place.

    `ratings` has the columns of `Store.import_wave`, `profiles` maps a respondent to question id → option id,
    `weights` to their weight, where there is one. Parts of
    the study that nobody was asked, or solutions and options that nobody chose, are not in such a file.
    """

    study: Study
    ratings: pd.DataFrame
    profiles: Profiles
    weights: Mapping[str, float] = {}
    notes: tuple[str, ...] = ()

    @property
    def scored(self) -> pd.DataFrame:
        """The ratings as they are scored: of a pair, experience is what is met less what is expected."""
        pairs = self.ratings["outcome"].isin(list(self.study.pairs()))
        expected = self.ratings["expectation"].where(pairs, 0.0)
        return self.ratings.assign(experience=self.ratings["experience"] - expected).drop(columns="expectation")


def read_own_answers(source: Source) -> OwnAnswers | None:
    """Return what our own export of answers holds, None where a file is another one.

    Raises:
        UnreadableFile: a cell was changed to what it cannot be; the message names the column.
        InvalidStudy: the outcomes, solutions or questions make no study.
    """
    file = next(open_files(source), None)
    first = next(file.records(), None) if file else None
    if file is None or first is None:
        return None
    headings = first.cells if file.sheet else [unmarked(cell) for cell in first.cells]
    if headings[: len(LEADING)] != list(LEADING):
        return None
    below = replace(file, start=first.end, above=first.row)
    columns = below.columns(range(len(headings)), len(headings))
    if not file.sheet:
        columns = [replace(one, names=tuple(map(unmarked, one.names))) for one in columns]
    return _Columns(headings, columns).answers()


class _Columns:
    """The columns of the file by heading."""

    def __init__(self, headings: Sequence[str], columns: Sequence[Texts]) -> None:
        self._headings = list(headings)
        self._columns = dict(zip(headings, columns, strict=True))

    def answers(self) -> OwnAnswers:
        """Return what the file holds."""
        solutions, circumstances, notes = self._questions()
        outcomes, steps, settings = self._asked()
        study = Study(
            title="Answers",
            job="Answers",
            note=NOTE,
            steps=steps,
            outcomes=outcomes,
            solutions=solutions,
            circumstances=circumstances,
            settings=settings,
        )
        return OwnAnswers(study, self._ratings(), self._profiles(study), self._weights(), notes)

    def _asked(self) -> tuple[tuple[Outcome, ...], tuple[Step, ...], Settings]:
        """Return the outcomes in their order, their steps, and the scales of both kinds."""
        table = pd.DataFrame({name: self._texts(name) for name in LEADING[1:]}, dtype=object)
        rows = table[table["outcome"] != ""].drop_duplicates("outcome")
        rows = rows.sort_values("outcome_number", key=lambda column: column.map(partial(_whole, "outcome_number")))
        steps: dict[str, Step] = {}
        outcomes = [self._outcome(row, steps) for _, row in rows.iterrows()]
        scales: dict[bool, set[tuple[str, ...]]] = {True: set(), False: set()}
        for one, asked in zip(outcomes, rows[list(OF_SCALE)].itertuples(index=False, name=None), strict=True):
            scales[one.is_key].add(asked)
        importance = {one[3:] for found in scales.values() for one in found}
        if any(len(found) > 1 for found in (*scales.values(), importance)):
            raise UnreadableFile("Columns scale to important_from: outcomes of one kind have different scales.")
        key, success = (next(iter(found), None) for found in scales.values())
        return tuple(outcomes), tuple(steps.values()), _settings(key, success)

    def _outcome(self, row: "pd.Series[str]", steps: dict[str, Step]) -> Outcome:
        kind, name = _choice("kind", row["kind"], KINDS), row["job_step"]
        if kind == "key outcome" and name not in steps:
            taken = [one.id for one in steps.values()]
            steps[name] = Step(id=identifier(name, taken, "step"), name=name, is_core=row["is_core_step"] == "True")
        return Outcome(
            id=row["outcome"],
            statement=row["statement"],
            step=steps[name].id if kind == "key outcome" else None,
            dimension=None if kind == "key outcome" else kind,
            polarity=_choice("polarity", row["polarity"], POLARITIES),
        )

    def _questions(self) -> tuple[tuple[Solution, ...], tuple[Circumstance, ...], tuple[str, ...]]:
        """Return the solutions and questions with the answers that somebody gave, and which questions are left out."""
        solutions: tuple[Solution, ...] = ()
        circumstances: list[Circumstance] = []
        notes: list[str] = []
        for heading, label in zip(self._headings, self._headings[1:], strict=False):
            if not heading.startswith(QUESTION) or label == heading:
                continue
            name = heading.removeprefix(QUESTION)
            chosen = pd.DataFrame({"id": self._texts(heading), "label": self._texts(label)})
            options = dict(chosen[chosen["id"] != ""].drop_duplicates("id").itertuples(index=False, name=None))
            if name == SOLUTION_QUESTION:
                solutions = tuple(Solution(id=one, name=text) for one, text in sorted(options.items()))
            elif len(options) < 2:
                notes.append(f"Column {label} was left out: fewer than two different answers.")
            else:
                question = label.removesuffix(f" ({name})")
                answers = tuple(Option(id=one, label=text) for one, text in sorted(options.items()))
                circumstances.append(Circumstance(id=name, question=question, options=answers))
        return solutions, tuple(circumstances), tuple(notes)

    def _ratings(self) -> pd.DataFrame:
        frame = {name: self._texts(name) for name in ("respondent", "outcome")}
        found = pd.DataFrame(frame | {name: self._numbers(name) for name in ANSWERED})
        found["not_applicable"] = self._texts("not_applicable") == "True"
        rows: pd.DataFrame = found[(self._texts("shown") == "True") & (found["respondent"] != "")]
        if rows.empty:
            raise UnreadableFile("The file has headings but no ratings.")
        if rows.duplicated(["respondent", "outcome"]).any():
            raise UnreadableFile("Columns respondent and outcome: a respondent rated an outcome twice.")
        return rows.reset_index(drop=True)

    def _profiles(self, study: Study) -> Profiles:
        people, found = self._texts("respondent"), Profiles()
        for question in study.questions():
            answers = pd.DataFrame({"respondent": people, "option": self._texts(f"{QUESTION}{question}")})
            answers = answers[(answers["option"] != "") & (answers["respondent"] != "")].drop_duplicates()
            if answers["respondent"].duplicated().any():
                raise UnreadableFile(f"Column {QUESTION}{question}: a respondent has more than one answer.")
            for respondent, option in answers.itertuples(index=False):
                found.setdefault(respondent, {})[question] = option
        return found

    def _weights(self) -> dict[str, float]:
        if WEIGHT not in self._columns:
            return {}
        given = pd.DataFrame({"respondent": self._texts("respondent"), "weight": self._texts(WEIGHT)})
        given = given[(given["respondent"] != "") & (given["weight"] != "")].drop_duplicates()
        if given["respondent"].duplicated().any():
            raise UnreadableFile(f"Column {WEIGHT}: a respondent has more than one weight.")
        return {who: _weight(text) for who, text in given.itertuples(index=False)}

    def _texts(self, heading: str) -> "np.ndarray[tuple[int], np.dtype[np.object_]]":
        """Return the texts of a column, empty where its cell is."""
        column = self._columns[heading]
        return np.array([*column.names, ""], object)[column.codes]

    def _numbers(self, heading: str) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        """Return the whole numbers of a column, NaN where its cell is empty; a column may lack altogether."""
        if heading not in self._columns:
            return np.full(len(self._columns["outcome"].codes), np.nan)
        column = self._columns[heading]
        return np.array([*(_whole(heading, name) for name in column.names), np.nan], float)[column.codes]


def _settings(key: tuple[str, ...] | None, success: tuple[str, ...] | None) -> Settings:
    """Return the settings of a study whose key and success outcomes are rated so, each as the columns `OF_SCALE`."""
    settings = Settings()
    _, _, _, points, cut = key or success or ("", "", "", "", "")
    if points:
        settings = replace(settings, importance=Importance(points=_points(points), cut=_whole("important_from", cut)))
    return replace(
        settings,
        asks_importance=bool(points),
        key=_instrument(key) if key else settings.key,
        success=_instrument(success) if success else settings.success,
    )


def _instrument(asked: tuple[str, ...]) -> Instrument:
    scale, points, anchor, *_ = asked
    names: tuple[ScaleName, ...] = get_args(ScaleName)
    return Instrument(scale=_choice("scale", scale, names), anchor=_whole("anchor", anchor), points=_points(points))


def _points(text: str) -> Points:
    return POINTS[_choice("scale_points", text, tuple(POINTS))]


def _weight(text: str) -> float:
    weight = number_of(text)
    if weight is None:
        raise UnreadableFile(f"Column {WEIGHT}: “{text}” is not a number.")
    return weight


def _whole(heading: str, text: str) -> int:
    try:
        return int(float(text)) if float(text).is_integer() else int(text)
    except ValueError as cause:
        raise UnreadableFile(f"Column {heading}: “{text}” is no whole number.") from cause


def _choice(heading: str, text: str, known: Sequence[Choice]) -> Choice:
    for one in known:
        if one == text:
            return one
    raise UnreadableFile(f"Column {heading}: “{text}” is none of {', '.join(known)}.")
