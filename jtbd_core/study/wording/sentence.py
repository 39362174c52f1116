"""Rules about the sentence as a whole: one idea, of the right kind, that needs no context."""

import re
from collections.abc import Iterator

from jtbd_core.study.study import Dimension
from jtbd_core.study.wording.clause import CLAUSE, FINITE, main_clause
from jtbd_core.study.wording.cue_words import ACTS
from jtbd_core.study.wording.feeling import others_feeling, said_as_feeling
from jtbd_core.study.wording.grammar import (
    ABOUT_US,
    FEEL,
    GERUND,
    IMPERATIVE,
    OTHERS_SAY,
    SEEN_AS,
    TO_VERB,
    act,
    dimension_by_grammar,
    is_end_state,
    is_key,
)
from jtbd_core.study.wording.meaning import meaning
from jtbd_core.study.wording.metric import key_grammar
from jtbd_core.study.wording.negation import is_avoid
from jtbd_core.study.wording.subject import WHOLE, Remark, Subject, masked, rewritten
from jtbd_core.study.wording.vocabulary import PEOPLE, VERBS
from jtbd_core.study.wording.voice import voice_for
from jtbd_core.study.wording.wish import wish

_SUBJECT_WORDS = 4
"""The most words before a duty that are taken for its subject: “the things that I should do” is none of ours."""
MOST_WORDS = 20  # the longest of the published success outcomes has 11

_QUESTION = re.compile(r"[?？؟]")
_POINTING_OPENING = re.compile(
    r"(?i)^\s*(?:it|this|that|these|those|then|they|he|she)\b(?!')|^\s*(?:it|that|he|she|they)'\w+\b"
)
_DUMMY_IT = re.compile(
    r"(?i)\bit(?:'s|\s+(?:is|was|has become|becomes|has been|takes|remains"
    r"|seems))(?:\s+not)?\s+[\w-]+\s+(?:to me\s+)?"
    r"(?:to|that|for|how|what|whether|which|where|who|when|if|why)\b|\bit takes\b|\bmake it (?:to|clear|possible"
    r"|home|there)\b"
    r"|(?<=\w )that(?= )|\bthose (?:who|that|I|we|of|with|around)\b|\bas it (?:is|was)\b"
)
_POINTING = re.compile(r"(?i)\b(?:it|its|this|these|those|them)\b")
_NAMED_BEFORE = re.compile(
    r"(?i)\b(?:the|an?|my|our|your|their|each|every|any|some|all|no|other|another|what|something|everything|anything"
    r"|others|people)\s+"
    r"(?!(?:time|likelihood|number|amount|frequency|effort|cost|risk|variation)\b)\w+|\b(?:what|something|everything"
    r"|anything|others)\b"
)


def wrong_dimension(subject: Subject) -> Iterator[Remark]:
    """L05: the grammar is that of another kind of statement, or of none."""
    if any(not_a_statement(subject)):
        return
    if subject.outcome is None:
        yield from _no_job(subject)
    elif not subject.is_success:
        yield from () if _worded_as_success(subject) else key_grammar(subject)
    elif not is_key(subject.text) and is_end_state(subject.text):
        yield from _judged_from_outside(subject) or _other_dimension(subject)


def _judged_from_outside(subject: Subject) -> tuple[Remark, ...]:
    said = others_feeling(subject) if subject.kind == "emotional" else None
    why = "A feeling is said with “feel”, so that it is no judgement from outside."
    return (Remark(WHOLE, why, suggestion=said),) if said else ()


def _other_dimension(subject: Subject) -> Iterator[Remark]:
    text, worded = subject.text, dimension_by_grammar(subject.text)
    moved = worded if worded != subject.kind else None
    unknown = _OF_VERB if subject.kind == "functional" else _OF_ME if subject.kind == "social" else None
    is_doubtful = moved in (None, "functional") and unknown is not None and bool(unknown.search(text))
    why = voice_for(subject).quoted(_NOT_THIS[subject.kind or ""])
    not_this = Remark(WHOLE, why, dimension=moved, is_doubtful=is_doubtful)
    if worded == "emotional" and (moved or not FEEL.search(main_clause(text))):
        why = "This is how the person feels, whatever others really think: an emotional outcome, said with “I feel”."
        yield not_this._replace(why=why, suggestion=said_as_feeling(subject))
    elif worded == subject.kind or (moved != "social" and _may_be_both(subject)):
        return
    elif subject.kind == "social" and OTHERS_SAY.search(text):
        yield not_this._replace(why=_NOT_THIS["others"], dimension=None)
    elif moved == "social":
        yield not_this._replace(why="This is what others think of the person: a social outcome.")
    elif meaning(text).kind == subject.kind != "functional":
        if worded is None or (subject.kind == "emotional" and not _FEELS.search(text)):
            yield not_this._replace(dimension=None)
    elif moved or subject.kind != "functional" or len(text.split()) <= _FRAGMENT:
        yield not_this


