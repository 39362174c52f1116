"""Rules about key outcomes: one direction, one metric, one negation at most."""

import re
from collections.abc import Iterator

from jtbd_core.study.wording.grammar import DIRECTION, HOW_MUCH, KEY, LESS, MEASURED, METRICS, MORE
from jtbd_core.study.wording.halves import metric_halves
from jtbd_core.study.wording.subject import WHOLE, Remark, Subject, rewritten, straight
from jtbd_core.study.wording.words import target_baked_in

_DIRECTIONS = f"minimi[sz]e|increase|{LESS}|{MORE}|eliminate|avoid|prevent"
_DIRECTING = (
    "minimi[sz]ing|increasing|reducing|decreasing|lowering|maximi[sz]ing|raising|improving|keeping|sacrificing"
    "|maintaining|preserving|protecting|retaining|staying"
)
_AND = r"(?:\s*(?:,|/|&|;)\s*(?:and |or )?|\s+(?:and/or|and|or|as well as|plus)\s+)(?:the |my |our )?"
_SECOND_METRIC = re.compile(
    rf"(?i)\b(?:{METRICS})(?:{_AND}(?:\w+ )?(?:{METRICS}|money|energy|expense|hassle|stress|frustration))+\b"
)
_LATER_METRIC = re.compile(
    rf"(?i)\b(?:and|or|as well as|plus)\s+the\s+(?:{METRICS})\s+(?:it takes|of|that|to|needed|required|spent)\b"
)
_SECOND_DIRECTION = re.compile(
    rf"(?i)^\s*\w+\s*(?:\b(?:and|or)\b|/|&)\s*\w+(?=\s+(?:the|my|our)\b)|\b(?:and|or|but"
    rf"|while)\s+(?:{_DIRECTIONS})\s+(?:the"
    rf"|my|our)\b"
    rf"|\b(?:while|without|and|but)\s+(?:{_DIRECTING})\b"
)
_OBJECT = re.compile(r"(?i)\b(?:of|to|that|with|for|in|spent|between|takes?|required|needed)\b")
"""Follows what is measured, so that a metric after it may be part of the object: “to record weight and height”."""
_OTHER_DIRECTION = re.compile(
    rf"(?i)(?:and|or|but|while) (?:{_DIRECTIONS})\b|(?:while|without) (?:increasing|reducing|decreasing|minimi[sz]ing"
    r"|maximi[sz]ing|improving|maintaining|preserving|retaining|sacrificing)\b"
)
_MIND = re.compile(
    r"(?i)\b(?:know|notic|determin|learn|detect|find out|finding out|reali[sz]|confirm|verify|see|seeing|check"
    r"|identif|discover"
    r"|overlook|miss|forget|understand|decid|recogni[sz])\w*\b"
)
_CHANCE = r"likelihood|risks?|probability|chances?|number|frequency|amount|times"
_DOUBLE = re.compile(r"(?i)\b(?:not|never|cannot|\w+n't|fail(?:s|ed|ing)?(?: to)?|failures? to|avoid(?:s|ed|ing)?)\b")
_CHANCE_THAT = r"^(?:\s+the)?(?:\s+\w+)?\s+(?:likelihood|risks?|probability|chances?|times)\s+that\b"
_OF_WHICH = re.compile(
    rf"(?i){_CHANCE_THAT}.*\b(?:that|who|which|whose)\b|^(?!{_CHANCE_THAT}).*\b(?:that|who|which|whose|where)\b"
    r"|^(?:\s+the)?(?:\s+\w+)?\s+(?:number|amount|quantity|share|percentage|proportion|volume)\s+of\s+(?!times\b)"
    r"(?:[\w-]+\s+){1,3}$(?<!\bis )(?<!\bare )(?<!\bdo )(?<!\bdoes )(?<!\bcan )(?<!\bhas )(?<!\bhave )"
)
"""A clause that says which one is meant: its negation, as in “a sample that was not labelled”, doubles none."""
_TURNED = re.compile(
    r"(?i)^\s*(?:minimi[sz]e|reduce|decrease|lower)\s+the\s+(likelihood|risk|probability|chance)\s+(?:that\s+(.+?)\s"
    r"|(of)\s)"
    r"(is not|isn't|are not|aren't|does not|doesn't|do not|don't|cannot|can't|am not|was not|were not|has not"
    r"|have not|fails to|fail to|not)\s"
)


