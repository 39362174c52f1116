"""The main clause of a statement, without what leads it, and whether it is a sentence that can be true or false."""

import re
from functools import lru_cache

from jtbd_core.study.wording.cue_words import ACTS, NOUNS_TOO, PERSONS
from jtbd_core.study.wording.vocabulary import IRREGULAR, PEOPLE, VERBS

FINITE = r"am|is|are|was|were|has|have|had|can|could|will|does|do|did|cannot|may|goes|\w+n't|\w+'(?:s|m|re|ve|ll|d)"
CLAUSE = re.compile(r"(?i)\b(?:that|whether|if|which|what|who|how|where|when|why|until|so|because|before|after)\b")
ADVERB = r"(?!(?:family|families|reply|supply|july|early|only|daily|weekly|monthly|yearly|apply|rely|italy)\b)\w+ly"
_OPENERS = (
    "in|on|at|during|after|before|when|whenever|while|over|for|since|throughout|as|if|by|with|without|because|thanks to"
    "|due to|despite|until|once|although|even|within|from|through|under|among|around|most|many|some|all|every|each"
    "|these|this|nowadays|today|now|lately|recently|currently|overall|often|sometimes|usually|always|still|too|so|and"
    r"|but|however|\w+ly"
)
_OF_PERSON = r"(?:I|we)\b(?:'(?:m|re|ve|ll|d))?"
_LEADING = re.compile(
    rf"(?i)^\s*(?:(?:{_OPENERS})\b[^,;.]{{0,90}}, (?:(?:and|so|then) )?(?=\w+ \w)"
    rf"|(?:most|some|many|all|every|each|after|before|during|at|in|on|over|for|since|nowadays|today|now|often|usually"
    rf"|sometimes|generally|overall)\b(?: (?!(?:I|we|and|or|that|who)\b)[\w'()-]+){{0,6}} (?={_OF_PERSON} \w)"
    rf"|(?:when|whenever|while|if|once|after|before|as|with"
    rf"|because|since|now that|wherever)\b[^,]{{1,60}}? (?={_OF_PERSON} (?:\w+ ){{0,2}}?(?:feel|felt)\b))"
)
_PLURALS = "children|people|men|women|staff|police|everything|something|anything|nothing|parents-in-law"
_SUBJECT = re.compile(
    rf"(?i)^\s*(?:the|an?|my|our|your|his|her|their|its|this|that|these|those|all|most|many|some|few|several|each|every"
    rf"|both|none|one|another|any|at least|there|I|we|you|he|she|it|they|what|who|how|where|whatever|nobody|no-?one"
    rf"|everyone|everybody|somebody|someone|anyone|others|other|\d+|two|three|four|five|{_PLURALS}"
    rf"|I'\w+|we'\w+|it's|there's|they're|(?:{PERSONS}|{PEOPLE})(?= )|\w{{2,}}[^\Wsui]s(?= ))\b"
)
_VERB = re.compile(
    rf"(?i)(?:(?<=\w\s)(?:{FINITE})\b(?!'s)|\b(?:\w+'(?:m|re|ve|d|ll)|(?:it|that|there|he|she|who|everything)'s"
    rf"|(?<=\s)\w+[^\Wsu]s|(?<=\s)(?!(?:speed|need|seed|feed|breed|hundred|shed)\b)\w+ed"
    rf"|(?<=\s)(?:{VERBS}|{ACTS}|{IRREGULAR}))\b|^\s*(?:I|we|it|they|he|she|nothing|everything|nobody) \w)"
)
_STRICT = re.compile(
    rf"(?i)(?<=\w\s)(?!\w+'s)(?:{FINITE})\b(?!')|(?<=\s)(?:(?:{VERBS})e?s|cost|costs|{IRREGULAR})\b(?= \w)"
)
_THIRD_PERSON = re.compile(
    rf"(?i)^\s*(?!(?:{VERBS}|{ACTS}|{NOUNS_TOO}|more|less|fewer|better|\w+(?:er|al|ive|able|ful|ous|ic|less|ed|ing))\b)"
    rf"\w+ \w+[^\Wsu]s (?!(?:in|on|at|for|with|from|of|to|by|about|and|or)\b)\w"
)


@lru_cache(maxsize=4096)
def main_clause(text: str) -> str:
    """Return the text without an adverbial that opens it, as in “During my stay I felt that …”."""
    return _LEADING.sub("", text, count=1)


def declares(text: str) -> bool:
    """Whether the text is a sentence that can be true or false: its verb has a subject, and follows it.

    A text that begins with a bare word, as “Share insights with others” does, needs a verb that cannot be a noun.
    """
    clause = main_clause(text)
    if _SUBJECT.search(clause):
        return bool(_VERB.search(clause))
    own = CLAUSE.split(clause, maxsplit=1)[0]
    return bool(_STRICT.search(own) or _THIRD_PERSON.search(own))
