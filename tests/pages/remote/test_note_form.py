"""Notes pinned on the remote."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from tests.pages.answers import rate_all
from tests.pages.conftest import Visit
from tests.pages.words import press, text


def test_a_note_is_pinned_and_read_in_the_results(facilitate: Visit, store: Store, study_id: str) -> None:
    """A note stands under its outcome with its author, on the remote and in the facilitator's results."""
    wave = store.open_wave(study_id)
    rate_all(store, wave.id, 5)
    page = facilitate("room.py", study=study_id)
    assert "A note needs a text and a name" in press(page, "Pin it").toast[0].value
    page.text_input(key="note-author").set_value("Ann")
    page.text_area(key="note-text").set_value("Try *lockers*")
    page = press(page, "Pin it")
    (note,) = store.notes(wave.id)
    assert (note.author, note.text, note.outcome) == ("Ann", "Try *lockers*", demo_study().outcomes[0].id)
    assert "Note: Try *lockers*" in text(page)
    store.reveal(wave.id)
    assert "Note: Try *lockers*" in text(facilitate("results.py", study=study_id))
    press(facilitate("room.py", study=study_id), "Delete")
    assert store.notes(wave.id) == []
