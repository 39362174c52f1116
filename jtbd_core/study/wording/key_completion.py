"""What is typed below the question of a job step, completed to a key outcome."""

import re

from jtbd_core.study.wording.clause import CLAUSE, FINITE
from jtbd_core.study.wording.completion import Completion, lowered
from jtbd_core.study.wording.cue_words import ACTS
from jtbd_core.study.wording.gerund import gerund_phrase
from jtbd_core.study.wording.grammar import DIRECTION, GERUND, MEASURED, act
from jtbd_core.study.wording.mishaps import AMISS, MISHAP, MISHAPPENING, STRAINING, WAITING, WELL
from jtbd_core.study.wording.number import number_of
from jtbd_core.study.wording.quantity import quantity
from jtbd_core.study.wording.vocabulary import PEOPLE, VERBS

_DIRECTED = re.compile(r"(?i)^(?:minimi[sz]e|reduce|decrease|lower|lessen|avoid|prevent)(?:ing)?\s+(?:the\s+)?")
_LEAD = re.compile(
    r"(?i)^(?:when|if|because|sometimes|often|that(?= (?:the|an?|my|our|i|we|they|he|she|it|people)\b))\s+"
)
_SHORTENED = {
    "can't": "cannot", "won't": "will not", "shan't": "shall not", "couldn't": "cannot", "could not": "cannot",
    "wasn't": "is not", "weren't": "are not", "was": "is", "were": "are",
}  # fmt: skip
_TO_SPELL = re.compile(r"(?i)\b(?:could not|was|were)\b|\b\w+n't\b")
_RISE = "rise|grow|explode|turn|get|go|vary|pile|add|increase|run|come|change|become|depend|differ|remain|stay"
_MEASURE = (
    "times?|likelihood|number|amount|frequency|efforts?|costs?|risks?|variation|chances?|probability|distance"
    "|accuracy|precision|completeness|variety|speed|share|degree|extent|strength|yield"
)
_HAPPENS = re.compile(
    rf"(?i)^(?:the )?(?:[a-z]+ ){{0,2}}?(?:{_MEASURE})(?: of [a-z]+s)? "
    rf"(?:(?:{FINITE})\b|(?!(?:this|its|as|us|across|less)\b)[a-z]+[^\Wsu]s\b|(?<=s )(?:{_RISE})\b)"
)
"""A measure that does something, “the costs rise”: what is meant is that this happens, not the measure."""
_DETERMINED = r"(?:the|an?|my|our|your|his|her|their|this|each|every|some|all|most|many|another|one|no)"
_SOMEBODY = re.compile(
    r"(?i)^(?:I|we|you|they|he|she|it|nobody|no one|nothing|every(?:one|body|thing)|some(?:one|body|thing)|others"
    r"|people"
    r"|children)(?: (?:never|always|often|sometimes|still|almost|just|only|also|easily|\w+ly))* (?P<verb>[\w']+)"
)
_OF_ONE = re.compile(
    rf"(?i)^{_DETERMINED} (?:(?!(?:of|in|on|at|for|from|with|to|by)\b)[\w'-]+ ){{1,3}}?[a-z]+[^\Wsui]s\b"
)
_OF_MASS = re.compile(
    rf"(?i)^(?!{_DETERMINED}\b)[a-z-]+[^\Ws] [a-z]+[^\Wsui]s (?:out|off|up|over|into|down|away|apart|too|late|the|my"
    rf"|our|an?|through"
    r"|everywhere"
    r"|\w+ly|\w+ed|broken)\b"
)
_NO_ARTICLE = re.compile(rf"{_SOMEBODY.pattern}|^(?:time|money|life) ")
_MANY = re.compile(
    rf"(?i)^(?:{_DETERMINED} )?(?:[a-z-]+ )?(?:[a-z-]+[^\Wsu]s|people|children|men|women|staff) "
    r"(?:(?:never|often|still|also|\w+ly) )*"
    r"(?!(?:of|in|on|with|at|for|from|and|or|to|that|who|which|by|about|between|per|during|after|before|without)\b)"
    rf"(?:(?:{VERBS}|{ACTS}|{_RISE}|cry|dry|die|boil|ring|stick|wilt)\b"
    r"|(?!\w*(?:ful|less|ous|ive|able|ible|ant|ent|al|ic|y|ed|en|ing|s)\b|late|early|alone|wrong|unhappy)[a-z]+\b)"
)
_PAST = re.compile(
    r"(?i)(?!(?:need|feed|speed|proceed|succeed|exceed|bleed)$)(?:\w+ed|had|did|forgot|lost|broke|fell|got|went|came"
    r"|left"
    r"|took|made|ran|spilt|burnt|felt|said|told|kept|gave|found|knew|thought|paid|spent|sent|bought|ate|slept|heard"
    r"|saw)$"
)
_INFINITIVE = re.compile(rf"(?i)(?:{VERBS}|{ACTS})$")
_WAITING, _STRAINING = re.compile(rf"(?i)(?:{WAITING})\b"), re.compile(rf"(?i)(?:{STRAINING})\b")
_WAITED = re.compile(rf"(?i)(?:{WAITING}) (?:\w+ )?(?:seconds|minutes|hours|days|weeks|months|years)\b")
"""A time that is spent waiting, which is no number of hours."""
_TOO_LONG = re.compile(r"(?i) (?:(?:far |much |way )?too long|so long|for ages|forever|for (?:too )?long)$")
_TWO = re.compile(r"\b(?:and|or) \w+ing\b")
_REST = re.compile(rf"{CLAUSE.pattern}|\bthan\b")
_OBJECT = re.compile(r"(?i)(?:the|an?|my|our|your|his|her|their|all|every|each|some)\b")
_THINGS = re.compile(
    r"(?i)^(?:leaking|missing|overlapping|conflicting|misleading|confusing|annoying|crying|screaming|dripping"
    r"|failing|rising"
    r"|barking|frustrating|overflowing|outstanding) (?!(?:the|an?|my|our|his|her"
    r"|their)\b)(?:[a-z-]+ )?[a-z-]+[^\Wsu]s\b"
)
"""Things by what they do, which looks like an activity."""
_NOUNS = re.compile(
    r"(?i)^(?:damage|waste|delay|leak|crack|scratch|stain|fight|risk|doubt|worry|panic|crash|fall|trip|slip|break"
    r"|regret"
    r"|clash|repeat)s?\b(?! (?:the|an?|my|our|your|his|her|their|it|them|someone|something|that|if|down|up|out|over)\b)"
)
"""Mishaps that are nouns, unless they have an object."""


