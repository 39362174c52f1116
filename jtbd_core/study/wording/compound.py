"""The rule about compound statements: two ideas in one, of which only one rating can be given."""

import re
from collections.abc import Iterator

from jtbd_core.study.wording.clause import CLAUSE, FINITE, declares
from jtbd_core.study.wording.cue_words import ACTS, MOODS
from jtbd_core.study.wording.grammar import is_key
from jtbd_core.study.wording.halves import halves
from jtbd_core.study.wording.metric import two_metrics
from jtbd_core.study.wording.subject import Remark, Subject, masked
from jtbd_core.study.wording.vocabulary import FEELINGS, FIXED_PAIRS, VERBS

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
    rf"(?!(?:{VERBS}|I|we|it|they|me|us|him|her|them|to|nobody|nothing|everyone|everybody|not|no|then|so|because|are|is|am"
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
_PART = rf"(?!(?:{VERBS}|{_OF}|I|we|they)\b){_W}"
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


_SUBJECT = (
    r"(?:(?:I|we|they|nobody|no-?one|nothing|everyone|everybody)(?= \w)"
    rf"|(?:the|an?|my|our|their)(?: [\w-]+){{1,3}}? (?:{FINITE})\b)"
)
_SENTENCE = re.compile(rf"(?i)\s*(?:then )?{_SUBJECT}|\s*(?:do|does|did|am|is|are|has|have|can) (?:I|we|they|the|my)\b")
_ASKS = r"(?:what|how|when|where|who|why|which|whether)"
_ASKED, _ASKS_TOO = re.compile(rf"(?i)\b{_ASKS} [\w'-]+ \w"), re.compile(rf"(?i)\s*(?:also )?{_ASKS} \w")
_HOW = (
    r"(?:\w+(?:al|ive|ous|ful|ate|ent|ant|ible|able|ic|less|ary|ed|en|ing|y|ish)|warm|bright|calm|quiet|clean|safe|fresh"
    r"|cold|hot|cool|dry|wet|strong|weak|secure|proud|free|complete|accurate|correct|quick|simple|paid|lost|stolen|clear"
    r"|loyal|tired|fair|fun|punctual|honest|sharp|short|soft|light|dark|full|whole|bad|rich|poor|open"
    rf"|{FEELINGS}|{MOODS})"
)
_IS_SO = re.compile(
    r"(?i)(?:\b(?:is|are|am|was|were|be|been|being|become|becomes|feel|feels|felt|feeling)"
    r"|\b(?:sees?|perceives?|regards?|views?) (?:me|us) as|\b(?:seen|perceived|regarded|viewed) as)"
    rf" (?:(?:not|never|always|more|very|both|so|also) )?(?:{_HOW}, ){{0,4}}{_HOW}$"
)
_AND_SO = re.compile(
    rf"(?i)\s*(?:more |very |not |also )?{_HOW}(?=\W*$|,| (?:{_OF}|in|as|after|before|during|even|most|all|again|while"
    r"|whatever|because|if)\b| [–—-])"
)
_OF_ME_TOO = re.compile(
    r"(?i)\s*(?!(?:of|for|to|with|by|in|on|at|about|around|above|from|between|like)\b)\w+ (?:me|us)\b"
)
_LY, _LY_TOO = re.compile(r"(?i)\b\w{2,}ly$"), re.compile(r"(?i)\s*(?!(?:family|families|only|early)\b)\w{3,}ly\b")
_DO = rf"(?!(?:go|come|try|stop|stand|sit|wait|stay)\b)(?P<act>{VERBS}|{ACTS})"
_TO_DO = re.compile(rf"(?i)(?:(?<!access )(?<!due )\bto |^\s*){_DO}$|\bspent (?P<acting>\w+ing)$")
_AND_DO = re.compile(rf"(?i)\s*(?:to )?(?:(?P<act>{VERBS}|{ACTS})|(?P<acting>\w+ing))\b")


def _is_surely_two(subject: Subject, text: str, joint: re.Match[str]) -> bool:
    """Whether two sentences, states, manners or acts are joined: each of two nouns may be a part of one idea."""
    word, before, after = joint[0].strip().lower(), text[: joint.start()].rstrip(" ,"), text[joint.end() :]
    if word not in ("and", "but", "or", "nor", ";", "&"):
        return False
    if _ASKED.search(before) and _ASKS_TOO.match(after):
        return True
    if word == "or" and not subject.is_success:
        return False  # “lost or damaged” may be one way to fail
    is_state = _IS_SO.search(before) and _AND_SO.match(after)
    is_manner = _LY.search(before) and _LY_TOO.match(after)
    is_of_me = subject.is_success and word == "and" and _OF_ME_TOO.match(after)
    return bool(is_state or is_manner or is_of_me) or (
        word != "or"
        and not CLAUSE.search(before)
        and (_are_two_sentences(text, before, after) or _are_two_acts(subject, before, after))
    )


def _are_two_sentences(text: str, before: str, after: str) -> bool:
    return not is_key(text) and declares(before) and bool(_SENTENCE.match(after))


def _are_two_acts(subject: Subject, before: str, after: str) -> bool:
    """Whether two acts are joined, as in “to find and open”, but not “to load and unload”."""
    first, second = _TO_DO.search(before), _AND_DO.match(after)
    if first is None or second is None or (subject.is_success and first.start()):
        return False
    return any(first[one] and second[one] and not second[one].endswith(first[one]) for one in ("act", "acting"))


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
                is_doubtful=not _is_surely_two(subject, text, found),
            )
