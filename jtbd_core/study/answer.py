"""The outcomes that are made of the answers to a question about the job."""

from collections.abc import Mapping

from msgspec.structs import replace

from jtbd_core.study.builder import BuilderQuestion, step_phrase
from jtbd_core.study.outline import outline_statements
from jtbd_core.study.study import Study
from jtbd_core.study.value import LONGEST_TEXT, comparable
from jtbd_core.study.wording import is_avoid, is_english
from jtbd_core.study.wording.completion import Completion
from jtbd_core.study.wording.key_completion import key_completion
from jtbd_core.study.wording.meaning import meaning
from jtbd_core.study.wording.negation import denies
from jtbd_core.study.wording.proposal import Proposal, checked_proposals, proposals, with_suggestion
from jtbd_core.study.wording.subject import straight
from jtbd_core.study.wording.success_completion import success_completion

REWORDED = "It was reworded to answer the question. Is it what you mean?"
"""The reason why a statement is not sure that may mean something else than what was typed."""
_UNCLEAR = (
    "No statement could be made of it. Say what there should be less of, as in “Minimize the time it takes to …”, "
    "“… the number of …” or “… the likelihood that …”."
)
_NOT_OF_YOU = "It does not say what others think of you. Say who thinks what, as in “My colleagues think that I …”."
_NOT_AVOIDED = "It does not say that something bad does not happen."
_AVOIDED = "It says that something bad does not happen: avoid, not wanted?"


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
        found = success_completion(text, section.dimension, question.polarity)
    else:
        found = key_completion(text, step_phrase(section.name(study)))
    return found._replace(statement=f"{found.statement[:1].upper()}{found.statement[1:]}")


def is_clean(answer: Proposal) -> bool:
    """Whether an answer can be added as it is: it has a place, is new and sure, and has neither errors nor warnings."""
    is_sound = not any(one.severity != "info" for one in answer.found)
    return answer.section is not None and answer.is_sure and not answer.is_known and is_sound


def _compared(answer: Proposal, said: Mapping[str, tuple[str, Completion]]) -> Proposal:
    """Return an answer with the line that it was made of, if that was reworded, and what is in doubt about it."""
    if answer.statement not in said:
        return answer
    line, made = said[answer.statement]
    is_same = comparable(line).rstrip(".").casefold() == comparable(answer.statement).casefold()
    answer = replace(answer, typed="" if is_same else line)
    if made.is_unclear:
        return replace(answer, is_sure=False, is_unclear=True, reason=_UNCLEAR)
    return replace(answer, is_sure=False, reason=REWORDED) if made.is_doubtful else answer


def _doubted(answer: Proposal, question: BuilderQuestion) -> Proposal:
    """Return an answer that does not fit its question as not sure; what a wanted state lacks is wanted."""
    if not answer.is_sure or answer.section != question.section or not (answer.section and answer.section.dimension):
        return answer
    if answer.polarity != question.polarity:
        if question.polarity == "wanted" and is_avoid(answer.statement) and not denies(answer.statement):
            return replace(answer, polarity="wanted", is_polarity_chosen=True)
        return replace(answer, is_sure=False, reason=_NOT_AVOIDED if question.polarity == "avoid" else _AVOIDED)
    is_found = any(one.rule == "L05" for one in answer.found)
    if answer.section.dimension == "social" and meaning(answer.statement).kind != "social" and not is_found:
        return replace(answer, is_sure=False, reason=_NOT_OF_YOU)
    return answer


def _turned(answer: Proposal) -> Proposal:
    """Return a reworded answer without its double negation, if the checks know how to turn it."""
    turning = next((one for one in answer.found if one.rule == "L10" and one.suggestion), None)
    if not answer.typed or turning is None:
        return answer
    return replace(with_suggestion(answer, turning)[0], is_sure=answer.is_sure)
