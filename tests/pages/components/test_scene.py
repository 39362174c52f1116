"""What a room is shown at a moment, frozen or not."""

import re
from collections.abc import Callable

from jtbd_core.contract import Store
from jtbd_core.wave import Wave
from tests.pages.answers import rate_all
from tests.pages.conftest import Visit
from tests.pages.words import press, text


def rings(visit: Visit, wave: Wave) -> list[str]:
    """Return what the rings of the display say to those who do not see them."""
    page = visit("display.py", key=wave.display_key)
    return [said for part in page.get("html") for said in re.findall('aria-label="([^"]*)"', part.proto.body)]


def test_nothing_moves_while_the_display_is_frozen(
    facilitate: Visit, store: Store, wave: Wave, restart: Callable[[], Store]
) -> None:
    """Neither answers nor a reveal show until the display goes on, whether the server was started again or not."""
    store.begin(wave.id)
    rate_all(store, wave.id, 5)
    before = rings(facilitate, wave)
    press(facilitate("room.py", study=wave.study_id), "Freeze the display")
    rate_all(store, wave.id, 12)
    store.reveal(wave.id)
    assert rings(facilitate, wave) == before
    store = restart()
    assert rings(facilitate, wave) == before
    assert "with answers of 5 people" in text(facilitate("display.py", key=wave.display_key))
    store.unfreeze(wave.id)
    assert "12 people answered" in text(facilitate("display.py", key=wave.display_key))


def test_a_frozen_reveal_shows_the_scores_of_then(
    facilitate: Visit, store: Store, wave: Wave, restart: Callable[[], Store]
) -> None:
    """What was answered, revealed and closed since does not show, also after the server was started again."""
    rate_all(store, wave.id, 12)
    store.reveal(wave.id)
    before = text(facilitate("display.py", key=wave.display_key))
    assert "12 people answered" in before
    press(facilitate("room.py", study=wave.study_id), "Freeze the display")
    rate_all(store, wave.id, 30)
    store.reveal(wave.id)
    store.set_status(wave.id, "closed")
    store = restart()
    shown = text(facilitate("display.py", key=wave.display_key))
    assert [line for line in shown.splitlines() if "Frozen at" not in line] == before.splitlines()
    store.unfreeze(wave.id)
    assert "30 people answered" in text(facilitate("display.py", key=wave.display_key))
