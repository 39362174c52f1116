"""The turn of a viewer of a shared page."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.live import turns
from jtbd_core.live.pace import Pace
from pages.components import turn
from tests.links import results_key
from tests.pages.conftest import Visit
from tests.pages.words import text

COMES = "comes by itself"


def have_no_turns(server: pytest.MonkeyPatch) -> None:
    """Let somebody else have had the only turn of the hour, and nobody wait for the next."""
    busy = turns.Turns(Pace(1, 1 / 3600))
    assert busy.take(turns.pace_of_viewer())
    server.setattr(turn, "turns", busy)
    server.setattr(turns, "PATIENCE", 0)


@pytest.mark.parametrize("page", ["results.py", "display.py"])
def test_a_shared_page_waits_for_its_turn(
    visit: Visit, store: Store, study_id: str, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a turn a viewer reads that the page comes, and it comes with the next one."""
    wave = store.open_wave(study_id)
    key = results_key(store, study_id) if page == "results.py" else wave.display_key
    with monkeypatch.context() as busy:
        have_no_turns(busy)
        seen = visit(page, key=key)
        assert COMES in text(seen)
        assert "joined" not in text(seen)
        assert "Results appear" not in text(seen)
    later = text(seen.run())
    assert COMES not in later
    assert "joined" in later or "Results appear" in later


def test_the_facilitator_waits_for_no_turn(
    facilitate: Visit, store: Store, study_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their own results are drawn, whoever watches beside them."""
    store.open_wave(study_id)
    have_no_turns(monkeypatch)
    assert "Results appear" in text(facilitate("results.py", study=study_id))
