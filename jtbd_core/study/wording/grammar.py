"""Classification of a statement by its English grammar: key outcome, end state, dimension, negation."""

import re
from functools import lru_cache

from jtbd_core.study.study import Dimension
from jtbd_core.study.wording.cue_words import ACTS, ATTAINING, NOUNS_TOO
from jtbd_core.study.wording.subject import straight
from jtbd_core.study.wording.vocabulary import ATTITUDES_TO, FEELINGS, IRREGULAR, NO_GERUND, PEOPLE, TROUBLES, VERBS

METRICS = (
    "time|times|likelihood|number|amount|frequency|effort|efforts|cost|costs|risk|risks|variation|variations"
    "|variability"
    "|probability|chance|chances|quantity|rate|share|percentage|proportion|degree|extent|level|distance|duration"
    "|length"
    "|weight|volume|accuracy|precision|completeness|variety|range|size|depth|width|height|strength|yield|temperature"
    "|pressure|speed"
    r"|\w{3,}ness|\w{3,}ity"
)
LESS = r"reduce|decrease|lower|lessen|shorten|cut(?=\s+(?:the|my|our|down|back|costs?|time|delays?|waste)\b)"
MORE = "maximi[sz]e|raise|improve|boost|enhance|grow"
DIRECTION = re.compile(rf"(?i)^\s*(?:(minimi[sz]e|increase)|({LESS})|({MORE}))\b")
_AMOUNTS = (
    "differences?|gap|deviations?|discrepanc(?:y|ies)|need|loss|waste|damage|disruption|exposure|consumption|dependence"
    "|impact|occurrences?|incidence|spread|odds|space|energy|noise|wear|strain|pain|use|delay|interruptions?|turnover"
    "|churn"
)
KEY = re.compile(
    rf"(?i)^\s*(?:minimi[sz]e|increase)\s+(?:the|my|our)\s+(?:[\w-]+\s+){{0,2}}?(?:(?:{METRICS})\b|(?:{_AMOUNTS})\s+"
    r"(?:of|to|in|between|from|caused|on|for|that|with|among|during|when|while)\b)"
)

