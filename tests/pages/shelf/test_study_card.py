"""The card of a study."""

from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study, keep_demo
from jtbd_core.wave import Answers, Rating
from tests.pages.conftest import Visit
from tests.pages.words import text

LOOKS = 200


def looked_at(page: AppTest, said: str) -> str:
    """Look at a page until it says something, as it does by itself each second."""
    for _ in range(LOOKS):
        if said in text(page):
            break
        page.run()
    return text(page)


def test_a_card_says_how_many_have_rated(facilitate: Visit, store: Store, study_id: str) -> None:
    """A draft has its outcomes alone; once there are waves, the people who rated in the latest are counted."""
    outcomes = f"{len(demo_study().outcomes)} outcomes"
    assert f"{outcomes} · changed today" in text(facilitate())
    wave = store.open_wave(study_id)
    rating = Rating(outcome=demo_study().outcomes[0].id, importance=4, experience=2)
    store.save(wave.id, "a" * 22, Answers(ratings=(rating,)))
    assert f"1 person · {outcomes}" in text(facilitate())
    store.restart(wave.id)
    assert f"0 people · {outcomes} · 1 round before" in text(facilitate())


def test_a_card_shows_the_headline_once_it_is_computed(facilitate: Visit, store: Store) -> None:
    """The page opens without waiting for it, and the one thing to do next is the room of the open round."""
    keep_demo(store)
    page = facilitate()
    assert "“The music I love is mine to keep” matters and falls short" in looked_at(page, "falls short")
    assert "Go to the room" in [one.label for one in page.button if one.proto.type == "primary"]
