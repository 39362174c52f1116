"""The outcomes that are made of the answers to a question about the job."""

from collections.abc import Collection

from msgspec.structs import replace

from jtbd_core.study.builder import BuilderQuestion
from jtbd_core.study.outline import outline_statements
from jtbd_core.study.study import Study
from jtbd_core.study.wording import is_english
from jtbd_core.study.wording.completion import completed
from jtbd_core.study.wording.proposal import Proposal, checked_proposals, proposals, with_suggestion

REWORDED = "It was reworded to answer the question. Is it what you mean?"
"""The reason why a statement is not sure that is other than what was typed."""


def answers(question: BuilderQuestion, text: str, study: Study) -> tuple[Proposal, ...]:
    """Return what the lines of an answer add to the study, completed to statements, each with what is found in it.

    A statement that was reworded, and one that does not fit its question, is not sure: a person should look at it.
    """
    if question.section is None:
        return ()
    kind = question.section.dimension or "key outcome"
    lines = outline_statements(text)
    made = [completed(line, kind, question.polarity) for line in lines] if is_english(study.language) else []
    reworded = {one.statement for one in made if one.is_reworded}
    name = question.section.name(study)
    heading = name if question.section.dimension else f"Step: {name}"
    found = proposals([heading, *([one.statement for one in made] or lines)], study)
    doubted = tuple(_doubted(one, question, reworded) for one in found)
    turned = tuple(map(_turned, doubted))
    return doubted if turned == doubted else checked_proposals(turned, study)


def is_clean(answer: Proposal) -> bool:
    """Whether an answer can be added as it is: it has a place, is new and sure, and has neither errors nor warnings."""
    is_sound = not any(one.severity != "info" for one in answer.found)
    return answer.section is not None and answer.is_sure and not answer.is_known and is_sound


def _doubted(answer: Proposal, question: BuilderQuestion, reworded: Collection[str]) -> Proposal:
    if answer.statement in reworded:
        return replace(answer, is_sure=False, reason=REWORDED)
    if question.polarity == "avoid" and answer.polarity == "wanted" and answer.section == question.section:
        return replace(answer, is_sure=False, reason="It does not say that something bad does not happen.")
    if question.polarity == "wanted" and answer.polarity == "avoid" and answer.section == question.section:
        return replace(answer, is_sure=False, reason="It says that something bad does not happen: avoid, not wanted?")
    return answer


def _turned(answer: Proposal) -> Proposal:
    """Return a reworded answer without its double negation, if the checks know how to turn it."""
    turning = next((one for one in answer.found if one.rule == "L10" and one.suggestion), None)
    if answer.is_sure or turning is None:
        return answer
    return replace(with_suggestion(answer, turning)[0], is_sure=False)
