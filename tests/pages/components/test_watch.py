"""The findings that viewers watch, once there are enough answers."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.wave import Answers, Rating
from tests.pages.conftest import Visit
from tests.pages.words import text


def test_fewer_than_five_people_are_not_shown(facilitate: Visit, store: Store, study_id: str) -> None:
    """With four people there is no chart, and the room says why."""
    wave = store.open_wave(study_id)
    first = demo_study().outcomes[0].id
    rating = Answers(ratings=(Rating(outcome=first, importance=5, experience=2),))
    for i in range(4):
        store.save(wave.id, f"{i}" * 22, rating)
    store.reveal(wave.id)
    page = facilitate("room.py", study=study_id)
    assert "when 5 people have rated" in text(page)
    assert page.get("vega_lite_chart") == []
    store.save(wave.id, "e" * 22, rating)
    store.reveal(wave.id)
    assert len(facilitate("room.py", study=study_id).get("vega_lite_chart")) == 1
