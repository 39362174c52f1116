"""The outcomes that are made of the answers to a question about the job."""

import re
from collections.abc import Collection

from msgspec.structs import replace

from jtbd_core.study.builder import BuilderQuestion
from jtbd_core.study.outline import outline_statements
from jtbd_core.study.study import Kind, Polarity, Study
from jtbd_core.study.wording import is_english
from jtbd_core.study.wording.completion import Completion, completed
from jtbd_core.study.wording.denial import denies_good
from jtbd_core.study.wording.fragment import denied_fragment, fragment
from jtbd_core.study.wording.proposal import Proposal, checked_proposals, proposals, with_suggestion
from jtbd_core.study.wording.voice import Voice, voice, voice_of

REWORDED = "It was reworded to answer the question. Is it what you mean?"
"""The reason why a statement is not sure that is other than what was typed."""
NOT_DENIED = "Say it as not happening, such as “The package is not damaged”."
MOST_FELT = 2
"""The most words that go on after “I feel” without a look."""
ADDED = re.compile(r"I (?P<felt>(?:do not )?feel\b)?")
DENIES_GOOD = "Is this itself the bad thing? Then say what should be so, and mark it as wanted."


def answers(question: BuilderQuestion, text: str, study: Study) -> tuple[Proposal, ...]:
    """Return what the lines of an answer add to the study, completed to statements, each with what is found in it.

    A statement that was reworded, and one that does not fit its question, is not sure: a person should look at it.
    """
    if question.section is None:
        return ()
    kind = question.section.dimension or "key outcome"
    lines = outline_statements(text)
    spoken = lines if is_english(study.language) else ()
    made = [_made(line, kind, question.polarity, voice(study)) for line in spoken]
    reworded = {one.statement for one in made if one.is_reworded}
    name = question.section.name(study)
    heading = name if question.section.dimension else f"Step: {name}"
    found = proposals([heading, *([one.statement for one in made] or lines)], study)
    doubted = tuple(_doubted(one, question, reworded) for one in found)
    turned = tuple(map(_turned, doubted))
    return found if turned == found else checked_proposals(turned, study)


def _made(line: str, kind: Kind, polarity: Polarity, voice: Voice) -> Completion:
    """Return the statement that a line means, in the voice of the study or in its own; what is guessed is looked at.

    A guess is who a bare act is done by, and how a phrase of more than two words goes on after “I feel”.
    """
    voice, text = voice_of(line, voice), fragment(line) if polarity == "avoid" else line
    if polarity == "avoid" and (denied := denied_fragment(text, voice, is_felt=kind == "emotional")):
        return Completion(denied, is_reworded=True)
    found = completed(text, kind, polarity)
    added = ADDED.match(found.statement) if kind != "key outcome" and not ADDED.match(text) else None
    is_guessed = added is not None and (not added["felt"] or len(found.statement[added.end() :].split()) > MOST_FELT)
    return Completion(voice.spoken(found.statement, text), found.is_reworded or is_guessed)


def is_clean(answer: Proposal) -> bool:
    """Whether an answer can be added as it is: it has a place, is new and sure, and has neither errors nor warnings."""
    is_sound = not any(one.severity != "info" for one in answer.found)
    return answer.section is not None and answer.is_sure and not answer.is_known and is_sound


def _doubted(answer: Proposal, question: BuilderQuestion, reworded: Collection[str]) -> Proposal:
    if answer.statement in reworded:
        return replace(answer, is_sure=False, reason=REWORDED)
    if question.polarity == "avoid" and answer.polarity == "wanted" and answer.section == question.section:
        return replace(answer, polarity="avoid", is_sure=False, reason=NOT_DENIED)
    if question.polarity == "avoid" and answer.section == question.section and denies_good(answer.statement):
        return replace(answer, is_sure=False, reason=DENIES_GOOD)
    if question.polarity == "wanted" and answer.polarity == "avoid" and answer.section == question.section:
        return replace(answer, is_sure=False, reason="It says that something bad does not happen: avoid, not wanted?")
    return answer


def _turned(answer: Proposal) -> Proposal:
    """Return a reworded answer without its double negation, if the checks know how to turn it."""
    turning = next((one for one in answer.found if one.rule == "L10" and one.suggestion), None)
    if answer.is_sure or turning is None:
        return answer
    return replace(with_suggestion(answer, turning)[0], is_sure=False)