def key_completion(text: str, step: str = "") -> Completion:
    """Return the key outcome that a line means; unclear as it is where none can be made of it.

    `step` is the imperative name of the job step, of which “too slow” is said; empty where it is none.
    """
    directed = _DIRECTED.match(text)
    if directed and not MEASURED.search(text):
        meant = _completed(text[directed.end() :], step)
        return Completion(text, is_unclear=True) if meant.is_unclear else meant
    return Completion(text) if _is_whole(text) else _completed(text, step)


def _is_whole(text: str) -> bool:
    found = DIRECTION.search(text)
    return found is not None and found[1] is not None


def _completed(text: str, step: str) -> Completion:
    said = _LEAD.sub("", _TO_SPELL.sub(_spelt, text))
    makers = (_activity, _clause) if _HAPPENS.match(said) else (_activity, number_of, _act, _clause)
    named = None if _HAPPENS.match(said) or _WAITED.match(said) else quantity(said, step)
    return named or next((made for make in makers if (made := make(said))), Completion(text, is_unclear=True))


def _spelt(found: re.Match[str]) -> str:
    short = found[0].lower()
    plain = _SHORTENED.get(short, f"{short[:-3]} not")
    return "am" if plain == "is" and re.search(r"\bI $", found.string[: found.start()]) else plain


