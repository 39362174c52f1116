"""The verbs of remarks: read without their author, grouped, cleaned, deleted, released, taken back by their author."""

import pytest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.errors import NotFound, Refused
from jtbd_core.privacy import hidden_again, shown_remarks
from jtbd_core.study import OTHER_SOLUTION
from jtbd_core.wave import Answers, Wave
from jtbd_core.wave.remark import Remark
from tests.store.studies import ANNA, BERT, rated

PEOPLE = [letter * 22 for letter in "abcdefg"]
"""The tokens of seven people."""


def named(words: str, tapped: int | None = None) -> Answers:
    """Return the answer that something else is used, in own words."""
    return Answers(profile={"solution": OTHER_SOLUTION}, own_solution=words, tapped=tapped)


def the_remark(store: Store, wave: Wave) -> Remark:
    """Return the only remark of a wave."""
    (remark,) = store.remarks(wave.id)
    return remark


@pytest.fixture
def released(store: Store, wave: Wave) -> Store:
    """Give a store with the remarks of seven people, six of them released."""
    for number, token in enumerate(PEOPLE):
        store.save(wave.id, token, Answers(remark=f"Text {number}"))
    store.release_remarks(wave.id, [one.id for one in store.remarks(wave.id) if one.text != "Text 6"])
    return store


def test_remarks_come_without_their_author(store: Store, wave: Wave) -> None:
    """Nothing in a remark leads to its response; an emptied one is gone, and one written anew is another one."""
    store.save(wave.id, ANNA, Answers(remark="Price"))
    store.save(wave.id, BERT, Answers(remark="Noise"))
    store.save(wave.id, BERT, Answers(remark=""))
    remark = the_remark(store, wave)
    assert (remark.kind, remark.text, remark.is_released) == ("missed", "Price", False)
    assert remark.id not in (access.response_id(ANNA), access.digest(access.response_id(ANNA)))
    store.save(wave.id, ANNA, Answers(remark="Prices"))
    assert the_remark(store, wave).id != remark.id


def test_a_remark_stands_under_an_outcome_or_a_label(store: Store, wave: Wave) -> None:
    """The facilitator groups it, and takes it out again; the same text sent again stays where it is."""
    store.save(wave.id, ANNA, Answers(remark="Price"))
    name = the_remark(store, wave).id
    store.group_remark(name, outcome="time")
    store.save(wave.id, ANNA, Answers(remark="Price"))
    assert the_remark(store, wave).outcome == "time"
    store.group_remark(name, label=" Costs ")
    assert (the_remark(store, wave).outcome, the_remark(store, wave).label) == ("", "Costs")
    for outcome, label in (("nothing", ""), ("time", "Costs"), ("", "x" * 61)):
        with pytest.raises(Refused):
            store.group_remark(name, outcome, label)
    with pytest.raises(NotFound, match="written anew"):
        store.group_remark("somebody's", label="Costs")


def test_a_name_is_hidden_from_everybody(store: Store, wave: Wave) -> None:
    """The facilitator sees a mark in its place, and so does whoever wrote it."""
    store.save(wave.id, ANNA, Answers(remark="Gunther takes all parcels"))
    store.hide_words(the_remark(store, wave).id, ["Gunther"])
    assert the_remark(store, wave).text == store.response(ANNA).remark == "[name] takes all parcels"
    with pytest.raises(Refused):
        store.hide_words(the_remark(store, wave).id, ["Bert"])


def test_a_deleted_remark_is_gone_from_the_answers_too(store: Store, wave: Wave) -> None:
    """The ratings of whoever wrote it stay; deleting it again changes nothing."""
    store.save(wave.id, ANNA, rated("time", 4, 2))
    store.save(wave.id, ANNA, Answers(remark="Rude"))
    name = the_remark(store, wave).id
    store.delete_remark(name)
    store.delete_remark(name)
    assert store.remarks(wave.id) == []
    assert (store.response(ANNA).remark, list(store.response(ANNA).ratings)) == ("", ["time"])


def test_a_batch_is_released_at_once_or_not_at_all(released: Store, wave: Wave) -> None:
    """Six are shown; the seventh alone is refused, and so is one that somebody took back meanwhile."""
    assert len(shown_remarks(released.remarks(wave.id))) == 6
    (new,) = [one.id for one in released.remarks(wave.id) if not one.is_released]
    with pytest.raises(Refused, match="no fewer than 5"):
        released.release_remarks(wave.id, [new])
    with pytest.raises(NotFound):
        released.release_remarks(wave.id, [new, "gone"])


