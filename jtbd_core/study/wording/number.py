"""A line typed at a job step that names a number of things or people, by what they are, do, or have suffered."""

import re

from jtbd_core.study.wording.completion import Completion, lowered
from jtbd_core.study.wording.mishaps import UNCOUNTED, WELL
from jtbd_core.study.wording.vocabulary import PEOPLE, VERBS

_NO_NOUN = (
    r"(?:who|that|which|is|are|was|were|be|been|has|have|had|to|of|in|on|at|for|with|from|and|or|I|we|you|they|he"
    r"|she|it"
    r"|not|no|do|does|did|can|will|how|what|when|if|by|about|too|very)\b"
)
_NAME = rf"(?:(?:the|my|our|some|other) )?(?:(?!{_NO_NOUN})[a-z'-]+ ){{0,2}}?"
_MANY = rf"{_NAME}(?:(?!{_NO_NOUN})[a-z-]+[^\Wsui]s|people|children|men|women|staff)"
_WHICH = re.compile(rf"(?i)^(?P<what>{_MANY}) (?P<rest>(?:who|that|which|I|we|they|he|she|nobody|you)\b .+)$")
_ONE_WHICH = re.compile(rf"(?i)^(?P<what>an? (?:(?!{_NO_NOUN})[a-z'-]+ )?[a-z-]+) (?:who|that|which) (?P<rest>.+)$")
_MUCH_WHICH = re.compile(rf"(?i)^(?P<what>(?!(?:{VERBS}|{PEOPLE})\b)[a-z-]+[^\Ws]) (?P<rest>(?:that|which) .+)$")
_SUFFERED = (
    r"(?:(?!(?:need|feed|seed|speed|proceed|succeed|red|bed|shed|sled|hundred)\b)[a-z]+(?:ed|[or]own|awn|oken|aken|itten|otten|ought|aught)"
    r"|blown|spilt|broken|lost|stolen|forgotten|left|torn|burnt"
    r"|eaten|written|made"
    r"|sent|paid|sold|hidden|frozen|thrown|given|taken|put|misread|bent|drunk|worn|shaken|mistaken|bitten|stuck|caught)"
)
_ACTIVE = (
    "arrived|happened|occurred|died|waited|stayed|talked|complained|cried|laughed|slipped|worked|looked|appeared|failed"
    "|stopped|ended|lasted|disappeared|remained|wanted|liked|tried|turned|started|boiled"
)
_DONE = re.compile(
    rf"(?i)^(?P<what>{_NAME}(?!{_NO_NOUN}|(?:the|my|our|some|other|an?)\b)[a-z-]+"
    rf"|an? (?:(?!{_NO_NOUN})[a-z-]+ )?[a-z-]+)"
    rf" (?P<done>(?!(?:{_ACTIVE})\b){_SUFFERED})(?P<rest>(?: (?!(?:the|an?|my|our|their|his|her|all|me|us|it)\b).+)?)$"
)
_DOING = re.compile(
    rf"(?i)^(?:{_MANY}|(?:the|my|our|an?|his|her) [a-z]+) (?!(?:during|regarding|concerning)\b)[a-z]{{2,}}ing\b.*$"
)
_GOES_ON = re.compile(r"(?i)\b(?:keeps?|starts?|stops?|goes|ends? up|begins?|continues?|hates?|loves?|tends?) \w+ing\b")
_BEING = re.compile(
    r"(?i)^(?P<what>(?:(?:the|my|our|some) )?(?:[a-z-]+[^\Wsui]s|people|children|staff)) (?P<rest>(?:late|absent"
    r"|missing|sick|ill|alone|wrong|un[a-z]+|away|empty|everywhere"
    r"|nowhere|around|left over)\b.*)$"
)
_OF_PEOPLE = re.compile(rf"(?i)\b(?:{PEOPLE})$")
_BECOMING = re.compile(
    r"(?i) (?:get|feel|become|look|seem|stay|remain|go|grow|turn|appear|arrive|come|lie|is|are)(?:e?s)?$"
)
_TO_PEOPLE = re.compile(r"(?i)^(?:\w+ed|forgotten|left (?:out|behind|alone)|hurt|put off|kept)")
_ADJECTIVE = (
    r"(?!(?:\w*(?:body|day|way|key|ney|vey|ery|ory|ary|toy|boy|opy|ntry|nny|ddy|mily|mmy|bby|rry)|my|any|many|every"
    r"|they"
    r"|only|everything|something|anything|nothing|baby|party|city|lady|pony|puppy|copy|army|enemy|company|pharmacy|children|women|men|seven|kitchen|garden"
    r"|oven)\b)"
    r"(?:[a-z]+(?:ed|en|y|ful|less|ous|ive|ble|ant|ent|ing)|wrong|bad|late|poor|lost|stale|loose|empty|double"
    r"|un[a-z]+|cold|wet|hot|sick)"
)
_SUCH = re.compile(
    rf"(?i)^(?:the )?(?:{_ADJECTIVE}) (?:(?!{_NO_NOUN})[a-z-]+ )?[a-z-]+[^\Wsu]s"
    r"(?: (?:in|on|at|of|from|for|with|under) .+)?$"
)
"""Things by how they are, “dirty pots”, where nothing is said of what they do."""
_AMOUNT = re.compile(
    rf"(?i)^(?:the )?(?:[a-z-]+ (?!\w+ing))?(?:{UNCOUNTED})(?: (?:in|on|at|of|from|for|with|about|between|to) .+)?$"
)
_PLAIN = re.compile(
    r"(?i)^(?!(?:takes|goes|gets|has|is|does|needs|costs|comes|looks|feels|keeps|makes|leaves|falls|always|besides"
    r"|sometimes|perhaps|thanks|means|tends|seems)\b)(?:(?:the|my|our) )?[a-z-]+[^\Wsui]s"
    r"(?: (?:of|from|to|with|for|between|about|per|in|on|at|by|during|after|before|without) .+)?$"
    r"|^(?:(?:the|my|our) )?[a-z-]+ [a-z-]+[^\Wsui]s (?:from|of|with|per|between|about) .+$"
)
_ONE_SUCH = re.compile(
    r"(?i)^an? (?:lost|broken|late|wrong|bad|dirty|stale|loose|angry|rude|empty|missing|damaged|burnt|spoiled|torn"
    r"|sick|hungry|confused|double|duplicate|un\w+|in(?:correct|accurate|complete|valid)|mis\w+|over\w+|second"
    r"|forgotten)"
    r" [a-z-]+$"
)
_NO = re.compile(
    r"(?i)^(?:there (?:is|are) )?no (?P<what>(?!one\b)[a-z-]+"
    r"(?: (?:[a-z-]+s|(?:to|for|from|in|on|at|of|with|about|near\w*) .*|near\w*))?)$"
)
_FEW = re.compile(
    r"(?i)^(?:there (?:is|are) )?(?:not enough|too few|too little|not many|hardly any) (?P<what>[a-z-]+.*)$"
)


