"""The reach of value targets in a wave: for viewers what is released on its occasions, for the facilitator all."""

from datetime import date

import pytest

from jtbd_core.contract import Store
from jtbd_core.live import refresh
from jtbd_core.live.before_archive import release_before_archive
from jtbd_core.live.findings import room_cache
from jtbd_core.live.reach import reaches
from jtbd_core.scoring.targets import Reach
from jtbd_core.wave import Answers, Rating, Wave
from jtbd_core.wave.target import Aim
from tests.store.studies import PARCEL

BOTH = Aim(outcomes=("on-time", "undamaged"), at_most=30, owner="Ann", due=date(2026, 3, 31))


@pytest.fixture
def wave(store: Store, monkeypatch: pytest.MonkeyPatch) -> Wave:
    """Give an open wave with a target; whoever looks waits for what is new."""
    monkeypatch.setattr(refresh, "PATIENCE", 60)
    monkeypatch.setattr(refresh, "REST", 0)
    room_cache.forget()
    wave = store.open_wave(store.add_study(PARCEL).id)
    store.add_target(wave.id, BOTH)
    return wave


def let_rate(store: Store, wave: Wave, people: range, outcomes: tuple[str, ...] = BOTH.outcomes) -> None:
    """Let people rate outcomes, the first of which falls short for those with an even number."""
    for number in people:
        ratings = [Rating(outcome=one, importance=5, experience=5) for one in outcomes]
        ratings[0] = Rating(outcome=outcomes[0], importance=5, experience=1 if number % 2 == 0 else 5)
        store.save(wave.id, f"{number:022}", Answers(ratings=tuple(ratings)))


def found(store: Store, wave: Wave, *, is_shared: bool = True) -> Reach | None:
    """Return the reach of the target as it is now."""
    room_cache.forget()
    aims = tuple((one.id, one.aim.outcomes) for one in store.targets(wave.study_id))
    told = reaches(store, PARCEL, [store.wave(wave.id)], aims, with_unreleased=not is_shared)
    return told[wave.id].get(aims[0][0])


def test_reach_is_shared_from_the_end_on(store: Store, wave: Wave) -> None:
    """Before it the facilitator alone sees it; a deletion takes it from viewers, or others with the one who left."""
    let_rate(store, wave, range(16))
    own = found(store, wave, is_shared=False)
    assert own is not None
    assert (own.people, own.share) == (16, 0.5)
    assert found(store, wave) is None
    store.set_status(wave.id, "closed")
    assert found(store, wave) == own
    store.delete_response(store.response(f"{3:022}").id)
    left = found(store, wave)
    assert left is None or left.people <= own.people - 5


def test_some_who_rated_are_left_out_where_the_rest_would_tell(store: Store, wave: Wave) -> None:
    """Three rated one outcome alone: beside everybody's 20 the 17 others would tell of them."""
    let_rate(store, wave, range(17))
    let_rate(store, wave, range(17, 20), BOTH.outcomes[:1])
    store.set_status(wave.id, "closed")
    own, shared = found(store, wave, is_shared=False), found(store, wave)
    assert own is not None
    assert shared is not None
    assert (own.people, shared.people) == (17, 12)


def test_a_copy_has_the_reach_that_was_released_before_the_archive(store: Store, wave: Wave) -> None:
    """It releases none of its own, though nobody had looked at the first one."""
    let_rate(store, wave, range(16))
    store.set_status(wave.id, "closed")
    seen = []
    for is_released in (False, True):
        if is_released:
            release_before_archive(store, wave.study_id)
        with store.archived(wave.study_id) as archived:
            seen.append(found(store, store.waves(store.add_copy(archived).id)[0]))
    assert seen == [None, found(store, wave)]
