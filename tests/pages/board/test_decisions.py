"""Notes and decisions on the results page."""

from jtbd_core.contract import Store
from tests.links import results_key
from tests.pages.conftest import Visit
from tests.pages.words import text
from tests.store.studies import PARCEL


def test_stakeholders_read_notes_and_decisions(visit: Visit, store: Store) -> None:
    """They stand below the results with their author, and can be changed by nobody there."""
    record = store.add_study(PARCEL)
    store.add_note(store.open_wave(record.id).id, "time", "decision", "Ann", "We ask ten more")
    page = visit("results.py", key=results_key(store, record.id))
    assert "Decision: We ask ten more" in text(page)
    assert "Save" not in [button.label for button in page.button]
