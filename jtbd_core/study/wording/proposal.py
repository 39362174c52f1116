"""Where the lines of a pasted list belong in a study, proposed from their wording and from the headings above them."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from jtbd_core.study.outcome_ids import outcome_ids
from jtbd_core.study.sections import Section
from jtbd_core.study.study import DIMENSIONS, Outcome, Polarity, Step, Study
from jtbd_core.study.value import LONGEST_TEXT, MOST_OUTCOMES, Value, comparable
from jtbd_core.study.wording.checks import problems
from jtbd_core.study.wording.foreign import foreign_meaning, foreign_polarity
from jtbd_core.study.wording.grammar import is_english
from jtbd_core.study.wording.job_steps import JobSteps
from jtbd_core.study.wording.meaning import Meaning, meaning
from jtbd_core.study.wording.negation import is_avoid
from jtbd_core.study.wording.pasted import Line, Place, pasted
from jtbd_core.study.wording.problem import Problem


class Proposal(Value, frozen=True, kw_only=True):
    """Where a line of a pasted list belongs in a study, to be confirmed by a person.

    `statement` is the line without bullet, number and invisible characters. `section` is None where it cannot be told,
    or where the line is no outcome at all, such as a job step; `reason` says so in a sentence. `new_step` is the name
    of a job step that a heading names and the study lacks; `section` then holds the id that it will get. `is_known` is
    whether the study, or a line above, has this statement already. `found` is what the wording checks find in that
    section; their outcome has the id that `with_proposals` gives it. `typed` is what a person wrote, where that was
    reworded to the statement; `is_unclear` is whether it needs another wording first, and `is_polarity_chosen` whether
    a person chose the polarity.
    """

    statement: str
    section: Section | None
    polarity: Polarity
    is_sure: bool
    reason: str
    new_step: str = ""
    is_known: bool = False
    found: tuple[Problem, ...] = ()
    typed: str = ""
    is_unclear: bool = False
    is_polarity_chosen: bool = False


def proposals(lines: Iterable[str], study: Study) -> tuple[Proposal, ...]:
    """Return a proposal for each statement of a pasted list, in time proportional to the number of its lines.

    Headings and bare lines are read as in `pasted`; what a heading or a cell says comes before the wording.
    """
    steps = JobSteps(study)
    names = [step.name for step in study.steps]
    return checked_proposals([_proposal(line, study, steps) for line in pasted(lines, names)], study)


def checked_proposals(proposed: Iterable[Proposal], study: Study) -> tuple[Proposal, ...]:
    """Return the proposals with what the checks find in each, were all of them part of the study, and its doubles."""
    said = {comparable(one.statement).casefold() for one in study.outcomes}
    marked: list[Proposal] = []
    for one in proposed:
        same = comparable(one.statement).casefold()
        marked.append(replace(one, is_known=same in said, found=()))
        said.add(same)
    fitting = [one for one in marked if one.section and not one.is_known and len(one.statement) <= LONGEST_TEXT]
    trial = with_proposals(study, fitting[: MOST_OUTCOMES - len(study.outcomes)])
    names = {one.statement: one.id for one in trial.outcomes[len(study.outcomes) :]}
    found: dict[str | None, list[Problem]] = {}
    for problem in problems(trial):
        found.setdefault(problem.outcome, []).append(problem)
    return tuple(
        one if one.is_known else replace(one, found=tuple(found.get(names.get(one.statement, ""), ())))
        for one in marked
    )


def with_proposals(study: Study, proposed: Sequence[Proposal]) -> Study:
    """Return the study with each proposal that has a section added as an outcome, and with the new job steps.

    Raises InvalidStudy if the study has one of the statements already, or would have too many.
    """
    steps = {step.id: step for step in study.steps}
    ids, added = outcome_ids(study), list[Outcome]()
    for one in proposed:
        if one.section is None:
            continue
        if one.new_step and one.section.step:
            steps.setdefault(one.section.step, Step(id=one.section.step, name=one.new_step))
        outcome = Outcome(
            id=next(ids),
            statement=one.statement,
            step=one.section.step,
            dimension=one.section.dimension,
            polarity=one.polarity,
            is_polarity_chosen=one.is_polarity_chosen,
        )
        added.append(outcome)
    return replace(study, steps=tuple(steps.values()), outcomes=(*study.outcomes, *added))


def _proposal(line: Line, study: Study, steps: JobSteps) -> Proposal:
    in_english = is_english(study.language)
    means = meaning(line.statement) if in_english else foreign_meaning(line.statement, study.language)
    kind = line.place.kind or means.kind
    section, is_sure, new_step = _section(kind, line, steps)
    is_avoided = is_avoid(line.statement) if in_english else foreign_polarity(line.statement, study.language) == "avoid"
    polarity: Polarity = "avoid" if is_avoided and kind != "key outcome" else "wanted"
    return Proposal(
        statement=line.statement,
        section=section,
        polarity=line.place.polarity or polarity,
        is_sure=is_sure and (bool(line.place.kind) or means.is_sure),
        reason=_reason(line.place, means, section, is_sure),
        new_step=new_step,
    )


def _section(kind: str | None, line: Line, steps: JobSteps) -> tuple[Section | None, bool, str]:
    """Return the section of a kind, whether it is sure, and the name of its job step if that is new."""
    for dimension in DIMENSIONS:
        if kind == dimension:
            return Section(dimension=dimension), True, ""
    if kind is None:
        return None, True, ""
    if line.place.name:
        step, is_new = steps.named(line.place.name)
        return Section(step=step), True, line.place.name if is_new else ""
    step_id, is_sure = steps.sharing(line.statement)
    return (Section(step=step_id) if step_id else None), is_sure and step_id is not None, ""


def _reason(place: Place, means: Meaning, section: Section | None, is_sure: bool) -> str:
    if place.kind:
        agrees = means.kind == place.kind
        return means.reason if agrees and not place.name else "The heading or the cell beside it says so."
    if means.kind == "key outcome" and section is None:
        return "It is a key outcome, and the study has no job step that it could belong to."
    if means.kind == "key outcome" and not is_sure:
        return "Its words name no job step alone, so it stands in the core step."
    return means.reason


def with_suggestion(proposal: Proposal, problem: Problem) -> tuple[Proposal, ...]:
    """Return the proposal with the suggestion of one of its problems applied, followed by a second one if it splits."""
    section = Section(step=problem.step.id) if problem.step else proposal.section
    first = replace(
        proposal,
        statement=problem.suggestion or proposal.statement,
        section=Section(dimension=problem.dimension) if problem.dimension else section,
        polarity=problem.polarity or proposal.polarity,
        new_step="" if problem.step or problem.dimension else proposal.new_step,
        is_sure=True,
    )
    return (first, replace(first, statement=problem.second)) if problem.second else (first,)
