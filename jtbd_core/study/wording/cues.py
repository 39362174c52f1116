"""Cues in English by which the meaning of a statement is told, whatever its grammar: wishes, gerunds, bare nouns."""

import re

from jtbd_core.study.wording.clause import ADVERB
from jtbd_core.study.wording.cue_words import (
    AFFECTS,
    ATTAINING,
    ATTITUDES,
    EMOTIONS,
    JUDGED,
    LOOKS,
    MOODS,
    ORGANIZATIONS,
    OWN,
    PERSONS,
    SEEN_WORDS,
    THINGS,
)
from jtbd_core.study.wording.grammar import HELPERS, METRICS, SUBJECT
from jtbd_core.study.wording.vocabulary import FEELINGS, PEOPLE


def _any(*cues: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{cue})" for cue in cues), re.IGNORECASE)


_DO = rf"(?:(?:{HELPERS}|to|does|doesn't|don't|would|should|must|might|may|tends? to|seems? to|\w+ly) )*"
_SO = (
    r"(?:(?:not|never|no longer|always|as|too|a|more|less|very|so|truly|highly|well|widely|better|often|quite|\w+ly) )*"
)
_SELF = r"(?:I|we|one|you)(?:'(?:m|re|ve|ll|d))?"
LEAD = re.compile(
    rf"(?i)^\s*(?:(?:so )?that )?(?:(?:I|we|they|{PERSONS})(?:'d| \w+| do not| don't)? (?:(?:want|wants|need|needs|wish"
    r"|would like|would love|like|love|prefer|hope|aim|try) (?:to|that)|(?:want|wants|need|needs|wish|(?<='d )like"
    r"|would like))\s+|(?:(?:be|being|am|are|I am|I'm|we are|we're) )?"
    r"able to\s+|(?:I|we) can\s+|(?:help|make|ensure|makes?) (?:me|us)\s+)?(?:to\s+)?"
)
_BARE = (
    r"(?:(?:not|do not|don't|never|no longer|always|avoid|avoiding|stop|without|to|have|having|from|prevent|still) )*"
)
_WHO = rf"^(?:{_SELF} {_DO}|{_BARE})"
_BE = (
    r"(?:am|are|is|was|were|be|been|being|become|becoming|became|get|got|gotten|getting|stay|staying|remain"
    r"|remaining|keep"
    r"|keeping|feel|felt|feeling)"
)
_AM = rf"^(?:(?:I'm|we're|you're) |(?:{_SELF} {_DO}|{_BARE}){_BE} |{_BARE[:-1]}+){_SO}"
_FEELINGS = f"(?:{FEELINGS}|{MOODS})"
_OF_ME = r"(?:me|us|my|our|I|we|myself|ourselves|I'm|we're|I've|we've)\b"
_OTHERS = (
    rf"(?:{SUBJECT}|(?!(?:\w+ ){{1,2}}(?:{THINGS})\b)(?:other|the|my|our|most|all|many|some|no|those"
    rf"|any)(?: [\w-]+){{1,2}}|{PERSONS})"
    r"(?: (?:who|that|I|we|at|in|around|with|of|on|from|outside|next)(?: [\w']+){1,4}?)?"
)
_SOMEBODY = (
    r"(?:my|our|the|others?|other|people|friends|peers|colleagues|guests|them|everyone|anyone|somebody|strangers)\b"
)
_THINK = "think|see|view|perceive|regard|judge|look|believe|notice|respect|admire|like|envy|feel|proud|jealous"
_CERTAIN = r"(?:know|(?:am|are|'m|'re) (?:\w+ )?(?:sure|certain|aware|convinced|confident))"

