"""The form of a trial, whose answers never count."""

from collections.abc import Callable

from jtbd_core.contract import Store
from jtbd_core.wave import Wave
from tests.form.conftest import PARCEL, Visitor


def test_a_trial_is_marked_on_every_page(visitor: Visitor, arrive: Callable[[Wave], Visitor], store: Store) -> None:
    """From the introduction to the thanks a trial says that it does not count; a wave says nothing of it."""
    said = "Trial Answers given here are not counted"
    tester = arrive(store.open_trial(store.add_study(PARCEL).id))
    seen = [tester.open().words, tester.start().words]
    tester.press({"q.haste": "low"})
    while tester.page.cards:
        seen.append(tester.page.words)
        tester.rate()
    seen.append(tester.page.words)
    assert len(seen) > 4
    assert all(said in words for words in seen)
    assert said not in visitor.open().words


def test_who_stops_a_trial_early_is_not_told_that_it_counts(arrive: Callable[[Wave], Visitor], store: Store) -> None:
    """The thanks of a trial say how much was rated, and leave out what its mark denies."""
    tester = arrive(store.open_trial(store.add_study(PARCEL).id))
    tester.start()
    tester.press()
    said = tester.rate("enough").words
    assert "You rated 1 of 6 statements." in said
    assert "counts" not in said
