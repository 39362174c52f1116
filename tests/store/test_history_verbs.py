"""The verbs of histories: what can be undone of a draft."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.errors import StudyChanged
from jtbd_core.study import StudyRecord
from jtbd_core.study.history import LONGEST_HISTORY, History
from tests.store.studies import PARCEL


def titled(store: Store, record: StudyRecord, *titles: str, field: str = "") -> StudyRecord:
    """Save a draft under one title after the other."""
    for title in titles:
        study = replace(record.study, title=title)
        record = store.save_study(record.id, study, record.revision, f"called it {title}", field)
    return record


def test_undo_and_redo_lead_through_every_state(store: Store) -> None:
    """Each change is undone and redone by its name, in order, and nothing is left to do at either end."""
    record = titled(store, store.add_study(PARCEL), "A", "B")
    assert store.history(record.id) == History(past=("called it A", "called it B"))
    seen = []
    for turn in (store.undo, store.undo, store.undo, store.redo, store.redo, store.redo):
        record = turn(record.id, record.revision)
        seen.append(record.study.title)
    assert seen == ["A", PARCEL.title, PARCEL.title, "A", "B", "B"]


def test_a_change_after_an_undo_forgets_what_was_undone(store: Store) -> None:
    """What was undone cannot be redone over newer words."""
    record = titled(store, store.add_study(PARCEL), "A", "B")
    record = titled(store, store.undo(record.id, record.revision), "C")
    assert store.history(record.id) == History(past=("called it A", "called it C"))
    assert store.undo(record.id, record.revision).study.title == "A"


def test_what_is_typed_into_one_field_is_undone_at_once(store: Store) -> None:
    """Each pause saves the words so far; one undo brings back those before the first."""
    record = titled(store, store.add_study(PARCEL), "A", "AB", "ABC", field="title")
    assert store.undo(record.id, record.revision).study == PARCEL


def test_the_oldest_changes_are_forgotten(store: Store) -> None:
    """The history is bounded, so that a draft that is worked on for weeks stays small."""
    record = titled(store, store.add_study(PARCEL), *(str(n) for n in range(LONGEST_HISTORY + 2)))
    assert store.history(record.id).past[0] == "called it 2"
    for _ in range(LONGEST_HISTORY):
        record = store.undo(record.id, record.revision)
    assert (record.study.title, store.history(record.id).past) == ("1", ())


def test_undo_does_not_overwrite_another_window(store: Store) -> None:
    """A window that has not seen the last change cannot undo it unseen, and the history stays as it was."""
    record = titled(store, store.add_study(PARCEL), "A")
    newer = titled(store, record, "B")
    with pytest.raises(StudyChanged):
        store.undo(record.id, record.revision)
    assert (store.study(record.id), len(store.history(record.id).past)) == (newer, 2)


@pytest.mark.parametrize("end", [lambda store, at: store.open_wave(at), lambda store, at: store.delete_study(at)])
def test_a_launch_and_a_deletion_end_the_history(store: Store, end: Callable[[Store, str], object]) -> None:
    """A launched study is frozen, and of one that is deleted no words are kept."""
    record = titled(store, store.add_study(PARCEL), "A")
    end(store, record.id)
    assert store.history(record.id) == History()
