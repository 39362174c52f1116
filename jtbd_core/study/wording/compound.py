"""The rule about compound statements: two ideas in one, of which only one rating can be given."""

import re
from collections.abc import Iterator

from jtbd_core.study.wording.halves import halves
from jtbd_core.study.wording.metric import two_metrics
from jtbd_core.study.wording.subject import Remark, Subject, masked
from jtbd_core.study.wording.vocabulary import FIXED_PAIRS, VERBS

_FIXED_PAIRS = re.compile(rf"(?i)(?<!\w)(?:{FIXED_PAIRS})(?!\w)")
_W = r"(?!(?:is|are|was|were|has|have|am|do|does|can|will)\b)[\w'-]+"
_EXAMPLES = re.compile(
    r"\((?!\s*(?:and|or|but)\b)[^()]*\)|(?i:\b(?:such as|e\.?g\.?,?|i\.e\.,?|for example,?|for instance,?|including"
    r"|namely))"
    rf" (?:{_W}(?: {_W}){{0,3}}, )*{_W}(?: {_W}){{0,3}},? (?i:and|or) {_W}(?: {_W}){{0,2}}"
    r"|[–—:] (?:[\w'-]+(?: [\w'-]+){0,2}, )+[\w'-]+(?: [\w'-]+){0,2},? (?:and|or) [\w'-]+(?: [\w'-]+){0,2}(?=\W*$)"
)
"""Lists of examples, which make one idea clearer and join no second one."""
_TOGETHER = re.compile(
    r"(?i)\band (?:(?:my|our|the|their|its) )?(?:[\w-]+ ){1,2}?(?:match|agree|get along|get on|fit together|go together"
    r"|work together|live together|belong together|balance|are (?:in balance|balanced|equal|alike|the same|consistent"
    r"|compatible|together|friends|separate|in one place|close to each other))\b"
    r"|^(?:(?:the|my|our) )?[\w-]+ and (?:I|me|myself)\b"
)
_NOUN = (
    rf"(?!(?:{VERBS}|I|we|it|they|nobody|nothing|everyone|everybody|not|no|then|so|because|are|is|am"
    rf"|feel)\b)(?!\w+(?:ed|ing|ly|able|ible|ful|less|ous|ive|al|ish)\b)"
    r"(?!(?:easy|quick|safe|clean|tidy|calm|quiet|bright|clear|strong|weak|late|early|tired|lost|hurt|sick|well|happy"
    r"|sad|proud|fresh|cold|hot|warm|dry|wet|complete|accurate|secure|stolen|broken|better|fast|cheap|rich"
    r"|poor)\b)[a-z][\w'-]+"
)
_NOUNS = re.compile(
    rf"(?i)(?<!\blikelihood )(?<!\brisk )(?<!\bprobability )(?<!\bchance )(?:\b(?:with|of|by|for|from|in|on|about|at"
    rf"|among"
    rf"|through|under|within|a lack of|without|against|into)|(?<=\w )\b(?:my|our|their|his|her|the|an?|any|all|some"
    rf"|more|other))"
    rf" (?:[\w'-]+ )?{_NOUN} ?(?:and|or|&|/) ?(?:[\w'-]+ )?{_NOUN}(?=\W*$|,| (?:with|of|by|for|from|in|on|about|at"
    rf"|when|while|that"
    r"|which|who|during|before|after|through|without|within|as|at)\b)"
)
"""A pair of nouns, as in “dignity and respect”: two names of one thing rather than two outcomes."""
_OF = "with|of|by|for|from|in|on|about|at|to|when|that|which|who"
_PART = rf"(?!(?:{VERBS}|{_OF})\b){_W}"
_OWN_NOUNS = re.compile(
    rf"(?i)\b(?:my|our|their|his|her|its|the|an?|any|some|more) (?:{_PART} ){{0,2}}?{_W} ?(?:and|or|&|/) ?(?:{_PART} )?"
    rf"(?:{_NOUN}|help|support|work|care)(?=\W*$|,| (?:I|we|they|{_OF})\b)"
)
"""The same after a word that nouns alone follow, so that they may be verbs elsewhere: “the help and support I need”."""
_ADJECTIVES = re.compile(
    r"(?i)\b(?:\w+(?:al|ive|ous|ful|ate|ent|ant|ible|able|ic|less|ary|ed|ing)|non-\w+) ?(?:or|/) ?(?:\w+(?:al|ive"
    r"|ous|ful|ate|ent|ant|ible|able|ic|less|ary|ed|ing)|non-\w+)"
    r" (?!(?:by|in|on|at|with|from|for|of|to|and|or|when|while|if|because|that|during|after|before|without)\b)(?=[a-z])"
)
"""Adjectives of one noun, as in “inappropriate or disrespectful behaviour”."""
_WHOM = re.compile(r"(?i)\band (?=(?:for|to|with|from|of|about|on)? ?(?:whom|which)\b)")
_PER = re.compile(r"(?i)(?<=\w)\s?/\s?(?:hour|hr|day|week|wk|month|mo|year|yr|minute|min|second|sec|person|unit)s?\b")
_NAME = re.compile(r"(?<=\w )[A-Z][\w.]+ (?:&|and) [A-Z][\w.]+|(?<=\w)&(?=\w)")
_JOINT = re.compile(r"(?i)\band/or\b|\b(?:and|n?or|but|as well as)\b|;|(?<=\w)\s?[/&]\s?(?=\w)")


def compound_sentence(subject: Subject) -> Iterator[Remark]:
    """L02: two statements in one, of which only one rating can be given."""
    text = subject.text
    if not _JOINT.search(text):
        return
    for exempt in (_FIXED_PAIRS, _EXAMPLES, _TOGETHER, _NAME, _NOUNS, _OWN_NOUNS, _PER, _ADJECTIVES, _WHOM):
        text = masked(text, exempt)
    taken = [remark.span for remark in two_metrics(subject)]
    joints = list(_JOINT.finditer(text))
    for found in joints:
        if not any(start <= found.start() < end for start, end in taken):
            first, second = (subject.outcome and len(joints) == 1 and halves(text, subject.statement)) or (None, None)
            yield Remark(
                (found.end() - len(found[0].lstrip()), found.start() + len(found[0].rstrip())),
                f"“{found[0].strip()}” joins two things; who is served well in one and badly in the other cannot tell. "
                "Make two of it.",
                suggestion=first,
                second=second,
            )
