"""Classification of a statement by its English grammar: key outcome, end state, dimension."""

import re
from functools import lru_cache

from jtbd_core.study.study import Dimension
from jtbd_core.study.wording.clause import ADVERB, CLAUSE, FINITE, main_clause
from jtbd_core.study.wording.cue_words import ACTS, ATTAINING, NOUNS_TOO
from jtbd_core.study.wording.subject import straight
from jtbd_core.study.wording.vocabulary import ATTITUDES_TO, FEELINGS, IRREGULAR, NO_GERUND, PEOPLE, VERBS

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
DIRECTION = re.compile(rf"(?i)^\s*(?:{ADVERB}\s+)?(?:(minimi[sz]e|increase)|({LESS})|({MORE}))\b")
_AMOUNTS = (
    "differences?|gap|deviations?|discrepanc(?:y|ies)|need|loss|waste|damage|disruption|exposure|consumption"
    "|dependenc(?:e|y|ies)|hours|minutes|days|weeks|money"
    "|impact|occurrences?|incidence|spread|odds|space|energy|noise|wear|strain|pain|use|delay|interruptions?|turnover"
    "|steps|periods?|backlog|downtime"
    "|churn"
)
_MEASURED = (
    rf"(?:[\w'’-]+\s+){{0,2}}?(?:(?:{METRICS})\b|(?:{_AMOUNTS})\s+"
    r"(?:of|to|in|between|from|caused|on|for|that|with|among|during|when|while|due|at|by|per|over|under"
    r"|spent|lost|wasted)\b"
    r"|uncertainty\s+about\s+(?:whether|if|who|which|what|when|where|how|why)\b)"
)
KEY = re.compile(rf"(?i)^\s*(?:{ADVERB}\s+)?(?:minimi[sz]e|increase)\s+(?:the|my|our)\s+{_MEASURED}")
HOW_MUCH = r"how\s+(?:often|long|many|much(?=\s+(?:time|money|effort|waste|work|of)\b)|far)\b"
MEASURED = re.compile(rf"(?i){DIRECTION.pattern[4:]}\s+(?:{HOW_MUCH}|(?:(?:the|my|our)\s+)?{_MEASURED})")
"""As `KEY`, with another verb for the direction, without an article, or with a measure as in “how often”."""