def _may_be_both(subject: Subject) -> bool:
    """Whether it may be of this kind all the same: said of others and of me, or of a feeling in other words."""
    text = subject.text
    if subject.kind == "emotional":
        return bool(_FEELS.search(text)) and meaning(text).kind == "functional" and not _POINTING_OPENING.search(text)
    if subject.kind == "social" and (ABOUT_US.search(text) or (_OTHERS.search(text) and _ME.search(text))):
        return True
    return subject.kind in ("functional", "social") and bool(SEEN_AS.search(text))


_OTHERS = re.compile(rf"(?i)(?<!^)\b(?:{PEOPLE})\b")
_ME = re.compile(r"(?i)\b(?:I|we|me|us)\b")
_OF_ME = re.compile(r"(?i)\b(?:I|we|me|us|my|our)\b")
_NO_NOUN = r"(?!(?:in|on|at|for|with|from|of|to|by|about|and|or|that|who)\b)\w+"
_OF_VERB = re.compile(
    rf"(?i)^(?:\w+ )?(?:\w{{2,}}[^\Wsui]s|people|children|men|women) {_NO_NOUN}"
    rf"|^(?:my|our|the|most|some|all) (?:\w+ ){{1,2}}{_NO_NOUN} \w"
)
"""What may be a sentence by a verb that is not known: “Services talk …”, “My team beat theirs”."""
_FEELS = re.compile(r"(?i)\b(?:feel|feels|felt|feeling)\b")
_FRAGMENT = 6  # a longer text without a verb that we know has one that we do not
_NOT_THIS = {
    "functional": "This is no sentence that can be true or false: say what is so, as in “The package is …”.",
    "emotional": "An emotional outcome says how the person feels: begin it with “I feel” or “I do not feel”.",
    "social": "A social outcome says what others think of the person, as in “My colleagues see me as …”.",
    "others": "It says what others think, but not of you: name yourself, as in “My family thinks that I …”.",
}


def _no_job(subject: Subject) -> Iterator[Remark]:
    text = subject.text
    why = "A job is an act: begin with a verb, as in “Send a package a long distance”."
    if opening := TO_VERB.search(text):
        yield Remark(opening.span(), why, suggestion=rewritten(subject.statement, (0, opening.start(1))))
    elif gerund := GERUND.search(text):
        verb = infinitive(gerund[1].lower())
        suggestion = rewritten(subject.statement, gerund.span(1), verb) if verb else None
        yield Remark(gerund.span(1), why, suggestion=suggestion)
    elif opening := re.search(r"(?i)^\s*(?:the|an?|my|our|I|we|I'm|we're)\b", text):
        yield Remark(opening.span(), why)


def infinitive(gerund: str) -> str | None:
    """Return the infinitive of an -ing form, None if it is not in the list of known verbs."""
    stem = gerund.removesuffix("ing")
    undoubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    return next((verb for verb in (stem, f"{stem}e", undoubled) if re.fullmatch(VERBS, verb)), None)


def polarity_mismatch(subject: Subject) -> Iterator[Remark]:
    """L06: marked as avoid without a negation, or as wanted with one, unless a person chose so."""
    avoids = is_avoid(subject.text)
    if not subject.is_success or avoids == (subject.polarity == "avoid") or any(not_a_statement(subject)):
        return
    if subject.outcome and subject.outcome.is_polarity_chosen:
        return
    if avoids:
        yield Remark(WHOLE, "It says that something bad does not happen, but is marked as wanted.", polarity="avoid")
        return
    yield Remark(WHOLE, "It is marked as avoid, but says nothing about a bad thing not happening.", polarity="wanted")


def not_a_statement(subject: Subject) -> Iterator[Remark]:
    """L07: a question or a wish, neither of which can be rated."""
    if mark := _QUESTION.search(subject.text):
        yield Remark(mark.span(), "A question cannot be rated: say what should be so, as if it were.")
    yield from _wish(subject)


