"""An attempt at a quiz, as it stands in an address and nowhere else."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from jtbd_core.errors import NotFound
from jtbd_core.study.practice.exercise import QUESTIONS, Exercise, Question
from jtbd_core.study.practice.quiz import ORDERS, quizzes

FIELDS = {"order": "[0-9]{1,4}", "quiz": "[0-9]{1,3}", "at": "[0-9]{1,2}", "given": "[0-9]{0,10}"}
"""What an address says of an attempt, as patterns."""


class Result(NamedTuple):
    """How one kind of question went: how many were answered right, and the exercises that were not."""

    question: Question
    right: int
    missed: tuple[Exercise, ...]


class Attempt(NamedTuple):
    """Where somebody stands: at the exercise number `at` of a quiz, both counted from 1, past the last at its end.

    `given` has a digit for each answer so far, its place among those offered. With as many digits as `at` the exercise
    is answered, with one less it is not.
    """

    order: int
    quiz: int = 1
    at: int = 1
    given: str = ""

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises of the quiz."""
        return quizzes(self.order)[self.quiz - 1]

    @property
    def exercise(self) -> Exercise:
        """The exercise in front."""
        return self.exercises[self.at - 1]

    @property
    def is_over(self) -> bool:
        """Whether the last exercise has been left."""
        return self.at > len(self.exercises)

    @property
    def chosen(self) -> str:
        """The answer given to the exercise in front, empty where there is none yet."""
        return self._answers()[-1] if len(self.given) == self.at else ""

    @property
    def seen(self) -> int:
        """How many exercises this quiz and those before it have."""
        return sum(len(one) for one in quizzes(self.order)[: self.quiz])

    @property
    def after(self) -> "Attempt":
        """The next exercise, or the end."""
        return self._replace(at=self.at + 1)

    @property
    def again(self) -> "Attempt":
        """The same quiz from its beginning."""
        return Attempt(self.order, self.quiz)

    @property
    def another(self) -> "Attempt":
        """The next quiz of the order; past the last, the first of another order."""
        if self.quiz < len(quizzes(self.order)):
            return Attempt(self.order, self.quiz + 1)
        return Attempt((self.order + 1) % ORDERS)

    @property
    def is_possible(self) -> bool:
        """Whether there is such an exercise, and each answer is one that was offered."""
        if not (1 <= self.quiz <= len(quizzes(self.order)) and 1 <= self.at <= len(self.exercises) + 1):
            return False
        if not self.at - 1 <= len(self.given) <= min(self.at, len(self.exercises)):
            return False
        return all(int(digit) < len(one.answers) for one, digit in zip(self.exercises, self.given, strict=False))

    def results(self) -> tuple[Result, ...]:
        """Return how each kind of question went that the quiz asked, by what was answered so far."""
        answered = list(zip(self.exercises, self._answers(), strict=False))
        found: list[Result] = []
        for asked, question in QUESTIONS.items():
            some = [(one, answer) for one, answer in answered if one.asked == asked]
            missed = tuple(one for one, answer in some if answer != one.answer)
            if some:
                found.append(Result(question, len(some) - len(missed), missed))
        return tuple(found)

    def _answers(self) -> list[str]:
        return [tuple(one.answers)[int(digit)] for one, digit in zip(self.exercises, self.given, strict=False)]


def attempt(said: Mapping[str, str]) -> Attempt:
    """Return the attempt that the fields of an address say; all but `order` may be left out.

    Raises:
        NotFound: no page leads to such an address.
    """
    fields = {"order": "", "quiz": "1", "at": "1", "given": "", **said}
    if all(re.fullmatch(pattern, fields[name]) for name, pattern in FIELDS.items()):
        one = Attempt(int(fields["order"]), int(fields["quiz"]), int(fields["at"]), fields["given"])
        if one.is_possible:
            return one
    raise NotFound("This address leads to no exercise.")
