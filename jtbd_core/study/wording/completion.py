"""What is typed below a question, completed to a statement: “calm” to “I feel calm”."""

import re
from collections.abc import Callable
from typing import NamedTuple

from jtbd_core.study.study import Kind, Polarity
from jtbd_core.study.value import LONGEST_TEXT
from jtbd_core.study.wording.clause import FINITE
from jtbd_core.study.wording.grammar import DECLARES, DIRECTION, GERUND, act
from jtbd_core.study.wording.negation import is_avoid
from jtbd_core.study.wording.subject import straight
from jtbd_core.study.wording.vocabulary import VERBS


class Completion(NamedTuple):
    """A statement, and whether more than its opening was reworded, so that a person should look at it."""

    statement: str
    is_reworded: bool = False


_LESS = "times?|likelihood|number|amount|frequency|efforts?|costs?|risks?|variation|chances?|probability|distance"
_MORE = "accuracy|precision|completeness|variety|speed|share|degree|extent|strength|yield"
_OWNED = r"(?:[a-z]+ ){0,2}?"
_REDUCE, _RAISE = "reduce|decrease|lower|lessen|cut", "improve|raise|maximi[sz]e"
_OTHER_VERB = re.compile(rf"(?i)(?:{_REDUCE}|{_RAISE}) the\b")
_MEASURES = (
    (re.compile(rf"(?i)^(?:(?:{_REDUCE}|less) )?(?:the )?(?={_OWNED}(?:{_LESS})\b)"), "Minimize the "),
    (re.compile(rf"(?i)^(?:(?:{_RAISE}|more) )?(?:the )?(?={_OWNED}(?:{_MORE})\b)"), "Increase the "),
)
_RISE = "rise|grow|explode|turn|get|go|vary|pile|add|increase|run|come|change|become|depend|differ|remain|stay"
_HAPPENS = re.compile(
    rf"(?i)^(?:the )?{_OWNED}(?:{_LESS}|{_MORE})(?: of [a-z]+s)? "
    rf"(?:(?:{FINITE})\b|(?!(?:this|its|as|us|across|less)\b)[a-z]+[^\Wsu]s\b|(?<=s )(?:{_RISE})\b)"
)
"""A measure that does something, “the costs rise”: what is meant is that this happens, not the measure."""
_LONG = (
    r"(?:takes?|needs?|costs?) (?:(?:far |way |much )?too (?:long|much time)|(?:so |too )?long|a long time|time|ages"
    r"|forever|hours)"
)
_HARD = (
    r"(?:(?:takes?|costs?|needs?) (?:(?:too |so )?much |a lot of )?effort"
    r"|is (?:(?:too|so|very) )?(?:hard|difficult|tiring|tedious|cumbersome|a hassle|exhausting))"
)
_BAD = (
    "problems|errors|mistakes|delays|interruptions|misunderstandings|conflicts|queues|accidents|defects|failures|gaps"
    "|typos|complaints|injuries|surprises|disputes|duplicates|leaks"
)
_TROUBLES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?i)^it {_LONG} to (.+)$"), "Minimize the time it takes to {}"),
    (re.compile(r"(?i)^(.+? (?:waits?|lasts?)) (?:(?:far |way |much )?too |so )?long$"), "Minimize the time that {}"),
    (re.compile(rf"(?i)^it {_HARD} to (.+)$"), "Minimize the effort it takes to {}"),
    (re.compile(rf"(?i)^(\w+ing .*?|\w+ing) {_LONG}$"), "Minimize the time spent {}"),
    (re.compile(rf"(?i)^(\w+ing .*?|\w+ing) {_HARD}$"), "Minimize the effort of {}"),
    (re.compile(rf"(?i)^((?:[a-z-]+ )?(?:{_BAD})(?: .+)?)$"), "Minimize the number of {}"),
    (re.compile(r"(?i)^too many (.+)$"), "Minimize the number of {}"),
    (re.compile(r"(?i)^too much (.+)$"), "Minimize the amount of {}"),
)
_SUBJECT = re.compile(
    r"(?i)^(?:i|we|you|they|he|she|it|my|our|the|others?|people|every\w*|no|nobody|nothing|some\w*|friends|colleagues"
    r"|i'm|we're)\b"
)
_FELT = re.compile(r"(?i)^(?:to )?(?:be|being|feel|feeling|am|felt)\s+")
_NOT_FELT = re.compile(r"(?i)^(?:(?:do|am) not|don't|not|no longer|never|less)\s+(?:(?:be|being|feel|feeling)\s+)?")
_AUXILIARY = re.compile(r"(?i)\b(is|are|am|was|were|has|have|can|could|will)\b(?! not\b)")
_AM = re.compile(r"(?i)^(I|we)(?:'m|'re| am| are) (not )?(?!not\b)")
_STATE = re.compile(r"(?i)^(be|have|know|own|understand|get)(?= )")
_DOING = f"{VERBS}|waste|miss|forget|damage|break|hurt|fail|avoid|prevent|stop|owe"
_DONE, _NOT_DONE = re.compile(rf"(?i)(?:{_DOING}) (?=\w)"), re.compile(rf"(?i)^(?:do )?not (?=(?:{_DOING})\b)")
_FINITE_VERB = re.compile(rf"(?i)\b(?:{FINITE})\b")
SHORT = 4
"""The most words that are taken as a name for a person, such as “a good host”."""
_THINK = "think|see|regard|consider|view|perceive|believe|find|judge|say|take|treat"
_OPINION = re.compile(rf"(?i)\b({_THINK})(s?)\b")
_PLURAL = re.compile(r"(?i)^(i|we|you|they|people|others) (?=\w)")
_MANY = re.compile(
    r"(?i)^((?:(?:the|my|our|other|some) )?(?:[a-z-]+[^s\W]s|people|children))"
    r" (?!(?:of|in|on|with|at|for|from|and|or|to|that|who|which|by|\w+ing|\w+s)\b)(?=\w)"
)
_SINGULAR = re.compile(r"(?i)^((?:it|someone|somebody|(?:the|my|our|an?) (?:\w+ )?\w+)) (\w+?)(ies|es|s)\b")
_MUCH = re.compile(r"(?i)^(?:too |so )?(?:a lot|lots|much|many|most|plenty|half|several|a few|a bit|a little)\b")
_ANY = re.compile(rf"(?i)^(?:an?|any|one) (?=[\w-]+(?: [\w-]+){{0,2}}? (?:{FINITE})\b|[\w-]+ [a-z]+s\b)")
_AVOIDED = re.compile(r"(?i)^(?:to )?(?:avoid|prevent)(?:ing)? (?:(that)\b ?|(?=\w))")
_BARE_VERB = re.compile(r"(?i)^(?:have|be|get|know|keep|stay|feel|see|find|do)\b")
_THINGS = re.compile(
    r"(?i)^(?:[a-z]+(?:ed|en|y|ful|less|ous|ive|ble|ant|ent)|wrong|bad|late|poor|lost|stale|loose) [a-z-]+s$"
)
"""Things by how they are, “dirty pots”, where nothing is said of what they do."""
_SIBILANT = ("s", "sh", "ch", "x", "z", "o")