def _wish(subject: Subject) -> Iterator[Remark]:
    if found := wish(subject.text):
        why = "A wish tells no reason. Ask why they want it, and write down the state that it would bring about."
        is_aside = len(subject.text[: found.start()].split()) > _SUBJECT_WORDS
        yield Remark(found.span(), why, is_doubtful=is_aside)


def long_sentence(subject: Subject) -> Iterator[Remark]:
    """L11: more than `MOST_WORDS` words, too many to read at a glance on a phone."""
    count = len(subject.text.split())
    if count > MOST_WORDS:
        yield Remark(WHOLE, f"It has {count} words; on a phone {MOST_WORDS} are the most that are read at a glance.")


_LOWER = re.compile(rf"(?i)^\s*(?:lower|cut)\b(?:(?!{CLAUSE.pattern[4:]}).)*\b(?:{FINITE})\b")
"""“Lower back pain is gone”."""


def misplaced(subject: Subject) -> Iterator[Remark]:
    """L13: a success outcome worded as a key outcome, or the reverse."""
    if subject.outcome is None or any(not_a_statement(subject)):
        return
    worded = _worded_as_success(subject)
    if subject.is_success and is_key(subject.text):
        why = "It is worded as a key outcome, so it belongs to the job step in which it is felt."
        yield Remark(WHOLE, why, is_doubtful=bool(_LOWER.search(subject.text)))
    elif not subject.is_success and worded:
        why = "It is worded as what comes of the job, not as a measure of doing a job step."
        yield Remark(WHOLE, why, dimension=worded)


def _worded_as_success(subject: Subject) -> Dimension | None:
    """Return the dimension that a text is worded for, None for a measure such as “Less time is spent waiting”."""
    return None if meaning(subject.text).kind == "key outcome" else dimension_by_grammar(subject.text)


def no_end_state(subject: Subject) -> Iterator[Remark]:
    """L17: a success outcome worded as an activity or an imperative instead of a state."""
    text = subject.text
    if not subject.is_success or is_key(text) or is_end_state(text):
        return
    opening = TO_VERB.search(text) or GERUND.search(text) or IMPERATIVE.search(text) or act(text)
    if opening:
        why = "It is something to do. Say what is so once it is done: “I am promoted”, not “Getting promoted”."
        is_noun = bool(_NOUN_AND_VERB.search(text))
        yield Remark(opening.span(), why, suggestion=_state(subject), is_doubtful=is_noun)


_NOUN_AND_VERB = re.compile(rf"(?i)^\s*(?:{VERBS}|{ACTS}|\w+ing) (?:{VERBS})e?s (?!(?:of|in|for|on|at|by)\b)\w")
"""What may be a noun and its verb: “Exercise keeps me fit”."""
_STATES = (
    (r"(?i)^\s*(?:to )?(?:be|being|get|getting|become|becoming)\s+(?=\w+(?:ed|en)\b)", "I am "),
    (r"(?i)^\s*(?:to )?(?:be|being)\s+(?=\w)", "I am "),
    (r"(?i)^\s*(?:to )?(?:feel|feeling)\s+(?=\w)", "I feel "),
    (r"(?i)^\s*(?:to )?(?:know|knowing)\s+(?=\w)", "I know "),
    (r"(?i)^\s*(?:to )?(?:have|having)\s+(?=(?:an?|the|my|enough|no)\b)", "I have "),
)


def _state(subject: Subject) -> str | None:
    for opening, state in _STATES:
        if found := re.search(opening, subject.text):
            felt = state.replace("am", "feel") if subject.kind == "emotional" else state
            return voice_for(subject).spoken(felt + subject.statement[found.end() :], subject.text)
    return None


def not_alone(subject: Subject) -> Iterator[Remark]:
    """L18: a pronoun that refers to another statement, although respondents see the statements in different orders."""
    if subject.outcome is None or any(not_a_statement(subject)):
        return
    text = masked(subject.text, _DUMMY_IT)
    why = "“{}” points to something outside the statement; each person sees the statements in another order."
    if opening := _POINTING_OPENING.search(text):
        yield Remark(opening.span(), why.format(opening[0].strip()))
        return
    for found in _POINTING.finditer(text):
        points_out = found[0].lower() in ("this", "these") or not _NAMED_BEFORE.search(text[: found.start()])
        if points_out:
            yield Remark(found.span(), why.format(found[0]))