def _activity(text: str) -> Completion | None:
    """Return the time or the effort that an -ing form takes, or the likelihood of it where it goes wrong."""
    if not GERUND.search(_REST.split(text.replace("'s ", " "), maxsplit=1)[0]):
        return None
    said = lowered(text)
    if _WAITING.match(text):
        return Completion(f"Minimize the time spent {_TOO_LONG.sub('', said)}")
    if _THINGS.match(text):
        return Completion(f"Minimize the number of {said}")
    if MISHAPPENING.match(text) or AMISS.search(CLAUSE.split(text, maxsplit=1)[0]):
        return Completion(f"Minimize the likelihood of {said}")
    return _done(said)


def _done(said: str) -> Completion:
    """Return the time or the effort that something done takes, which may not be what is meant."""
    if _STRAINING.match(said):
        return Completion(f"Minimize the effort of {said}", is_doubtful=True)
    verb, _, rest = said.partition(" ")
    known = _base(verb)
    if known in ("have", "know", "own", "belong", "like", "believe") or not (known or _OBJECT.match(rest)):
        return Completion(said, is_unclear=True)
    if not known or _TWO.search(rest):
        return Completion(f"Minimize the time spent {said}", is_doubtful=True)
    return Completion(f"Minimize the time it takes to {known} {rest}".rstrip(), is_doubtful=True)


def _base(form: str) -> str | None:
    """Return the infinitive of an -ing form, None if it is not among the known verbs."""
    stem = form.removesuffix("ing")
    undoubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    return next((verb for verb in (f"{stem}e", stem, undoubled) if _INFINITIVE.match(verb)), None)


def _act(text: str) -> Completion | None:
    """Return the likelihood of a mishap, or the time that another act takes, which may not be what is meant."""
    bare = re.sub(r"(?i)^to ", "", text)
    if _NOUNS.match(bare):
        return Completion(f"Minimize the likelihood of {lowered(bare)}")
    if (MISHAP.match(bare) and " " in bare) or re.match(r"(?i)(?:have|need) to \w", bare):
        return Completion(f"Minimize the likelihood of {gerund_phrase(bare) or lowered(bare)}")
    if (bare != text and _INFINITIVE.match(bare.split(maxsplit=1)[0])) or _is_act(bare):
        return Completion(f"Minimize the time it takes to {lowered(bare)}", is_doubtful=True)
    return None


def _is_act(text: str) -> bool:
    return act(text) is not None and not re.match(r"(?i)(?:have|be|get|know|keep|stay|feel|see|do)\b", text)


def _clause(text: str) -> Completion | None:
    """Return the likelihood that a clause is so: less of it, unless it says that something goes well."""
    if not _declares(text):
        return None
    said = f"{'the ' if _OF_MASS.match(text) and not _NO_ARTICLE.match(text) else ''}{lowered(text)}"
    main = CLAUSE.split(text, maxsplit=1)[0]
    if WELL.search(main) and not AMISS.search(main) and not re.search(r"(?i)\b(?:not|no|never|cannot|nobody)\b", main):
        return Completion(f"Increase the likelihood that {said}", is_doubtful=True)
    return Completion(f"Minimize the likelihood that {said}")


def _declares(text: str) -> bool:
    main = CLAUSE.split(text, maxsplit=1)[0]
    if found := _SOMEBODY.match(text):
        return not _PAST.match(found["verb"])
    if re.search(rf"(?i)(?<=\w )(?!had\b|did\b)(?:{FINITE})\b", main):
        return True
    people = re.match(rf"(?i)(?:{_DETERMINED} )?(?:{PEOPLE}) [a-z]+s\b", text)
    return bool(people or _OF_ONE.match(main) or _OF_MASS.match(main) or _MANY.match(main))
