"""Who answered: progress by section, and the minutes that the cards took."""

import pandas as pd
import pytest

from jtbd_core.contract import Store
from jtbd_core.live.response import minutes, response
from jtbd_core.wave import Answers, Progress, Rating
from tests.store.studies import PARCEL, rated


def test_a_page_that_people_left_has_fewer_who_finished_it(store: Store) -> None:
    """Sections come in the order of the form, with those who answered all that they were asked there."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    everything = tuple(Rating(outcome=one.id, importance=4, experience=2) for one in PARCEL.outcomes)
    for number in range(3):
        store.save(wave.id, f"{number:022}", Answers(ratings=everything, is_finished=True))
    store.save(wave.id, f"{3:022}", rated("time", 4, 2))
    found = response(store, PARCEL, wave)
    assert found.progress == Progress(4, 4, 3)
    assert [one.finished for one in found.sections] == [4, 3]
    assert found.minutes is None
    assert dict(found.raters) == {"time": 4, "on-time": 3, "undamaged": 3}


def test_minutes_are_of_those_who_answered_most_cards() -> None:
    """Who stopped after a card does not make the form look short."""
    rows = [(f"p{n}", f"o{card}", 30.0 * (n + 1)) for n in range(3) for card in range(4)]
    cards = pd.DataFrame([*rows, ("early", "o0", 1.0)], columns=["respondent", "outcome", "seconds"])
    assert minutes(cards) == pytest.approx((3, 4, 5))