HELPERS = (
    r"do|don't|am|are|have|haven't|not|never|no|longer|always|still|also|can|can't|cannot|already|really|hardly|rarely"
    r"|will|won't|aren't|just|now|often|been|once|again|finally|truly|fully"
)
_FEEL = "feel|felt|feeling|worry|fear|dread|regret|enjoy"  # "I do not worry …" says how the person feels, too
_GET_TO = "get to|come to|begin to|begun to|start to|started to|continue to|keep|kept|manage to|learn to|learned to"
FEEL = re.compile(
    rf"(?i)^\s*(?:(?:my|our) \w+ and )?(?:I|we)(?:'(?:m|re|ve|ll))?(?:\s+(?:{HELPERS}|{_GET_TO}))*\s+(?:{_FEEL})\b"
)
FEELING_STATE = re.compile(
    rf"(?i)^\s*(?:I|we)(?:'(?:m|re)|\s+(?:am|are|remain|stay))((?:\s+(?:not|never|no longer|always))?)"
    rf"\s+((?:(?:very|more|less)\s+)?(?:{FEELINGS}))\b"
)
BELIEF = re.compile(
    rf"(?i)^\s*(?:I|we)(?:\s+(?:{HELPERS}))*\s+(believe|think)\s+(?=(?:that|I|we|my|our|the|others|people|everyone"
    rf"|they|he|she|it|no|nobody)\b)"
)
_PERCEIVE = (
    r"(?:think|regard|consider|view|perceive|respect|trust|admire|appreciate|value|believe|look up to)(?:e?s)?\b"
    r"|(?:see|take|know|recogni[sz]e|describe|accept|hold)s?\b(?=.*\b(?:as|like|for|seriously|to be|esteem|regard)\b)"
)
_US = (
    r"(?:.*\b(?:me|us|I|we)\b|.*\b(?:my|our)\b.*\b(?:as|is|are|to be)\b"
    r"|\s+(?:my|our)\s+(?:work|opinion|advice|word|skills?)\b)"
)
SUBJECT = rf"(?:(?:my|our|the|other|all|most|many|some|few|many of|most of|no)\s+)*(?:[\w-]+\s+){{0,2}}?(?:{PEOPLE})\b"
_BETWEEN = (
    r"(?:\s+(?:who|whom|that|I|we|around|at|in|from|of|with|on|outside|under|above)\b(?:\s+[\w']+){1,4}?)?"
    rf"(?:\s+(?:{HELPERS}|does|doesn't|would|generally|often|all|both|now|even))*"
)
OTHERS_THINK = re.compile(
    rf"(?i)^\s*(?!(?:I|we)\b)(?:{SUBJECT}{_BETWEEN}\s+(?:{_PERCEIVE}){_US}"
    rf"|(?:[\w'-]+\s+){{1,3}}?(?:(?:{HELPERS}|does|doesn't)\s+)*(?:{_PERCEIVE})\s+(?:(?:me|us)\b|our\s+\w+\s+as\b))"
)
_ATTITUDE = re.compile(
    rf"(?i)^\s*(?!(?:I|we)\b){SUBJECT}{_BETWEEN}\s+(?:(?:(?:is|are|isn't|aren't)\s+)?(?:(?:not|very|really)\s+)*"
    rf"(?:{ATTITUDES_TO})\s+(?:me|us)\b(?!\s+(?:to|with an?|the|an?)\b)"
    r"|(?:is|are|isn't|aren't)\s+(?:(?:not|very)\s+)*(?:impressed|inspired|delighted)\s+(?:by|with)\s+(?:me|us|my"
    r"|our)\b)"
)
"""Others show an attitude towards me that no verb of perception names."""
_REGARD = re.compile(
    rf"(?i)^\s*(?:(?:I|we)\s+(?:(?:{HELPERS})\s+)*(?:have|has|enjoy|earn|earned|gain|gained|keep|kept|get|got|built"
    rf"|build)\s+"
    r"(?:(?:an?|the|my|our|good|strong|excellent|better)\s+)*(?:reputation|(?:respect|trust|admiration|esteem|approval)"
    r"\s+(?:of|from)\s+(?:my|our|others|other|the\s+people))\b"
    rf"|(?:I|we)\s+(?:(?:{HELPERS})\s+)*(?:look|appear|seem|come across)\s+[\w' -]+?\s+to\s+(?:my|our|others"
    rf"|other\s+people)\b"
    rf"|(?:I|we)\s+(?:(?:{HELPERS})\s+)*(?:make|made|leave|left)\s+an?\s+(?:\w+\s+)?impression\s+on\s+(?:my|our"
    rf"|others|people)\b"
    rf"|(?:my|our)\s+(?:work|opinions?|efforts?|contributions?|ideas|advice|skills?)\s+(?:is|are|has\s+been"
    rf"|have\s+been)\s+"
    r"(?:(?:not|highly|well)\s+)*(?:valued|appreciated|respected|admired)\b|(?:my|our)\s+reputation\s+(?:is|has)\b)"
)
"""How others regard me, where they are not the subject."""
SEEN_AS = re.compile(
    rf"(?i)^\s*(?:I|we)(?:'(?:m|re))?(?:\s+(?:{HELPERS}))*\s+"
    r"(?:(?:seen|regarded|considered|viewed|perceived|known|respected|trusted|admired|recogni[sz]ed|appreciated)"
    r"\s+(?:as|by|for|among|with|in|at|within)\b|(?:respected|trusted|admired|appreciated|looked up to|laughed at"
    r"|looked down on|taken seriously)\s*[.!]?$)"
)
ABOUT_US = re.compile(rf"(?i)^\s*(?!(?:I|we)\b)(?:.+\b(?:me|us)\b|{SUBJECT}\b.+\b(?:I|we|my|our)\b)")
FINITE = r"am|is|are|was|were|has|have|had|can|could|will|does|do|did|cannot|may|goes|\w+n't|\w+'(?:s|m|re|ve|ll|d)"
DECLARES = re.compile(
    rf"(?i)(?:^\s*(?:I|we|it|they|he|she|nothing|everything|nobody)\s+\w|(?<=\w\s)(?:{FINITE})\b"
    rf"|\b(?:\w+'(?:m|re|ve|s)|(?<=\s)\w+[^\Wsu]s|(?<=\s)(?!(?:speed|need|seed|feed|breed|hundred|shed)\b)\w+ed"
    rf"|(?<=\s)(?:{VERBS}|{IRREGULAR}))\b)"
)
_GERUND_SUBJECT = rf"(?:\s+[\w-]+){{0,1}}?\s+(?:{FINITE}|remains?|costs?|takes?|works?)\b"
GERUND = re.compile(rf"(?i)^\s*(?:not\s+)?(?!(?:{NO_GERUND})\b)([a-z]{{2,}}ing)\b(?!'s)(?!{_GERUND_SUBJECT})")
TO_VERB = re.compile(r"(?i)^\s*(?:not\s+)?to\s+([a-z]+)\b")
NAKED_METRIC = re.compile(
    rf"(?i)^\s*(?:the\s+)?(?:{METRICS})\s+(?:it takes|of|that|to|between|with which)\b(?!.*\b(?:is|are|was|were|has"
    r"|have|does|grows?|falls?|rises?|drops?|stays?|remains?|exceeds?|match(?:es)?|fits?|meets?|doubled|increased"
    r"|decreased)\b)"
)
IMPERATIVE = re.compile(
    r"(?i)^\s*(?:get|be|have|become|receive|avoid|ensure|make|know|feel|find|keep|gain|achieve|obtain|prevent|stay)\b"
    r"(?!-)"
)
_DETERMINERS = (
    "the|an?|my|our|your|all|any|each|every|this|these|those|it|them|up|out|down|off|whether|if|how|what|who|which|that"
    "|where|when|for|with|others?|people|several|some|two|three|enough"
)
_ACT = re.compile(
    rf"(?i)^\s*(?!(?:{NOUNS_TOO})\s+(?!(?:{_DETERMINERS})\b))(?!(?:{ATTAINING}|access)\b)(?:{VERBS}"
    rf"|{ACTS})(?=\s+(?!(?:{FINITE}|of"
    rf"|by)\b))(?!\s+(?:\w+ )?(?:comes?"
    rf"|stays?"
    r"|remains?|arrives?|suits?|grows?|goes|meets?|fits?)\b)"
)
_FINITE_VERB = re.compile(rf"(?i)\b(?:{FINITE})\b")
_CLAUSE = re.compile(r"(?i)\b(?:that|whether|if|which|what|who|how|where|when|why|until|so|because|before|after)\b")
SUBORDINATE = re.compile(
    r"(?i)\b(?:what|that|which|when|how|who|where|why|if|whether|than|as|think|thinks|believe|believes|feel|know"
    r"|knows|say|says)\b"
)
_NEGATION = re.compile(
    r"(?i)\b(?:not|never|no|cannot|without|none|nobody|nothing|neither|nor)\b|n't\b|\b(?:free|rid) (?:of|from)\b"
    r"|^\s*(?:to |I |we )?(?:avoid|prevent|stop)(?:ing|s)?\b|\b(?:is|are|been|being|be) (?:avoided|prevented|averted)\b"
    rf"|\b(?:less|fewer|reduced|lower) (?:{TROUBLES})\b|\b(?:worry|fear|struggle|suffer) less\b"
    rf"|^\s*(?:my|our) (?:\w+ )?(?:{TROUBLES})\b.* (?:gone|lower|reduced|relieved|away|over)\b"
)
_NO_NEGATION = re.compile(
    r"(?i)\b(?:not only|no matter|no doubt|or not|nothing but|no\. ?\d+|what not to|free of charge|in no time|not just"
    r"|no less|not least|can(?:'t|not) wait|couldn't be (?:more|happier)|no one but|why not|whatever may not)\b"
    r"|\b(?:confident|sure|certain|assured|reassured|convinced|satisfied|aware|knowing|know|knows|trust)"
    r"(?: in myself)?(?: that)? (?:I|we|my|our|the|it|they|no|nothing|nobody|none|others|everyone|all|there|people)\b.*"
    r"|(?<=\w )(?:who|which|whom|what|whose)(?: [\w']+){0,3}? (?:not|never|cannot|no longer|\w+n't)\b"
    r"|(?<!say )(?<!says )(?<!think )(?<!thinks )(?<!see )(?<!sees )(?<!feel )(?<!believe )(?<!believes )(?<!is )"
    r"(?<!know )(?<!notice )\bthat (?:is|are|was|were|has|have|do|does|did|can|will)(?: not|n't)\b"
)


