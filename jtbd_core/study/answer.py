"""The outcomes that are made of the answers to a question about the job."""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from jtbd_core.study.builder import BuilderQuestion, step_phrase
from jtbd_core.study.outline import outline_statements
from jtbd_core.study.study import Dimension, Polarity, Study
from jtbd_core.study.value import LONGEST_TEXT, comparable
from jtbd_core.study.wording import is_avoid, is_english
from jtbd_core.study.wording.completion import Completion
from jtbd_core.study.wording.denial import denies_good
from jtbd_core.study.wording.fragment import denied_fragment, fragment
from jtbd_core.study.wording.key_completion import key_completion
from jtbd_core.study.wording.meaning import meaning
from jtbd_core.study.wording.negation import denies
from jtbd_core.study.wording.proposal import Proposal, checked_proposals, proposals, with_suggestion
from jtbd_core.study.wording.subject import straight
from jtbd_core.study.wording.success_completion import success_completion
from jtbd_core.study.wording.voice import Voice, voice, voice_of

REWORDED = "It was reworded to answer the question. Is it what you mean?"
"""The reason why a statement is not sure that may mean something else than what was typed."""
_UNCLEAR = (
    "No statement could be made of it. Say what there should be less of, as in “Minimize the time it takes to …”, "
    "“… the number of …” or “… the likelihood that …”."
)
_NOT_OF_YOU = "It does not say what others think of you. Say who thinks what, as in “My colleagues think that I …”."
NOT_AVOIDED = "Say it as not happening, as in “The package is not damaged”."
_AVOIDED = "It says that something bad does not happen, so it is marked as avoid. Leave the words as they are."
_DENIES_GOOD = "Is this itself the bad thing? Then say what should be so, and mark it as wanted."
MOST_FELT = 2
"""The most words that go on after “I feel” without a look."""
_OPENING = re.compile(
    r"(?i)(?:minimize|increase) the |(?:I|we) (?:do not )?feel |others (?:do not )?see (?:me|us) as (?=an? )"
)
"""What may be put before a line without a look."""
_ADDED = re.compile(r"I (?P<felt>(?:do not )?feel\b)?")


def answers(question: BuilderQuestion, text: str, study: Study) -> tuple[Proposal, ...]:
    """Return what the lines of an answer add to the study, completed to statements, each with what is found in it.

    A statement that may mean something else than the line, or does not fit its question, is not sure: a person should
    look at it. One that no statement could be made of is unclear, and stays as it was typed.
    """
    if question.section is None:
        return ()
    lines = outline_statements(text)
    made = [completed(line, question, study) for line in lines] if is_english(study.language) else []
    said = {one.statement: (line, one) for line, one in zip(lines, made, strict=False)}
    name = question.section.name(study)
    heading = name if question.section.dimension else f"Step: {name}"
    found = proposals([heading, *([one.statement for one in made] or lines)], study)
    doubted = tuple(_turned(_doubted(_compared(one, said), question)) for one in found)
    return doubted if doubted == found else checked_proposals(doubted, study)


def completed(line: str, question: BuilderQuestion, study: Study) -> Completion:
    """Return the statement that a line of English means as an answer to a question; the line if it is too long."""
    text = straight(line).strip().rstrip(".")
    section = question.section
    if len(text) > LONGEST_TEXT or section is None:
        return Completion(line)
    if section.dimension:
        found = _state(text, section.dimension, question.polarity, voice_of(text, voice(study)))
    else:
        found = key_completion(text, step_phrase(section.name(study)))
    return found._replace(statement=f"{found.statement[:1].upper()}{found.statement[1:]}")


def _state(text: str, dimension: Dimension, polarity: Polarity, voice: Voice) -> Completion:
    """Return the state that a text means, in a voice; in doubt are a fragment that is denied, and what is guessed.

    A guess is who a bare act is done by, and how a phrase of more than two words goes on after “I feel”.
    """
    if polarity == "avoid":
        text = fragment(text)
        if denied := denied_fragment(text, voice, is_felt=dimension == "emotional"):
            return Completion(denied, is_doubtful=True)
    found = success_completion(text, dimension, polarity)
    added = None if _ADDED.match(text) else _ADDED.match(found.statement)
    is_guessed = added is not None and (not added["felt"] or len(found.statement[added.end() :].split()) > MOST_FELT)
    return Completion(voice.spoken(found.statement, text), found.is_doubtful or is_guessed, found.is_unclear)


def is_clean(answer: Proposal) -> bool:
    """Whether an answer can be added as it is: it has a place, is new and sure, and has neither errors nor warnings."""
    is_sound = not any(one.severity != "info" for one in answer.found)
    return answer.section is not None and answer.is_sure and not answer.is_known and is_sound


def _compared(answer: Proposal, said: Mapping[str, tuple[str, Completion]]) -> Proposal:
    """Return an answer with the line that it was made of, if that was reworded, and what is in doubt about it."""
    if answer.statement not in said:
        return answer
    line, made = said[answer.statement]
    is_same = _is_same(line, answer.statement)
    answer = replace(answer, typed="" if is_same else line)
    if made.is_unclear:
        return replace(answer, is_sure=False, is_unclear=True, reason=_UNCLEAR)
    opening = _OPENING.match(answer.statement)
    is_opened = opening is not None and _is_same(line, answer.statement[opening.end() :])
    is_meant = not made.is_doubtful and (is_same or is_opened)
    return answer if is_meant else replace(answer, is_sure=False, reason=REWORDED)


def _is_same(line: str, statement: str) -> bool:
    return comparable(line).rstrip(".").casefold() == comparable(statement).casefold()


def _doubted(answer: Proposal, question: BuilderQuestion) -> Proposal:
    """Return an answer that does not fit its question as not sure."""
    if answer.section != question.section or not (answer.section and answer.section.dimension):
        return answer
    if question.polarity == "avoid" and answer.polarity == "wanted":
        return replace(answer, polarity="avoid", is_sure=False, reason=NOT_AVOIDED)
    if answer.is_sure and answer.polarity != question.polarity:
        return _of_wanted(answer)
    is_social = answer.section.dimension == "social" and not any(one.rule == "L05" for one in answer.found)
    if answer.is_sure and question.polarity == "avoid" and denies_good(answer.statement):
        return replace(answer, is_sure=False, reason=_DENIES_GOOD)
    if answer.is_sure and is_social and meaning(answer.statement).kind != "social":
        return replace(answer, is_sure=False, reason=_NOT_OF_YOU)
    return answer


def _of_wanted(answer: Proposal) -> Proposal:
    """Return an answer with a negation, where something is wanted: what a wanted state lacks is wanted."""
    if is_avoid(answer.statement) and not denies(answer.statement):
        return replace(answer, polarity="wanted", is_polarity_chosen=True)
    return replace(answer, is_sure=False, reason=_AVOIDED)


def _turned(answer: Proposal) -> Proposal:
    """Return a reworded answer without its double negation, if the checks know how to turn it."""
    turning = next((one for one in answer.found if one.rule == "L10" and one.suggestion), None)
    if not answer.typed or turning is None:
        return answer
    return replace(with_suggestion(answer, turning)[0], is_sure=answer.is_sure)
