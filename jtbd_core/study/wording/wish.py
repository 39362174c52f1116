"""Wishes and duties, as in “I want …” and “Users should …”, which tell no state that could be rated."""

import re

from jtbd_core.study.wording.cue_words import PERSONS
from jtbd_core.study.wording.grammar import ABOUT_US, SUBORDINATE, is_key

_WHO = rf"(?:I|we|they|(?:(?:the|our|my|some|most|many|all|other) )?(?:[\w-]+ )?(?:{PERSONS}))"
_ROLE = r"(?:as an? [\w -]{2,40}?,? (?=(?:I|we)\b)|when [^,]{3,90}, (?=(?:I|we)\b))?"
_WISH = re.compile(
    rf"(?i)^\s*{_ROLE}(?P<wish>{_WHO}(?:\s+(?:really|only|just|also|always))?\s+"
    r"(?:want|need|would (?:like|love|prefer)|wish|hope|expect|prefer(?= (?:to|that|if|not)\b)|desire|require|must"
    r"|should|ought)\b(?!\s+no\b)"
    rf"|{_WHO}\s+(?:(?:really|just)\s+)?(?:do not|don't|never|no longer|did not"
    r"|didn't|would not|wouldn't|would never)\s+(?:(?:really|ever)\s+)?(?:want|wish|like to|love to)\b"
    r"|(?:I|we)'d (?:like|love|prefer|rather)\b|please\b|it would be\b|(?:must|should) (?:have|be)\b|wish\b|need\b"
    r"|want\b)"
)
_OBLIGATION = re.compile(r"(?i)\b(?:should(?:n't)?|must(?:n't)?|ought to|needs to)\b")


def wish(text: str) -> re.Match[str] | None:
    """Return the words that make a text with straight apostrophes a wish of ours, or a duty; None if it is neither."""
    if found := _WISH.search(text):
        wished = text[found.start("wish") :]
        return None if ABOUT_US.search(wished) else found  # “People want to work with us” is no wish of ours
    duty = _OBLIGATION.search(text)
    return duty if duty and not SUBORDINATE.search(text[: duty.start()]) and not is_key(text) else None
