"""Saves that arrive in another order than they were tapped, on every engine."""

from collections.abc import Callable

import pytest

from jtbd_core.access import response_id
from jtbd_core.contract import Store
from jtbd_core.live.sharing import Request, share
from jtbd_core.wave import Answers, Group, Rating, Wave
from tests.store.studies import PARCEL, all_shared

ANNA = "a" * 22


def tapped(time: int | None, importance: int) -> Rating:
    """Return a rating that was tapped then."""
    return Rating(outcome="time", importance=importance, experience=2, tapped=time)


def told(store: Store, wave: Wave) -> list[float]:
    """Return the importance as each way of reading tells it."""
    store.set_status(wave.id, "closed")
    everybody = [store.ratings(wave.id), store.log(wave.id, store.version(wave.id).last).tail(1)]
    (own,) = store.response(ANNA).ratings.values()
    return [own.importance or 0, *(value for frame in everybody for value in frame["importance"])]


@pytest.mark.parametrize("profile", [{}, {"solution": "courier"}], ids=["tap", "page"])
def test_a_late_save_does_not_replace_a_newer_tap(store: Store, wave: Wave, profile: dict[str, str]) -> None:
    """Whether a card or a page was saved, what was tapped last is what all readers are told."""
    for time, importance in ((1, 1), (3, 5), (2, 4)):
        store.save(wave.id, ANNA, Answers(profile=profile, ratings=(tapped(time, importance),)))
    assert told(store, wave) == [5, 5, 5]


def test_viewers_are_told_the_newest_too(store: Store, wave: Wave) -> None:
    """A save that never counted moves no other answer out of its place in what is released."""
    for time, importance in ((3, 5), (2, 4)):
        store.save(wave.id, ANNA, Answers(ratings=(tapped(time, importance),)))
    for person in "bcdefg":
        store.save(wave.id, person * 22, Answers(ratings=(tapped(1, 1),)))
    shared = share(store, PARCEL, store.set_status(wave.id, "closed"), Request(), all_shared).ratings
    assert dict(zip(shared["respondent"], shared["importance"], strict=True)) == {
        response_id(token): importance for token, importance in ((ANNA, 5), *((one * 22, 1) for one in "bcdefg"))
    }


def test_a_group_is_told_the_newest_too(store: Store, wave: Wave) -> None:
    """A filter does not bring a late save back."""
    for time, importance in ((3, 5), (2, 4)):
        answers = Answers(profile={"solution": "courier"}, ratings=(tapped(time, importance),))
        store.save(wave.id, ANNA, answers)
    assert store.ratings(wave.id, Group("solution", "courier"))["importance"].tolist() == [5]


@pytest.mark.parametrize("is_together", [True, False], ids=["together", "one by one"])
def test_a_late_answer_about_oneself_does_not_replace_a_newer_one(
    store: Store, opened: Callable[[], Store], wave: Wave, is_together: bool
) -> None:
    """The answer tapped last counts for all readers, also where it took an earlier one back, and after a restart."""
    store.save(wave.id, ANNA, Answers(ratings=(tapped(1, 1),)))  # the next write waits for what comes within a moment
    record = store.study(wave.study_id)
    saves = [
        store.saving(record, wave, ANNA, Answers(profile={question: option}, tapped=time))
        if is_together
        else store.save(wave.id, ANNA, Answers(profile={question: option}, tapped=time))
        for question, option, time in (
            *(("solution", "post", 1), ("solution", "courier", 3), ("solution", "post", 2)),
            *(("haste", "low", None), ("haste", "", 5), ("haste", "high", 4)),
        )
    ]
    for one in filter(None, saves):
        one.result()
    assert store.profiles(wave.id)[["question", "option"]].values.tolist() == [["solution", "courier"]]
    assert store.response(ANNA).profile == {"solution": "courier"}
    known = store.response(ANNA)
    store.close()
    assert opened().response(ANNA) == known


@pytest.mark.parametrize("time", [7, None])
def test_of_two_saves_of_one_moment_the_later_counts(store: Store, wave: Wave, time: int | None) -> None:
    """Where times do not tell, the order of arrival does."""
    for importance in (1, 5):
        store.save(wave.id, ANNA, Answers(ratings=(tapped(time, importance),)))
    assert told(store, wave) == [5, 5, 5]


def test_a_time_beats_none(store: Store, wave: Wave) -> None:
    """What was stored before times were known gives way to a tap."""
    for time in (None, 7):
        store.save(wave.id, ANNA, Answers(ratings=(tapped(time, 5 if time else 1),)))
    assert told(store, wave) == [5, 5, 5]
    assert (store.response(ANNA).id, store.response(ANNA).tapped) == (response_id(ANNA), 7)
