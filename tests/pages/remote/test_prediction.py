"""What the team expects at the top."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from tests.pages.answers import rate_all
from tests.pages.conftest import Visit
from tests.pages.words import press, text


def test_the_team_predicts_and_then_sees_the_gap(facilitate: Visit, visit: Visit, store: Store, study_id: str) -> None:
    """Five expected outcomes are kept with the wave, and met by the answers at the reveal, on the display too."""
    wave = store.open_wave(study_id)
    rate_all(store, wave.id, 12)
    page = facilitate("room.py", study=study_id)
    expected = [one.id for one in demo_study().success_outcomes][:5]
    page.multiselect(key="prediction-success outcomes").set_value(expected)
    press(page, "Save our prediction")
    assert set(store.stage(wave.id).prediction) == set(expected)
    store.reveal(wave.id)
    for shown in (facilitate("room.py", study=study_id), visit("display.py", key=wave.display_key)):
        assert "of the 5 expected outcomes are at the top" in text(shown)
        assert "Save our prediction" not in text(shown)


def test_the_display_changes_nothing(visit: Visit, store: Store, study_id: str) -> None:
    """Who holds its link has no button and no field there, whatever is shown."""
    wave = store.open_wave(study_id)
    for step in (store.wave, store.begin, store.reveal):
        step(wave.id)
        page = visit("display.py", key=wave.display_key)
        assert [*page.button, *page.multiselect, *page.text_input] == []