def two_metrics(subject: Subject) -> Iterator[Remark]:
    """L08: a second metric or a second direction, of which only one rating can be given."""
    text = subject.text
    if subject.is_success or subject.outcome is None or not DIRECTION.search(text):
        return
    why = "“{}” is more than one measure; who does well on one and badly on the other cannot answer. Make two of it."
    spans = [found.span() for one in (_SECOND_METRIC, _LATER_METRIC, _SECOND_DIRECTION) for found in one.finditer(text)]
    first, second = (len(spans) == 1 and metric_halves(text, subject.statement)) or (None, None)
    for place, span in enumerate(sorted(spans)):
        if not any(span[0] < end for _, end in sorted(spans)[:place]):
            is_object = bool(_OBJECT.search(text[: span[0]])) and not _OTHER_DIRECTION.match(text, span[0])
            said = why.format(text[span[0] : span[1]].strip())
            yield Remark(span, said, suggestion=first, second=second, is_doubtful=is_object)


def double_negative(subject: Subject) -> Iterator[Remark]:
    """L10: a double negative, such as minimizing what does not happen, which is hard to rate."""
    text = subject.text
    opening = re.search(r"(?i)^\s*(?:minimi[sz]e|reduce|decrease|lower)\b", text)
    if subject.is_success or subject.outcome is None or not opening:
        return
    is_chance = bool(re.search(rf"(?i)^\s*\w+\s+(?:the\s+)?(?:\w+\s+)?(?:{_CHANCE})\b", text))
    for found in _DOUBLE.finditer(text, opening.end()):
        between = text[opening.end() : found.start()]
        if (
            _MIND.search(between)
            or _OF_WHICH.search(between)
            or (found[0].lower()[:4] in ("avoi", "fail") and not is_chance)
        ):
            continue
        why = f"“{opening[0].strip()} … {found[0]}” is two negations. Turn it round: “Increase the likelihood that …”."
        is_trouble = found[0].lower() in ("fails", "failed", "failing")
        yield Remark(found.span(), why, suggestion=_turned(subject), is_doubtful=is_trouble)
        return


def _turned(subject: Subject) -> str | None:
    """Return “Increase the likelihood that …” without the negation, None where more would have to change."""
    found = _TURNED.search(subject.text)
    if found is None:
        return None
    rest = subject.statement[found.end() :]
    if found[3]:
        return f"Increase the likelihood of {rest}" if found[4].lower() == "not" else None
    negation, who = found[4].lower(), subject.statement[found.start(2) : found.end(2)]
    if negation in ("does not", "doesn't", "fails to"):
        verb, _, rest = rest.partition(" ")
        return f"Increase the likelihood that {who} {third_person(verb)} {rest}".rstrip()
    kept = {"isn't": "is", "aren't": "are", "cannot": "can", "can't": "can"}.get(
        negation, negation.removesuffix(" not")
    )
    if negation in ("do not", "don't", "fail to"):
        kept = ""
    if negation == "not":
        return None
    return f"Increase the likelihood that {who} {f'{kept} ' if kept else ''}{rest}"


def third_person(verb: str) -> str:
    """Return the third person singular of a verb."""
    if verb in ("be", "have"):
        return {"be": "is", "have": "has"}[verb]
    if re.search(r"(?:s|x|z|ch|sh|o)$", verb):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"


def key_grammar(subject: Subject) -> Iterator[Remark]:
    """L05 for key outcomes: a direction, then the metric, then the object of control."""
    text = subject.text
    opening = DIRECTION.search(text)
    if opening is None:
        why = "A key outcome begins with “Minimize” or “Increase” and names what is measured."
        yield Remark(WHOLE, why, suggestion=_with_direction(subject))
    elif not (MEASURED.search(text) or any(two_metrics(subject)) or any(target_baked_in(subject))):
        why = "It names nothing to measure, such as the time it takes, the likelihood or the number."
        suggestion = with_usual_verb(subject) if opening[1] is None else _with_metric(subject, opening.end())
        yield Remark(WHOLE, why, suggestion=suggestion)


