"""What the team expects at the top."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.wave import Wave
from tests.pages.answers import rate_all
from tests.pages.conftest import Visit
from tests.pages.words import press, text


def test_the_team_predicts_and_then_sees_the_gap(visit: Visit, store: Store, wave: Wave) -> None:
    """Five expected outcomes are kept with the wave, and met by the answers at the reveal."""
    store.begin(wave.id)
    rate_all(store, wave.id, 12)
    page = visit("display.py", key=wave.display_key)
    expected = [one.id for one in demo_study().success_outcomes][:5]
    page.multiselect(key="prediction-success outcomes").set_value(expected)
    page = press(page, "Save our prediction")
    assert set(store.stage(wave.id).prediction) == set(expected)
    store.reveal(wave.id)
    shown = text(visit("display.py", key=wave.display_key))
    assert "of the 5 expected outcomes are at the top" in shown
    assert "Save our prediction" not in shown
