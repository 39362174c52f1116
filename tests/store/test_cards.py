"""Where in the form a card stood and how long it took, as the store keeps it."""

from jtbd_core.contract import Store
from jtbd_core.wave import Answers, Rating, Wave
from tests.store.studies import answers

ANNA = "a" * 22


def test_position_and_time_of_a_card_are_kept(store: Store, wave: Wave) -> None:
    """They are told beside the ratings, and the response is the same as without them."""
    rating = Rating(outcome="time", importance=5, experience=2)
    store.save(wave.id, ANNA, Answers(ratings=(Rating(outcome="on-time", experience=1),)))
    store.save(
        wave.id,
        ANNA,
        Answers(ratings=(Rating(outcome="time", importance=5, experience=2, position=3, seconds=4.5),)),
    )
    told = store.cards(wave.id).set_index("outcome")
    assert told.loc["time", ["position", "seconds"]].tolist() == [3, 4.5]
    assert told.loc["on-time", ["position", "seconds"]].isna().all()
    assert store.response(ANNA).ratings["time"] == rating


def test_a_later_save_without_a_time_keeps_the_time(store: Store, wave: Wave) -> None:
    """The save of the whole page does not wipe what its cards told; a longer time replaces a shorter one."""
    for seconds in (2.5, 8.0, None):
        rating = Rating(outcome="time", importance=5, experience=2, position=1, seconds=seconds)
        store.save(wave.id, ANNA, Answers(ratings=(rating,)))
    assert store.cards(wave.id)["seconds"].tolist() == [8.0]


def test_imported_answers_have_neither_position_nor_time(store: Store, wave: Wave) -> None:
    """What is not known is missing, and an empty wave has the columns of a full one."""
    assert list(store.cards(wave.id)) == ["respondent", "outcome", "position", "seconds", "took_bait"]
    store.set_status(wave.id, "closed")
    imported = store.import_wave(wave.study_id, answers(("7", "time", 5.0, 2.0, False)))
    assert store.cards(imported.id)[["position", "seconds"]].isna().all(axis=None)