def unusual_opening(subject: Subject) -> Iterator[Remark]:
    """L16: a key outcome that begins with a synonym of minimize or increase, or leaves out the article."""
    text = subject.text
    opening = DIRECTION.search(text)
    if subject.is_success or subject.outcome is None or not opening or not MEASURED.search(text) or KEY.search(text):
        return
    suggestion = _with_metric(subject, opening.end()) if opening[1] else with_usual_verb(subject)
    why = _NAME_IT if re.match(rf"(?i)\s+{HOW_MUCH}", text[opening.end() :]) else _ONE_VERB
    yield Remark(opening.span(), why, suggestion=suggestion)


_NAME_IT = "Name the measure, as in “the number of times” or “the time”, so that all such statements read alike."
_ONE_VERB = "Begin with “Minimize the …” or “Increase the …”: a change of words alone changes how people rate."


def with_usual_verb(subject: Subject) -> str | None:
    """Return the statement with Minimize or Increase in place of a synonym at its start, None where more is missing.

    “Reduce delays” becomes “Minimize the number of delays”; “Reduce upset” could mean its likelihood or its length.
    """
    opening = DIRECTION.search(subject.text)
    if opening is None or opening[1]:
        return None
    usual = "Minimize" if opening[2] else "Increase"
    verb = usual if subject.statement.lstrip()[0].isupper() else usual.lower()
    statement = rewritten(subject.statement, opening.span(), verb)
    is_measured = KEY.search(straight(statement)) or any(two_metrics(subject))
    return statement if is_measured else _with_metric(subject._replace(statement=statement), len(verb))


def _with_direction(subject: Subject) -> str | None:
    """Return “Minimize the time it takes …” where only the direction is missing and cannot be Increase."""
    metric = re.search(r"(?i)^\s*(?:the\s+)?(?=(?:time|effort|cost|risk|variation)\b)", subject.text)
    rest = subject.statement[metric.end() :] if metric else ""
    return f"Minimize the {rest[:1].lower()}{rest[1:]}" if rest else None


_HOW = (
    (re.compile(r"(?i)^\s+how\s+often\s+(?=\w)"), " the number of times "),
    (re.compile(r"(?i)^\s+how\s+long\s+(?=it\s+takes\b)"), " the time "),
    (re.compile(r"(?i)^\s+how\s+long\s+(?=\w)"), " the time that "),
    (re.compile(r"(?i)^\s+how\s+many\s+times\s+(?=\w)"), " the number of times "),
    (
        re.compile(r"(?i)^\s+how\s+many\s+((?:[\w-]+\s+){0,2}?(?:[\w-]+[^\Wsu]s|people|children))(?=\s+\w)"),
        r" the number of \1 that",
    ),
    (re.compile(r"(?i)^\s+how\s+much\s+(?:of\s+)?(?=time\s+it\s+takes\b)"), " the "),
    (re.compile(r"(?i)^\s+how\s+much\s+(time|money|effort|waste|work)(?=\s+\w)"), r" the amount of \1 that"),
    (re.compile(r"(?i)^\s+how\s+far\s+(?=\w)"), " the distance that "),
)
"""The measure that a clause with “how” asks for."""


def _with_metric(subject: Subject, after: int) -> str | None:
    for how, metric in _HOW:
        if found := how.match(subject.text[after:]):
            return rewritten(subject.statement, (after, after + found.end()), found.expand(metric))
    if missing := re.search(
        rf"(?i)^\s+(?!(?:the|my|our)\b)(?=(?:[\w-]+ ){{0,2}}?(?:{METRICS})\b)", subject.text[after:]
    ):
        return rewritten(subject.statement, (after, after + missing.end()), " the ")
    if re.search(r"(?i)^\s+[a-z-]*[^s\W]s$", subject.text[after:]):
        return rewritten(subject.statement, (after, after), " the number of")
    return None