FEELING = _any(
    rf"{_WHO}(?:can |and |relax )*(?:feel|feels|feeling|felt|worry|worrying|fear|fearing|enjoy|enjoying|regret|dread"
    r"|look(?:ing)? forward|(?:have|having) fun)\b",
    rf"^{_SELF} {_DO}(?:love|hate|trust|doubt|like|take (?:pride|pleasure|comfort))\b",
    rf"^{_SELF} {_DO}(?:see|think of|view|regard|consider|perceive) (?:myself|ourselves)\b",
    rf"{_AM}{_FEELINGS}\b",
    rf"^(?:less |more |no |not |never |fully |completely )?{_FEELINGS}\b(?! (?:\w+ )?(?:is|are|has|have)\b)",
    r"^(?:(?:my|our|a|an|the|less|more|no|any|great|greater|full|own|some|increased|reduced|lower|higher|have|having"
    r"|has"
    r"|had|got|gain|gained|get|achieve|experience|build|boost|increase|reduce|improve|decrease|minimi[sz]e|relieve"
    r"|maintain|develop|lose|losing|lost|finding|keeping|avoid|avoiding|prevent|stop|overcome|eliminate|find|bring"
    r"|deep|level|of|feeling|constant"
    r"|new"
    rf"|{_SELF}|{HELPERS}) )*(?:(?:{EMOTIONS})\b(?=\W*$|[,.;:]| (?:in|about|of|that|to|from|when|while"
    r"|with|for|at|over|by|as|on|during|after|before|around|because|caused|has|have|is|are|and|or|levels?|I|we)\b)"
    r"|(?:sense|feelings?) of\b)",
    rf"^[^,]*\b(?:{AFFECTS}) (?:me|us)\b",
    r"^it feels?\b",
    rf"\b(?:caus|affect|impact|hurt|harm|ruin|damag|rais|lift|boost|spoil)(?:e|es|ed|s)? (?:me|my|us|our) (?:\w+ )?"
    rf"(?:{EMOTIONS})\b|\b(?:gives?|gave) (?:me|us) (?:a |the )?(?:\w+ )?(?:feeling|sense) of\b",
    r"\b(?:people|someone|somebody|friends|those|others|place|places|anyone) (?:(?:to|with) whom |whom |that "
    r"|where )?(?:I|we) (?:do not |don't )?feel\b",
    rf"^{_SELF} {_DO}find (?:(?:my|our|the|that|life|living|being)\b.*|it) (?:{JUDGED})\b",
    r"^[^,]*\b(?:makes?|making|made|leaves?|left|gives?|gave|giving|keeps?|kept|puts?|brings?|brought|fills?) (?:me|us"
    r"|my mind)(?: \w+)? "
    rf"(?:feel|{_FEELINGS}|(?:with |a |the |great )*(?:{EMOTIONS}))\b|\bmy (?:mind|conscience) (?:is|at)\b",
)
OPINION = _any(
    rf"{_AM}(?:{SEEN_WORDS})\b",
    rf"^(?:my|our|the)(?: [\w-]+)? (?:{ORGANIZATIONS}|{OWN})(?: and [\w-]+)? {_DO}(?:{_BE} )+{_SO}(?:{SEEN_WORDS})\b",
    rf"{_WHO}(?:look|looking|looks|appear|appearing|seem|seeming|come across|coming across|sound|sounding|present"
    rf" (?:myself|ourselves))(?: [\w-]+){{0,4}}? (?:to|in front of|in the eyes of|among|for|as if|by) {_SOMEBODY}",
    rf"{_WHO}(?:look|looking|appear|appearing|seem|seeming|come across|coming across|sound|sounding)(?: (?:as|like|an?"
    rf"|being|be|to be|more|less|very|so|too|the))* (?:{LOOKS})\b",
    r"\b(?:my|our|good|strong|positive|negative|bad|social|personal|professional|family) (?:\w+ )?(?:reputation|status"
    r"|prestige|standing|good name|image)\b(?! (?:of|message|quality|file|is sharp))|\b(?:an? )?image of (?:success"
    r"|\w+ness)"
    r"|^(?:social \w+|status|prestige|good reputation|reputation|recognition|acceptance|admiration|respect)\b",
    rf"\bimpress(?:ion)?\b(?: on)? {_SOMEBODY}|\b(?:role model|example (?:to|for)|show off|lose face|save face|fit in"
    r"|stand out (?:from|among|as)|bragging|bragging rights)\b",
    r"^(?:\w+ ){0,4}?(?:respect|admiration|approval|recognition|appreciation|praise|acceptance|esteem|envy|compliments?"
    r"|credit|trust|acknowledge?ment|disapproval|criticism|ridicule|judge?ment|confidence|goodwill|attention)"
    rf" (?:of|from|by|among|in the eyes of) (?:{_SOMEBODY}|society|customers|clients|management|parents|family)",
    rf"^(?:I|we|my|our)\b.*\b(?:matters?|means? (?:a lot|so much|something)|(?:important|special|precious"
    rf"|valuable) (?=to|for)"
    rf"|source of \w+) ?(?:to|for) {SUBJECT}",
    rf"\b(?:makes?|making|made|lets?|gets?|causes?|leads?) {SUBJECT} (?:to )?(?:{_THINK})\b.*\b(?:{_OF_ME}|you\b)",
    rf"^(?!{_SELF} {_DO}(?:know|understand|care|hear|learn))(?:.*\b)?(?:how|what|the way) {SUBJECT} (?:{_THINK})s?"
    r" (?:(?:of|about|at) )?(?:me|us|you)\b",
    rf"^(?:my|our) (?:{OWN}) {_DO}(?:seems? to )?(?:count|matter)s?\b|^(?:my|our|the) (?:\w+ )?(?:{PEOPLE}) (?:is"
    rf"|are|was|were) (?:\w+ )?impressed\b",
    r"\b(?:gives?|gave|earns?|earned|brings?|wins?) (?:me|us) (?:\w+ )?(?:status|prestige|credibility|recognition"
    r"|respect|standing|admiration)\b",
    rf"\b(?:shows?|showing|proves?|signals?|tells?|demonstrates?) {SUBJECT} (?:that|how|what|who) (?:{_OF_ME})",
    rf"^I am (?:not )?(?:the |an? )?(?:only )?(?:person|one|someone|somebody) (?:(?:who|whom|that) )?{SUBJECT}\b",
    r"\b(?:makes?|making|made|lets?) (?:me|us) (?:look|seem|appear|stand out)\b",
    rf"\b(?:attractive|appealing|credible|visible|interesting|a burden|an inspiration|inconvenient"
    rf"|useful) to {_SOMEBODY}",
    rf"\bembarrass(?:ed|ing)? (?:myself |ourselves |me |us )?(?:in front of|among)\b|\bin front of {_SOMEBODY}",
    rf"^(?:that )?{_OTHERS} {_DO}(?:{_BE} )?{_SO}(?=.*\b{_OF_ME})(?:{ATTITUDES})\b",
    rf"{_WHO}(?:show|prove|demonstrate|signal|display|make)(?:ing)? (?:to )?{_SOMEBODY}.*\b(?:{_OF_ME}|proud|jealous"
    rf"|envious)",
    rf"^(?:avoid|prevent|stop|keep|not have|avoid having) {_SOMEBODY}.*(?:think|see|judg|look|notic|laugh|believ"
    rf"|assum|perceiv)",
    rf"^(?:that )?{SUBJECT}.* (?:(?:think|believe|say|feel|agree|reali[sz]e|assume|notice|find|see"
    rf"|know)s?(?: that)? (?:I|we"
    rf"|I'm|we're|I've|we've|(?:my|our) [\w -]+ (?:is|are|has|have))\b|(?:consider|view|perceive|find"
    rf"|think of)s? (?:me|us)\b)",
)
MEASURE = _any(
    rf"^(?:{ADVERB} )?(?:minimi[sz](?:e|ing)|maximi[sz](?:e|ing)|optimi[sz](?:e|ing)|increas(?:e|ing)|decreas(?:e"
    rf"|ing)|reduc(?:e|ing)"
    r"|lower(?:ing)?|lessen(?:ing)?|shorten(?:ing)?|limit(?:ing)?"
    r"|improv(?:e|ing)|boost(?:ing)?|enhanc(?:e|ing)|grow the|eliminat(?:e|ing)|speed(?:ing)? up|accelerat(?:e|ing)"
    r"|save|saving|spend(?:ing)? (?:less|more|fewer))\b (?!(?:is|are|has|have|through|into|off|up|across)\b)",
    rf"^(?:cut(?:ting)?(?: down)?(?: on)?|rais(?:e|ing))\b (?:(?:the|my|our) )?(?:[\w-]+ ){{0,2}}?(?:{METRICS}|time"
    rf"|money|costs?|waste|delays?|spending"
    r"|expenses|errors|mistakes|consumption)\b",
    r"^(?:I|we) (?:minimi[sz]e|spend less|spend fewer|save (?:time|effort|money)|need less|need fewer|waste less"
    r"|waste no)\b",
    rf"^(?:the )?(?:{METRICS}) (?:it takes|of|that|to|spent|needed|required|between|taken)\b.* (?:is|are|has been"
    r"|have been) (?:as )?(?:minimi[sz]ed|reduced|low|lower|short|shorter|small|decreased|increased|maximi[sz]ed|high"
    r"|higher|kept|limited|cut)\b",
    r"^(?:less|fewer|shorter|lower|faster|quicker|little|minimal|minimum|reduced|more) (?:time|effort|money|costs?"
    r"|steps"
    r"|errors|mistakes|waste|work|clicks|risk|delays?|waiting|attempts|variation|downtime|interruptions|rework)\b",
    r"^(?:it|this) takes (?:me |us )?(?:less|fewer|little|no|as little|only|minimal)\b",
)
THEY_FEEL = _any(
    rf"^(?:the |all |every |each )?(?:{PERSONS}) {_DO}(?:feels?|felt|worry|worries|enjoys?|{_BE} {_SO}{_FEELINGS})\b"
    rf"(?!.*\b{_OF_ME})"
)
BELIEVED = re.compile(
    rf"(?i)^{_SELF} {_DO}(?:{_CERTAIN}|believe|think|sense|suspect|have the impression)\s+(?:that )?(?=.)"
)
NAMED_METRIC = re.compile(rf"(?i)^\w+ (?:up )?(?:the|any|a)?\s*(?:\w+ )?(?:{METRICS})\b")
LESS_FEELING = re.compile(rf"(?i)^\w+ (?:(?:the|my|our|any|feelings? of|level of|amount of) )*(?:{EMOTIONS})\b")
ABLE = re.compile(r"(?i)^\s*(?:(?:I|we) can|.{0,8}able to|(?:help|make|ensure)s? (?:me|us))\b")
THIN = re.compile(
    r"(?i)^(?:improve|improving|boost|boosting|enhance|enhancing|optimi[sz]e|maximi[sz]e|grow"
    r"|increase)(?: [\w-]+){1,2}\W*$"
    r"|^lower [\w-]+\W*$"
)
"""A direction for something that is not measured, without a word more, as in “Improve hiring”."""
STATE = re.compile(
    rf"(?i)^(?:(?:to|not|never|no longer|without|always) )*(?:{ATTAINING}|being|becoming|having|owning|knowing|living"
    r"|belonging|avoiding|losing|getting|passing|qualifying|sleeping|earning|winning|gaining|achieving|receiving"
    r"|retaining)\b(?! (?:is|are|was|were)\b)"
)
"""A state worded as an act, as in “Be promoted”, “Getting paid”."""
