"""Edits of a study: pure functions that return the study with one change.

Outcomes are ordered within their section; edits take the ids of one or several.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from jtbd_core.errors import InvalidStudy
from jtbd_core.study.outcome_ids import outcome_ids
from jtbd_core.study.outline import outline_statements
from jtbd_core.study.sections import Section, section_of, sections
from jtbd_core.study.study import SOLUTION_QUESTION, Circumstance, Option, Outcome, Polarity, Solution, Step, Study
from jtbd_core.study.value import check_count, check_unique, identifier
from jtbd_core.study.wording import is_avoid, is_english

Item = TypeVar("Item", Outcome, Step)
_OPTION = re.compile(r"(?:[^;\\]|\\.|\\$)+")


def new_outcome(outcome_id: str, statement: str, section: Section, polarity: Polarity) -> Outcome:
    """Return a new outcome of a section."""
    return Outcome(
        id=outcome_id,
        statement=statement,
        step=section.step,
        dimension=section.dimension,
        polarity=polarity,
    )


def with_statements(study: Study, text: str, section: Section) -> Study:
    """Return the study with each statement of a pasted list added as an outcome of a section.

    English statements with a negation get the polarity *avoid*.

    Raises:
        InvalidStudy: the study has no such section, already has one of the statements, or would have too many.
    """
    lines, added = outline_statements(text), list[Outcome]()
    if lines and section not in sections(study):
        raise InvalidStudy(f"Say which job step or dimension “{lines[0]}” belongs to.")
    check_count(len(study.outcomes) + len(lines), "outcomes")
    for outcome_id, line in zip(outcome_ids(study), lines, strict=False):
        polarity: Polarity = "avoid" if is_english(study.language) and is_avoid(line) else "wanted"
        added.append(new_outcome(outcome_id, line, section, polarity))
    return replace(study, outcomes=(*study.outcomes, *added))


def with_statement(study: Study, outcome_id: str, statement: str) -> Study:
    """Return the study with the statement of an outcome replaced; refuse if the study has no such outcome."""
    if outcome_id not in {one.id for one in study.outcomes}:
        raise InvalidStudy(f"The outcome that should read “{statement}” is no longer part of the study.")
    return _with_outcomes(study, {outcome_id}, statement=statement)


def with_polarity(study: Study, ids: Collection[str], polarity: Polarity) -> Study:
    """Return the study with the polarity of these outcomes chosen, which the wording checks then leave alone."""
    return _with_outcomes(study, ids, polarity=polarity, is_polarity_chosen=True)


def placed(study: Study, ids: Collection[str], section: Section, activity: str | None = None) -> Study:
    """Return the study with these outcomes moved to the end of another section, or of an activity of its job step."""
    there = _with_outcomes(study, ids, step=section.step, dimension=section.dimension, activity=activity).outcomes
    stayed = [one for one in there if one.id not in ids]
    return replace(study, outcomes=(*stayed, *(one for one in there if one.id in ids)))


def moved(study: Study, ids: Collection[str], by: int) -> Study:
    """Return the study with these outcomes moved one place up (`by` is -1) or down (1), each within its section."""
    outcomes = list(study.outcomes)
    for section in dict.fromkeys(map(section_of, outcomes)):
        spots = [n for n, one in enumerate(outcomes) if section_of(one) == section]
        shifted = _shifted([outcomes[n] for n in spots], ids, by)
        for spot, outcome in zip(spots, shifted, strict=True):
            outcomes[spot] = outcome
    return replace(study, outcomes=tuple(outcomes))


def duplicated(study: Study, ids: Collection[str]) -> Study:
    """Return the study with a copy after each of these outcomes; its statement ends in “(copy)”."""
    outcomes: list[Outcome] = []
    ids_of_copies, said = outcome_ids(study), {one.statement for one in study.outcomes}
    for one in study.outcomes:
        outcomes.append(one)
        if one.id in ids:
            copies = (f"{one.statement} (copy{f' {n}' if n > 1 else ''})" for n in range(1, len(said) + 2))
            copy = replace(one, id=next(ids_of_copies), statement=next(text for text in copies if text not in said))
            said.add(copy.statement)
            outcomes.append(copy)
    return replace(study, outcomes=tuple(outcomes))


def without(study: Study, ids: Collection[str]) -> Study:
    """Return the study without these outcomes."""
    return replace(study, outcomes=tuple(one for one in study.outcomes if one.id not in ids))


def with_new_step(study: Study, name: str) -> Study:
    """Return the study with a job step added at the end."""
    new = Step(id=identifier(name, {step.id for step in study.steps}, "step"), name=name)
    return replace(study, steps=(*study.steps, new))


def with_step_name(study: Study, step_id: str, name: str) -> Study:
    """Return the study with a job step renamed."""
    return replace(study, steps=tuple(replace(one, name=name) if one.id == step_id else one for one in study.steps))


def with_core_step(study: Study, step_id: str | None) -> Study:
    """Return the study with this job step as its only core step, or with none if it is None."""
    return replace(study, steps=tuple(replace(one, is_core=one.id == step_id) for one in study.steps))


def moved_step(study: Study, step_id: str, by: int) -> Study:
    """Return the study with a job step moved one place up (`by` is -1) or down (1)."""
    return replace(study, steps=tuple(_shifted(study.steps, {step_id}, by)))


def without_step(study: Study, step_id: str) -> Study:
    """Return the study without a job step; refuse while outcomes belong to it."""
    orphans = Section(step=step_id).outcomes(study)
    if orphans:
        name = next(step.name for step in study.steps if step.id == step_id)
        raise InvalidStudy(f"The job step “{name}” still has {len(orphans)} outcomes; move or delete them first.")
    return replace(study, steps=tuple(step for step in study.steps if step.id != step_id))


def with_new_solution(study: Study, name: str) -> Study:
    """Return the study with a solution added at the end; refuse a second one of the same name."""
    new = Solution(id=identifier(name, {one.id for one in study.solutions}, "solution"), name=name)
    return _with_solutions(study, (*study.solutions, new))


def with_solution_name(study: Study, solution_id: str, name: str) -> Study:
    """Return the study with a solution renamed; refuse a second one of the same name."""
    named = (replace(one, name=name) if one.id == solution_id else one for one in study.solutions)
    return _with_solutions(study, named)


def without_solution(study: Study, solution_id: str) -> Study:
    """Return the study without a solution."""
    return replace(study, solutions=tuple(one for one in study.solutions if one.id != solution_id))


def with_new_question(study: Study, question: str, options: str) -> Study:
    """Return the study with a circumstance question added at the end; its options are a line of `option_line`."""
    taken = {one.id for one in study.circumstances} | {SOLUTION_QUESTION}
    new = Circumstance(id=identifier(question, taken, "question"), question=question, options=_options(options))
    return replace(study, circumstances=(*study.circumstances, new))


def with_question(study: Study, question_id: str, question: str) -> Study:
    """Return the study with the text of a circumstance question replaced."""
    return _with_circumstance(study, question_id, lambda asked: replace(asked, question=question))


def with_options(study: Study, question_id: str, options: str) -> Study:
    """Return the study with the options of a question replaced by a line of `option_line`; labels keep their id."""
    return _with_circumstance(
        study, question_id, lambda asked: replace(asked, options=_options(options, asked.options))
    )


def option_line(options: Iterable[Option]) -> str:
    """Return the labels of options in one line, separated by `; `; a semicolon within a label is written as `\\;`."""
    return "; ".join(re.sub(r"([\\;])", r"\\\1", option.label) for option in options)


def without_question(study: Study, question_id: str) -> Study:
    """Return the study without a circumstance question."""
    return replace(study, circumstances=tuple(one for one in study.circumstances if one.id != question_id))


def _with_solutions(study: Study, solutions: Iterable[Solution]) -> Study:
    changed = replace(study, solutions=tuple(solutions))
    check_unique((one.name for one in changed.solutions), "names of solutions")
    return changed


def _with_circumstance(study: Study, question_id: str, edit: Callable[[Circumstance], Circumstance]) -> Study:
    asked = study.circumstances
    return replace(study, circumstances=tuple(edit(one) if one.id == question_id else one for one in asked))


def _options(text: str, before: Iterable[Option] = ()) -> tuple[Option, ...]:
    ids = {option.label: option.id for option in before}
    options: list[Option] = []
    parts = (re.sub(r"\\([\\;])", r"\1", part).strip() for part in _OPTION.findall(text))
    labels = list(filter(None, parts))
    check_count(len(labels), "options of a question")
    for label in labels:
        taken = {option.id for option in options} | set(ids.values())
        options.append(Option(id=ids.get(label) or identifier(label, taken, "option"), label=label))
    return tuple(options)


def _with_outcomes(study: Study, ids: Collection[str], **changes: object) -> Study:
    return replace(study, outcomes=tuple(replace(one, **changes) if one.id in ids else one for one in study.outcomes))


def _shifted(items: Sequence[Item], ids: Collection[str], by: int) -> list[Item]:
    """Return the items with the chosen ones moved one place in the direction `by`; those already at the end stay."""
    ordered = list(items)[::by]
    for n in range(len(ordered) - 1, 0, -1):
        if ordered[n - 1].id in ids and ordered[n].id not in ids:
            ordered[n - 1 : n + 1] = ordered[n], ordered[n - 1]
    return ordered[::by]
