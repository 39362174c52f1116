"""What is typed below a question of success, completed to a state: “calm” to “I feel calm”."""

import re
from collections.abc import Callable

from jtbd_core.study.study import Dimension, Polarity
from jtbd_core.study.wording.clause import FINITE
from jtbd_core.study.wording.completion import Completion, lowered
from jtbd_core.study.wording.grammar import act
from jtbd_core.study.wording.negation import is_avoid
from jtbd_core.study.wording.vocabulary import IRREGULAR, VERBS

_SUBJECT = re.compile(
    r"(?i)^(?:i|we|you|they|he|she|it|my|our|the|others?|people|every\w*|no|nobody|nothing|some\w*|friends|colleagues"
    r"|i'm|we're)\b"
)
_FELT = re.compile(r"(?i)^(?:to )?(?:be|being|feel|feeling|am|felt)\s+")
_NOT_FELT = re.compile(r"(?i)^(?:(?:do|am) not|don't|not|no longer|never|less)\s+(?:(?:be|being|feel|feeling)\s+)?")
_AUXILIARY = re.compile(r"(?i)\b(is|are|am|was|were|has|have|can|could|will)\b(?! not\b)")
_PLAIN_AUXILIARY = re.compile(
    r"(?i)^(?:(?:the|my|our|an?) (?:[\w-]+ )?)?(?!who\b|that\b|which\b)[\w-]+ (?:is|are|am|can|will)\b"
)
"""A negation stands well after it: no clause comes before it."""
_AM = re.compile(r"(?i)^(I|we)(?:'m|'re| am| are) (not )?(?!not\b)")
_STATE = re.compile(r"(?i)^(be|have|know|own|understand|get)(?= )")
_DOING = f"{VERBS}|waste|miss|forget|damage|break|hurt|fail|avoid|prevent|stop|owe"
_DONE, _NOT_DONE = re.compile(rf"(?i)(?:{_DOING}) (?=\w)"), re.compile(rf"(?i)^(?:do )?not (?=(?:{_DOING})\b)")
_FINITE_VERB = re.compile(rf"(?i)\b(?:{FINITE})\b")
SHORT = 4
"""The most words that are taken as a name for a person, such as “a good host”."""
_SEEN_AS = re.compile(r"(?i)^(not )?(?:to be |being |be )?(?:(?:seen|regarded|perceived|viewed|known) )?as (?=\w)")
_SOMEBODY = re.compile(r"(?i)^(?:some|any)(?:body|one) ")
_FEEL = re.compile(r"(?i)^(I|we) feel ")
_THINK = "think|see|regard|consider|view|perceive|believe|find|judge|say|take|treat"
_OPINION = re.compile(rf"(?i)\b({_THINK})(s?)\b")
_THAT_I = r"(?:that )?(?P<what>(?:I|we|my|our|I'm|we're)\b.+)"
_THEY_THAT = re.compile(rf"(?i)^(?P<who>(?:(?:my|our|the) )?[\w-]+(?: [\w-]+)?)(?::| [–-]|,) {_THAT_I}$")
_ONLY_THAT = re.compile(r"(?i)^that (?P<what>(?:I|we|my|our|I'm|we're)\b.+)$")
_PLURAL = re.compile(r"(?i)^(i|we|you|they|people|others) (?=\w)")
_PAST = re.compile(rf"(?i)^(?!need|feed)(?:\w+ed|(?!cut|hold|fits)(?:{IRREGULAR})|forgot|broke)\b")
_MANY = re.compile(
    r"(?i)^((?:(?:the|my|our|other|some) )?(?:[a-z-]+[^s\W]s|people|children))"
    r" (?!(?:of|in|on|with|at|for|from|and|or|to|that|who|which|by|\w+ing|\w+s|\w+ed)\b)(?=\w)"
)
_SINGULAR = re.compile(r"(?i)^((?:it|someone|somebody|(?:the|my|our|an?) (?:\w+ )?\w+)) (\w+?)(ies|es|s)\b")
_MUCH = re.compile(r"(?i)^(?:too |so )?(?:a lot|lots|much|many|most|plenty|half|several|a few|a bit|a little)\b")
_ANY = re.compile(rf"(?i)^(?:an?|any|one) (?=[\w-]+(?: [\w-]+){{0,2}}? (?:{FINITE})\b|[\w-]+ [a-z]+s\b)")
_SIBILANT = ("s", "sh", "ch", "x", "z", "o")


