"""Practice: exercises in telling statements of outcomes apart, and the quizzes in which they are asked."""

from jtbd_core.study.practice.attempt import Attempt, Result, attempt
from jtbd_core.study.practice.exercise import QUESTIONS, Asked, Exercise, Question, exercises
from jtbd_core.study.practice.quiz import ORDERS, quizzes

__all__ = [
    "ORDERS",
    "QUESTIONS",
    "Asked",
    "Attempt",
    "Exercise",
    "Question",
    "Result",
    "attempt",
    "exercises",
    "quizzes",
]
