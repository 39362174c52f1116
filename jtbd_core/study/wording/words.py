"""Rules about single words: solutions, vague words, targets, typos."""

import re
from collections.abc import Iterator
from functools import lru_cache

from jtbd_core.study.wording.clause import declares
from jtbd_core.study.wording.grammar import KEY, dimension_by_grammar
from jtbd_core.study.wording.subject import Remark, Subject, masked, phrase, rewritten
from jtbd_core.study.wording.vocabulary import (
    BRANDS,
    BRANDS_THAT_ARE_WORDS,
    NO_SOLUTION,
    NOT_VAGUE,
    NOUNS_FOR_ADJECTIVES,
    SURELY_VAGUE,
    TECHNOLOGY,
    TYPOS,
    VAGUE,
)

_VAGUE, _NOT_VAGUE, _SURELY_VAGUE = phrase(VAGUE), phrase(NOT_VAGUE), phrase(SURELY_VAGUE)
_COMPARED = re.compile(r"(?i)\b(?:how|which|who|what|whether|if|as|than)\b[^,]*$")
"""What is found out or compared may be called by any word: “to tell which of them is faster”."""
_OF_NOUN = re.compile(
    r"(?i)(?<!ly) (?!(?:and|or|but|to|for|in|on|at|by|of|with|from|when|while|after|before|because|than|enough)\b)"
    r"\w"
)
"""Goes on after an adjective of a noun, as in “a simple meal”, whose meaning it may narrow."""
_TECHNOLOGY = phrase(f"(?:{TECHNOLOGY})s?")
_BRANDS = phrase(BRANDS)
_BRANDS_THAT_ARE_WORDS = re.compile(rf"(?<=[\w,] )(?:{BRANDS_THAT_ARE_WORDS})\b")
_PROGRAM = ("app", "application", "code", "computer", "program", "programme", "software", "system")
_NO_SOLUTION = phrase(NO_SOLUTION)
_BY_MEANS = re.compile(r"(?i)\b(?:with|using|via|by|on|through|in)\s+(?:an?\s+|the\s+|my\s+|our\s+)?$")

_NUMBER = (
    r"(?:\d+(?:[.,]\d+)*|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|a hundred"
    r"|half an?"
    r"|a dozen)"
)
_UNIT = (
    r"(?:milliseconds?|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|km|kilomet(?:er|re)s?"
    r"|miles?"
    r"|met(?:er|re)s?|cm|mm|kg|kilograms?|grams?|pounds?|lbs|lit(?:er|re)s?|degrees|euros?|dollars?|cents|percent"
    r"|per cent"
    r"|times|steps?|attempts?|tries|pages?|people|persons|calls?|errors?|items?|points?|stars?|business days"
    r"|working days|ms)"
)
_WITHIN = (
    r"(?:to )?(?:in|within|under|below|by|less than|fewer than|at least|at most|up to|more than|over|only"
    r"|no more than)"
)
_TARGET = re.compile(
    rf"(?i)(?:\b{_WITHIN} (?:an?|one) {_UNIT}\b|\b(?:{_WITHIN} )*{_NUMBER}[ -]?(?:(?:business|working|full"
    rf"|single) )?{_UNIT}\b(?![ -](?:old|olds)\b)"
    rf"|\b(?:{_WITHIN} )*\d+(?:[.,]\d+)*\s?%|[$€£]\s?\d[\d.,]*(?<![.,])|\d[\d.,]*\s?[€£]"
    rf"|\b(?:{_WITHIN} )*{_NUMBER} (?:out of|in|of) (?:every )?(?:\d+|ten|twenty|five|three|four|a hundred)\b"
    rf"|\b{_WITHIN} half\b|\b(?:by|before|until|at) \d\d?(?::\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|o'clock)|\bby half\b"
    rf"|\bby (?:19|20)\d\d\b|\btwice (?:as|the)\b|\b(?:zero|100) (?:errors|defects)\b)"
)
_NO_TARGET = re.compile(
    r"(?i)\b(?:one (?:day|another)|at (?:one|some) time|one (?:step|item|person) (?:after|at a time|ahead)"
    r"|an? (?:hour|day|week|month|year) of"
    r"|in (?:a|one) (?:day|year)s? of|24/7|(?:in|over|during|within|for) the (?:last|past|previous|next) [\w-]+ \w+"
    r"|between (?:two|three) \w+|(?:a|an|one) \w+ (?:before|after|earlier|later|ago)|for a (?:day|while"
    r"|year))\b"
)
_BOUND = re.compile(rf"(?i)^{_WITHIN}\b")
_SURELY_TARGET = re.compile(
    rf"(?i).*[%$€£].*|zero .*|100 .*|by .*|.*\d\s?(?:am|pm|a\.m\.|p\.m\.|o'clock)|{_WITHIN} (?!an? |one ).*"
)
_CHANGE = re.compile(r"(?i)\bfrom\b.*\d.*\bto\b")
"""Percentages, money and bounds; two people, or a run of 10 km, may be what the job is about."""

_ADVERB_AND_NOUN = re.compile(rf"(?i)\b(\w+ly) ({'|'.join(NOUNS_FOR_ADJECTIVES)})\b")
_TWICE = re.compile(r"(?i)\b(?!that|had|bye|very|so|no|ha)([a-z]+)(?: \1)+\b(?!-)")
_TYPOS = phrase("|".join(TYPOS))