def completed(line: str, kind: Kind, polarity: Polarity) -> Completion:
    """Return the statement of a kind and a polarity that a line of English means; itself where that cannot be told."""
    text = straight(line).strip().rstrip(".")
    if len(text) > LONGEST_TEXT:
        return Completion(line)
    found = _COMPLETIONS[kind](text)
    if polarity == "avoid" and kind != "key outcome" and not is_avoid(found.statement):
        found = _denied(found.statement, kind)
        if kind == "emotional" and not _SUBJECT.match(text):
            found = found._replace(is_reworded=False)
    return found._replace(statement=f"{found.statement[:1].upper()}{found.statement[1:]}")


def _measured(text: str) -> Completion:
    if DIRECTION.search(text) and not _OTHER_VERB.match(text):
        return Completion(text)
    happens = _HAPPENS.match(text)
    if not happens and (measure := _as_measure(text)):
        return measure
    if not happens and GERUND.search(text):
        return Completion(f"Minimize the likelihood of {_lower(text)}", is_reworded=True)
    if not happens and _THINGS.match(text):
        return Completion(f"Minimize the number of {_lower(text)}", is_reworded=True)
    if happens or _MANY.match(text) or (DECLARES.search(text) and act(text) is None and not _BARE_VERB.match(text)):
        return Completion(f"Minimize the likelihood that {_lower(text)}", is_reworded=True)
    return Completion(text)


