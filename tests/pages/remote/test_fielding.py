"""How the fielding of a round goes, on the remote."""

from contextlib import suppress

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import WaveClosed
from jtbd_core.wave import Answers, Wave
from jtbd_core.wave.panel import Panel, Panelist, Quota
from tests.pages.conftest import Visit
from tests.pages.made_files import given
from tests.pages.words import press, text
from tests.store.studies import PARCEL


@pytest.fixture
def wave(store: Store) -> Wave:
    """Give a round in which one of a panel took the only place, and one was turned away."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    wave = store.set_panel(wave.id, Panel(parameters=("pid",), quotas=(Quota("haste", "high", 1),)))
    for number, standing in ((2, "completed"), (1, "quota")):
        person = Panelist({"pid": f"p{number}"}, f"{number:022}")
        store.note_panelist(wave.id, person, "started").result()
        with suppress(WaveClosed):
            store.save(wave.id, f"{number:022}", Answers(profile={"haste": "high"}, tapped=1, is_finished=True))
        store.note_panelist(wave.id, person, standing).result()
    return wave


def test_live_counts_tell_the_facilitator_who_finds_room(facilitate: Visit, store: Store, wave: Wave) -> None:
    """Places, people turned away and the list are counted; the list itself stays until the round is closed."""
    page = facilitate("room.py", study=wave.study_id)
    shown = text(page)
    assert "Turned away: 1 without room" in shown
    assert "On the list of the panel: 1 completed, 1 without room" in shown
    assert "It can be downloaded once the round is closed" in shown
    bars = [one.proto.text for one in page.get("progress")]
    assert any("1 of 1, 1 of them finished" in one.replace("\\", "") for one in bars)


def test_places_of_deleted_answers_are_told(facilitate: Visit, store: Store, wave: Wave) -> None:
    """Whose answers are gone keeps the place, and the count says so."""
    store.delete_response(store.response(f"{2:022}").id)
    (bar,) = (
        one.proto.text
        for one in facilitate("room.py", study=wave.study_id).get("progress")
        if "finished" in one.proto.text
    )
    assert "1 of 1, 0 of them finished, 1 deleted their answers since and keep their place" in bar.replace("\\", "")


def test_the_list_of_a_closed_round_is_downloaded_and_deleted(facilitate: Visit, store: Store, wave: Wave) -> None:
    """It is sorted by id, and gone for good once it was deleted."""
    store.set_status(wave.id, "closed")
    page = facilitate("room.py", study=wave.study_id)
    assert given(page, store, "List as CSV") == b"pid,standing\np1,quota full\np2,completed\n"
    press(page, "Delete it for good")
    assert store.listed(wave.id) == []


def test_the_list_of_an_earlier_round_stays(facilitate: Visit, store: Store, wave: Wave) -> None:
    """While the next round goes on, the list of the one before is still there to pay people by."""
    store.set_status(wave.id, "closed")
    store.open_wave(wave.study_id)
    page = facilitate("room.py", study=wave.study_id)
    assert "The list of Round 1" in text(page)
    assert given(page, store, "List as CSV").startswith(b"pid,standing\np1,")
