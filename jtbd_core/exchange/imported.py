"""Import of a ratings file as a study with a closed wave."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pandas as pd
from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.contract.answer_files import Told, write_answer_files
from jtbd_core.errors import JtbdError, UnreadableFile
from jtbd_core.exchange.file_reading import reading_of, scale_of
from jtbd_core.exchange.handover import Handover, keep_as_study, known_by
from jtbd_core.exchange.ratings_file import RatingsFile
from jtbd_core.study import SOLUTION_QUESTION, Circumstance, Option, Outcome, Solution, Step, Study, StudyRecord
from jtbd_core.study.scale import SCALES, Importance, Instrument, ScaleName, Settings
from jtbd_core.study.study import DIMENSIONS, Dimension
from jtbd_core.study.value import check_count, comparable, identifier, is_id
from jtbd_core.wave import Wave

IMPORTED = "The answers of this study were collected elsewhere and imported."
LONGEST_NOTE = 400

WHOLE_JOB = Step(id="whole-job", name="Whole job", is_core=True)
"""The job step of key outcomes where a ratings file names none."""

KEY = ("key outcome", "key", "efficiency")
AVOID = ("avoid", "avoided", "unwanted")
CODE = re.compile(r"^([A-Za-z]+\d\w*\.|\d+[.)])\s+")
"""The code or number that tools write before a question."""

Profiles = dict[str, dict[str, str]]


def imported_study(file: RatingsFile, title: str, job: str, scale: ScaleName | None) -> tuple[Study, pd.DataFrame]:
    """Return the study of a ratings file and its ratings in the columns of `Store.import_wave`.

    Kinds, job steps, polarities and scales are those of the file. Where it has no kinds, outcomes rated for
    satisfaction or in pairs are key outcomes, and those rated against expectation functional success outcomes. The id
    of an outcome is its name where that is a valid id. A scale that is None is what the file says, or the usual one.

    Raises:
        UnreadableFile: the file has a kind that is none, or a question with too many options.
        InvalidStudy: it is rated on points that no study can ask on.
    """
    check_count(len(file.outcomes), "outcomes")
    ids: dict[str, str] = {}
    for name in file.outcomes:
        ids[name] = name if is_id(name) else identifier(name, ids.values(), "outcome")
    steps = _steps(file)
    outcomes = tuple(_outcome(file, name, ids[name], steps, scale_of(file, scale)) for name in file.outcomes)
    study = Study(
        title=title,
        job=job,
        note=_note(file),
        steps=tuple(steps.values()) if any(one.is_key for one in outcomes) else (),
        outcomes=outcomes,
        settings=_settings(file, scale),
        solutions=_solutions(file),
        circumstances=_circumstances(file),
    )
    return study, stored_ratings(file, ids)


def _note(file: RatingsFile) -> str:
    """Return what is said of an imported study, with what was left out of its file."""
    left = [note for note in file.notes if "left out" in note]
    columns = f"Columns passed over: {', '.join(file.passed_over)}." if file.passed_over else ""
    whole = " ".join(" ".join((IMPORTED, *left, columns)).split())
    return whole if len(whole) <= LONGEST_NOTE else f"{whole[: LONGEST_NOTE - 1]}…"


def _settings(file: RatingsFile, scale: ScaleName | None) -> Settings:
    """Return how a study asks as its file says it was asked; where it has kinds, each has its usual scale."""
    chosen = scale_of(file, scale)
    usual: tuple[ScaleName, ...] = (chosen, chosen)
    if file.kinds and scale is None and chosen != "pair":
        usual = ("satisfaction", "expectation")
    key, success = (_instrument(file, one) for one in usual)
    if "importance" not in file.points:
        return Settings(asks_importance=False, key=key, success=success)
    reading = reading_of(file, chosen)
    return Settings(key=key, success=success, importance=Importance(points=reading.importance, cut=reading.cut))


def _instrument(file: RatingsFile, scale: ScaleName) -> Instrument:
    """Return the instrument of a scale on the points of a file; of satisfaction if it has none on these points."""
    points = file.points["experience"]
    scale = scale if points in SCALES[scale].anchors else "satisfaction"
    return Instrument(scale=scale, anchor=reading_of(file, scale).anchor, points=points)


def stored_ratings(file: RatingsFile, ids: Mapping[str, str]) -> pd.DataFrame:
    """Return the ratings of a file in the columns of `Store.import_wave`, those of outcomes that have an id."""
    ratings = file.ratings if "importance" in file.ratings else file.ratings.assign(importance=float("nan"))
    names = ratings["outcome"].cat.categories
    if not set(names) <= ids.keys():
        ratings = ratings[ratings["outcome"].isin(list(ids))]
    known = ratings["outcome"].cat.set_categories([name for name in names if name in ids])
    return ratings.assign(outcome=known.cat.rename_categories(dict(ids)))


def stored_profiles(file: RatingsFile, study: Study) -> Profiles:
    """Return the answers of a file to the questions that a study asks, by respondent; all others are left out."""
    asked = {plain(one.question): one.id for one in study.circumstances}
    options = {name: {plain(label): one for one, label in known.items()} for name, known in study.questions().items()}
    found: Profiles = {}
    for respondent, heading, label in file.profiles.itertuples(index=False):
        question = SOLUTION_QUESTION if heading == file.solution else asked.get(plain(question_of(heading)), "")
        if option := options.get(question, {}).get(plain(label)):
            found.setdefault(str(respondent), {})[question] = option
    return found


def study_files(file: RatingsFile, title: str, job: str, scale: ScaleName | None, folder: Path) -> Handover:
    """Write the answers of a file to a folder, and return the study that they are of."""
    study, ratings = imported_study(file, title, job, scale)
    write_answer_files(study, ratings, Told(stored_profiles(file, study), file.remarks, file.weights), folder)
    return Handover(study, period=file.period)


def keep_imported(
    store: Store, file: RatingsFile, title: str, job: str, scale: ScaleName | None, source: str = ""
) -> tuple[StudyRecord, Wave]:
    """Store a ratings file as a study with a closed wave and return both; if that is refused, store nothing.

    `source` is the digest of the file.
    """
    return keep_as_study(store, partial(known_by, source, study_files, file, title, job, scale))


def statement(name: str) -> str:
    """Return a column's name as a readable statement: "Outcome 12" for "outcome_12"."""
    words = re.sub(r"[_\s]+", " ", name).strip()
    return words[:1].upper() + words[1:]


