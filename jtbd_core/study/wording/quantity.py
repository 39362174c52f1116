"""A line typed at a job step that names a quantity: time, effort, money, or a number of things."""

import re

from jtbd_core.study.wording.clause import FINITE
from jtbd_core.study.wording.completion import Completion, lowered
from jtbd_core.study.wording.gerund import gerund_phrase
from jtbd_core.study.wording.mishaps import BAD_THINGS
from jtbd_core.study.wording.vocabulary import PEOPLE

_UNITS = (
    "seconds|minutes|hours|days|nights|weeks|months|years|miles|kilomet(?:er|re)s|steps|trips|visits|attempts|tries"
)
_SPAN = rf"(?:{_UNITS}|second|minute|hour|day|night|week|month|year|evening|afternoon|morning|weekend|lifetime|while)"
_MUCH = r"(?:(?:far |way |much )?too much |so much |a lot of |lots of |much |more |a great deal of )"
_LONG = (
    r"(?:(?:far |way |much )?too long|(?:so |very )?long(?:er than \w+)?|a long time|ages|forever|an? eternity"
    rf"|{_MUCH}?time|(?:(?:the|an?|half|my|our|all|several|many|some|up to|about|more than|\w+) ){{0,3}}?{_SPAN})"
)
_TAKES = r"(?:takes?|needs?|costs?|lasts?)"
_WORK = rf"(?:{_MUCH}?(?:effort|work|energy|strength|patience|nerves))"
_HARD = (
    rf"(?:{_TAKES} {_WORK}|(?:is|are|am) (?:(?:too|so|very|really|quite) )?(?:hard|difficult|tiring|tedious|cumbersome"
    rf"|a hassle|exhausting|tough|laborious|a pain|a chore|a nightmare|a struggle|{_WORK}))"
)
_COSTLY = (
    rf"(?:costs? {_MUCH}?(?:money|a fortune|a lot|too much)"
    r"|(?:is|are) (?:(?:too|so|very|really) )?(?:expensive|costly))"
)
_WHOM = r"(?P<whom>(?:me|us|them|people|everyone|him|her) )?"
_I = r"(?:I|we|you|they|he|she|it|people|everyone|one|somebody|someone|nobody)\b"
_LESS = "times?|likelihood|number|amount|frequency|efforts?|costs?|risks?|variation|chances?|probability|distance"
_OF_WHAT = r"(?:whether|if|who|which|what|when|where|how|why)\b"
_MORE = "accuracy|precision|completeness|variety|speed|share|degree|extent|strength|yield|quality"
_OWN = (
    r"(?:(?!(?:\w+[^\Ws]s|i|we|you|they|people|on|in|at|of|for|to|with|from|how|what|who|that|lose|waste|save|spend"
    r"|take"
    r"|need|have|find|run|make|kill|\w+ing(?! (?:time|cost|effort|distance|risk|speed)s?\b)|too|not|no|know"
    r"|enough)\b)[a-z]+ ){0,2}?"
)
_OPENINGS = (
    (
        re.compile(rf"(?i)^(?:(?:reduce|decrease|lower|lessen|cut|less) )?(?:the )?(?={_OWN}(?:{_LESS})\b)"),
        "Minimize the ",
    ),
    (
        re.compile(rf"(?i)^(?:less )?(?:the )?(?=money (?:spent|lost|wasted|on|for)\b|uncertainty about {_OF_WHAT})"),
        "Minimize the ",
    ),
    (re.compile(rf"(?i)^(?:(?:improve|raise|maximi[sz]e|more) )?(?:the )?(?={_OWN}(?:{_MORE})\b)"), "Increase the "),
)
_NOUNS = r"(?P<what>(?:(?!who\b|that\b)[a-z-]+ ){0,2}?[a-z-]+[^\Wsu]s|people|children)"

Phrases = tuple[tuple[re.Pattern[str], str], ...]


def _phrases(*phrases: tuple[str, str]) -> Phrases:
    return tuple((re.compile(f"(?i)^(?:{form})$"), said) for form, said in phrases)


