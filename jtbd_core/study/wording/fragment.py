"""A fragment that names a bad thing, “a child being left out”, as a sentence that denies it."""

import re

from jtbd_core.study.wording.clause import CLAUSE, FINITE
from jtbd_core.study.wording.gerund import infinitive
from jtbd_core.study.wording.metric import third_person
from jtbd_core.study.wording.subject import straight
from jtbd_core.study.wording.vocabulary import NO_GERUND
from jtbd_core.study.wording.voice import Voice

_ING = rf"(?!(?:{NO_GERUND}|meeting|training|being able)\b)(?P<ing>[a-z]{{2,}}ing)\b"
_AFTER = (
    r"(?=$| (?:the|an?|my|our|their|any|some|all|each|no|to|in|on|at|by|with|for|from|of|out|up|off|down|away|behind"
    r"|it|them|us|me|you|that|what|how|who|where|too|so|more|less|money|time|twice|late|alone|into|over|about"
    r"|through|without|because)\b)"
)
_FULL = r"being|getting|having|losing|wasting|missing|forgetting|breaking|hurting|damaging|upsetting"
_ALONE = re.compile(rf"(?i)^(?:(?P<full>{_FULL})(?= \w)|{_ING}{_AFTER})(?P<rest>.*)$")
_OF_FEELING = re.compile(r"(?i)worrying|fearing|dreading|regretting|doubting")
_NOUN = r"(?:(?!(?:of|to|by|without|not|no|when|while|after|before|and|or|is|are)\b)[\w'-]+)"
_WITH_SUBJECT = re.compile(
    rf"(?i)^(?P<who>{_NOUN}(?: {_NOUN}){{0,3}}?(?: (?:of|with|from|in|at|on|and) {_NOUN}(?: {_NOUN}){{0,2}}?)?)"
    rf" (?:{_ING}|(?P<done>left (?:behind|out|alone)|lost|hurt|stolen|broken|forgotten|injured|excluded|overlooked"
    r"|bullied|ignored)(?=$| ))(?P<rest>.*)$"
)
_SAYS_WHO = re.compile(r"(?i)(?:an?|the|my|our|his|her|their|some|any|every|i|we|you|they|he|she|it|people|others)\b")
_A = re.compile(r"(?i)^(?:an?|any|one|every|each|some) (?=\w)")
_SOMEBODY = re.compile(r"(?i)^(?:some|any)(body|one|thing)$")
_OWN = re.compile(r"(?i)^(?:(?P<one>i|me|my)|we|us|our)$")
_HEAD_ENDS = re.compile(r"(?i) (?:of|with|from|in|at|on)\b.*$")
_PLURAL = re.compile(r"(?i)(?:\b(?:they|them|people|children|men|women|police|staff|others)|[^s\Wu]s|\band \S+)$")
_VERB_ENDS = re.compile(
    rf"(?i) (?:{FINITE}|gets?|got|goe?s?|keeps?|kept|starts?|stops?|begins?|risks?|likes?|ends?|tries|try|feels?"
    r"|becomes?|remains?|stays?|hates?|loves?|continues?|seems?|needs?|wants?|enjoys?|avoids?|finds?|sees?|hears?)$"
)
"""A verb with its object or complement, as in “the parcel gets lost”: a sentence, and no fragment."""
_SAID = re.compile(r"(?i)\b(?:think|say|believ|feel|claim|assum|fear|notic|find)ing\b")
_FINITE_VERB = re.compile(rf"(?i)\b(?:{FINITE})\b")


_NOUN_AND_CLAUSE = re.compile(
    r"(?i)^((?:(?:an?|any|one) )?(?:(?!that\b|who\b|which\b)[\w-]+ ){0,2}?[\w-]+) (?:that|who|which)"
    rf" (?=(?:{FINITE}|\w+s|do)\b)"
)


def fragment(line: str) -> str:
    """Return a line without full stop, and what is bad about a thing as a sentence: “a bus that is late”."""
    return _NOUN_AND_CLAUSE.sub(r"\1 ", straight(line).strip().rstrip("."))


def denied_fragment(text: str, voice: Voice, *, is_felt: bool = False) -> str | None:
    """Return the sentence that says that the bad thing of a fragment does not happen, None for any other text.

    Without a subject of its own, as in “losing a bag”, the thing happens to those of the voice; where the question is
    what they feel (`is_felt`), only a verb of feeling is taken so.
    """
    if _FINITE_VERB.search(_SAID.split(CLAUSE.split(text, maxsplit=1)[0], maxsplit=1)[0]):
        return None
    if alone := _ALONE.match(text):
        word = (alone["full"] or alone["ing"]).lower()
        is_own = not is_felt or bool(_OF_FEELING.fullmatch(word))
        return _sentence(voice.subject, voice.be, word, alone["rest"]) if is_own else None
    found = _WITH_SUBJECT.match(text)
    if is_felt and not _SAYS_WHO.match(text):
        return None
    if (
        found is None
        or _VERB_ENDS.search(found["who"])
        or re.match(r"(?i)(?:(?!some|any)\w+ing|not|no|nobody|no-?one|none|nothing|too)\b", text)
    ):
        return None
    word, done = (found["ing"] or "").lower(), found["done"] or ""
    if word == "missing" and not re.match(r" (?!from\b)", found["rest"]):
        word, done = "", word
    denied = _of_subject(found["who"], word, done, found["rest"])
    return f"{denied[:1].upper()}{denied[1:]}"


def _of_subject(who: str, word: str, done: str, rest: str) -> str:
    """Return the denial of what a subject does, by the -ing form `word`, or of what is `done` to it."""
    rest = f" {done}{rest}" if done else rest
    word = "being" if done else word
    if one := _A.match(who) or _SOMEBODY.match(who):
        nobody = {"thing": "Nothing"}.get((one[1] or "").lower(), "Nobody") if one.re is _SOMEBODY else ""
        nobody = nobody or f"No {who[one.end() :]}"
        return f"{nobody} {'is' if word == 'being' else third_person(infinitive(word))}{rest}"
    if own := _OWN.match(who):
        return _sentence("I", "am", word, rest) if own["one"] else _sentence("We", "are", word, rest)
    who = re.sub(r"(?i)^them$", "They", who)
    if _PLURAL.search(_HEAD_ENDS.sub("", who)):
        return _sentence(who, "are", word, rest)
    return f"{who} {'is not' if word == 'being' else f'does not {infinitive(word)}'}{rest}"


def _sentence(who: str, be: str, word: str, rest: str) -> str:
    return f"{who} {be} not{rest}" if word == "being" else f"{who} do not {infinitive(word)}{rest}"