def test_who_deletes_or_rewrites_takes_the_released_copy_back(released: Store, wave: Wave) -> None:
    """Of six one is written anew: the others are withdrawn with it, not to be released again."""
    released.save(wave.id, PEOPLE[0], Answers(remark="Something else"))
    assert shown_remarks(released.remarks(wave.id)) == []
    withdrawn = [one.id for one in released.remarks(wave.id) if one.is_withdrawn]
    assert (len(withdrawn), hidden_again(released.remarks(wave.id))) == (5, set())
    for token in ("h" * 22, "i" * 22, "j" * 22):
        released.save(wave.id, token, Answers(remark=f"Text of {token}"))
    new = [one.id for one in released.remarks(wave.id) if not one.is_released]
    with pytest.raises(Refused, match="not shown again"):
        released.release_remarks(wave.id, [*new, withdrawn[0]])
    released.release_remarks(wave.id, new)
    assert len(shown_remarks(released.remarks(wave.id))) == 5


@pytest.mark.parametrize("people", [9, 10])
def test_who_deletes_takes_four_others_along(store: Store, wave: Wave, people: int) -> None:
    """Five leave a batch of ten at once, where fewer than five would be left all do; the facilitator's take nobody."""
    tokens = [f"{number:022}" for number in range(people + 1)]
    for token in tokens:
        store.save(wave.id, token, Answers(remark=f"Text of {token}"))
    store.release_remarks(wave.id, [one.id for one in store.remarks(wave.id)])
    store.delete_remark(next(one.id for one in store.remarks(wave.id) if tokens[-1] in one.text))
    assert len(shown_remarks(store.remarks(wave.id))) == people
    store.delete_response(access.response_id(tokens[0]))
    assert len(shown_remarks(store.remarks(wave.id))) == (5 if people == 10 else 0)
    assert len(store.remarks(wave.id)) == people - 1


def test_a_solution_in_own_words_is_a_remark_and_no_group(store: Store, wave: Wave) -> None:
    """It is read back with the answer, in no profile, and gone with another choice."""
    store.save(wave.id, ANNA, named("Pigeon post"))
    assert (the_remark(store, wave).kind, the_remark(store, wave).text) == ("solution", "Pigeon post")
    assert (store.response(ANNA).profile, store.response(ANNA).own_solution) == ({"solution": "*"}, "Pigeon post")
    assert store.profiles(wave.id).empty
    store.save(wave.id, ANNA, Answers(profile={"solution": "post"}))
    assert (store.remarks(wave.id), store.response(ANNA).own_solution) == ([], "")


def test_late_words_for_a_solution_do_not_return(store: Store, wave: Wave) -> None:
    """What was tapped first and arrives last changes neither the choice nor the words."""
    store.save(wave.id, ANNA, named("Pigeon post", tapped=5))
    store.save(wave.id, ANNA, named("Pigeons", tapped=7))
    store.save(wave.id, ANNA, named("Pigeon", tapped=6))
    assert the_remark(store, wave).text == store.response(ANNA).own_solution == "Pigeons"
    store.save(wave.id, ANNA, Answers(profile={"solution": "post"}, tapped=6))
    assert store.response(ANNA).own_solution == "Pigeons"


@pytest.mark.parametrize("words", ["x" * 81, "two\nlines"])
def test_own_words_are_a_short_line_of_their_own_answer(words: str) -> None:
    """They stand in a question, and come with the answer that they explain."""
    with pytest.raises(Refused):
        named(words)
    with pytest.raises(Refused, match="something else"):
        Answers(profile={"solution": "post"}, own_solution="Pigeon")


def test_a_restart_reads_the_same_words(store: Store, wave: Wave) -> None:
    """What the cache says of a response is what the database holds."""
    store.save(wave.id, ANNA, named("Pigeon post", tapped=5))
    store.save(wave.id, ANNA, Answers(remark="Price"))
    cached = store.response(ANNA)
    store.delete_remark(next(one.id for one in store.remarks(wave.id) if one.kind == "missed"))
    assert (store.response(ANNA).own_solution, store.response(ANNA).remark) == (cached.own_solution, "")