def is_english(language: str) -> bool:
    """Whether a language code means English, the only language whose grammar the rules know."""
    return language.split("-")[0] == "en"


def is_key(statement: str) -> bool:
    """Whether the statement begins as a key outcome does, with a direction such as Minimize."""
    return bool(DIRECTION.search(statement))


def is_end_state(statement: str) -> bool:
    """Whether the statement can be an end state: it begins neither with to + verb, nor with -ing, nor an imperative."""
    text = straight(statement)
    return not any(opening.search(text) for opening in (TO_VERB, GERUND, IMPERATIVE)) and act(text) is None


def act(text: str) -> re.Match[str] | None:
    """Return the verb of an imperative, as in “Check that the lid is shut”: no verb is left outside its clauses."""
    found = _ACT.search(text)
    rest = _CLAUSE.split(text[found.end() :], maxsplit=1)[0] if found else ""
    return None if _FINITE_VERB.search(rest) else found


@lru_cache(maxsize=4096)  # most rules ask, and each suggestion asks again
def dimension_by_grammar(statement: str) -> Dimension | None:
    """Return the dimension that the statement is worded for, None if it is not worded as a success outcome."""
    text = straight(statement)
    if is_key(text) or NAKED_METRIC.search(text) or not is_end_state(text):
        return None
    if any(opening.search(text) for opening in (FEEL, FEELING_STATE, BELIEF)):
        return "emotional"
    if any(cue.search(text) for cue in (OTHERS_THINK, SEEN_AS, _ATTITUDE, _REGARD)):
        return "social"
    return "functional" if DECLARES.search(text) else None


def is_avoid(statement: str) -> bool:
    """Whether the statement contains a negation, as one about something bad that does not happen."""
    return bool(_NEGATION.search(_NO_NEGATION.sub(" ", straight(statement))))
