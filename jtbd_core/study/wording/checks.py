"""The registry of the wording rules, and the problems that they find in a study."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from msgspec.structs import replace

from jtbd_core.study.study import Study
from jtbd_core.study.value import LONGEST_TEXT
from jtbd_core.study.wording import circumstance, company, compound, metric, sentence, words
from jtbd_core.study.wording.across import RULES_ACROSS
from jtbd_core.study.wording.grammar import is_english
from jtbd_core.study.wording.job_steps import JobSteps
from jtbd_core.study.wording.problem import Problem, changed
from jtbd_core.study.wording.subject import Remark, Rule, Severity, Subject
from jtbd_core.study.wording.voice import TOGETHER, voice

RULES: dict[str, tuple[Severity, Rule]] = {
    "L01": ("error", words.solution_named),
    "L02": ("error", compound.compound_sentence),
    "L03": ("warning", circumstance.circumstance_baked_in),
    "L04": ("error", words.vague_word),
    "L05": ("error", sentence.wrong_dimension),
    "L06": ("warning", sentence.polarity_mismatch),
    "L07": ("error", sentence.not_a_statement),
    "L08": ("error", metric.two_metrics),
    "L09": ("error", words.target_baked_in),
    "L10": ("error", metric.double_negative),
    "L11": ("warning", sentence.long_sentence),
    "L13": ("error", sentence.misplaced),
    "L14": ("error", company.company_goal),
    "L15": ("info", words.misspelled_word),
    "L16": ("warning", metric.unusual_opening),
    "L17": ("error", sentence.no_end_state),
    "L18": ("warning", sentence.not_alone),
}
"""Severity and function of each rule that looks at one statement; `RULES_ACROSS` has those that compare several.

An error keeps a study from being ready, so it must be nearly certain: what a rule doubts is a warning.
"""

ANY_LANGUAGE = ("L07", "L11", "L12")
"""The rules that need no English grammar and are checked in every language."""

_NOTE = Problem(
    rule="language",
    severity="info",
    outcome=None,
    start=0,
    end=0,
    words="",
    why="Only length, question marks and duplicates are checked: all other wording checks know English alone.",
)


@dataclass(frozen=True)
class _Wording:
    """What the rules look at; the study that it is of takes no part when two are compared."""

    parts: tuple[object, ...]
    study: Study = field(compare=False)


def problems(study: Study) -> tuple[Problem, ...]:
    """Return the problems that the rules find: first those of the job, then of each outcome in the order of the study.

    The problems of one statement come in the order of the rules, those of one rule in the order of the words. A
    suggestion is offered only if it settles its problem and brings no new error. The list of a study in another
    language than English begins with a note that only some rules were checked. Those of the last studies are cached.
    """
    return _found(
        _Wording((study.job, study.executor, study.language, study.solutions, study.steps, study.outcomes), study)
    )


@lru_cache(maxsize=32)  # the parts of a desk ask for the same study up to twenty times while one change is drawn
def _found(wording: _Wording) -> tuple[Problem, ...]:
    study = wording.study
    in_english = is_english(study.language)
    solutions = tuple(solution.name for solution in study.solutions)
    is_group = voice(study) is TOGETHER
    across = _problems_across(study, in_english)
    found = [] if in_english else [_NOTE]
    found += checked(Subject(study.job, None, study.job, solutions), in_english)
    statements, steps = {one.statement for one in study.outcomes}, JobSteps(study)
    for outcome in study.outcomes:
        subject = Subject(outcome.statement, outcome, study.job, solutions, is_group)
        alone = [_with_step(subject, one, steps) for one in checked(subject, in_english)]
        compared = [_checked_suggestion(subject, one, alone) for one in across[outcome.id]]
        for one in sorted([*alone, *compared], key=lambda one: one.rule):
            found.append(_without_suggestion(one) if {one.suggestion, one.second} & statements else one)
    return tuple(found)


def _with_step(subject: Subject, problem: Problem, steps: JobSteps) -> Problem:
    """Return a problem of a misfiled key outcome with the move to a job step, unless that brings a new error."""
    if problem.rule != "L13" or not subject.is_success or not (step := steps.sharing(subject.statement)[0]):
        return problem
    moved = replace(problem, step=steps.steps[step], suggestion=metric.with_usual_verb(subject))
    return moved if _settles(subject, moved, [problem]) else problem


def _checked_suggestion(subject: Subject, problem: Problem, before: list[Problem]) -> Problem:
    """Return a problem found by comparison without its suggestion if the rewritten statement has a new error."""
    is_sound = not problem.can_apply or _settles(subject, problem, [*before, problem])
    return problem if is_sound else _without_suggestion(problem)


def _problems_across(study: Study, in_english: bool) -> dict[str, list[Problem]]:
    """Return the problems of statements that are compared with each other, by outcome id."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for rule, (severity, remarks) in RULES_ACROSS.items():
        if in_english or rule in ANY_LANGUAGE:
            for outcome, remark in remarks(study):
                found[outcome.id].append(_problem(outcome.id, outcome.statement, rule, severity, remark))
    return found


@lru_cache(maxsize=2048)  # a study has 300 outcomes at most, and is checked again each time one of them changes
def checked(subject: Subject, in_english: bool) -> tuple[Problem, ...]:
    """Return the problems of one statement in the order of the rules, with the suggestions that settle theirs."""
    found = _problems(subject, in_english)
    return tuple(
        one if not one.can_apply or _settles(subject, one, found) else _without_suggestion(one) for one in found
    )


def _problems(subject: Subject, in_english: bool) -> list[Problem]:
    name = subject.outcome.id if subject.outcome else None
    return [
        _problem(name, subject.statement, rule, severity, remark)
        for rule, (severity, remarks) in RULES.items()
        if in_english or rule in ANY_LANGUAGE
        for remark in remarks(subject)
    ]


def _settles(subject: Subject, problem: Problem, before: list[Problem]) -> bool:
    """Whether the suggestion makes its problem go away without a new error, in each of two outcomes if it splits."""
    if problem.second:
        halves = (replace(problem, suggestion=half, second=None) for half in (problem.suggestion, problem.second))
        return all(_settles(subject, half, before) for half in halves)
    if len(problem.suggestion or "") > LONGEST_TEXT:
        return False
    outcome = changed(subject.outcome, problem) if subject.outcome else None
    statement = problem.suggestion or subject.statement
    after = _problems(subject._replace(statement=statement, outcome=outcome), True)
    rules_before, rules_after = Counter(one.rule for one in before), Counter(one.rule for one in after)
    return rules_after[problem.rule] < rules_before[problem.rule] and _errors(after) <= _errors(before)


def _errors(found: list[Problem]) -> set[str]:
    return {one.rule for one in found if one.severity == "error"}


def _without_suggestion(problem: Problem) -> Problem:
    return replace(problem, suggestion=None, dimension=None, polarity=None, second=None, step=None)


def _problem(outcome: str | None, statement: str, rule: str, severity: Severity, remark: Remark) -> Problem:
    start, end = remark.span
    return Problem(
        rule=rule,
        severity="warning" if remark.is_doubtful else severity,
        outcome=outcome,
        start=start,
        end=end,
        words=statement[start:end],
        why=remark.why,
        suggestion=remark.suggestion,
        dimension=remark.dimension,
        polarity=remark.polarity,
        second=remark.second,
    )
