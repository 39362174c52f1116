"""Until when answers are kept, as an owner sets it and facilitators are told."""

from datetime import date

from jtbd_core.contract import Store
from jtbd_core.wave import Wave
from jtbd_core.wave.retention import Retention
from tests.pages.conftest import Visit
from tests.pages.words import press, text

DAY = date(2099, 1, 5)


def test_an_owner_sets_a_day_which_is_announced(facilitate: Visit, store: Store, study_id: str) -> None:
    """On the page itself, among the studies and in the room; an empty day takes it back."""
    wave: Wave = store.open_wave(study_id)
    page = facilitate("access.py", study=study_id)
    page.date_input[0].set_value(DAY)
    page.selectbox(key=f"retention end {study_id}").set_value("delete")
    page = press(page, "Set")
    assert store.wave(wave.id).retention == store.retention(study_id) == Retention(until=DAY, end="delete")
    said = "kept until 5 January 2099, then deleted for good, once it is closed"
    for shown in (page, facilitate(), facilitate("room.py", study=study_id)):
        assert said in text(shown)
    page.date_input[0].set_value(None)
    press(page, "Set")
    assert store.wave(wave.id).retention is None


def test_an_editor_reads_it_only(visit_as: Visit, store: Store, study_id: str) -> None:
    """Owners set it."""
    store.share(study_id, "ann@example.com", "owner")
    store.share(study_id, "ben@example.com", "editor")
    store.open_wave(study_id)
    store.set_retention(study_id, Retention(until=DAY))
    page = visit_as("ben", "access.py", study=study_id)
    assert "then anonymised for good" in text(page)
    assert len(page.date_input) == 0
