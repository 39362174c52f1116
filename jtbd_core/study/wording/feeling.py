"""A feeling in other words, said with “feel”."""

import re

from jtbd_core.study.wording.cue_words import MOODS
from jtbd_core.study.wording.grammar import BELIEF, FEELING_STATE
from jtbd_core.study.wording.subject import Subject, rewritten
from jtbd_core.study.wording.vocabulary import FEELINGS

_THEY_ARE = re.compile(
    rf"(?i)^\s*(?:the|our|my|all|most|each|every) (?:[\w-]+ ){{1,2}}?(?P<verb>(?:(?:is|are)(?: not|n't)?|was|were)"
    rf"(?: (?:never|no longer))?) (?=(?:very |so |\w+ly )?(?:{FEELINGS}|{MOODS})\b)"
)
_FELT_BY_ONE = {"is": "feels", "is not": "does not feel", "isn't": "does not feel", "was": "felt"}
_FELT_BY_MANY = {"are": "feel", "are not": "do not feel", "aren't": "do not feel", "were": "felt"}


def others_feeling(subject: Subject) -> str | None:
    """Return “The board feels proud” for “The board is proud”, None for any other text."""
    found = _THEY_ARE.search(subject.text)
    verb = found["verb"].lower() if found else ""
    felt = (_FELT_BY_ONE | _FELT_BY_MANY).get(verb)
    return rewritten(subject.statement, found.span("verb"), felt) if found and felt else None


def said_as_feeling(subject: Subject) -> str | None:
    """Return “I feel sad” for “I am sad”, “I feel that …” for “I think that …”, None for any other text."""
    text = subject.text
    if belief := BELIEF.search(text):
        return rewritten(subject.statement, belief.span(1), "feel")
    if state := FEELING_STATE.search(text):
        start = "We" if text.lower().lstrip().startswith("we") else "I"
        helper, felt = ("did", "felt") if state[1] else ("do", "feel")
        negation = state[2].lower()
        verb = f" {helper} not feel" if negation.strip() == "not" else f"{negation} {felt}"
        return f"{start}{verb} {subject.statement[state.start(3) :]}"
    return None
