"""Practice: exercises in telling statements of outcomes apart, and the quizzes in which they are asked."""

from jtbd_core.study.practice.attempt import Attempt, attempt
from jtbd_core.study.practice.exercise import QUESTIONS, Exercise, exercises
from jtbd_core.study.practice.quiz import ORDERS, quizzes

__all__ = ["ORDERS", "QUESTIONS", "Attempt", "Exercise", "attempt", "exercises", "quizzes"]
