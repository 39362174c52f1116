"""What each respondent is shown, as the store assigns and keeps it."""

from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

import pytest
from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.errors import NotFound
from jtbd_core.store import assignment, sql
from jtbd_core.study import Outcome
from jtbd_core.study.scale import Rotation, Settings
from jtbd_core.wave import Answers, Rating, Wave
from tests.store.studies import PARCEL

KEY = tuple(Outcome(id=f"k-{n}", statement=f"Minimize the effort of part {n}", step="hand-over") for n in range(30))
LONG = replace(
    PARCEL,
    outcomes=(*KEY, *PARCEL.success_outcomes),
    settings=Settings(rotation=Rotation(key_outcomes=8)),
)


@pytest.fixture
def long_wave(store: Store) -> Wave:
    """Give an open wave in which each person is shown 8 of 30 key outcomes and both success outcomes."""
    return store.open_wave(store.add_study(LONG).id)


def person(number: int) -> str:
    """Return the token of one of many people."""
    return f"{number:022}"


def spread(hands: Iterable[Iterable[str]]) -> int:
    """Return by how many people the key outcomes differ that were shown most and least."""
    counts = Counter(one for hand in hands for one in hand)
    numbers = [counts[one.id] for one in KEY]
    return max(numbers) - min(numbers)


def test_a_person_is_shown_the_same_outcomes_again(opened: Callable[[], Store]) -> None:
    """What was assigned stays, also after a restart, however many others came in the meantime."""
    store = opened()
    wave = store.open_wave(store.add_study(LONG).id)
    first = store.assigned(LONG, wave.id, person(0))
    for number in range(1, 9):
        store.assigned(LONG, wave.id, person(number))
    store.close()
    assert opened().assigned(LONG, wave.id, person(0)) == first
    assert len(first) == 10


def test_where_everybody_is_shown_everything_nothing_is_assigned(store: Store, wave: Wave) -> None:
    """Without rotation the whole study is shown, and no assignment is kept."""
    store.save(wave.id, person(1), Answers(is_finished=True))
    assert store.assigned(PARCEL, wave.id, person(1)) == ("time", "on-time", "undamaged")
    assert list(store.assignments(wave.id)) == ["respondent", "outcome"]
    assert store.assignments(wave.id).empty


def test_300_people_at_once_are_spread_evenly(store: Store, long_wave: Wave) -> None:
    """300 people who arrive at the same time: each outcome is shown equally often, give or take one."""
    with ThreadPoolExecutor(32) as arriving:
        hands = list(arriving.map(lambda number: store.assigned(LONG, long_wave.id, person(number)), range(300)))
    assert all(len(hand) == 10 for hand in hands)
    assert spread(hands) <= 1


def test_two_processes_spread_evenly_together(opened: Callable[[], Store], address: str) -> None:
    """Processes that share a database do not assign past each other."""
    stores = [opened()] if not address.startswith("postgresql") else [opened(), opened()]
    wave = stores[0].open_wave(stores[0].add_study(LONG).id)
    with ThreadPoolExecutor(16) as arriving:
        hands = arriving.map(
            lambda number: stores[number % len(stores)].assigned(LONG, wave.id, person(number)), range(120)
        )
    assert spread(hands) <= 1


def test_a_person_who_asks_twice_at_once_is_assigned_once(store: Store, long_wave: Wave) -> None:
    """A double tap on *Start* has one outcome."""
    with ThreadPoolExecutor(8) as taps:
        hands = set(taps.map(lambda _: store.assigned(LONG, long_wave.id, person(1)), range(16)))
    assert len(hands) == 1


def test_only_who_has_begun_counts_as_shown(store: Store, long_wave: Wave) -> None:
    """The assignments tell for each response what it was shown; who never answered is not among them."""
    shown = store.assigned(LONG, long_wave.id, person(1))
    store.assigned(LONG, long_wave.id, person(2))
    store.save(long_wave.id, person(1), Answers(ratings=(Rating(outcome=shown[0], experience=2),)))
    told = store.assignments(long_wave.id)
    assert set(told["respondent"]) == {store.response(person(1)).id}
    assert set(told["outcome"]) == set(shown)


def test_not_shown_is_no_rating(store: Store, long_wave: Wave) -> None:
    """Outcomes that were not shown are in no count, unlike those that were skipped."""
    shown = store.assigned(LONG, long_wave.id, person(1))
    store.save(long_wave.id, person(1), Answers(ratings=tuple(Rating(outcome=one) for one in shown)))
    assert set(store.ratings(long_wave.id)["outcome"]) == set(shown)


def test_deleted_answers_take_the_assignment_with_them(store: Store, long_wave: Wave) -> None:
    """After deletion nothing tells what was shown, and the study can be deleted too."""
    store.assigned(LONG, long_wave.id, person(1))
    store.save(long_wave.id, person(1), Answers(is_finished=True))
    store.delete_response(store.response(person(1)).id)
    assert store.assignments(long_wave.id).empty
    store.delete_study(long_wave.study_id)
    with pytest.raises(NotFound):
        store.assigned(LONG, long_wave.id, person(1))


def test_many_who_start_are_counted_once_and_spread_evenly(
    opened: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where many were shown outcomes, what is assigned is added to the counts; in a while they are counted again."""
    store = opened()
    wave = store.open_wave(store.add_study(LONG).id)
    hands = [store.assigned(LONG, wave.id, person(number)) for number in range(15)]
    monkeypatch.setattr(assignment, "MOST_COUNTED_EACH_TIME", 100)
    monkeypatch.setattr(assignment, "SECONDS_FOR_EACH", 1.0)
    hands += [store.assigned(LONG, wave.id, person(number)) for number in range(15, 30)]
    assert spread(hands) <= 1
    monkeypatch.setattr(sql, "SHOWN", "not asked again")
    hands += [store.assigned(LONG, wave.id, person(number)) for number in range(30, 60)]
    assert spread(hands) <= 1
