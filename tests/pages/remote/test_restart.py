"""A wave that is archived and restarted."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers, demo_study
from tests.pages.conftest import Visit
from tests.pages.words import press, text

STUDY = demo_study()


def test_a_wave_is_archived_and_restarted(facilitate: Visit, store: Store, study_id: str) -> None:
    """One click closes the wave, keeps it apart and opens the next; another restores it."""
    wave = store.import_wave(study_id, *demo_answers(STUDY), status="open")
    page = press(facilitate("room.py", study=study_id), "Archive and open a fresh round")
    assert [(one.number, one.status, one.is_archived) for one in store.waves(study_id)] == [
        (2, "open", False),
        (1, "closed", True),
    ]
    assert "Round 2" in text(page)
    assert "240 people rated" in text(page)
    assert "0 people" in text(facilitate())
    press(page, "Restore")
    assert not store.wave(wave.id).is_archived
