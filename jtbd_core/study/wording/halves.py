"""Split of a compound statement at “and” into two complete statements."""

import re

from jtbd_core.study.wording.grammar import SUBORDINATE
from jtbd_core.study.wording.negation import is_avoid

_ALONE = r"(?:(?:the|an?|my|our) (?:\w+ ){0,2}?\w+|I|we) (?:is|are|am|was|were|has|have)\b"
_TRANSITIVE = (
    "book|buy|check|choose|clean|compare|complete|download|fill|find|gather|handle|identify|locate|open|order|pack"
    "|pick|prepare|print|read|receive|repair|replace|select|sell|send|sign|store|update|wash|wrap|write"
)
_SAFE_HALVES = (
    re.compile(rf"(?i)(?P<one>{_ALONE}[^,]*?) and (?P<two>{_ALONE}[^,]*?)\.?"),
    re.compile(r"(?i)(?P<stem>(?:I (?:feel|am)|(?:the|my|our) \w+ is) )(?P<one>[\w-]+) and (?P<two>[\w-]+)\.?"),
    re.compile(
        rf"(?i)(?P<stem>\w+ the (?:time|effort|cost) it takes to )(?P<one>{_TRANSITIVE}) and (?P<two>[a-z]+)"
        r"(?P<tail> (?:an?|the|my|our) \w+)\.?"
    ),
)
_LEANING = re.compile(
    r"(?i)\b(?:this|these|those|them|they|their|he|him|his|she|hers?|its|both|each|other|together|also|too|then|so"
    r"|therefore|same)\b|(?<!the (?:time|cost) )(?<!the effort )\bit\b"
)
"""Words that refer to the other half, or to both."""


def halves(text: str, statement: str) -> tuple[str, str] | None:
    """Return the two statements that a single “and” joins, None where a half could mean something else alone.

    Safe are two whole sentences, two states after “I feel” or “… is”, and two acts on one object after “the time it
    takes to”, as long as neither half refers to the other, none is a negation, and no clause can span both.
    `text` is the statement with straight apostrophes, of the same length, in which the places to cut are found.
    """
    clauses = {clause.lower() for clause in SUBORDINATE.findall(text)}
    if is_avoid(text) or _LEANING.search(text) or clauses - {"feel"}:
        return None
    for safe in _SAFE_HALVES:
        if parts := safe.fullmatch(text):
            cut = {name: statement[slice(*parts.span(name))] for name in parts.groupdict()}
            both = [f"{cut.get('stem', '')}{cut[half]}{cut.get('tail', '')}" for half in ("one", "two")]
            first, second = (f"{half[:1].upper()}{half[1:]}" if text[:1].isupper() else half for half in both)
            return first, second
    return None
