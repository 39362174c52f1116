"""How a wave is run before people, and what is noted of it."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import NotFound, Refused
from jtbd_core.live.sharing import Request
from jtbd_core.wave import Answers, Progress, Rating, Wave
from jtbd_core.wave.stage import Counts, SectionProgress, Stage
from tests.store.studies import PARCEL, shared

COUNTS = Counts(Progress(3, 2, 1), (SectionProgress("step.hand-over", "Hand over", 1),), late=1)


def test_a_wave_begins_in_the_lobby_at_everybodys_own_pace(store: Store, wave: Wave) -> None:
    """Before the facilitator does anything there is nothing of a stage."""
    assert store.stage(wave.id) == Stage()


def test_the_rating_begins_once(store: Store, wave: Wave) -> None:
    """Beginning again does not move the moment."""
    begun = store.begin(wave.id)
    assert begun.begun_at is not None
    assert store.begin(wave.id) == store.stage(wave.id) == begun


def test_each_part_of_a_stage_is_kept_without_the_others(store: Store, opened: Callable[[], Store], wave: Wave) -> None:
    """Pace, freeze and prediction do not overwrite each other, and are there after the database is opened again."""
    store.begin(wave.id)
    store.set_pace(wave.id, 2)
    store.predict(wave.id, ["undamaged", "time"])
    kept = store.freeze(wave.id, COUNTS)
    assert (kept.opened, kept.prediction) == (2, ("undamaged", "time"))
    assert None not in (kept.begun_at, kept.frozen)
    store.close()
    assert opened().stage(wave.id) == kept


def test_a_display_thaws_and_a_pace_becomes_everybodys_own(store: Store, wave: Wave) -> None:
    """Freezing and pacing are taken back."""
    store.freeze(wave.id, COUNTS)
    store.set_pace(wave.id, 0)
    store.unfreeze(wave.id)
    store.set_pace(wave.id, None)
    assert store.stage(wave.id) == Stage()


def test_a_frozen_display_keeps_what_the_wave_was(store: Store, opened: Callable[[], Store], wave: Wave) -> None:
    """Status, reveal, counts and answers are those of then, after more answers, a second freeze and a restart."""
    rated = Answers(ratings=(Rating(outcome="time", importance=5, experience=2),))
    for number in range(5):
        store.save(wave.id, f"{number:022}", rated)
    revealed_at = store.reveal(wave.id).revealed_at
    then = shared(store, wave.id).ratings
    frozen = store.freeze(wave.id, COUNTS).frozen
    assert frozen is not None
    assert (frozen.status, frozen.revealed_at, frozen.counts) == ("open", revealed_at, COUNTS)
    for number in range(4, 14):
        store.save(wave.id, f"{number:022}", Answers(ratings=(Rating(outcome="time", importance=1, experience=5),)))
    store.set_status(wave.id, "closed")
    assert store.freeze(wave.id, Counts(Progress(14, 14, 0), (), late=0)).frozen == frozen
    store.close()
    again = opened()
    assert again.stage(wave.id).frozen == frozen
    assert len(shared(again, wave.id).ratings) == 14
    assert shared(again, wave.id, Request(until=frozen.log.last)).ratings.equals(then)


def test_a_prediction_changes_until_the_reveal(store: Store, wave: Wave) -> None:
    """The team may think again, but not once it has seen the answers."""
    store.predict(wave.id, ["time"])
    store.predict(wave.id, ["on-time"])
    store.reveal(wave.id)
    with pytest.raises(Refused, match="revealed"):
        store.predict(wave.id, ["undamaged"])
    assert store.stage(wave.id).prediction == ("on-time",)


def test_only_outcomes_of_the_study_are_predicted(store: Store, wave: Wave) -> None:
    """An unknown outcome is refused and nothing is kept."""
    with pytest.raises(Refused):
        store.predict(wave.id, ["time", "nothing"])
    assert store.stage(wave.id).prediction == ()


def test_those_who_came_after_a_moment_are_counted(store: Store, wave: Wave) -> None:
    """A response counts from its first save on."""
    store.save(wave.id, "a" * 22, Answers(profile={"solution": "post"}))
    begun = store.begin(wave.id).begun_at
    assert begun is not None
    store.save(wave.id, "b" * 22, Answers(ratings=(Rating(outcome="time", experience=2),)))
    assert store.joined_since(wave.id, begun) == 1
    assert store.joined_since(wave.id, begun + timedelta(minutes=2)) == 0


def test_a_note_is_pinned_changed_and_deleted(store: Store, wave: Wave) -> None:
    """Notes are kept in the order written, each with its author and time."""
    first = store.add_note(wave.id, "time", "note", " Ann ", "Queues at noon")
    second = store.add_note(wave.id, "time", "decision", "Bob", "Try lockers")
    assert (first.author, first.outcome) == ("Ann", "time")
    changed = store.change_note(first.id, "decision", "Ann", "Open at noon")
    assert changed.written_at > first.written_at
    assert store.notes(wave.id) == [changed, second]
    store.delete_note(first.id)
    assert store.notes(wave.id) == [second]
    with pytest.raises(NotFound):
        store.change_note(first.id, "note", "Ann", "Too late")


@pytest.mark.parametrize(("outcome", "text"), [("time", " "), ("none", "x")])
def test_a_note_on_nothing_is_refused(store: Store, wave: Wave, outcome: str, text: str) -> None:
    """A note needs a text and an outcome that the study has."""
    with pytest.raises(Refused):
        store.add_note(wave.id, outcome, "note", "Ann", text)
    assert store.notes(wave.id) == []


def test_nothing_is_kept_of_a_wave_that_is_not_there(store: Store) -> None:
    """An unknown wave is refused."""
    with pytest.raises(NotFound):
        store.begin("nothing")


def test_a_deleted_study_takes_its_notes_along(store: Store, wave: Wave) -> None:
    """Nothing is left of what was said."""
    store.add_note(wave.id, "time", "note", "Ann", "Queues at noon")
    store.freeze(wave.id, COUNTS)
    store.delete_study(wave.study_id)
    assert (store.notes(wave.id), store.stage(wave.id)) == ([], Stage())
    assert store.studies() == []
    assert store.add_study(PARCEL).status == "draft"
