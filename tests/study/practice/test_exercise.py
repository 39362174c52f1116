"""The table of exercises: of good spread, explained, and at one with the wording checks."""

import re
from collections import Counter

import pytest

from jtbd_core.exchange.demo import demo_study, examples
from jtbd_core.study import DIMENSIONS, Outcome, Step, Study
from jtbd_core.study.practice import QUESTIONS, Exercise, exercises
from jtbd_core.study.practice.fault import FAULTS, NONE
from jtbd_core.study.wording import problems
from jtbd_core.study.wording.proposal import Proposal, proposals

EVERY = pytest.mark.parametrize("one", exercises(), ids=lambda one: one.statement[:40])
STEP = Step(id="step", name="Step", is_core=True)


def proposed(one: Exercise) -> Proposal:
    """Return where a study would file the statement if it were pasted there."""
    return proposals([one.statement], Study(title="Practice", job=one.job, steps=(STEP,)))[0]


def filed(one: Exercise) -> tuple[str, str]:
    """Return where the statement stands: a dimension, or empty for a job step, and its polarity."""
    if one.asked == "fault":
        return one.filed if one.filed in DIMENSIONS else "", one.polarity or "wanted"
    section = proposed(one).section
    return section.dimension or "", one.answer if one.asked == "polarity" else proposed(one).polarity


def rules_broken(one: Exercise) -> set[str]:
    """Return the rules that the statement breaks where it stands, after the outcome beside it."""
    dimension, polarity = filed(one)
    place = {"dimension": dimension} if dimension else {"step": STEP.id}
    names = {"beside": one.beside, "one": one.statement}
    outcomes = (Outcome(id=name, statement=text, polarity=polarity, **place) for name, text in names.items() if text)
    study = Study(title="Practice", job=one.job, steps=(STEP,), outcomes=tuple(outcomes))
    return {found.rule for found in problems(study) if found.outcome in (None, "one")}


def test_they_are_of_good_spread() -> None:
    """Eighty at least, each of its own, on twenty jobs; every answer is right several times, and every fault once."""
    assert len({one.statement for one in exercises()}) == len(exercises()) >= 80
    assert len({one.job for one in exercises()}) >= 20
    right = Counter(one.answer for one in exercises())
    assert {name: count for name, count in right.items() if name not in FAULTS and count < 5} == {}
    assert right.keys() == {NONE, *FAULTS} | {name for question in QUESTIONS.values() for name in question.answers}


def test_none_is_an_example_already() -> None:
    """No statement stands in the examples or the demo, which people may have read."""
    known = {one.statement for study in (*examples().values(), demo_study()) for one in study.outcomes}
    assert known & {one.statement for one in exercises()} == set()


@EVERY
def test_each_is_explained_in_one_sentence(one: Exercise) -> None:
    """One sentence of at most thirty words; it ends, and no other ends within it."""
    assert re.fullmatch(r"[“A-Z][^.!?]*\.", one.explanation)
    assert len(one.explanation.split()) <= 30


@EVERY
def test_each_offers_its_answer(one: Exercise) -> None:
    """The right answer is among those offered; a fault is asked for among four answers, and where it is filed."""
    assert one.answer in one.answers
    assert (len(one.answers) == 4) == bool(one.place) == (one.asked == "fault")
    assert one.answer not in one.others


@EVERY
def test_answers_agree_with_what_a_study_would_propose(one: Exercise) -> None:
    """Kind, dimension and polarity are what the wording says of a pasted statement."""
    found = proposed(one)
    kind = "success" if found.section and found.section.dimension else "key"
    said = {"kind": kind, "dimension": found.section and found.section.dimension, "polarity": found.polarity}
    assert said.get(one.asked, one.answer) == one.answer


@EVERY
def test_faults_are_those_that_the_checks_find(one: Exercise) -> None:
    """A statement has the fault that is its answer and no other; where none is asked for, or is right, it has none."""
    assert rules_broken(one) == ({FAULTS[one.answer].rule} if one.answer in FAULTS and one.asked == "fault" else set())
