"""The -ing form of a verb phrase, so that a job or a job step can stand within a question."""

import re

from jtbd_core.study.wording.subject import straight
from jtbd_core.study.wording.vocabulary import VERBS

_ALREADY = re.compile(r"[a-z-]*[aeiouy][a-z-]*ing")
_NO_VERB = re.compile(
    r"the|an?|my|our|your|their|this|that|every|all|i|we|what|how|no|not|[a-z]{2,}(?:tion|ness|ity|ism|hood|ship)"
)
_ADVERB = re.compile(r"[a-z]{3,}ly")
_VERBS = re.compile(
    r"bring|sing|ring|wing|sling|swing|string|cling|fling|sting|spring|wring|ping|zing|ship|worship|position"
    r"|mention|question|auction|caution|function|ration|section|station|partition|petition|condition|witness"
    r"|harness|apply|supply|reply|comply|imply|multiply|rely"
)
"""Verbs that look like an -ing form, a noun or an adverb."""
_DOUBLED = re.compile(
    r"abet|abhor|acquit|babysit|admit|allot|begin|commit|compel|concur|confer|control|defer|deter|emit|enrol|equip|excel"
    r"|expel|forbid|forget|format|infer|input|occur|offset|kidnap|omit|outfit|outrun|overlap|patrol|permit|prefer|program|propel|rebut"
    r"|recap|recur|refer|refit|regret|remit|repel|reset|rerun|submit|transfer|transmit|unplug|unzip|unwrap|upset"
    r"|worship"
)
"""Verbs of several syllables that double their last letter, the stress being on the last one."""
_IRREGULAR = {
    "be": "being", "see": "seeing", "dye": "dyeing", "singe": "singeing", "tinge": "tingeing",
    "ski": "skiing", "taxi": "taxiing", "hoe": "hoeing", "shoe": "shoeing", "canoe": "canoeing", "eye": "eyeing",
    "lie": "lying", "die": "dying", "tie": "tying", "untie": "untying", "vie": "vying", "belie": "belying",
    "picnic": "picnicking", "panic": "panicking", "mimic": "mimicking", "traffic": "trafficking", "bus": "busing",
    "gas": "gassing", "quiz": "quizzing", "whiz": "whizzing",
}  # fmt: skip
_SHORT = re.compile(r"(?:[^aeiou]|^[^aeiou]*qu)*[aeiouy][bdfgklmnprstv]$")
_JOINED = re.compile(r"(?i)(,\s*(?:and |or )?|\s+(?:and|or|and then|then)\s+)([a-z-]+)(?=\s|$|,)")
_OPENING = re.compile(r"(?i)^\s*(?:to\s+)?(?P<verb>[a-z][a-z-]*)\b")


def gerund(verb: str) -> str:
    """Return the -ing form of a verb in lower case, spelt as in American English: `send` → `sending`."""
    head, dash, last = verb.rpartition("-")
    if dash:
        return f"{head}-{gerund(last)}"
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    if _DOUBLED.fullmatch(verb) or _is_short(verb):
        return f"{verb}{verb[-1]}ing"
    return f"{verb}ing"


def gerund_phrase(phrase: str) -> str | None:
    """Return an imperative phrase with its verbs as -ing forms: “Send a package” → “sending a package”.

    A phrase that has the form already keeps it. Further verbs are changed where they directly follow the first, as in
    “Plan and book a trip”. None is returned where the phrase does not begin with a verb.
    """
    opening = _OPENING.match(straight(phrase))
    if opening is None:
        return None
    word, rest = opening["verb"], phrase[opening.end() :].rstrip(" .!?")
    if _looks(_ADVERB, word):
        after = gerund_phrase(rest)
        return f"{word.lower()} {after}" if after else None
    if _looks(_ALREADY, word):
        return f"{word.lower()}{rest}"
    if _looks(_NO_VERB, word) or word.isupper():
        return None
    return f"{gerund(word.lower())}{_with_joined(rest)}"


def _with_joined(rest: str) -> str:
    """Return the rest of a phrase with the verbs changed that are joined to its first verb."""
    if found := _JOINED.match(rest):
        verb = found[2]
        if not _looks(_NO_VERB, verb) and not _looks(_ALREADY, verb):
            return f"{found[1]}{gerund(verb.lower())}{_with_joined(rest[found.end() :])}"
    return rest


def _looks(form: re.Pattern[str], word: str) -> bool:
    return not _VERBS.fullmatch(word.lower()) and bool(form.fullmatch(word.lower()))


def _is_short(verb: str) -> bool:
    """Whether a verb has one syllable that ends in a single vowel and a single consonant that is doubled."""
    vowels = re.findall(r"[aeiouy]+", re.sub(r"^qu|(?<=[^aeiou])qu", "q", re.sub(r"^y", "j", verb)))
    return len(vowels) == 1 and len(vowels[0]) == 1 and bool(_SHORT.fullmatch(verb.replace("qu", "q")))


def infinitive(form: str) -> str:
    """Return the infinitive of an -ing form in lower case: `leaving` → `leave`; a verb that is not known is guessed."""
    if form in _INFINITIVES:
        return _INFINITIVES[form]
    stem = form.removesuffix("ing")
    is_doubled = stem[-1:] == stem[-2:-1] and (not _KEPT.search(stem) or _DOUBLED.fullmatch(stem[:-1]))
    doubled = stem[:-1] if is_doubled else ""
    known = next((verb for verb in (stem, f"{stem}e", doubled) if re.fullmatch(VERBS, verb)), None)
    if known or doubled:
        return known or doubled
    return f"{stem}e" if gerund(stem) != form or _WITHOUT_E.search(stem) else stem


_KEPT = re.compile(r"(?:ss|ff|zz|(?<!o)ll|roll|ee)$")
"""Letters that are double in the infinitive too: “missing”, “spilling”."""
_INFINITIVES = {form: verb for verb, form in _IRREGULAR.items()}
_WITHOUT_E = re.compile(
    r"[cvzu]$|(?:[^aeiou]|a)g$|[bcdfgkpt]l$|(?:[ae]u|[aeo][iu]|[aeo]a|n|r|i)s$|[hptw]ast$|[^aeiou]at$|creat$"
    r"|[cnv]it$|[bclmp]ut$|[lp]et$|[mn]ot$|(?<![eo])ar$|[mqsu]ir$|(?<!o)ur$|(?:pl|gn|st)or$"
)
"""A stem that lacks its last letter: “chang”, “caus”, “handl”, “hesitat”."""
