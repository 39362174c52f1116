"""The rule about circumstances: a device, place, season, persona or budget within a statement."""

import re
from collections.abc import Iterator

from jtbd_core.study.wording.subject import Remark, Subject, masked, rewritten

_PERSONS = (
    "beginners|novices|experts|seniors|children|kids|students|busy (?:people|parents|professionals)"
    "|small (?:businesses|firms)"
    "|first-time (?:users|buyers)|newcomers|professionals|power users|older people|young people|teenagers|parents"
    "|freelancers"
)
_CIRCUMSTANCE = re.compile(
    r"(?i)\b(?:on (?:my|our|a|an|the) (?:(?:mobile|smart|work|small|cell) ?)?"
    r"(?:phone|mobile|smartphone|tablet|laptop|computer|pc|desktop|tv|train|bus|plane|road)"
    r"|on (?:a )?mobile(?: devices?)?"
    rf"|for (?:{_PERSONS})"
    r"|during (?:the |my |our )?(?:holidays?|holiday season|vacations?|winter|summer|spring|autumn|rush hours?"
    r"|peak (?:season|hours?|times?)"
    r"|christmas|weekends?|weekdays?|lunch(?: break)?|pandemic|week|night|day|commute|travel|exam(?:s| season)"
    r"|harvest)"
    r"|in (?:the )?(?:winter|summer|spring|autumn|morning|evening|afternoon|rain|snow|dark|car|kitchen|office|city"
    r"|countryside)"
    r"|in (?:bad|cold|hot|wet|rainy) weather|in a (?:noisy|crowded|dark|small) \w+"
    r"|at (?:home|night|school|university|the (?:office|airport|gym|station|weekend)|weekends|christmas)"
    r"|on (?:weekends|weekdays|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|holidays?"
    r"|vacation)"
    r"|while (?:I am |I'm |we are )?(?:driving|commuting|travell?ing|cooking|walking|running|jogging|cycling"
    r"|working out|abroad)"
    r"|(?:when|while) (?:I am|I'm|we are|we're) (?:in a hurry|abroad|tired|travell?ing|on the (?:move|go|road)"
    r"|at home|away|busy|alone|new)"
    r"|on the (?:go|move)|abroad|on an? (?:tight|small|limited|low|shoestring|student) budget"
    r"|without (?:an? )?(?:internet|wi-?fi|network|mobile)(?: connection| access)?|with (?:a )?(?:slow|bad"
    r"|poor) (?:internet|connection|network))\b"
)
_AT_HOME = re.compile(
    r"(?i)\b(?:feel|felt|feels)\b[\w\s']*\bat home\b|\bthe (?:people|colleagues|others) at home\b|\bas (?:if"
    r"|though)\b.*"
)
_PLACE_OR_HOUR = re.compile(
    r"(?i)(?:abroad|(?:at|in) .*|on (?:a|an|the) (?:train|bus|plane|road)|.*\b(?:abroad|at home|away|alone))"
)
"""Where or when something happens may be what matters: “The streets are lit at night”."""
_LOOSE = re.compile(
    r"(?i)in (?:the )?(?:winter|summer|spring|autumn|rain|snow)|in \w+ weather|at (?:weekends|christmas)"
)
_GOVERNED = re.compile(
    r"(?i)(?:\b(?:spend|spent|spends|spending|wast(?:e|es|ed|ing))\b"
    r"(?: (?!(?:with|in|at|by|to|that) )[\w'-]+){0,7} (?=on )"
    r"|\b(?:depend|rely|relie|count|focus|concentrat|insist|agree|decid|comment|report|bas|touch)\w* (?=on )"
    r"|\b(?:car(?:e|es|ed|ing)|wait\w*|look\w*|ask\w*|pa(?:y|ys|id|ying)|time|room|respect|responsib\w+) (?=for )"
    r"|\b(?:look\w*|aim\w*|laugh\w*|arriv\w*) (?=at ))"
)
"""A verb or noun before the phrase that needs it: “spends its time on holidays”, “cares for children”."""
_WITHIN_CLAUSE = re.compile(
    r"(?i)\b(?:of|from|without|by) \w+ing\b[^,]*$|\b(?:that|which|who|where|when)\b[^,]*$|^\w+ing\b[^,]*$"
    r"|\b(?:number|amount|share|likelihood|frequency) of (?:\w+ )?\w+s (?:I|we|they|you|people|\w+s) [^,]*$"
)
"""An act or a thing that the phrase may tell from others: “the likelihood of slipping out”, “calls that I get”."""
_PERSONA_OPENING = re.compile(r"(?i)^\s*as an? [\w -]{2,30},\s*")


def circumstance_baked_in(subject: Subject) -> Iterator[Remark]:
    """L03: a device, place, season, persona or budget narrows the statement to some respondents."""
    if subject.outcome is None:
        return  # a job may carry a clarifier, as in “Listen to music while on the go”
    text = masked(subject.text, _AT_HOME)
    for found in (*_CIRCUMSTANCE.finditer(text), *_PERSONA_OPENING.finditer(text)):
        if found[0].lower() in subject.job.lower():
            continue
        if not any(one.end() == found.start() for one in _GOVERNED.finditer(text)):
            yield _circumstance(subject, found)


def _circumstance(subject: Subject, found: re.Match[str]) -> Remark:
    """Return the remark about a circumstance, with a suggestion where the statement says the same without it."""
    words, left = found[0].strip(), rewritten(subject.statement, found.span())
    is_place = bool(_PLACE_OR_HOUR.fullmatch(words)) and not _LOOSE.fullmatch(words)
    if is_place or _WITHIN_CLAUSE.search(subject.text[: found.start()]):
        why = f"“{words}” may be a circumstance: if it is not the point, leave it out and ask for it in a question."
        return Remark(found.span(), why)
    why = f"“{words}” is a circumstance: leave it out here, and ask for it in a question of its own."
    return Remark(found.span(), why, suggestion=left if len(left.split()) >= 3 else None)
