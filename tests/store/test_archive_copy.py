"""What a copy of a study has that its archive does not hold; and that beside the first study it tells no more."""

from datetime import datetime

import pytest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.errors import Refused
from jtbd_core.study.results_link import LinkSettings
from jtbd_core.wave import Answers, Wave
from tests.store.studies import PARCEL, rated, shared
from tests.store.test_archive_verbs import copied


@pytest.fixture
def wave(store: Store) -> Wave:
    """Give an open round of which the answers of five people were shown, and three more have come."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    for number in range(5):
        store.save(wave.id, f"{number:022}", rated("time", 5, 2))
    shared(store, wave.id)
    for number in range(5, 8):
        store.save(wave.id, f"{number:022}", rated("time", 4, 3))
    return wave


def copy_of(store: Store, wave: Wave) -> Wave:
    """Return the round of a copy of the study in the same database."""
    with store.archived(wave.study_id) as archived:
        return store.waves(store.add_copy(archived).id)[0]


def test_of_a_copy_nothing_more_is_released(store: Store, wave: Wave) -> None:
    """Both would release other sets of the same people: here all eight, and all that are left after two more came."""
    copy = copy_of(store, wave)
    assert (copy.status, store.progress(copy.id).rated) == ("closed", 8)
    with pytest.raises(Refused, match="open a new one"):
        store.set_status(copy.id, "open")
    store.delete_response(access.response_id(f"{7:022}"))
    for number in range(8, 11):
        store.save(wave.id, f"{number:022}", rated("time", 4, 3))
    assert [len(shared(store, one.id).ratings) for one in (wave, copy)] == [10, 5]


def test_groups_of_a_copy_do_not_move_at_its_end(store: Store, wave: Wave) -> None:
    """Those of the first move when somebody looks, who may have other people to look at by then."""
    store.set_status(wave.id, "closed")
    copy = copy_of(store, wave)
    for one in (wave, copy):
        shared(store, one.id)
    assert [store.ledger(one.id).occasion for one in (wave, copy)] == ["end", ""]


def test_remarks_that_were_not_released_cannot_be_of_a_copy(store: Store, wave: Wave) -> None:
    """A remark that only one of the two shows was written after the copy was made, perhaps by the one who came then."""
    for number in range(8):
        store.save(wave.id, f"{number:022}", Answers(remark=f"Remark {number}"))
    copy = copy_of(store, wave)
    store.release_remarks(wave.id, [one.id for one in store.remarks(wave.id)])
    with pytest.raises(Refused):
        store.release_remarks(copy.id, [one.id for one in store.remarks(copy.id)])
    assert len(store.remarks(copy.id)) == 8


def test_links_of_stakeholders_have_new_keys(store: Store, other: Store) -> None:
    """They show what they showed, until when, in what frame, behind the same passphrase; revoked ones are left."""
    study, ends = store.add_study(PARCEL).id, datetime(2040, 5, 6, 7)
    (first,) = store.results_links(study)
    store.revoke_results_link(first.id)
    hashed = access.passphrase_hash("open sesame")
    board = LinkSettings(name="Board", depth="headlines", files=False, remarks=True, passphrase=hashed, expires_at=ends)
    team = LinkSettings(name="Team", data=True, frame_origin="https://intranet.example")
    for one in (board, team):
        store.add_results_link(study, one)
    copies = other.results_links(copied(store, study, other).id)
    assert [one.settings for one in copies] == [board, team]
    assert not {one.key for one in copies} & {one.key for one in store.results_links(study)}
    assert other.results_link(copies[0].key).settings.name == "Board"
