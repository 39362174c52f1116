"""All checks of a study, in its order."""

from collections import Counter, defaultdict
from functools import lru_cache

from msgspec.structs import replace

from jtbd_core.study.study import Study
from jtbd_core.study.value import LONGEST_TEXT
from jtbd_core.study.wording import metric, sentence, together, words
from jtbd_core.study.wording.finding import Finding, Severity, changed
from jtbd_core.study.wording.subject import Remark, Rule, Subject

RULES: dict[str, tuple[Severity, Rule]] = {
    "L01": ("error", words.solution_named),
    "L02": ("error", sentence.compound),
    "L03": ("warning", words.circumstance_baked_in),
    "L04": ("error", words.vague),
    "L05": ("error", sentence.wrong_dimension),
    "L06": ("warning", sentence.polarity_mismatch),
    "L07": ("error", sentence.not_a_statement),
    "L08": ("error", metric.two_metrics),
    "L09": ("error", words.target_baked_in),
    "L10": ("error", metric.double_negative),
    "L11": ("warning", sentence.too_long),
    "L13": ("error", sentence.misplaced),
    "L14": ("error", words.company_goal),
    "L15": ("info", words.misspelled),
    "L17": ("error", sentence.no_end_state),
    "L18": ("warning", sentence.not_alone),
}
"""The rules that look at one statement; L12 and L16 look at all of them together."""

ANY_LANGUAGE = ("L07", "L11")

_NOTE = Finding(
    rule="language",
    severity="info",
    outcome=None,
    start=0,
    end=0,
    words="",
    why="Only length, question marks and duplicates are checked: all other wording checks know English alone.",
)


def speaks(language: str) -> bool:
    """Whether all rules are checked in this language; in others only those that need no grammar are."""
    return language.split("-")[0] == "en"


def findings(study: Study) -> list[Finding]:
    """Return what the rules say: about the job first, then about each outcome in the order of the study.

    The findings of one statement come in the order of the rules, those of one rule in the order of the words. A
    suggestion is offered only if it settles its finding and brings no new error. A study in another language than
    English begins with a note that only some rules were checked.
    """
    is_english = speaks(study.language)
    solutions = tuple(solution.name for solution in study.solutions)
    beside = _beside(study, is_english)
    found = [] if is_english else [_NOTE]
    found += checked(Subject(study.job, None, study.job, solutions), is_english)
    statements = {one.statement for one in study.outcomes}
    for outcome in study.outcomes:
        subject = Subject(outcome.statement, outcome, study.job, solutions)
        of_outcome = [*checked(subject, is_english), *beside[outcome.id]]
        for one in sorted(of_outcome, key=lambda one: one.rule):
            found.append(_without_suggestion(one) if {one.suggestion, one.second} & statements else one)
    return found


def _beside(study: Study, is_english: bool) -> dict[str, list[Finding]]:
    """Return what is said about statements beside each other, by outcome id."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for outcome, remark in together.duplicates(study, is_english):
        found[outcome.id].append(_finding(outcome.id, outcome.statement, "L12", "warning", remark))
    for outcome, remark in together.mixed_verbs(study) if is_english else ():
        found[outcome.id].append(_finding(outcome.id, outcome.statement, "L16", "warning", remark))
    return found


@lru_cache(maxsize=2048)  # a study has 300 outcomes at most, and is checked again each time one of them changes
def checked(subject: Subject, is_english: bool) -> tuple[Finding, ...]:
    """Return what the rules say about one statement, in their order."""
    found = _said(subject, is_english)
    return tuple(
        one if not one.can_apply or _settles(subject, one, found) else _without_suggestion(one) for one in found
    )


def _said(subject: Subject, is_english: bool) -> list[Finding]:
    name = subject.outcome.id if subject.outcome else None
    return [
        _finding(name, subject.statement, rule, severity, remark)
        for rule, (severity, remarks) in RULES.items()
        if is_english or rule in ANY_LANGUAGE
        for remark in remarks(subject)
    ]


def _settles(subject: Subject, finding: Finding, before: list[Finding]) -> bool:
    """Whether the suggestion makes its finding go away without a new error, in each of two outcomes if it splits."""
    if finding.second:
        halves = (replace(finding, suggestion=half, second=None) for half in (finding.suggestion, finding.second))
        return all(_settles(subject, half, before) for half in halves)
    if len(finding.suggestion or "") > LONGEST_TEXT:
        return False
    outcome = changed(subject.outcome, finding) if subject.outcome else None
    statement = finding.suggestion or subject.statement
    after = _said(subject._replace(statement=statement, outcome=outcome), True)
    rules_before, rules_after = Counter(one.rule for one in before), Counter(one.rule for one in after)
    new = {one.rule for one in after if one.severity == "error"} - set(rules_before)
    return rules_after[finding.rule] < rules_before[finding.rule] and not new


def _without_suggestion(finding: Finding) -> Finding:
    return replace(finding, suggestion=None, dimension=None, polarity=None, second=None)


def _finding(outcome: str | None, statement: str, rule: str, severity: Severity, remark: Remark) -> Finding:
    start, end = remark.span
    return Finding(
        rule=rule,
        severity=severity,
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
