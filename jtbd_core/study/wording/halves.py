"""Split of a compound statement at “and” into two complete statements."""

import re

from jtbd_core.study.wording.cue_words import ACTS
from jtbd_core.study.wording.grammar import METRICS, SUBORDINATE
from jtbd_core.study.wording.negation import is_avoid
from jtbd_core.study.wording.vocabulary import VERBS

_IS = r"(?:is|are|am|was|were|has|have|can|will)\b"
_ALONE = rf"(?:(?:the|an?|my|our|their) (?:[\w-]+ ){{0,2}}?\w+|I|we) {_IS}"
_TRANSITIVE = (
    "book|buy|check|choose|clean|compare|complete|download|fill|find|fix|gather|handle|identify|locate|open|order|pack"
    "|pick|prepare|print|read|receive|repair|replace|review|select|sell|send|sign|store|update|verify|wash|wrap|write"
)
_MEASURE = r"\w+ the (?:time|effort|cost) (?:it takes|needed|required) to "
_ACT = rf"(?:{VERBS}|{ACTS}) (?:\w+ )?(?:an?|the|my|our|another|each|all|any)"
_CHANCE = r"\w+ the (?:likelihood|risk|probability|chance) that "
_SAFE_HALVES = (
    re.compile(rf"(?i)(?P<one>{_ALONE}[^,]*?),? and (?P<two>{_ALONE}[^,]*?)\.?"),
    re.compile(r"(?i)(?P<one>(?:I|we) \w+\b[^,]*?),? and (?P<two>(?:I|we) \w+\b[^,]*?)\.?"),
    re.compile(rf"(?i)(?P<stem>{_CHANCE})(?P<one>{_ALONE}[^,]*?) and (?:that )?(?P<two>{_ALONE}[^,]*?)\.?"),
    re.compile(
        r"(?i)(?P<stem>(?:I (?:feel|am)|(?:[\w-]+ ){1,3}(?:is|are|was|were)(?: \w+ed(?= \w+ly))?"
        r"|(?:my|our|the) \w+ sees? (?:me|us) as) )(?P<one>[\w-]+) and (?P<two>[\w-]+)\.?"
    ),
    re.compile(rf"(?i)(?P<stem>{_CHANCE}(?:the|an?|my|our) \w+ (?:is|are) )(?P<one>[\w-]+) and (?P<two>[\w-]+)\.?"),
    re.compile(
        rf"(?i)(?P<stem>{_MEASURE})(?P<one>{_TRANSITIVE}) and (?P<two>{_TRANSITIVE})"
        r"(?P<tail> (?:an?|the|my|our) [^,]+?)\.?"
    ),
    re.compile(rf"(?i)(?P<stem>{_MEASURE})(?P<one>{_ACT} [^,]+?) and (?:to )?(?P<two>{_ACT} [^,]+?)\.?"),
)
_LEANING = re.compile(
    r"(?i)\b(?:this|these|those|them|they|their|he|him|his|she|hers?|its|both|each|other|together|also|too|then|so"
    r"|therefore|same)\b|(?<!the (?:time|cost) )(?<!the effort )\bit\b"
)
"""Words that refer to the other half, or to both."""


_METRICS_JOINED = re.compile(
    rf"(?i)(?P<stem>\w+ (?:the|my|our) )(?P<one>{METRICS}) (?:and|or) (?:the )?(?P<two>{METRICS})(?P<tail> [^,/;&]+)"
)
_JOINED_AGAIN = re.compile(r"(?i)\b(?:and|or)\b|\b(?:while|without) \w+ing\b")
_SPANNED = {"feel"}, {"feel", "that"}, {"feel", "as", "see", "sees"}
"""The words of a clause that a half may hold, as the safe halves begin with them."""


def halves(text: str, statement: str) -> tuple[str, str] | None:
    """Return the two statements that a single “and” joins, None where a half could mean something else alone.

    Safe are two whole sentences, two states after “I feel”, “… is” or “the likelihood that … is”, two acts after “the
    time it takes to” that have an object each, or share one, as long as neither half refers to the other, none is a
    negation, and no clause can span both. `text` is the statement with straight apostrophes, of the same length, in
    which the places to cut are found.
    """
    clauses = {clause.lower() for clause in SUBORDINATE.findall(text)}
    if is_avoid(text) or _LEANING.search(text) or not any(clauses <= spanned for spanned in _SPANNED):
        return None
    return next((_cut(parts, statement) for safe in _SAFE_HALVES if (parts := safe.fullmatch(text))), None)


def metric_halves(text: str, statement: str) -> tuple[str, str] | None:
    """Return the two statements of “Minimize the time and effort …”, each with one metric; None for any other."""
    parts = _METRICS_JOINED.fullmatch(text)
    return None if parts is None or _JOINED_AGAIN.search(parts["tail"]) else _cut(parts, statement)


def _cut(parts: re.Match[str], statement: str) -> tuple[str, str]:
    """Return the two statements with what they share, spelt as in the statement."""
    said = {name: statement[slice(*parts.span(name))] for name in parts.groupdict()}
    both = [f"{said.get('stem', '')}{said[half]}{said.get('tail', '')}" for half in ("one", "two")]
    first, second = (f"{half[:1].upper()}{half[1:]}" if statement[:1].isupper() else half for half in both)
    return first, second
