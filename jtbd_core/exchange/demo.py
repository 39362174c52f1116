"""The example studies that come with Headway, and generated answers to the demo study."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.contract import Store
from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.demo_levels import (
    DECIDED,
    DEMO_LEVELS,
    GOES_WITH,
    LATEST,
    LEANING,
    NOISE,
    NOT_APPLICABLE,
    ORDINARY,
    OUTCOME,
    SELDOM,
    SHARES,
    SHIFTS,
    SKIPS,
    STEP,
    STOPS_EARLY,
    STRAIGHT,
    TARGETS,
    YEARS,
    Level,
    Year,
)
from jtbd_core.exchange.demo_remarks import RELEASED, REMARKS
from jtbd_core.study import SOLUTION_QUESTION, Study, StudyRecord, study_from_json
from jtbd_core.study.scale import FIVE
from jtbd_core.wave import Wave

EXAMPLES = Path(__file__).parents[2] / "data" / "examples"
DEMO = "demo"
"""The file stem of the demo study among the examples."""

Matrix = npt.NDArray[np.float64]
Profiles = dict[str, dict[str, str]]


def demo_study() -> Study:
    """Return the demo study: listening to music, from vinyl to streaming, with key and success outcomes."""
    return _read(EXAMPLES / f"{DEMO}.json")


def examples() -> dict[str, Study]:
    """Return the example studies that a new study can start from, by file stem: published ones and jobs of many kinds.

    The demo study is not among them: its note says that all answers are generated, untrue of a copy.
    """
    return {path.stem: _read(path) for path in sorted(EXAMPLES.glob("*.json")) if path.stem != DEMO}


def keep_demo(store: Store) -> tuple[StudyRecord, Wave]:
    """Store the demo study with the generated answers of each year, the last open for more; return it and the last.

    Half of the remarks of the last year are released.
    """
    record = store.add_study(demo_study())
    for year, one in YEARS.items():
        is_last = year == LATEST
        ratings, profiles = demo_answers(record.study, one.people, LATEST - year, year)
        wave = store.import_wave(
            record.id,
            ratings,
            profiles,
            "open" if is_last else "closed",
            remarks=dict(zip(profiles, REMARKS, strict=False)) if is_last else None,
            period=one.period,
        )
        for aim in TARGETS if year == DECIDED else ():
            store.add_target(wave.id, aim)
    store.release_remarks(wave.id, [one.id for one in store.remarks(wave.id) if one.text in RELEASED])
    return store.study(record.id), wave


def demo_answers(
    study: Study, respondents: int = YEARS[LATEST].people, seed: int = 0, year: int = LATEST
) -> tuple[pd.DataFrame, Profiles]:
    """Return generated ratings and profiles as `Store.import_wave` takes them; the same for the same seed and year.

    Ratings have the columns respondent, outcome, importance, experience (1.0–5.0, NaN where missing) and
    not_applicable; an outcome that a respondent was not shown has no row. Profiles map a respondent to question id →
    option id. The model is that of the demo study; outcomes and options it does not know get default levels.
    """
    random = np.random.default_rng(seed)
    names = [f"g{number:03}" for number in range(1, respondents + 1)]
    people = _people(study, respondents, YEARS[year], random)
    importance, experience = _rated(study, people, YEARS[year], random)
    is_shown = _shown(importance.shape, random)
    does_not_apply = random.random(importance.shape) < _not_applicable(study, people)
    importance[does_not_apply], experience[does_not_apply] = np.nan, np.nan
    if not study.settings.asks_importance:
        importance[:] = np.nan
    who, what = np.nonzero(is_shown)
    ratings = pd.DataFrame(
        {
            "respondent": np.array(names, dtype=object)[who],
            "outcome": np.array([outcome.id for outcome in study.outcomes], dtype=object)[what],
            "importance": importance[who, what],
            "experience": experience[who, what],
            "not_applicable": does_not_apply[who, what],
        }
    )
    return ratings, dict(zip(names, people, strict=True))


def _read(path: Path) -> Study:
    try:
        return study_from_json(path.read_bytes())
    except OSError as error:
        raise UnreadableFile(f"The example {path.name} cannot be read from {path.parent}.") from error


def _people(study: Study, many: int, year: Year, random: np.random.Generator) -> list[dict[str, str]]:
    """Return the profile of each respondent: solutions in fixed shares, circumstances drawn at random."""
    people: list[dict[str, str]] = [{} for _ in range(many)]
    for question, labels in study.questions().items():
        options = list(labels)
        if question == SOLUTION_QUESTION:
            until = np.cumsum(_chances(options, year.solutions))
            found = random.permutation(np.searchsorted(until, (np.arange(many) + 0.5) / many))
            chosen = [options[place] for place in found]
        else:
            chosen = [str(random.choice(options, p=_chances(options, _shares(question, person)))) for person in people]
        for person, option in zip(people, chosen, strict=True):
            person[question] = option
    return people


def _shares(question: str, person: Mapping[str, str]) -> Mapping[str, float]:
    """Return how often each option of a circumstance question is chosen, by all or by those who use a solution."""
    return SHARES.get(question) or SHARES.get(person.get(SOLUTION_QUESTION, ""), {})


def _chances(options: list[str], shares: Mapping[str, float]) -> Matrix:
    """Return the chance of each option; one without a share is chosen as often as others of 0.2."""
    weights = np.array([shares.get(option, 0.2) for option in options])
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def _rated(
    study: Study, people: list[dict[str, str]], year: Year, random: np.random.Generator
) -> tuple[Matrix, Matrix]:
    """Return importance and experience, a row per respondent and a column per outcome."""
    levels = [DEMO_LEVELS.get(outcome.id, ORDINARY) for outcome in study.outcomes]
    wanted = np.array([[level.importance for level in levels]] * len(people))
    met = np.array([[_met(level, person) for level in levels] for person in people])
    met += [year.shifts.get(outcome.id, 0.0) for outcome in study.outcomes]
    met += _went(study, len(people), np.random.default_rng([len(people), len(year.shifts)]))
    for row, person in enumerate(people):
        for answer in person.items():
            for outcome, shift in SHIFTS.get(answer, {}).items():
                wanted[row, [part.id == outcome for part in study.outcomes]] += shift
    is_straight = random.random((len(people), 1)) < STRAIGHT
    found = []
    for level, leaning, noise in zip((wanted, met), LEANING, NOISE, strict=True):
        own = random.normal(0, leaning, (len(people), 1))
        given = np.clip(np.rint(level + own + random.normal(0, noise, level.shape)), FIVE.lowest, FIVE.highest)
        given = np.where(is_straight, random.choice(FIVE.codes[2:], (len(people), 1)), given)
        found.append(np.where(random.random(level.shape) < SKIPS, np.nan, given))
    return found[0], found[1]


def _went(study: Study, many: int, random: np.random.Generator) -> Matrix:
    """Return what the job steps add to the experience of each respondent (row) with each outcome (column)."""
    steps = {step.id: random.normal(0, 1, many) for step in study.steps}
    parts = [
        STEP * steps[outcome.step]
        if outcome.step
        else OUTCOME * steps.get(GOES_WITH.get(outcome.id, ""), np.zeros(many))
        for outcome in study.outcomes
    ]
    return np.column_stack(parts)


def _met(level: Level, person: dict[str, str]) -> float:
    """Return the mean experience (1–5) with the solution that a person uses."""
    solutions: dict[str, float] = level._asdict()
    return solutions.get(person.get(SOLUTION_QUESTION, ""), ORDINARY.streaming)


def _shown(shape: tuple[int, int], random: np.random.Generator) -> npt.NDArray[np.bool_]:
    """Return which outcomes each respondent was shown, a row per respondent: all, or those before they stopped."""
    many, outcomes = shape
    last = np.where(random.random(many) < STOPS_EARLY, random.integers(3, max(outcomes, 4), many), outcomes)
    return np.arange(outcomes) < last[:, None]


def _not_applicable(study: Study, people: list[dict[str, str]]) -> Matrix:
    """Return the chance that an outcome does not apply, a row per respondent and a column per outcome."""
    return np.array(
        [
            [NOT_APPLICABLE.get((part.id, person.get(SOLUTION_QUESTION, "")), SELDOM) for part in study.outcomes]
            for person in people
        ]
    )
