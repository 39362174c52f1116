"""The ledger of a wave, on every engine."""

from collections.abc import Callable
from dataclasses import replace

from jtbd_core.contract import Store
from jtbd_core.wave import Answers, Group, Rating, Wave
from jtbd_core.wave.ledger import ERASED, EVERYBODY, Ledger, Release

COURIER = Group("solution", "courier")
FIRST = Release(number=1, outcome="time", group=EVERYBODY, until=9, occasion="")
HIDDEN = Release(number=2, outcome="time", group=COURIER, until=9, occasion="end", is_shown=False)


def test_a_ledger_is_empty_before_the_first_release(store: Store, wave: Wave) -> None:
    """Nothing was released of a new wave."""
    assert store.ledger(wave.id) == Ledger()


def test_releases_are_kept_in_their_order(store: Store, opened: Callable[[], Store], wave: Wave) -> None:
    """What was appended is there after the database is opened again, with who was withheld and who belonged."""
    for token in ("a" * 22, "b" * 22):
        store.save(wave.id, token, Answers(ratings=(Rating(outcome="time", importance=5, experience=2),)))
    names = sorted(store.response(token).id for token in ("a" * 22, "b" * 22))
    hidden, members = replace(HIDDEN, without=tuple(names)), {("end", COURIER): frozenset(names)}
    assert store.add_releases(wave.id, 0, Ledger((FIRST,)))
    assert store.add_releases(wave.id, store.ledger(wave.id).number, Ledger((hidden,), members))
    store.close()
    assert opened().ledger(wave.id) == Ledger((FIRST, hidden), members)


def test_of_two_who_append_at_once_one_is_told_to_look_again(store: Store, wave: Wave) -> None:
    """A ledger that is no longer the newest takes nothing, and neither do releases that name somebody who is gone."""
    store.save(wave.id, "a" * 22, Answers(ratings=(Rating(outcome="time", importance=5, experience=2),)))
    one = store.response("a" * 22).id
    assert store.add_releases(wave.id, 0, Ledger((FIRST,)))
    assert not store.add_releases(wave.id, 0, Ledger((FIRST,)))
    hidden = replace(HIDDEN, without=(one,))
    store.delete_response(one)
    before = store.ledger(wave.id)
    assert not store.add_releases(wave.id, before.number, Ledger((hidden,)))
    assert not store.add_releases(wave.id, before.number, Ledger((), {("end", COURIER): frozenset([one])}))
    assert store.add_releases(wave.id, before.number, Ledger((replace(FIRST, number=2),)))


def test_a_deleted_answer_leaves_a_row_without_name_or_value(store: Store, wave: Wave) -> None:
    """That somebody had answered stays in the log, under another name."""
    rated = Answers(profile={"solution": "courier"}, ratings=(Rating(outcome="time", importance=5, experience=2),))
    store.save(wave.id, "a" * 22, rated)
    one = store.response("a" * 22).id
    members = {("end", COURIER): frozenset([one])}
    assert store.add_releases(wave.id, store.ledger(wave.id).number, Ledger((FIRST,), members))
    store.delete_response(one)
    (row,) = store.log(wave.id, 0).itertuples()
    assert (row.importance, row.experience) == (ERASED, ERASED)
    assert row.respondent != one
    assert store.ledger(wave.id).members == {("end", COURIER): frozenset([row.respondent])}
    assert store.version(wave.id).erased == 1


def test_of_who_only_said_something_of_themselves_nothing_is_left(store: Store, wave: Wave) -> None:
    """Whoever comes back with the same link would else be where they were, whatever they say then."""
    store.save(wave.id, "a" * 22, Answers(profile={"solution": "courier"}))
    one = store.response("a" * 22).id
    assert store.add_releases(wave.id, 0, Ledger((FIRST,), {("end", COURIER): frozenset([one])}))
    store.delete_response(one)
    assert store.ledger(wave.id) == Ledger((FIRST,))


def test_a_deleted_study_takes_its_ledgers_along(store: Store, wave: Wave) -> None:
    """Nothing of a ledger is left."""
    store.add_releases(wave.id, 0, Ledger((HIDDEN,)))
    store.delete_study(wave.study_id)
    assert store.ledger(wave.id) == Ledger()
