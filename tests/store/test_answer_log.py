"""Many people who save at the same time, on every engine."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.errors import StoreUnavailable, WaveClosed
from jtbd_core.store.answer_log import AnswerLog
from jtbd_core.store.batch import Save
from jtbd_core.store.database import Database
from jtbd_core.store.duckdb_engine import DuckdbEngine
from jtbd_core.store.engine import Session
from jtbd_core.store.lookup import Lookup
from jtbd_core.store.schema import migrate
from jtbd_core.store.sql_store import SqlStore
from jtbd_core.wave import Answers, Rating
from tests.store.studies import PARCEL

PEOPLE = 40


def rated(outcome: str, importance: int) -> Answers:
    """Return one rating as it is saved by a tap."""
    return Answers(ratings=(Rating(outcome=outcome, importance=importance, experience=2),))


def token(number: int) -> str:
    """Return the personal token of a person."""
    return f"{number:022}"


def test_saves_at_the_same_time_are_all_kept(store: Store) -> None:
    """Forty people save card after card at once; every last answer is there."""
    wave = store.open_wave(store.add_study(PARCEL).id)

    def answer(number: int) -> None:
        for importance in (1, 2, 3, 4, 1 + number % 5):
            for outcome in PARCEL.outcomes:
                store.save(wave.id, token(number), rated(outcome.id, importance))

    with ThreadPoolExecutor(PEOPLE) as people:
        list(people.map(answer, range(PEOPLE)))
    kept = store.ratings(wave.id)
    assert len(kept) == PEOPLE * len(PARCEL.outcomes)
    expected = {access.response_id(token(number)): 1 + number % 5 for number in range(PEOPLE)}
    assert (kept["importance"] == kept["respondent"].map(expected)).all()


def test_nothing_is_kept_once_a_close_has_returned(store: Store) -> None:
    """While people save, the round is closed: who is acknowledged is kept, and later nothing is."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    for number in range(PEOPLE):
        store.save(wave.id, token(number), rated("time", 1))

    def answer(number: int) -> int:
        for count in range(1, 1000):
            try:
                store.save(wave.id, token(number), rated("time", 1 + count % 5))
            except WaveClosed:
                return count - 1
        return 1000

    with ThreadPoolExecutor(PEOPLE) as people:
        saving = [people.submit(answer, number) for number in range(PEOPLE)]
        store.set_status(wave.id, "closed")
        at_close = store.version(wave.id)
        last = {access.response_id(token(n)): 1 + one.result() % 5 for n, one in enumerate(saving)}
    assert store.version(wave.id) == at_close
    kept = store.ratings(wave.id)
    assert dict(zip(kept["respondent"], kept["importance"], strict=True)) == last


class Broken(DuckdbEngine):
    """An engine whose disk is full."""

    def transaction(self) -> AbstractContextManager[Session]:
        """Say so."""
        raise StoreUnavailable("The disk is full.")


def test_a_write_that_fails_is_told(tmp_path: Path) -> None:
    """Nobody is told that answers were kept when they could not be written."""
    engine = Broken(tmp_path / "full.duckdb")
    database = Database(engine)
    log = AnswerLog(database, Lookup(database))
    answers = rated("time", 1)
    saving = [log.append(Save("wave", token(number), "", answers)) for number in range(8)]
    for one in saving:
        with pytest.raises(StoreUnavailable):
            one.result()
    log.close()
    engine.close()


def test_a_save_that_the_database_chokes_on_costs_the_others_nothing(store: Store) -> None:
    """Of saves that are written together the one at fault fails, and nothing of it is stored."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    record = store.study(wave.study_id)
    store.save(wave.id, token(0), rated("time", 1))  # the next write waits for what comes within a moment
    times = {number: 2**70 if number == 3 else number for number in range(1, 8)}
    saving = {
        number: store.saving(
            record,
            wave,
            token(number),
            Answers(ratings=(Rating(outcome="time", importance=5, experience=2, tapped=time),)),
        )
        for number, time in times.items()
    }
    assert [number for number, one in saving.items() if one.exception()] == [3]
    assert set(store.ratings(wave.id)["respondent"]) == {access.response_id(token(n)) for n in range(8) if n != 3}
    assert store.progress(wave.id).joined == 7


class Counting(DuckdbEngine):
    """An engine that counts its transactions."""

    transactions = 0

    def transaction(self) -> AbstractContextManager[Session]:
        """Count it."""
        self.transactions += 1
        return super().transaction()


def test_saves_of_a_moment_share_a_transaction(tmp_path: Path) -> None:
    """Forty people who tap at once are written in a few transactions, and each is told when it is durable."""
    engine = migrate(Counting(tmp_path / "headway.duckdb"))
    store = SqlStore(engine)
    wave = store.open_wave(store.add_study(PARCEL).id)
    record = store.study(wave.study_id)
    before = engine.transactions
    saving = [store.saving(record, wave, token(number), rated("time", 1)) for number in range(PEOPLE)]
    for one in saving:
        one.result()
    assert engine.transactions - before <= PEOPLE / 4
    assert len(store.ratings(wave.id)) == PEOPLE
    store.close()


def test_a_card_and_its_page_written_together_keep_the_time_of_the_card(store: Store) -> None:
    """Who taps and presses *Continue* at once loses nothing: the longest time told is stored, and known."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    record = store.study(wave.study_id)
    store.save(wave.id, token(1), rated("on-time", 3))  # the next write waits for what comes within a moment
    times = (8.0, 2.5, None)
    taps = [
        Rating(outcome="time", importance=4, experience=2, position=1, tapped=n, seconds=t) for n, t in enumerate(times)
    ]
    for one in [store.saving(record, wave, token(1), Answers(ratings=(rating,))) for rating in taps]:
        one.result()
    assert store.cards(wave.id).set_index("outcome")["seconds"]["time"] == 8.0
    assert store.response(token(1)).seconds == {"time": 8.0}