_OF_STEP = _phrases(
    (rf"(?:(?:it|this|that|which) )?(?:\w+ly |just |always |often )?{_TAKES} {_LONG}", "time it takes"),
    (
        r"(?:it is |is )?(?:far |much )?(?:too |so |very |really )?(?:slow|long|time-consuming|lengthy)|(?:the )?time",
        "time it takes",
    ),
    (rf"(?:the|my|our) (?:whole|entire) {_SPAN}", "time it takes"),
    (rf"(?:(?:it|this|that) )?{_HARD}", "effort it takes"),
    (
        rf"(?:too |so |very |really )?(?:hard|difficult|tiring|tedious|exhausting|cumbersome)|(?:the )?effort|{_WORK}",
        "effort it takes",
    ),
)
"""What is said of the step as a whole."""
_COST_OF_STEP = re.compile(
    rf"(?i)^(?:(?:it|this|that) )?{_COSTLY}$|^(?:too |so |very |really )?(?:expensive|costly)$"
    r"|^(?:the )?(?:costs?|prices?|money)$"
)
_OF_TEXT = _phrases(
    (
        rf"(?:it )?(?:takes?|needs?|costs?|took) {_WHOM}{_LONG} (?P<rest>to .+|until .+|before .+|for .+ to .+)",
        "time it takes {whom}{rest}",
    ),
    (rf"(?:it )?{_HARD} (?:for (?P<whom>\w+ ))?(?P<rest>to .+)", "effort it takes {whom}{rest}"),
    (r"(?:too |so |very )?(?:hard|difficult|tiring|tedious|exhausting) (?P<rest>to .+)", "effort it takes {rest}"),
    (rf"it (?:takes?|needs?) {_WHOM}{_WORK} (?P<rest>to .+)", "effort it takes {whom}{rest}"),
    (rf"it costs? {_WHOM}{_MUCH}?(?:money|a fortune|a lot|too much) (?P<rest>to .+)", "amount it costs {whom}{rest}"),
    (rf"(?P<rest>\w+ing .*?|\w+ing) {_TAKES} {_LONG}", "time spent {rest}"),
    (rf"(?P<rest>\w+ing .*?|\w+ing) {_HARD}", "effort of {rest}"),
    (rf"(?P<rest>\w+ing .*?|\w+ing) {_COSTLY}", "cost of {rest}"),
    (rf"(?P<rest>.+? (?:waits?|lasts|takes?|stays?)) {_LONG}", "time that {rest}"),
    (rf"(?P<rest>(?:the|my|our|an?) .+?) {_COSTLY}", "cost of {rest}"),
    (
        rf"it (?:takes?|took|needs?) {_WHOM}(?:(?:too |so )?many|several|more than one|a lot of|two|three|four|five"
        rf"|\d+)"
        r" (?P<what>[a-z]+s|people) (?P<rest>to .+)",
        "number of {what} it takes {whom}{rest}",
    ),
    (r"(?:the )?(?P<rest>time .+) is (?:(?:far |much )?too|so|very) long", "{rest}"),
    (r"(?:the )?(?:high )?prices? of (?P<rest>.+)", "cost of {rest}"),
    (
        r"(?:(?:it|I) (?:is|am) )?(?:unclear|uncertain|unsure|not (?:clear|sure)|no idea) (?:about )?"
        rf"(?P<rest>{_OF_WHAT}.+)",
        "uncertainty about {rest}",
    ),
    (r"how long it takes (?P<rest>.+)", "time it takes {rest}"),
    (rf"how long (?P<rest>{_I}.+)", "time {rest}"),
    (r"how long (?P<rest>(?!is|are|do|does|did|until|before|ago|to)\w+ .+)", "time that {rest}"),
    (rf"how much (?P<noun>time|effort) (?P<rest>{_I}.+|is .+|goes .+|it .+)", "{noun} that {rest}"),
    (rf"how (?P<of>much) (?P<what>\w+(?: \w+)?) (?P<rest>(?:{_I}|the\b|my\b|our\b).+)", "amount of {what} {rest}"),
    (
        r"how much (?P<what>\w+(?: \w+)?) (?P<rest>(?:is|are|gets?|goes|has|remains|comes) .+)",
        "amount of {what} that {rest}",
    ),
    (rf"how many {_NOUNS} (?P<rest>(?:{_I}|the\b|my\b|our\b|there\b|to\b).+)", "number of {what} {rest}"),
    (rf"how many {_NOUNS} (?P<rest>.+)", "number of {what} {who} {rest}"),
    (r"how often (?P<rest>(?!is|are|do|does|did)\w+ .+)", "number of times {rest}"),
    (rf"how far (?P<rest>(?:{_I}|the\b|my\b|our\b).+)", "distance {rest}"),
    (r"how (?:hard|difficult|tiring|tedious|exhausting) it is (?:for me )?(?P<rest>to .+)", "effort it takes {rest}"),
    (rf"(?:(?:I|we|you|people) )?waste {_MUCH}?(?P<noun>time|effort|energy)(?P<rest> .+)?", "{noun} wasted{rest}"),
    (rf"(?:(?:I|we|you|people) )?lose {_MUCH}?time(?P<rest> .+)?", "time lost{rest}"),
    (rf"(?:(?:I|we|you|people) )?spend {_MUCH}?time(?P<rest> .+)?", "time spent{rest}"),
    (rf"(?:(?:I|we|you|people) )?(?:spend|waste) {_MUCH}?money(?P<rest> .+)?", "amount of money spent{rest}"),
    (rf"(?:(?:I|we|you|people) )?lose {_MUCH}?money(?P<rest> .+)?", "amount of money lost{rest}"),
    (rf"(?P<what>(?:\w+ )?(?:{_UNITS})) (?P<rest>(?:pass|go by|are|is|get)\b.*)", "number of {what} that {rest}"),
    (rf"(?P<rest>(?:(?!the)\w+ )?(?:{_UNITS})(?: .+)?)", "number of {rest}"),
    (rf"(?P<rest>(?:[a-z-]+ )?(?:{BAD_THINGS})(?: (?!{FINITE}).+)?)", "number of {rest}"),
    (
        rf"(?P<rest>(?:uncertainty|confusion|disagreements?|doubts?|ambiguity)(?: (?!about {_OF_WHAT}|is\b|are\b).+)?"
        rf"|(?:confusion|disagreements?|doubts?) about .+)",
        "likelihood of {rest}",
    ),
    (r"too many (?P<rest>.+)", "number of {rest}"),
    (r"too much (?P<rest>.+)", "amount of {rest}"),
    (r"(?P<rest>[a-z-]+ (?:fees|bills|charges|fines|taxes)(?: .+)?)", "amount of {rest}"),
    (r"(?:an? )?(?P<rest>lack of .+)", "likelihood of a {rest}"),
)
_COST = re.compile(r"(?i)^how much (?:it|this|that) costs?(?: (?:me |us )?to (?P<rest>.+))?$")
_UNKNOWN = re.compile(
    r"(?i)^(?:how|when|what) to \w.*$|^(?:what|which|whether|who|where) (?!is |are |do |does |can )\w+ .+$"
)


