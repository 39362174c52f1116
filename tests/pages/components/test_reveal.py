"""The reveal, on the remote."""

from jtbd_core.contract import Store
from tests.pages.answers import rate_all
from tests.pages.conftest import Visit
from tests.pages.words import press, text


def test_the_reveal_shows_leaders_split_and_sureness(facilitate: Visit, store: Store, study_id: str) -> None:
    """One press of the remote reveals how many answered, what splits the room and what more people would add."""
    wave = store.open_wave(study_id)
    rate_all(store, wave.id, 12)
    press(facilitate("room.py", study=study_id), "Reveal")
    assert store.wave(wave.id).revealed_at is not None
    shown = text(facilitate("room.py", study=study_id))
    assert "12 people answered" in shown
    assert "more people would" in shown
    assert "two camps of 12 people" in shown
