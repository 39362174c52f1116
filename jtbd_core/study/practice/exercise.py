"""An exercise: a statement, a question about it, the right answer, and why it is right in one sentence.

All exercises stand in `exercises.csv`, one per row, to be read and edited as a table. Its columns are the fields of
`Exercise`; the names of faults in `others` are separated by semicolons.
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from jtbd_core.study.practice.fault import FAULTS, NONE
from jtbd_core.study.study import DIMENSIONS
from jtbd_core.study.value import Value

Asked = Literal["kind", "dimension", "polarity", "fault"]
TABLE = Path(__file__).with_name("exercises.csv")


class Question(NamedTuple):
    """A kind of question: how it is asked, its name, the terms to know for it, what to remember, and its answers.

    The answers are name → label; those of faults depend on the exercise.
    """

    asks: str
    name: str
    terms: tuple[str, ...]
    remember: str
    answers: Mapping[str, str]


QUESTIONS: Mapping[Asked, Question] = {
    "kind": Question(
        "Which kind of outcome is it?",
        "Key or success",
        ("key outcome", "success outcome"),
        "A key outcome measures time, likelihood or effort on the way; a success outcome is true once the job is done.",
        {"key": "A key outcome of a job step", "success": "A success outcome"},
    ),
    "dimension": Question(
        "Which dimension is it of?",
        "Dimension",
        DIMENSIONS,
        "Ask where it is so: out in the world is functional, in my own mind emotional, in the minds of others social.",
        {name: name.capitalize() for name in DIMENSIONS},
    ),
    "polarity": Question(
        "Is it wanted, or to avoid?",
        "Wanted or to avoid",
        ("polarity",),
        "Look for what is denied: a bad thing that does not happen is to avoid, whatever is simply so is wanted.",
        {"wanted": "Wanted", "avoid": "To avoid"},
    ),
    "fault": Question(
        "Is anything wrong with it?",
        "Faults",
        (),
        "Read it as those do who have to rate it: one idea, plain in any order, without a solution or a target.",
        {},
    ),
}


class Exercise(Value, frozen=True, kw_only=True):
    """A statement from a study of `job`, and what is `asked` about it.

    `answer` is the name of the right answer. Where a fault is asked for, it is one of `FAULTS` or `none`, `others` are
    the faults offered beside it, and `filed` and `polarity` say where the statement stands: in a dimension, or in the
    job step of that name, where polarity is empty. `beside` is another outcome of that study, mostly empty.
    """

    asked: Asked
    job: str
    statement: str
    answer: str
    explanation: str
    filed: str = ""
    polarity: str = ""
    beside: str = ""
    others: tuple[str, ...] = ()

    @property
    def answers(self) -> Mapping[str, str]:
        """The answers to choose from, name → label, always in the same order."""
        if self.asked != "fault":
            return QUESTIONS[self.asked].answers
        offered = {self.answer, *self.others}
        return {name: one.name for name, one in FAULTS.items() if name in offered} | {NONE: "Nothing is wrong with it"}

    @property
    def place(self) -> str:
        """Where the statement stands in its study, in words; empty where that is asked for."""
        if self.filed in DIMENSIONS:
            return f"{self.filed} outcome, {QUESTIONS['polarity'].answers[self.polarity].lower()}"
        return f"key outcome of the step “{self.filed}”" if self.filed else ""


@cache
def exercises() -> tuple[Exercise, ...]:
    """Return all exercises in the order of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(_exercise(row) for row in csv.DictReader(file))


def _exercise(row: Mapping[str, str]) -> Exercise:
    others = [name.strip() for name in row["others"].split(";") if name.strip()]
    return msgspec.convert({**row, "others": others}, Exercise)