def question_of(heading: str) -> str:
    """Return the question of a heading, without its code or number, and without the id behind it in our own files."""
    question = re.sub(r" \([a-z0-9_-]+\)$", "", CODE.sub("", heading, count=1))
    return question or heading


def plain(text: str) -> str:
    """Return a text as texts of a file and of a study are compared: without case, punctuation and what nobody sees."""
    return " ".join(re.sub(r"[\W_]+", " ", comparable(text).casefold()).split())


def new_solution(label: str, taken: Mapping[str, object]) -> Solution:
    """Return a solution for a label of a file."""
    return Solution(id=identifier(label, taken, "solution"), name=label)


def new_question(heading: str, labels: "list[str]", taken: Mapping[str, object]) -> Circumstance:
    """Return a circumstance question for a column of a file; refuse one with too many answers."""
    try:
        check_count(len(labels), "options of a question")
    except JtbdError as cause:
        raise UnreadableFile(
            f"Column {heading} has {len(labels):,} different answers, too many for a circumstance: pass it over."
        ) from cause
    options: dict[str, Option] = {}
    for label in labels:
        name = identifier(label, options, "option")
        options[name] = Option(id=name, label=label)
    question = question_of(heading)
    taken = {**taken, SOLUTION_QUESTION: None}
    return Circumstance(id=identifier(question, taken, "question"), question=question, options=tuple(options.values()))


def labels_of(file: RatingsFile) -> dict[str, list[str]]:
    """Return the answers of each column that says who people are, by its heading, in the order of first appearance."""
    return {
        str(heading): [str(label) for label in answers.unique()]
        for heading, answers in file.profiles.groupby("question", sort=False)["option"]
    }


def _solutions(file: RatingsFile) -> tuple[Solution, ...]:
    found: dict[str, Solution] = {}
    for label in labels_of(file).get(file.solution, []):
        one = new_solution(label, found)
        found[one.id] = one
    return tuple(found.values())


def _circumstances(file: RatingsFile) -> tuple[Circumstance, ...]:
    """Return a question for each column that says who people are, but for those in which all say the same."""
    found: dict[str, Circumstance] = {}
    for heading, labels in labels_of(file).items():
        if heading != file.solution and len(labels) > 1:
            one = new_question(heading, labels, found)
            found[one.id] = one
    return tuple(found.values())


def _steps(file: RatingsFile) -> dict[str, Step]:
    """Return the job steps by their names in the file; the core step is the one with most outcomes."""
    names = Counter(file.steps.get(name, "") for name in file.outcomes if _dimension(file, name) is None)
    core = next(iter(names.most_common(1)), ("", 0))[0]
    found: dict[str, Step] = {}
    for name in names:
        taken = [one.id for one in found.values()]
        step = Step(id=identifier(name, taken, "step"), name=name) if name else WHOLE_JOB
        found[name] = replace(step, is_core=name == core)
    return found


def _dimension(file: RatingsFile, name: str) -> Dimension | None:
    """Return the dimension of an outcome that the file says is a success outcome."""
    said = comparable(file.kinds.get(name, "")).casefold()
    dimension: Dimension | None = next((one for one in DIMENSIONS if one == said), None)
    if said and dimension is None and said not in KEY:
        raise UnreadableFile(f"“{file.kinds[name]}” is no kind of outcome, such as {KEY[0]}, {', '.join(DIMENSIONS)}.")
    return dimension


def _outcome(file: RatingsFile, name: str, given: str, steps: Mapping[str, Step], scale: ScaleName) -> Outcome:
    """Return an outcome of a file, by its kind there or, where it has none, by the scale of its ratings."""
    dimension = _dimension(file, name)
    if name not in file.kinds and scale == "expectation":
        dimension = DIMENSIONS[0]
    return Outcome(
        id=given,
        statement=file.statements.get(name) or statement(name),
        step=None if dimension else steps[file.steps.get(name, "")].id,
        dimension=dimension,
        polarity="avoid" if comparable(file.polarities.get(name, "")).casefold() in AVOID else "wanted",
    )
