"""When remarks that were released are shown."""

from jtbd_core.contract import Store
from jtbd_core.live.shared_remarks import shared_remarks
from jtbd_core.wave import Answers
from tests.store.studies import PARCEL


def test_a_round_that_waits_shows_no_remark_before_its_reveal(store: Store) -> None:
    """What the facilitator released meanwhile appears with everything else."""
    wave = store.open_wave(store.add_study(PARCEL).id, waits_for_reveal=True)
    for person in range(5):
        store.save(wave.id, f"{person:022}", Answers(remark=f"Text {person}"))
    store.release_remarks(wave.id, [one.id for one in store.remarks(wave.id)])
    assert shared_remarks(store, [store.wave(wave.id)]) == []
    assert len(shared_remarks(store, [store.reveal(wave.id)])) == 5
