"""Insights: of a round or several, as on the last occasion, cached for all viewers."""

from functools import partial

import pytest

from jtbd_core.contract import Store
from jtbd_core.live import refresh
from jtbd_core.live.careless import without_careless
from jtbd_core.live.findings import room_cache
from jtbd_core.live.insights import Moment, _key, insight
from jtbd_core.live.snapshot import Snapshot
from jtbd_core.study import Study
from jtbd_core.wave import Answers, Rating, Wave
from tests.store.studies import PARCEL

CROSSED = ("solution+haste", "post+low")


def counted(_: Study, snapshot: Snapshot, outcome: str = "time") -> tuple[int, frozenset[tuple[str, str]]]:
    """Return how many people rated an outcome, and the groups that may be shown of it."""
    cells = snapshot.shown[snapshot.shown["outcome"] == outcome]
    rated = snapshot.ratings[snapshot.ratings["outcome"] == outcome]
    return len(rated), frozenset(zip(cells["question"], cells["option"], strict=True))


@pytest.fixture
def wave(store: Store, monkeypatch: pytest.MonkeyPatch) -> Wave:
    """Give an open wave of a small study; who looks waits for what is new."""
    monkeypatch.setattr(refresh, "PATIENCE", 60)
    monkeypatch.setattr(refresh, "REST", 0)
    return store.open_wave(store.add_study(PARCEL).id)


def let_rate(store: Store, wave: Wave, people: range, solution: str = "post", haste: str = "low") -> None:
    """Let people rate one outcome, who use a solution in a circumstance."""
    said = {"solution": solution, "haste": haste}
    for number in people:
        rating = Rating(outcome="time", importance=5, experience=2)
        store.save(wave.id, f"{number:022}", Answers(profile=said, ratings=(rating,)))


def look(
    store: Store, *waves: Wave, with_unreleased: bool = False, moment: Moment = "occasion"
) -> tuple[int, frozenset[tuple[str, str]]] | None:
    """Return the counts of waves, after the shared pulse has expired."""
    room_cache.forget()
    now = [store.wave(one.id) for one in waves]
    return insight(store, PARCEL, now, counted, with_unreleased=with_unreleased, moment=moment)


def test_the_same_analysis_inside_another_is_computed_once() -> None:
    """Two partials of the same parts are one question of the cache, and with other arguments another one."""
    one, same, other = (partial(without_careless, partial(counted, outcome=name)) for name in ("a", "a", "b"))
    assert _key(one) == _key(same) != _key(other)


def test_nothing_is_found_before_an_occasion(store: Store, wave: Wave) -> None:
    """Groups move on a reveal or at the end; everybody's answers now may be shown, and the facilitator sees all."""
    let_rate(store, wave, range(12))
    assert look(store, wave) is None
    assert look(store, wave, moment="now") == (12, frozenset())
    assert look(store, wave, with_unreleased=True) == (12, {("solution", "post"), ("haste", "low"), CROSSED})


def test_an_occasion_stays_whoever_answers_later(store: Store, wave: Wave) -> None:
    """What was found at the reveal is given until the next one, and computed once; the end moves it."""
    let_rate(store, wave, range(12))
    let_rate(store, wave, range(12, 20), "courier", "high")
    store.reveal(wave.id)
    first = look(store, wave)
    assert first is not None
    assert (first[0], {("solution", "post"), ("solution", "courier")} <= first[1]) == (20, True)
    let_rate(store, wave, range(20, 30))
    assert look(store, wave) is first
    assert (look(store, wave, moment="now") or (0, 0))[0] == 30
    store.set_status(wave.id, "closed")
    assert (look(store, wave) or (0, 0))[0] == 30


def test_a_deletion_leaves_an_occasion_with_four_others(store: Store, wave: Wave) -> None:
    """Also where everybody's answers have moved on since."""
    let_rate(store, wave, range(12))
    store.reveal(wave.id)
    assert (look(store, wave) or (0, 0))[0] == 12
    let_rate(store, wave, range(12, 18))
    assert (look(store, wave, moment="now") or (0, 0))[0] == 18
    store.delete_response(store.response(f"{3:022}").id)
    assert (look(store, wave) or (0, 0))[0] == 7


def test_rounds_are_pooled(store: Store, wave: Wave) -> None:
    """A group is shown where both rounds show it; a round that has nothing to show joins none."""
    waves = [wave]
    for people in (range(10), range(10, 22), range(22, 25)):
        let_rate(store, waves[-1], people)
        store.set_status(waves[-1].id, "closed")
        waves.append(store.open_wave(wave.study_id))
    cells = {("solution", "post"), ("haste", "low"), CROSSED, ("round", "1"), ("round", "2")}
    assert look(store, *waves) == (22, cells)
    assert look(store, *waves, with_unreleased=True) == (25, cells)


def test_an_analysis_is_told_apart_by_its_arguments(store: Store, wave: Wave) -> None:
    """Not by the object that binds them, which a page makes anew each time."""
    let_rate(store, wave, range(12))
    found = [
        insight(store, PARCEL, [wave], partial(counted, outcome=one), with_unreleased=True)
        for one in ("time", "undamaged", "time")
    ]
    assert [one and one[0] for one in found] == [12, 0, 12]
    assert found[0] is found[2]
