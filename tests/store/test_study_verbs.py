"""The verbs of studies: drafts, their launch, their keys and their end."""

import msgspec
import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import NotFound, StudyChanged, StudyFrozen
from jtbd_core.wave import Answers, Rating, Wave
from tests.store.studies import PARCEL


def test_a_study_comes_back_as_it_was_kept(store: Store) -> None:
    """A study is read back equal, as a draft of revision 1."""
    record = store.add_study(PARCEL)
    assert store.study(record.id) == record
    assert (record.study, record.status, record.revision) == (PARCEL, "draft", 1)


def test_a_saved_draft_replaces_the_one_before(store: Store) -> None:
    """A draft changes, counts its revisions, and moves to the front of the list."""
    first, _ = store.add_study(PARCEL), store.add_study(PARCEL)
    renamed = msgspec.structs.replace(PARCEL, title="Renamed")
    saved = store.save_study(first.id, renamed, first.revision)
    assert (saved.study, saved.revision) == (renamed, 2)
    assert store.studies()[0] == saved


def test_a_draft_changed_elsewhere_is_not_overwritten(store: Store) -> None:
    """The second of two people who started from the same revision is refused; the first one's work stays."""
    record = store.add_study(PARCEL)
    mine = store.save_study(record.id, msgspec.structs.replace(PARCEL, title="Mine"), record.revision)
    with pytest.raises(StudyChanged, match="another window"):
        store.save_study(record.id, msgspec.structs.replace(PARCEL, title="Yours"), record.revision)
    assert store.study(record.id) == mine


def test_opening_a_wave_freezes_the_study(store: Store, wave: Wave) -> None:
    """A launched study refuses every change."""
    record = store.study(wave.study_id)
    assert record.status == "launched"
    with pytest.raises(StudyFrozen, match="launched"):
        store.save_study(record.id, PARCEL, record.revision)


def test_a_deleted_study_takes_its_answers_with_it(store: Store, wave: Wave) -> None:
    """Nothing of a deleted study is left."""
    store.save(wave.id, "t" * 22, Answers(ratings=(Rating(outcome="time", experience=3),)))
    store.delete_study(wave.study_id)
    assert store.studies() == []
    assert store.version(wave.id).rows == 0
    for ask in (
        lambda: store.study(wave.study_id),
        lambda: store.wave(wave.id),
        lambda: store.response("t" * 22),
    ):
        with pytest.raises(NotFound):
            ask()