def quantity(text: str, step: str) -> Completion | None:
    """Return a key outcome about the quantity that a line names, None if it names none.

    `step` is the imperative name of the job step, of which “too slow” is said; empty where it is none.
    """
    if of_step := _of_step(text, step):
        return Completion(f"Minimize the {of_step}")
    for form, said in _OF_TEXT:
        if found := form.match(text):
            return Completion(f"Minimize the {_filled(said, found)}")
    if _UNKNOWN.match(text):
        return Completion(f"Minimize the uncertainty about {lowered(text)}", is_doubtful=True)
    opened = ((start, found) for opening, start in _OPENINGS if (found := opening.match(text)))
    return next((Completion(f"{start}{lowered(text[found.end() :])}") for start, found in opened), None)


def _of_step(text: str, step: str) -> str:
    """Return the quantity of the whole step that a text names, “time it takes to plan the menu”; else empty."""
    for form, said in _OF_STEP:
        if form.match(text):
            return f"{said}{f' to {step}' if step else ''}"
    cost = _COST.match(text)
    doing = gerund_phrase((cost and cost["rest"]) or step) if cost or _COST_OF_STEP.match(text) else None
    return f"cost of {doing}" if doing else ""


def _filled(said: str, found: re.Match[str]) -> str:
    parts = {name: part or "" for name, part in found.groupdict().items()}
    parts["rest"] = parts.get("rest", "")
    parts["rest"] = f" {lowered(parts['rest'].lstrip())}" if parts["rest"].startswith(" ") else lowered(parts["rest"])
    parts["rest"] = re.sub(r"^if\b", "whether", parts["rest"])
    who = "who" if re.search(rf"(?i)\b(?:{PEOPLE})$", parts.get("what", "")) else "that"
    return said.format(**parts, who=who)
