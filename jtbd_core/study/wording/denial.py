"""What a negation denies: a bad thing, as an outcome to avoid should, or a good one, which is the bad thing itself."""

import re

from jtbd_core.study.wording.negation import NEGATION
from jtbd_core.study.wording.subject import straight
from jtbd_core.study.wording.vocabulary import TROUBLES

_BAD = re.compile(
    rf"(?i)\b(?:{TROUBLES}|(?:un|mis|over|dis)(?!derst|cuss|tribut|play|til|less|der|ion|it)\w{{3,}}|bad|badly|wrong|worse"
    r"|sick|ill|late|die[sd]?|dead|death|hungry|thirsty|cold|dirty|angry|alone|behind|twice|again|stuck|hidden|empty"
    r"|lost|loses?|missing|miss(?:es|ed)?|forg[eo]t\w*|left (?:out|behind|alone|over)|wait(?:s|ed|ing)?|waste[sd]?"
    r"|hurts?|injur\w+|harm\w*|damag\w+|brok?e\w*|breaks?|spoil\w*|burn\w*|stol\w+|steal\w*|fails?|failed|errs?"
    r"|complain\w*|sue[sd]?|suing|bother\w*|disturb\w*|annoy\w*|exclud\w+|ignor\w+|bull(?:y|ies|ied)|cheat\w*|lie[sd]?"
    r"|falls?|fell|fallen|slips?|slipped|trips|tripped|leaks?|leaked|crash\w*|suffer\w*|argu\w+|fights?|quarrel\w*"
    r"|disput\w*|duplicat\w*|interrupt\w*|cancel\w*|block\w*|expir\w*|owes?|owed|debt|fine[sd]|punish\w*|shout\w*|quits?"
    r"|resign\w*|contest\w*|reject\w*|refus\w*|doubt\w*|blam\w+|accus\w*|danger\w*|threat\w*|surpris\w*|trouble\w*"
    r"|stain\w*|smell\w*|bleed\w*|cr(?:y|ies|ied)|panic\w*|run(?:s|ning)? (?:away|out|over)|ran (?:away|out|over)"
    r"|poison\w*|infect\w*|rots?|rotten|mou?ld\w*|flood\w*|fires?|drops?|dropped|delay\w*|get(?:s|ting)? (?:hurt|lost)"
    r"|leaves? (?:early|hungry|angry|unhappy|us|me|the)|laugh\w*|judg\w*|cheap|stingy|careless|lazy|stupid|weak|ashamed"
    r"|troubl\w*|excuse\w*|scratch\w*|tear[s]?|torn|spill\w*|steals?|robb\w*|lack\w*|faults?|left (?:the|our|my|us)"
    r"|neglect\w*|gossip\w*|tainted)\b"
)
_GOOD = re.compile(
    r"(?i)(?:comes?|arrives?|pays?|listens?|wants?|works?|helps?|answers?|knows?|understands?|responds?|agrees?|gets?"
    r"|receives?|has|have|shows? up|turns? up|takes? part|participates?|attends?|cares?|sees?|reads?|trusts?|likes?"
    r"|(?:is|are) (?:ready|available|enough|on time|allowed|able|willing|clear|clean|safe|there|here|paid|done|finished"
    r"|insured|included|informed|prepared|heard|seen|respected|supported|asked|consulted|told|trained|served|covered"
    r"|registered|booked|answered|found|open|fed|trusted|respected))\b"
)
_NOBODY = re.compile(r"(?i)^\s*(?:nobody|no[ -]?one|none|nothing|no(?= \w)|never|neither)\b")
_NOT = re.compile(
    r"(?i)\b(?:do not|does not|did not|don't|doesn't|didn't|cannot|can't|(?P<be>is|are|isn't|aren't)(?: not)?)"
    r"(?<=t) (?=\w)"
)


def denies_good(statement: str) -> bool:
    """Whether a denial may be the bad thing itself: “Nobody wants to help”, “The members do not pay”.

    What begins with “nobody”, “no” or “nothing” may, unless a bad thing is denied; elsewhere only a good thing tells.
    """
    text = straight(statement)
    if opening := _NOBODY.match(text):
        return not _BAD.search(text, opening.end()) and not NEGATION.search(text, opening.end())
    denied = _NOT.search(text)
    if denied is None or re.match(r"(?i)\s*(?:I|we)\b", text) or _BAD.search(text):
        return False
    verb = "is " if denied["be"] else ""
    return bool(_GOOD.match(f"{verb}{text[denied.end() :]}"))
