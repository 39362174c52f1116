"""The group's means that respondents compare their own answers with."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from jtbd_core.contract import Store
from jtbd_core.live import group_means, refresh
from jtbd_core.live.group_means import GroupMeans
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.own_and_group import OwnAndGroup
from jtbd_core.study.scale import FIVE
from jtbd_core.wave import Answers, Rating, Response, Wave
from tests.store.studies import PARCEL

SELF = "s" * 22


@pytest.fixture
def wave(store: Store) -> Wave:
    """Give an open wave in which one person finds saving time extremely important."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    store.save(wave.id, SELF, Answers(ratings=(Rating(outcome="time", importance=5, experience=2),)))
    return wave


def let_others_rate(store: Store, wave: Wave, people: int) -> Response:
    """Let others find the same unimportant, and return the response of the one person."""
    for number in range(people):
        rating = Rating(outcome="time", importance=1, experience=2)
        store.save(wave.id, f"{number:022}", Answers(ratings=(rating,)))
    return store.response(SELF)


def test_before_the_reveal_there_are_no_differences(store: Store, wave: Wave) -> None:
    """However many have answered, a respondent is shown nothing of the others."""
    assert GroupMeans(store).differences(wave, let_others_rate(store, wave, 20)) is None


def test_after_the_reveal_there_are_differences(store: Store, wave: Wave) -> None:
    """The mean is that of all, the own answer included, to a tenth of a point."""
    response = let_others_rate(store, wave, THRESHOLD + 1)
    found = GroupMeans(store).differences(store.reveal(wave.id), response)
    assert found == (OwnAndGroup("time", "importance", 5, 1.6, FIVE),)


def test_a_mean_of_too_few_others_is_not_shown(store: Store, wave: Wave) -> None:
    """Without the own answer and an ally's as many others are left as the threshold says, or there is no mean."""
    response = let_others_rate(store, wave, THRESHOLD)
    assert GroupMeans(store).differences(store.reveal(wave.id), response) == ()


def test_without_a_response_there_are_no_differences(store: Store, wave: Wave) -> None:
    """Whoever has not answered is shown nothing of those who have."""
    let_others_rate(store, wave, THRESHOLD + 1)
    assert GroupMeans(store).differences(store.reveal(wave.id), None) is None


def test_the_thanks_do_not_wait_for_a_refresh(store: Store, wave: Wave, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the means are computed anew respondents are shown those that are there."""
    monkeypatch.setattr(group_means, "SECONDS_SHARED", 0)
    monkeypatch.setattr(refresh, "PATIENCE", 0)
    response, may_end = let_others_rate(store, wave, THRESHOLD + 1), Event()
    means, revealed = GroupMeans(store), store.reveal(wave.id)
    before = means.differences(revealed, response)
    monkeypatch.setattr(group_means, "share", lambda *_: may_end.wait() and {})
    let_others_rate(store, wave, 2 * THRESHOLD)
    with ThreadPoolExecutor(1) as thanks:
        try:
            assert thanks.submit(means.differences, revealed, response).result(10) == before
        finally:
            may_end.set()
