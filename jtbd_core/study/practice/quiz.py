"""Quizzes: the exercises in tens. The same order has the same quizzes, and together they ask each exercise once."""

from functools import lru_cache
from random import Random

from jtbd_core.study.practice.exercise import QUESTIONS, Exercise, exercises

QUIZ_LENGTH = 10
"""How many exercises a quiz asks; the last one of an order may ask fewer."""
ORDERS = 10_000
"""How many orders of the exercises there are, numbered from 0."""


@lru_cache(maxsize=256)
def quizzes(order: int) -> tuple[tuple[Exercise, ...], ...]:
    """Return the quizzes of an order, whose number is the seed; each quiz asks all kinds of questions.

    The exercises of each kind of question are shuffled and dealt evenly over the order, then each quiz is shuffled.
    """
    luck = Random(order)  # noqa: S311 - nothing about it is secret
    placed: list[tuple[float, Exercise]] = []
    for asked in QUESTIONS:
        some = [one for one in exercises() if one.asked == asked]
        luck.shuffle(some)
        placed += [((place + 0.5) / len(some), one) for place, one in enumerate(some)]
    dealt = [one for _, one in sorted(placed, key=lambda one: one[0])]
    starts = range(0, len(dealt), QUIZ_LENGTH)
    return tuple(tuple(luck.sample(dealt[start:][:QUIZ_LENGTH], len(dealt[start:][:QUIZ_LENGTH]))) for start in starts)
