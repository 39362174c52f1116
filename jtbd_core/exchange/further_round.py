"""Import of a ratings file as a further round of a study that is there."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.contract.answer_files import Told, write_answer_files
from jtbd_core.errors import Refused
from jtbd_core.exchange.handover import Addition, Handover, keep_as_round, known_by
from jtbd_core.exchange.imported import (
    labels_of,
    new_question,
    new_solution,
    plain,
    question_of,
    statement,
    stored_profiles,
    stored_ratings,
)
from jtbd_core.exchange.ratings_file import RatingsFile
from jtbd_core.study import Circumstance, Option, Outcome, Solution, Study, StudyRecord
from jtbd_core.study.amendment import with_new_outcome
from jtbd_core.study.offer import with_added_option, with_added_question, with_added_solution
from jtbd_core.study.value import identifier
from jtbd_core.wave import Wave


class Fit(NamedTuple):
    """How a file fits a study: the ids of its outcomes by their names in the file, and what the study does not have.

    `study` is the study with the additions.
    """

    study: Study
    ids: dict[str, str]
    additions: tuple[Addition, ...]


def fit(study: Study, file: RatingsFile) -> Fit:
    """Return how a file fits a study: outcomes are the same by their id or statement, questions and options by words.

    Texts are compared without case, punctuation and invisible characters.

    Raises:
        Refused: the study has none of the outcomes, two of the file are the same, or they are rated on another scale.
    """
    ids = _matched(study, file)
    if not ids:
        named = ", ".join(f"“{name}”" for name in file.outcomes[:3])
        raise Refused(f"“{study.title}” has none of the outcomes of the file, such as {named}.")
    _check_scale(study, file, set(ids.values()))
    like = next(one for one in study.outcomes if one.id == next(iter(ids.values())))
    additions: list[Addition] = []
    for name in file.outcomes:
        if name not in ids:
            outcome = _new_outcome(study, file, name, like)
            ids[name] = outcome.id
            additions.append(Addition(f"outcome.{outcome.id}", outcome, f"the outcome “{name}”"))
            study = with_new_outcome(study, outcome)
    for heading, labels in labels_of(file).items():
        for one in _new_answers(study, heading, labels, is_solution=heading == file.solution):
            additions.append(one)
            study = _with(study, one)
    return Fit(study, ids, tuple(additions))


def round_files(file: RatingsFile, adds_missing: bool, study: Study, folder: Path) -> Handover:
    """Write the answers of a file that fit a study; what the study does not have is left out, or added to it.

    The round asks the outcomes that the file rates.

    Raises:
        Refused: the file does not fit the study.
    """
    fitted = fit(study, file)
    if not adds_missing:
        known = {one.id for one in study.outcomes}
        fitted = Fit(study, {name: one for name, one in fitted.ids.items() if one in known}, ())
    asked = frozenset(fitted.ids.values())
    covered = replace(fitted.study, outcomes=tuple(one for one in fitted.study.outcomes if one.id in asked))
    told = Told(stored_profiles(file, fitted.study), file.remarks, file.weights)
    write_answer_files(covered, stored_ratings(file, fitted.ids), told, folder)
    return Handover(fitted.study, fitted.additions, asked, file.period)


def keep_further_round(
    store: Store, study_id: str, file: RatingsFile, *, adds_missing: bool = False, source: str = ""
) -> tuple[StudyRecord, Wave]:
    """Store a ratings file as the next round of a study, closed, and return both; if that is refused, store nothing.

    `source` is the digest of the file.
    """
    record, wave, _ = keep_as_round(store, study_id, partial(known_by, source, round_files, file, adds_missing))
    return record, wave


def _matched(study: Study, file: RatingsFile) -> dict[str, str]:
    """Return the ids of the outcomes that a study has, by their names in the file."""
    known = {plain(one.statement): one.id for one in study.outcomes} | {one.id: one.id for one in study.outcomes}
    ids: dict[str, str] = {}
    for name in file.outcomes:
        worded = (name, plain(file.statements.get(name, "")), plain(name), plain(statement(name)))
        found = next((known[one] for one in worded if one in known), None)
        if found in ids.values():
            first = next(other for other, one in ids.items() if one == found)
            raise Refused(f"“{first}” and “{name}” of the file are the same outcome of the study.")
        if found:
            ids[name] = found
    return ids


def _check_scale(study: Study, file: RatingsFile, matched: set[str]) -> None:
    """Refuse ratings on other points than those of the study, and of satisfaction where it asks for expectation."""
    outcomes = [one for one in study.outcomes if one.id in matched]
    if file.assignment.asks == "satisfaction" and {study.instrument(one).scale for one in outcomes} == {"expectation"}:
        raise Refused(
            f"The file says how satisfied people are, and “{study.title}” rates these outcomes against expectation: "
            "a round of it would compare two scales."
        )
    for outcome in outcomes:
        for kind, points in study.points(outcome).items():
            found = file.points.get(kind)
            if (found or kind == "expectation") and found != points:
                raise Refused(
                    f"The file rates {kind} from {found}, and “{study.title}” from {points}: a round of it would "
                    "compare two scales."
                )


def _new_outcome(study: Study, file: RatingsFile, name: str, like: Outcome) -> Outcome:
    """Return a new outcome of the same step or dimension as another one."""
    given = identifier(name, [one.id for one in study.outcomes], "outcome")
    worded = file.statements.get(name) or statement(name)
    return replace(like, id=given, statement=worded, is_retired=False)


def _new_answers(study: Study, heading: str, labels: list[str], *, is_solution: bool) -> list[Addition]:
    """Return what the answers of a column need that a study does not have: solutions, a question, or options."""
    if is_solution:
        solutions = {one.id: one for one in study.solutions}
        named = {plain(one.name) for one in study.solutions}
        for label in (one for one in labels if plain(one) not in named):
            solution = new_solution(label, solutions)
            solutions[solution.id] = solution
        return [
            Addition(f"solution.{name}", one, f"the solution “{one.name}”")
            for name, one in solutions.items()
            if one not in study.solutions
        ]
    asked = next((one for one in study.circumstances if plain(one.question) == plain(question_of(heading))), None)
    if asked is None:
        if len(labels) < 2:
            return []
        asked = new_question(heading, labels, {one.id: one for one in study.circumstances})
        return [Addition(f"circumstance.{asked.id}", asked, f"the question “{asked.question}”")]
    options = {one.id: one for one in asked.options}
    for label in (one for one in labels if plain(one) not in {plain(known.label) for known in asked.options}):
        name = identifier(label, options, "option")
        options[name] = Option(id=name, label=label)
    return [
        Addition(f"option.{asked.id}.{name}", one, f"the answer “{one.label}” to “{asked.question}”", asked.id)
        for name, one in options.items()
        if one not in asked.options
    ]


def _with(study: Study, added: Addition) -> Study:
    match added.part:
        case Outcome():
            return with_new_outcome(study, added.part)
        case Solution():
            return with_added_solution(study, added.part)
        case Circumstance():
            return with_added_question(study, added.part)
        case Option():
            return with_added_option(study, added.question, added.part)