def success_completion(text: str, dimension: Dimension, polarity: Polarity) -> Completion:
    """Return the statement of a dimension and a polarity that a line means; itself where that cannot be told."""
    found = _COMPLETIONS[dimension](text)
    if polarity == "avoid" and (felt := _FEEL.match(found.statement)):
        return Completion(f"{felt[1]} do not feel {found.statement[felt.end() :]}", found.is_doubtful)
    if polarity == "avoid" and not is_avoid(found.statement):
        denied = _denied(found.statement, dimension)
        return denied._replace(is_doubtful=denied.is_doubtful or found.is_doubtful)
    return found


def _happened(text: str) -> Completion:
    if denied := _NOT_DONE.match(text):
        return Completion(f"I do not {text[denied.end() :]}")
    if state := _STATE.match(text):
        return Completion(f"I {'am' if state[1].lower() == 'be' else state[1].lower()}{text[state.end() :]}")
    is_done = _DONE.match(text) and not _FINITE_VERB.search(text)
    return Completion(f"I can {lowered(text)}" if is_done or act(text) else text)


def _felt(text: str) -> Completion:
    if denied := _NOT_FELT.match(text):
        return Completion(f"I do not feel {lowered(text[denied.end() :])}")
    if am := _AM.match(text):
        return Completion(f"{am[1]} {'do not feel' if am[2] else 'feel'} {text[am.end() :]}")
    if _SUBJECT.match(text):
        return Completion(text)
    return Completion(f"I feel {lowered(_FELT.sub('', text))}")


def _seen(text: str) -> Completion:
    if re.match(rf"(?i)(?:(?:do|does) not )?(?:{_THINK})\b", text):
        return Completion(f"Others {lowered(text)}")
    if only := _ONLY_THAT.match(text):
        return Completion(f"Others think that {only['what']}")
    if (they := _THEY_THAT.match(text)) and not _OPINION.search(they["who"]):
        is_one = re.search(r"(?i)\b(?:boss|\w*[^s\W])$", they["who"]) and not re.search(
            "(?i)people|children", they["who"]
        )
        return Completion(f"{they['who']} think{'s' if is_one else ''} that {they['what']}", is_doubtful=True)
    if seen := _SEEN_AS.match(text):
        see = "do not see" if seen[1] else "see"
        return Completion(f"Others {see} me as {text[seen.end() :]}", is_doubtful=True)
    is_name = not (_SUBJECT.match(text) or _OPINION.search(text) or _MANY.match(text) or _FINITE_VERB.search(text))
    if is_name and len(text.split()) <= SHORT:
        return Completion(f"Others see me as {lowered(text)}")
    return Completion(re.sub(r"(?i)^they\b", "Others", text))


_COMPLETIONS: dict[Dimension, Callable[[str], Completion]] = {
    "functional": _happened,
    "emotional": _felt,
    "social": _seen,
}


def _denied(text: str, dimension: Dimension) -> Completion:
    """Return the statement as one about something that does not happen; of “a lot” that would be something else."""
    if _MUCH.match(text):
        return Completion(text)
    if somebody := _SOMEBODY.match(text):
        return Completion(f"Nobody {text[somebody.end() :]}")
    thing = _ANY.match(text)
    return Completion(f"No {text[thing.end() :]}") if thing else _negated(text, dimension)


def _negated(text: str, dimension: Dimension) -> Completion:
    """Return the statement as one about something that does not happen; itself where no verb is found."""
    if own := re.match(r"(?i)^(I|we) (?:can (?=\w)|(?=feel\b))", text):
        return Completion(f"{own[1]} do not {text[own.end() :]}")
    if dimension == "social" and (opinion := _OPINION.search(text)):
        do = "does not" if opinion[2] else "do not"
        return Completion(f"{text[: opinion.start()]}{do} {opinion[1]}{text[opinion.end() :]}")
    if auxiliary := _AUXILIARY.search(text):
        said = f"{text[: auxiliary.end()]} not{text[auxiliary.end() :]}".replace("can not", "cannot")
        return Completion(said, is_doubtful=not _PLAIN_AUXILIARY.match(text))
    if (plural := _PLURAL.match(text) or _MANY.match(text)) and not _PAST.match(text[plural.end() :]):
        return Completion(f"{plural[1]} do not {text[plural.end() :]}", is_doubtful=not _PLURAL.match(text))
    if one := _SINGULAR.match(text):
        return Completion(f"{one[1]} does not {_infinitive(one[2], one[3])}{text[one.end() :]}", is_doubtful=True)
    return Completion(text)


def _infinitive(stem: str, ending: str) -> str:
    if ending == "ies":
        return f"{stem}y"
    return stem if ending == "s" or stem.endswith(_SIBILANT) else f"{stem}e"
