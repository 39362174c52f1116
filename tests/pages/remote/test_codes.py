"""Single-use codes on the remote."""

from jtbd_core.contract import Store
from tests.pages.conftest import Visit
from tests.pages.words import text


def test_the_room_says_what_codes_do(facilitate: Visit, store: Store, study_id: str) -> None:
    """Looking at the codes makes none; once there are some, the room says that it asks for one."""
    wave = store.open_wave(study_id)
    shown = text(facilitate("room.py", study=study_id))
    assert "Each code lets one person begin" in shown
    assert "This round asks for a code" not in shown
    assert not store.wave(wave.id).asks_code
    store.add_codes(wave.id, 1)
    assert "This round asks for a code" in text(facilitate("room.py", study=study_id))