def solution_named(subject: Subject) -> Iterator[Remark]:
    """L01: a product, a technology, or one of the study's own solutions stands in the statement."""
    text, seen = subject.text, set[int]()
    own_words = _words_of(subject.job) if subject.outcome else frozenset()
    for pattern in (*solution_patterns(subject.solutions), _BRANDS, _BRANDS_THAT_ARE_WORDS, _TECHNOLOGY):
        for found in pattern.finditer(text):
            words = _words_of(found[0])
            is_object = (
                pattern is _TECHNOLOGY and subject.outcome is None and not _BY_MEANS.search(text[: found.start()])
            )
            if not words <= own_words and not is_object and not seen & set(range(*found.span())):
                seen |= set(range(*found.span()))
                yield Remark(
                    found.span(),
                    f"“{found[0]}” is a solution. Solutions change and the need stays, so say what it is good for.",
                )


@lru_cache(maxsize=1024)  # of the job, for each statement
def _words_of(text: str) -> frozenset[str]:
    """Return the words of a text in the singular; all words for a program are the same."""
    words = {re.sub(r"(?<=\w\w)s$", "", word) for word in re.findall(r"\w+", text.lower())}
    return frozenset("program" if word in _PROGRAM else word for word in words)


@lru_cache(maxsize=64)
def solution_patterns(solutions: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return patterns of the names of a study's solutions: abbreviations match their case, other names any case."""
    names = {name for solution in solutions for name in _names(solution)}
    short = sorted((name for name in names if len(name) <= 4 and name.isupper()), key=len, reverse=True)
    long = sorted((name for name in names if name not in short and len(name) > 2), key=len, reverse=True)
    chosen = ((short, False), (long, True))
    return tuple(
        phrase(f"(?:{'|'.join(map(re.escape, some))})(?:e?s|'s)?", ignore_case=ignore)
        for some, ignore in chosen
        if some
    )


def _names(solution: str) -> Iterator[str]:
    """Yield a solution's name and its parts: “Vinyl on a record player” is vinyl, and a record player."""
    article = r"(?i)^(?:an?|the|my|our|your|using|by|with|via)\s+"
    parts = re.split(r"(?i)\s+(?:on|with|via|by|using|through|or)\s+|[(),/;]", solution.replace("’", "'"))
    for place, part in enumerate([solution.replace("’", "'"), *parts]):
        name = re.sub(article, "", re.sub(article, "", part.strip()))
        if name and not _NO_SOLUTION.fullmatch(name) and (place < 2 or " " in name or name.isupper()):
            yield name


def vague_word(subject: Subject) -> Iterator[Remark]:
    """L04: a word such as easy or reliable, whose meaning differs between respondents."""
    text = subject.text
    if subject.kind in ("emotional", "social") or (
        subject.is_success and dimension_by_grammar(text) in ("emotional", "social")
    ):
        return
    for found in _VAGUE.finditer(masked(text, _NOT_VAGUE)):
        adverb = found[0].endswith("ly") and KEY.search(text) and found[0].lower() not in ("timely",)
        yield Remark(
            found.span(),
            f"“{found[0]}” means something else to everybody. Say what can be observed, such as a time or a number.",
            suggestion=rewritten(subject.statement, found.span()) if adverb else None,
            is_doubtful=not _is_surely_vague(text, found),
        )


def _is_surely_vague(text: str, found: re.Match[str]) -> bool:
    """Whether a word of effort or time judges the whole: not a thing that is compared, nor one noun on the way."""
    if not text[: found.start()].strip():
        return not declares(text)
    is_judged = _SURELY_VAGUE.fullmatch(found[0]) and not _COMPARED.search(text[: found.start()])
    return bool(is_judged) and (found[0].lower() == "timely" or not _OF_NOUN.match(text, found.end()))


def target_baked_in(subject: Subject) -> Iterator[Remark]:
    """L09: a number with a unit or a percentage, which respondents would rate instead of the outcome."""
    text = masked(subject.text, _NO_TARGET)
    for found in _TARGET.finditer(text):
        ends = KEY.search(text) and found.end() >= len(text.rstrip(" .")) and _BOUND.search(found[0])
        yield Remark(
            found.span(),
            f"“{found[0].strip()}” is a target. Leave the number out: the answers show how far is far enough.",
            suggestion=rewritten(subject.statement, found.span()) if ends else None,
            is_doubtful=not _SURELY_TARGET.fullmatch(found[0].strip()) and not _CHANGE.search(text),
        )


def misspelled_word(subject: Subject) -> Iterator[Remark]:
    """L15: one of a few known typos, or a word that is repeated."""
    text = subject.text
    for found in _ADVERB_AND_NOUN.finditer(text):
        yield _typo(subject, found.span(2), NOUNS_FOR_ADJECTIVES[found[2].lower()])
    for found in _TYPOS.finditer(text):
        right = TYPOS[found[0].lower()]
        yield _typo(subject, found.span(), right.capitalize() if found[0][0].isupper() else right)
    for found in _TWICE.finditer(text):
        yield _typo(subject, found.span(), found[1])


def _typo(subject: Subject, span: tuple[int, int], right: str) -> Remark:
    words = subject.statement[span[0] : span[1]]
    return Remark(
        span, f"“{words}” should probably be “{right}”.", suggestion=rewritten(subject.statement, span, right)
    )
