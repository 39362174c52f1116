"""The rounds of a room: two at once, and what they are called."""

from jtbd_core.contract import Store
from tests.pages.conftest import Visit
from tests.pages.words import press, text


def test_two_rooms_have_a_round_each(facilitate: Visit, store: Store, study_id: str) -> None:
    """Another round is opened beside the one that goes on; the remote says which it is for, and changes that one."""
    first = store.open_wave(study_id)
    page = press(facilitate("room.py", study=study_id), "Open round 2")
    assert [wave.status for wave in store.waves(study_id)] == ["open", "open"]
    assert "Open round 3" not in [button.label for button in page.button]
    assert "Round 2" in text(page)
    page = facilitate("room.py", study=study_id, round="1")
    assert "Round 1  :green-badge" in text(page)
    press(page, "Pause")
    assert [wave.status for wave in store.waves(study_id)] == ["open", "paused"]
    press(page, "Close for good")
    assert store.wave(first.id).status == "closed"
    assert "Round 2" in text(facilitate("room.py", study=study_id, round="1"))


def test_a_round_is_named_in_its_room(facilitate: Visit, store: Store, study_id: str) -> None:
    """The name stands in the head at once, as it was written."""
    wave = store.open_wave(study_id)
    page = facilitate("room.py", study=study_id)
    next(field for field in page.text_input if "Shown with its results" in field.label).set_value("*Pilot*")
    assert "*Pilot*" in text(press(page, "Save the name"))
    assert store.wave(wave.id).name == "*Pilot*"