HELPERS = (
    r"do|don't|am|are|have|haven't|not|never|no|longer|always|still|also|can|can't|cannot|already|rarely"
    r"|did|didn't|will|won't|aren't|just|now|often|been|once|again|usually|seldom|sometimes|\w+ly"
)
_FEEL = "feel|felt|feeling|worry|fear|dread|regret|enjoy|enjoyed|regretted|feared|worried about"
"""“I do not worry …” says how the person feels, too."""
_GET_TO = "get to|come to|begin to|begun to|start to|started to|continue to|keep|kept|manage to|learn to|learned to"
FEEL = re.compile(
    rf"(?i)^\s*(?:(?:my|our) \w+ and )?(?:I|we)(?:'(?:m|re|ve|ll))?(?:\s+(?:{HELPERS}|{_GET_TO}))*\s+(?:{_FEEL})\b"
)
FEELING_STATE = re.compile(
    rf"(?i)^\s*(?:I|we)(?:'(?:m|re)|\s+(?:am|are|(was|were)|remain|stay))((?:\s+(?:not|never|no longer|always))?)"
    rf"\s+((?:(?:very|more|less|so|too|quite|\w+ly)\s+)?(?:{FEELINGS}))\b"
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
OTHERS_SAY = re.compile(
    rf"(?i)^\s*(?!(?:I|we)\b){SUBJECT}(?:\s+(?:{HELPERS}|does|doesn't))*\s+(?:think|believe|say|know|find|assume)s?\b"
)
"""Others think or say something, of whomever."""
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
DECLARES = re.compile(
    rf"(?i)(?:^\s*(?:I|we|it|they|he|she|nothing|everything|nobody)\s+\w|(?<=\w\s)(?:{FINITE})\b"
    rf"|\b(?:\w+'(?:m|re|ve|s)|(?<=\s)\w+[^\Wsu]s|(?<=\s)(?!(?:speed|need|seed|feed|breed|hundred|shed)\b)\w+ed"
    rf"|(?<=\s)(?:{VERBS}|{IRREGULAR}))\b)"
)
_OF_MIND = r"(?:know|feel|be|believ|think|see|ensur|mak|hop|realiz|realis|understand|notic)ing\b"
_GERUND_VERBS = (
    rf"{FINITE}|makes?|made|gives?|gave|costs|takes|took|works|remains|helps|helped|keeps|kept|brings|brought|leaves"
    r"|left|felt|feels|seems|becomes|became|requires|needs|happens|shows|proves|means|saves|creates|protects"
    r"|prevents|reduces|increases|changes|earns|signals|tells|calms|relaxes|bores|worries|stresses|comforts|inspires"
    r"|excites|frightens|scares|bothers|improves|improved|allows"
    r"|lets"
)
GERUND = re.compile(
    rf"(?i)^\s*(?:not\s+)?(?!(?:{NO_GERUND})\b)(?!{_OF_MIND}(?:\s+[\w-]+)?\s+(?:{FINITE}|remains?|costs?|takes?"
    rf"|works?)\b)"
    rf"(?!{_OF_MIND}[^,]*\s(?:makes?|made|gives?|gave|helps?|helped|does not|doesn't|no longer)\s)"
    rf"(?!(?!{_OF_MIND})\w+(?:\s+(?!{CLAUSE.pattern[4:]})[\w'-]+)*?\s+(?:{_GERUND_VERBS})\b)([a-z]{{2,}}ing)\b(?!'s)"
)
"""An activity such as “Getting promoted”, but not the subject of a sentence, as in “Getting there is safe”."""
TO_VERB = re.compile(r"(?i)^\s*(?:not\s+)?to\s+([a-z]+)\b")
NAKED_METRIC = re.compile(
    rf"(?i)^\s*(?:the\s+)?(?:{METRICS})\s+(?:it takes|of|that|to|between|with which)\b(?!.*\b(?:is|are|was|were|has"
    r"|have|does|grows?|falls?|rises?|drops?|stays?|remains?|exceeds?|match(?:es)?|fits?|meets?|doubled|increased"
    r"|decreased)\b)"
)
IMPERATIVE = re.compile(
    r"(?i)^\s*(?:(?:not|never)\s+)?(?:look|appear|impress|worry|get|be|have|become|receive|avoid|ensure|make|know"
    r"|feel|find|keep|gain|achieve|obtain|prevent|stay)\b"
    r"(?!-)"
)
_DETERMINERS = (
    "the|an?|my|our|your|all|any|each|every|this|these|those|it|them|up|out|down|off|whether|if|how|what|who|which|that"
    "|where|when|for|with|others?|people|several|some|two|three|enough"
)
_ACT = re.compile(
    rf"(?i)^\s*(?:{ADVERB}\s+)?(?!(?:{NOUNS_TOO})\s+(?!(?:{_DETERMINERS})\b))(?!(?:{ATTAINING}|access)\b)(?:{VERBS}"
    rf"|{ACTS})(?=\s+(?!(?:{FINITE}|of"
    rf"|by)\b))(?!\s+(?:\w+ )?(?:comes?"
    rf"|stays?"
    r"|remains?|arrives?|suits?|grows?|goes|meets?|fits?)\b)"
)
_FINITE_VERB = re.compile(rf"(?i)\b(?:{FINITE})\b")
SUBORDINATE = re.compile(
    r"(?i)\b(?:what|that|which|when|how|who|where|why|if|whether|than|as|think|thinks|believe|believes|feel|know"
    r"|knows|say|says)\b"
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
    rest = CLAUSE.split(text[found.end() :], maxsplit=1)[0] if found else ""
    return None if _FINITE_VERB.search(rest) else found


@lru_cache(maxsize=4096)  # most rules ask, and each suggestion asks again
def dimension_by_grammar(statement: str) -> Dimension | None:
    """Return the dimension that the statement is worded for, None if it is not worded as a success outcome."""
    text = main_clause(straight(statement))
    if is_key(text) or NAKED_METRIC.search(text) or not is_end_state(text):
        return None
    if any(opening.search(text) for opening in (FEEL, FEELING_STATE, BELIEF)):
        return "emotional"
    if any(cue.search(text) for cue in (OTHERS_THINK, SEEN_AS, _ATTITUDE, _REGARD)):
        return "social"
    return "functional" if DECLARES.search(text) else None
