"""Waves pooled to one result: the union of what is released of each."""

from threading import Event

import pytest

from jtbd_core.contract import Store
from jtbd_core.live import refresh
from jtbd_core.live.findings import findings_cache, pooled_findings, room_cache
from jtbd_core.wave import Answers, Group, Rating, Wave
from tests.store.studies import PARCEL

COURIER = Group("solution", "courier")


@pytest.fixture
def wave(store: Store, monkeypatch: pytest.MonkeyPatch) -> Wave:
    """Give the first of two open waves; no refresh waits for another."""
    monkeypatch.setattr(refresh, "REST", 0)
    findings_cache.cache_clear()
    room_cache.forget()
    return store.open_wave(store.add_study(PARCEL).id)


@pytest.fixture
def other(store: Store, wave: Wave) -> Wave:
    """Give the wave beside it."""
    return store.open_wave(wave.study_id, is_beside=True)


def let_rate(store: Store, wave: Wave, people: range, outcome: str, experience: int) -> None:
    """Let people rate one outcome; all use the courier."""
    rating = Rating(outcome=outcome, importance=5, experience=experience)
    for number in people:
        token = f"{wave.id}{number:06}"
        store.save(wave.id, token, Answers(profile={"solution": "courier"}, ratings=(rating,)))


def pooled(
    store: Store, waves: list[Wave], group: Group | None = None, *, with_unreleased: bool = False
) -> dict[str, int]:
    """Return how many people are shown to have rated each outcome, of those that any did, and how many in all."""
    now = [store.wave(one.id) for one in waves]
    found = pooled_findings(store, PARCEL, now, group, with_unreleased=with_unreleased)
    return dict(found.results.all.set_index("outcome")["n"]) | {"people": found.results.people}


def test_two_rounds_give_one_result(store: Store, wave: Wave, other: Wave) -> None:
    """People are those of both; a round of which fewer than five rated an outcome adds nobody, but for the facilitator.

    So for viewers the seven who rated one outcome in the first round stay alone.
    """
    let_rate(store, wave, range(7), "time", 2)
    let_rate(store, other, range(4), "time", 5)
    let_rate(store, wave, range(7, 14), "on-time", 2)
    let_rate(store, other, range(4, 10), "on-time", 5)
    assert pooled(store, [wave, other]) == {"time": 7, "on-time": 13, "undamaged": 0, "people": 20}
    assert pooled(store, [wave, other], with_unreleased=True)["time"] == 11
    found = pooled_findings(store, PARCEL, [wave, other]).results.success
    assert found.set_index("outcome")["unmet"]["on-time"] == pytest.approx(7 / 13, abs=0.005)


def test_groups_of_rounds_are_pooled_as_they_were_released(store: Store, wave: Wave, other: Wave) -> None:
    """A group of a round that was not revealed is not in the pool's group."""
    for one in (wave, other):
        let_rate(store, one, range(6), "time", 2)
    store.reveal(wave.id)
    room_cache.forget()
    assert pooled(store, [wave, other], COURIER)["time"] == 6
    store.set_status(other.id, "closed")
    room_cache.forget()
    findings_cache.cache_clear()
    assert pooled(store, [wave, other], COURIER)["time"] == 12


def test_a_pool_is_computed_beside_what_all_look_at(store: Store, wave: Wave, other: Wave) -> None:
    """An address can ask for dozens of pools: they share a lane with groups, not that of a single round."""
    for one in (wave, other):
        let_rate(store, one, range(6), "on-time", 1)
    is_over = Event()

    def hold() -> None:
        is_over.wait(20)

    busy = [refresh.EVERYBODYS.submit(hold) for _ in range(2)]
    assert pooled(store, [wave, other])["people"] == 12
    assert not any(one.done() for one in busy)
    is_over.set()
