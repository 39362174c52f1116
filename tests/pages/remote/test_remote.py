"""The remote of a wave."""

from jtbd_core.contract import Store
from tests.pages.answers import rate_all
from tests.pages.conftest import Visit
from tests.pages.words import text


def test_the_remote_shows_no_averages_before_the_reveal(facilitate: Visit, store: Store, study_id: str) -> None:
    """Progress by job step is there from the start, charts and scores are not."""
    wave = store.open_wave(study_id)
    rate_all(store, wave.id, 12)
    page = facilitate("room.py", study=study_id)
    assert page.get("vega_lite_chart") == []
    assert "opportunity" not in text(page).lower()