def _as_measure(text: str) -> Completion | None:
    """Return what is to be less or more of in a text that names a measure or a trouble, else None."""
    if avoided := _AVOIDED.match(text):
        return Completion(f"Minimize the likelihood {avoided[1] or 'of'} {_lower(text[avoided.end() :])}", True)
    for opening, start in _MEASURES:
        if found := opening.match(text):
            return Completion(f"{start}{_lower(text[found.end() :])}")
    for trouble, measure in _TROUBLES:
        if found := trouble.match(text):
            return Completion(measure.format(_lower(found[1])), is_reworded=True)
    return None


def _happened(text: str) -> Completion:
    if denied := _NOT_DONE.match(text):
        return Completion(f"I do not {text[denied.end() :]}")
    if state := _STATE.match(text):
        return Completion(f"I {'am' if state[1].lower() == 'be' else state[1].lower()}{text[state.end() :]}")
    is_done = _DONE.match(text) and not _FINITE_VERB.search(text)
    return Completion(f"I can {_lower(text)}" if is_done or act(text) else text)


def _felt(text: str) -> Completion:
    if denied := _NOT_FELT.match(text):
        return Completion(f"I do not feel {_lower(text[denied.end() :])}")
    if am := _AM.match(text):
        return Completion(f"{am[1]} {'do not feel' if am[2] else 'feel'} {text[am.end() :]}", is_reworded=True)
    if _SUBJECT.match(text):
        return Completion(text)
    return Completion(f"I feel {_lower(_FELT.sub('', text))}")


def _seen(text: str) -> Completion:
    if re.match(rf"(?i)(?:(?:do|does) not )?(?:{_THINK})\b", text):
        return Completion(f"Others {_lower(text)}")
    if not _SUBJECT.match(text) and len(text.split()) <= SHORT and not _OPINION.search(text):
        return Completion(f"Others see me as {_lower(re.sub('(?i)^as ', '', text))}", is_reworded=True)
    return Completion(re.sub(r"(?i)^they\b", "Others", text))


_COMPLETIONS: dict[Kind, Callable[[str], Completion]] = {
    "key outcome": _measured,
    "functional": _happened,
    "emotional": _felt,
    "social": _seen,
}


def _denied(text: str, kind: Kind) -> Completion:
    """Return the statement as one about something that does not happen; of “a lot” that would be something else."""
    if _MUCH.match(text):
        return Completion(text)
    thing = _ANY.match(text)
    return Completion(f"No {text[thing.end() :]}", is_reworded=True) if thing else _negated(text, kind)


def _negated(text: str, kind: Kind) -> Completion:
    """Return the statement as one about something that does not happen; itself where no verb is found."""
    if own := re.match(r"(?i)^(I|we) (?:can (?=\w)|(?=feel\b))", text):
        return Completion(f"{own[1]} do not {text[own.end() :]}", is_reworded=True)
    if kind == "social" and (opinion := _OPINION.search(text)):
        do = "does not" if opinion[2] else "do not"
        return Completion(f"{text[: opinion.start()]}{do} {opinion[1]}{text[opinion.end() :]}", is_reworded=True)
    if auxiliary := _AUXILIARY.search(text):
        return Completion(f"{text[: auxiliary.end()]} not{text[auxiliary.end() :]}".replace("can not", "cannot"), True)
    if plural := _PLURAL.match(text) or _MANY.match(text):
        return Completion(f"{plural[1]} do not {text[plural.end() :]}", is_reworded=True)
    if one := _SINGULAR.match(text):
        return Completion(f"{one[1]} does not {_infinitive(one[2], one[3])}{text[one.end() :]}", is_reworded=True)
    return Completion(text)


def _infinitive(stem: str, ending: str) -> str:
    if ending == "ies":
        return f"{stem}y"
    return stem if ending == "s" or stem.endswith(_SIBILANT) else f"{stem}e"


def _lower(text: str) -> str:
    """Return a text with a small first letter, unless its first word is I or has further capitals."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    is_kept = first in ("I", "I'm", "I've") or any(letter.isupper() for letter in first[1:])
    return text if is_kept else f"{text[:1].lower()}{text[1:]}"
