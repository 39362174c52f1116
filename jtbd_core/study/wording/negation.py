"""Whether a statement says that something bad does not happen, by the negation of its main clause."""

import re

from jtbd_core.study.wording.subject import straight
from jtbd_core.study.wording.vocabulary import TROUBLES

NEGATION = re.compile(
    r"(?i)\b(?:not|never|no|cannot|without|none|nobody|no-?one|nothing|nowhere|neither|nor|rarely|seldom|hardly"
    r"|scarcely|barely)\b|n't\b|\b(?:free|rid) (?:of|from)\b"
    r"|^\s*(?:to |I |we )?(?:avoid|prevent|stop)(?:ing|s)?\b|\b(?:is|are|been|being|be) (?:avoided|prevented|averted)\b"
    rf"|\b(?:less|fewer|reduced|lower) (?:{TROUBLES})\b|\b(?:worry|fear|struggle|suffer) less\b"
    rf"|^\s*(?:my|our) (?:\w+ )?(?:{TROUBLES})\b.* (?:gone|lower|reduced|relieved|away|over)\b"
)
"""Words by which a main clause says that something does not happen, or happens less."""
_NOT = r"(?:not|never|nothing|cannot|no longer|no|\w+n't)\b"
_ELSEWHERE = re.compile(
    r"(?i)\b(?:not only|no matter|no doubt|or not|nothing but|no\. ?\d+|what not to|free of charge|in no time|not just"
    r"|no less|not least|can(?:'t|not) wait|couldn't be (?:more|happier)|no one but|why not|whatever may not)\b"
    r"|\b(?:confident|sure|certain|assured|reassured|convinced|satisfied|aware|knowing|know|knows|trust)"
    r"(?: in myself)?(?: that\b| (?:I|we|my|our|the|it|they|no|nothing|nobody|none|others|everyone|all|there|people)\b"
    r"| (?:[\w-]+ ){1,3}(?:is|are|will|won't|do|does|don't|doesn't|has|have|can)\b).*"
    rf"|(?<=[\w,] )(?:who|which|whom|what|whose|when|where|if|because|while|although|though|unless|until|even if)\b"
    rf"(?: [\w']+){{0,5}}? {_NOT}[^,]*"
    rf"|^\s*(?:when|if|because|while|although|though|unless|until|even if|admitting|saying|asking)\b[^,]*? {_NOT}[^,]*?"
    r"(?=,| (?:does|do|is|are|has|will|makes?)\b)"
    rf"|\b(?:something|anything|everything|things?|ones?|places?|(?:the|an?|my|our|new|any|all) [\w-]+)(?<! I)"
    rf" (?:I|we|they|others) (?:have |had |could |can |would |did |do )?{_NOT}"
    r"|, (?:and )?not (?:just |only )?[\w-]+(?: [\w-]+)?\W*$"
    r"|(?<!say )(?<!says )(?<!think )(?<!thinks )(?<!see )(?<!sees )(?<!feel )(?<!believe )(?<!believes )(?<!is )"
    r"(?<!know )(?<!notice )\bthat (?:is|are|was|were|has|have|do|does|did|can|will)(?: not|n't)\b"
)
"""Negations of a subordinate clause, as in “something I had not seen before”, and those in set phrases."""


def is_avoid(statement: str) -> bool:
    """Whether the statement contains a negation, as one about something bad that does not happen."""
    return bool(NEGATION.search(_ELSEWHERE.sub(" ", straight(statement))))


_BESIDE = re.compile(r"(?i)\b(?:without|free (?:of|from)|rid of)\b[^,]*")
"""What a wanted state lacks, as in “I get home without being called back”."""


def denies(statement: str) -> bool:
    """Whether the statement denies what it says of its subject: it is one of avoiding without its “without …”."""
    return is_avoid(_BESIDE.sub(" ", straight(statement)))
