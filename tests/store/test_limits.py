"""Waves that end by themselves: with so many people, or at a time."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import duckdb
import psycopg
import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import Refused, WaveClosed
from jtbd_core.wave import NO_LIMITS, Answers, Limits, Rating, Wave
from tests.store.studies import PARCEL

RATED = Answers(ratings=(Rating(outcome="time", importance=5, experience=2),))
LONG_AGO, LATER = (datetime.now(UTC).replace(tzinfo=None, microsecond=0) + timedelta(days=n) for n in (-1, 1))


def person(number: int) -> str:
    """Return the token of one of many people."""
    return f"{number:022}"


@pytest.fixture
def small(store: Store) -> Wave:
    """Give an open wave that takes two people."""
    return store.open_wave(store.add_study(PARCEL).id, Limits(cap=2))


def test_limits_are_kept_with_the_wave(store: Store) -> None:
    """A wave says when it ends, however it is found; most end when they are closed."""
    limits = Limits(cap=40, closes_at=LATER)
    wave = store.open_wave(store.add_study(PARCEL).id, limits)
    assert store.wave_by_key("rate", wave.rate_key).limits == wave.limits == limits
    assert store.set_limits(wave.id, NO_LIMITS).limits == NO_LIMITS


def test_a_full_wave_turns_newcomers_away_only(store: Store, small: Wave) -> None:
    """The third person is refused with nothing stored; the first two go on."""
    for number in (1, 2):
        store.save(small.id, person(number), RATED)
    assert store.is_full(small.id)
    with pytest.raises(WaveClosed) as refusal:
        store.save(small.id, person(3), RATED)
    assert refusal.value.status == "full"
    store.save(small.id, person(1), Answers(is_finished=True))
    store.save(small.id, person(2), RATED)
    assert store.progress(small.id).joined == 2


def test_a_wave_with_more_places_takes_newcomers_again(store: Store, small: Wave) -> None:
    """A raised cap, or answers that were deleted, make room."""
    for number in (1, 2):
        store.save(small.id, person(number), RATED)
    store.set_limits(small.id, Limits(cap=3))
    store.save(small.id, person(3), RATED)
    assert store.is_full(small.id)
    store.delete_response(store.response(person(1)).id)
    assert not store.is_full(small.id)


def test_no_more_than_the_cap_begin_at_once(store: Store, small: Wave) -> None:
    """Of 24 people who save at the same time two are taken."""

    def is_taken(number: int) -> bool:
        try:
            store.save(small.id, person(number), RATED)
        except WaveClosed:
            return False
        return True

    with ThreadPoolExecutor(12) as people:
        assert sum(people.map(is_taken, range(24))) == 2
    assert store.progress(small.id).joined == 2


def test_past_its_closing_time_a_wave_is_closed(store: Store, wave: Wave) -> None:
    """No answers are taken, what was given is kept, and the next round can be opened."""
    store.save(wave.id, person(1), RATED)
    store.set_limits(wave.id, Limits(closes_at=LONG_AGO))
    with pytest.raises(WaveClosed) as refusal:
        store.save(wave.id, person(1), RATED)
    assert refusal.value.status == "closed"
    assert store.version(wave.id).rows == 1
    assert store.waves(wave.study_id)[0].closed_at == LONG_AGO
    assert store.open_wave(wave.study_id).number == 2


def test_before_its_closing_time_a_wave_can_be_extended(store: Store, wave: Wave) -> None:
    """A later time is kept and answers are taken; a wave that has closed stays so."""
    store.set_limits(wave.id, Limits(closes_at=LATER))
    store.set_limits(wave.id, Limits(closes_at=LATER + timedelta(days=1)))
    store.save(wave.id, person(1), RATED)
    store.set_limits(wave.id, Limits(closes_at=LONG_AGO))
    for change in (
        lambda: store.set_limits(wave.id, Limits(closes_at=LATER)),
        lambda: store.set_status(wave.id, "open"),
    ):
        with pytest.raises(Refused, match="closed"):
            change()
    assert store.wave(wave.id).status == "closed"


def test_a_clock_that_is_put_back_opens_nothing(address: str, opened: Callable[[], Store]) -> None:
    """Once a wave was seen closed it stays closed, even if its closing time lies ahead again."""
    store = opened()
    wave = store.open_wave(store.add_study(PARCEL).id, Limits(closes_at=LONG_AGO))
    assert store.wave_by_key("rate", wave.rate_key).status == "closed"
    store.close()
    raw = psycopg.connect(address, autocommit=True) if address.startswith("postgresql") else duckdb.connect(address)
    raw.execute("UPDATE wave SET closes_at = closes_at + INTERVAL '9 days'")
    raw.close()
    with pytest.raises(WaveClosed):
        opened().save(wave.id, person(1), RATED)
