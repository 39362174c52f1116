"""The ledger of a wave, on every engine."""

from collections.abc import Callable

from jtbd_core.contract import Store
from jtbd_core.wave import Answers, Group, Rating, Wave
from jtbd_core.wave.ledger import EVERYBODY, Ledger, Release

COURIER = Group("solution", "courier")
FIRST = Release(number=1, outcome="time", group=EVERYBODY, until=9, occasion="")
HIDDEN = Release(number=2, outcome="time", group=COURIER, until=9, occasion="end", without=("a", "b"), is_shown=False)
MEMBERS = {("end", COURIER): frozenset(["a", "b", "c"])}


def test_a_ledger_is_empty_before_the_first_release(store: Store, wave: Wave) -> None:
    """Nothing was released of a new wave."""
    assert store.ledger(wave.id) == Ledger()


def test_releases_are_kept_in_their_order(store: Store, opened: Callable[[], Store], wave: Wave) -> None:
    """What was appended is there after the database is opened again, with who was withheld and who belonged."""
    assert store.add_releases(wave.id, Ledger(), Ledger((FIRST,)))
    assert store.add_releases(wave.id, store.ledger(wave.id), Ledger((HIDDEN,), MEMBERS))
    store.close()
    assert opened().ledger(wave.id) == Ledger((FIRST, HIDDEN), MEMBERS)


def test_of_two_who_append_at_once_one_is_told_to_look_again(store: Store, wave: Wave) -> None:
    """A ledger that is no longer the newest takes nothing, and neither does one from before a deletion."""
    store.save(wave.id, "a" * 22, Answers(ratings=(Rating(outcome="time", importance=5, experience=2),)))
    assert store.add_releases(wave.id, Ledger(), Ledger((FIRST,)))
    assert not store.add_releases(wave.id, Ledger(), Ledger((FIRST,)))
    before = store.ledger(wave.id)
    store.delete_response(store.response("a" * 22).id)
    assert not store.add_releases(wave.id, before, Ledger((HIDDEN,)))
    assert store.add_releases(wave.id, store.ledger(wave.id), Ledger((HIDDEN,)))


def test_a_deleted_answer_leaves_a_row_without_name_or_value(store: Store, wave: Wave) -> None:
    """That somebody had answered stays in the log once something was released, under another name; before, nothing."""
    rated = Answers(profile={"solution": "courier"}, ratings=(Rating(outcome="time", importance=5, experience=2),))
    for token in ("a" * 22, "b" * 22):
        store.save(wave.id, token, rated)
    first, second = (store.response(token).id for token in ("a" * 22, "b" * 22))
    store.delete_response(first)
    assert set(store.log(wave.id, store.version(wave.id).last)["respondent"]) == {second}
    members = {("end", COURIER): frozenset([second])}
    assert store.add_releases(wave.id, store.ledger(wave.id), Ledger((FIRST,), members))
    store.delete_response(second)
    (row,) = store.log(wave.id, 0).itertuples()
    assert (row.importance, row.experience) == (0, 0)
    assert row.respondent != second
    assert store.ledger(wave.id).members == {("end", COURIER): frozenset([row.respondent])}


def test_a_deleted_study_takes_its_ledgers_along(store: Store, wave: Wave) -> None:
    """Nothing of a ledger is left."""
    store.add_releases(wave.id, Ledger(), Ledger((HIDDEN,), MEMBERS))
    store.delete_study(wave.study_id)
    assert store.ledger(wave.id) == Ledger()
