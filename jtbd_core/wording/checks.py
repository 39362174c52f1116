"""All checks of a study, in its order."""

import re

from jtbd_core.study import Outcome, Study
from jtbd_core.wording.finding import Finding
from jtbd_core.wording.grammar import classified

_MOST_WORDS = 20


def speaks(language: str) -> bool:
    """Whether all rules can be checked in this language; in others only those that need no grammar are."""
    return language.split("-")[0] == "en"


def findings(study: Study) -> list[Finding]:
    """Return what the rules say: about the job first, then about each outcome in the order of the study."""
    found: list[Finding] = []
    if not speaks(study.language):
        found.append(
            Finding(
                rule="language",
                severity="info",
                outcome=None,
                start=0,
                end=0,
                words="",
                why="Only length, question marks and duplicates are checked: all other rules know English alone.",
            )
        )
    for one in study.outcomes:
        found += _of_outcome(one, speaks(study.language))
    return found


def _of_outcome(outcome: Outcome, is_english: bool) -> list[Finding]:
    text = outcome.statement
    found = []
    if mark := re.search(r"[?？؟]", text):
        found.append(_finding(outcome, "L07", "error", mark.span(), "A question cannot be rated."))
    if len(text.split()) > _MOST_WORDS:
        found.append(_finding(outcome, "L11", "warning", (0, 0), f"It is longer than {_MOST_WORDS} words."))
    worded = classified(text)
    if is_english and outcome.dimension and worded and worded != outcome.dimension:
        why = f"It is worded as {worded}, but stands among the {outcome.dimension} outcomes."
        found.append(
            Finding(
                rule="L05", severity="error", outcome=outcome.id, start=0, end=0, words="", why=why, dimension=worded
            )
        )
    return found


def _finding(outcome: Outcome, rule: str, severity: str, place: tuple[int, int], why: str) -> Finding:
    start, end = place
    return Finding(
        rule=rule,
        severity="error" if severity == "error" else "warning",
        outcome=outcome.id,
        start=start,
        end=end,
        words=outcome.statement[start:end],
        why=why,
    )