def number_of(text: str) -> Completion | None:
    """Return a key outcome about the number of the things that a line names, None if it is no name of such things."""
    said = lowered(text)
    if few := _FEW.match(text):
        return Completion(f"Increase the likelihood that there {_are(few['what'])} enough {few['what']}")
    if lacking := _NO.match(text):
        return Completion(f"Minimize the likelihood that there {_are(lacking['what'])} no {lacking['what']}")
    if _DOING.match(text) and not _GOES_ON.search(text):
        return Completion(f"Minimize the likelihood of {said}")
    if being := _BEING.match(text):
        return Completion(f"Minimize the likelihood that {lowered(being['what'])} are {being['rest']}")
    if _AMOUNT.match(text):
        return Completion(f"Minimize the amount of {said}")
    return _with_clause(text) or _suffered(text) or _such(said)


def _with_clause(text: str) -> Completion | None:
    """Return the number of “parents who do not reply”; of one of them, the likelihood."""
    said = lowered(text)
    if _WHICH.match(text):
        return Completion(f"Minimize the number of {re.sub('^the ', '', said)}")
    if one := _ONE_WHICH.match(text):
        return Completion(f"Minimize the likelihood that {lowered(one['what'])} {one['rest']}")
    return Completion(f"Minimize the amount of {said}") if _MUCH_WHICH.match(text) else None


def _suffered(text: str) -> Completion | None:
    """Return the likelihood of what something suffers, “drinks spilled”; nothing where people may have done it."""
    found = _DONE.match(text)
    if found is None or re.match(rf"(?i)(?:{VERBS}) ", text) or _BECOMING.search(found["what"]):
        return None
    what, done, rest = lowered(found["what"]), found["done"].lower(), found["rest"]
    if done in ("needed", "required"):
        return Completion(f"Minimize the {'number' if _are(what) == 'are' else 'amount'} of {what} {done}{rest}")
    if _OF_PEOPLE.search(what) and (not _TO_PEOPLE.match(f"{done}{rest}") or rest.startswith((" to", " at", " about"))):
        return Completion(text, is_unclear=True)
    return Completion(f"Minimize the likelihood that {what} {_are(what)} {done}{rest}")


def _such(said: str) -> Completion | None:
    if _SUCH.match(said) or _PLAIN.match(said):
        is_good = WELL.search(said) or re.match(r"\w+(?:ful|able|ible) ", said)
        return Completion(said, is_unclear=True) if is_good else Completion(f"Minimize the number of {said}")
    return Completion(f"Minimize the likelihood of {said}") if _ONE_SUCH.match(said) else None


def _are(what: str) -> str:
    """Return the verb of what is named: “are” of several."""
    named = what.split(" to ")[0].split(" for ")[0].split(" of ")[0].split(" in ")[0].split(" from ")[0]
    is_many = re.search(r"(?:[^sui]s|people|children|men|women)$", named.rsplit(" near", 1)[0])
    return "are" if is_many and not re.match(r"(?:an?|this|that|each|every) ", named) else "is"
