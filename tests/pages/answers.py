"""Answers of people to the demo study."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.wave import Answers, Rating


def rate_all(store: Store, wave_id: str, people: int) -> None:
    """Let people rate all outcomes of the demo study, each in a way of their own."""
    for person in range(people):
        ratings = tuple(
            Rating(outcome=one.id, importance=1 + (person + n) % 5, experience=5 if (person + n) % 2 else 1)
            for n, one in enumerate(demo_study().outcomes)
        )
        store.save(wave_id, f"{person:022}", Answers(ratings=ratings, is_finished=True))
