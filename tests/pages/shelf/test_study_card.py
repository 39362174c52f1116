"""The card of a study."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.wave import Answers, Rating
from tests.pages.conftest import Visit
from tests.pages.words import text


def test_a_card_says_how_many_have_rated(facilitate: Visit, store: Store, study_id: str) -> None:
    """A draft has its outcomes alone; once there are waves, the people who rated in the latest are counted."""
    outcomes = f"{len(demo_study().outcomes)} outcomes"
    assert "rated" not in text(facilitate())
    wave = store.open_wave(study_id)
    rating = Rating(outcome=demo_study().outcomes[0].id, importance=4, experience=2)
    store.save(wave.id, "a" * 22, Answers(ratings=(rating,)))
    assert f"{outcomes} · 1 person rated" in text(facilitate())
    store.restart(wave.id)
    assert f"{outcomes} · 0 people rated in round 2" in text(facilitate())
