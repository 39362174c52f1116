"""How long the form takes on a phone, and how many people are expected to rate all of it."""

import math
from collections.abc import Collection
from statistics import median

from jtbd_core.study.rotation import shown_each
from jtbd_core.study.study import Study

SECONDS_PER_ANSWER = 6.0  # 5 s is the typical pace, and phones take 20 % longer: 75 outcomes are 15 minutes
FEWEST_CARDS = 5
"""Before as many cards are rated, the typical pace says more of a person than the person's own."""

FINISHED_OF_PUBLISHED = 130 / 177
PUBLISHED_ANSWERS = 46
"""In a published survey of 23 outcomes 130 of 177 people gave all 46 answers."""


def answers(study: Study) -> int:
    """Return how many answers one person is asked for: one or two per outcome shown, and one per question."""
    per_outcome = 2 if study.settings.asks_importance else 1
    return per_outcome * shown_each(study) + len(study.questions())


def minutes(study: Study) -> int:
    """Return how many minutes the whole form takes on a phone, at least 1."""
    return max(1, math.ceil(answers(study) * SECONDS_PER_ANSWER / 60))


def seconds_per_card(study: Study, taken: Collection[float]) -> float:
    """Return the seconds a person needs for a card, to a tenth: the median of those `taken` so far, or the typical."""
    typical = SECONDS_PER_ANSWER * (2 if study.settings.asks_importance else 1)
    return round(median(taken) if len(taken) >= FEWEST_CARDS else typical, 1)


def minutes_left(cards: int, seconds: float) -> int:
    """Return the minutes that so many cards take at so many seconds each, begun minutes counted whole."""
    return math.ceil(cards * max(seconds, 0.1) / 60)


def completion(study: Study) -> float:
    """Return the share of the people who begin that is expected to give every answer: (130/177)^(answers/46).

    An expectation, not a measurement: it takes each further answer to lose the same share of those still there, as
    many as in the one published survey whose length and losses are both known (177 people, 23 outcomes). Over 5,752
    surveys of unknown length 40 % broke off, three quarters of them on the introduction, before they began.
    """
    return float(FINISHED_OF_PUBLISHED ** (answers(study) / PUBLISHED_ANSWERS))
