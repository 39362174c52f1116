"""Notes and decisions on the results page."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.wave import Wave
from tests.pages.conftest import Visit
from tests.pages.words import text


def test_stakeholders_read_notes_and_decisions(visit: Visit, store: Store, wave: Wave, key: str) -> None:
    """They stand below the results with their author, and can be changed by nobody there."""
    store.add_note(wave.id, demo_study().outcomes[0].id, "decision", "Ann", "We ask ten more")
    page = visit("results.py", key=key)
    assert "Decision: We ask ten more" in text(page)
    assert "Save" not in [button.label for button in page.button]
