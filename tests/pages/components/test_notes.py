"""Notes and decisions, as they are read and changed."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from tests.pages.conftest import Visit


def test_a_note_is_changed_by_a_press_right_after_typing(facilitate: Visit, store: Store, study_id: str) -> None:
    """What is saved is what stands in the box, known to the page before or not."""
    wave = store.open_wave(study_id)
    store.add_note(wave.id, demo_study().outcomes[0].id, "note", "Ann", "Try lockers")
    page = facilitate("room.py", study=study_id)
    next(box for box in page.text_area if box.label == "Text").set_value("Try lockers in May")
    next(button for button in page.button if (button.key or "").startswith("save-")).click().run()
    assert [(note.author, note.text) for note in store.notes(wave.id)] == [("Ann", "Try lockers in May")]
