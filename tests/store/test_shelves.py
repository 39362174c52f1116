"""Studies at hand, put away, and in the bin."""

from collections.abc import Callable

import duckdb
import psycopg
import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import NotFound, Refused, WaveClosed
from jtbd_core.wave import Answers, Rating, Wave
from tests.store.studies import PARCEL

TOKEN = "t" * 22
RATED = Answers(ratings=(Rating(outcome="on-time", importance=5, experience=2),))


def test_a_study_in_the_bin_can_be_restored(store: Store, wave: Wave) -> None:
    """It is not among the studies at hand, keeps all it has, and comes back whole."""
    store.save(wave.id, TOKEN, RATED)
    binned = store.shelve_study(wave.study_id, "bin")
    assert store.studies() == []
    assert store.studies("bin") == [binned]
    restored = store.shelve_study(wave.study_id, "desk")
    assert store.studies() == [restored]
    store.save(wave.id, TOKEN, RATED)
    assert store.progress(wave.id).rated == 1


def test_an_archived_study_is_kept_apart(store: Store) -> None:
    """It is in the archive alone, and still found by its id."""
    record = store.add_study(PARCEL)
    archived = store.shelve_study(record.id, "archive")
    assert (store.studies(), store.studies("archive"), store.study(record.id)) == ([], [archived], archived)


def test_a_study_in_the_bin_takes_no_answers(store: Store, wave: Wave) -> None:
    """A save is refused with a reason of its own, nothing is stored, and no round can be opened."""
    store.save(wave.id, TOKEN, RATED)
    store.shelve_study(wave.study_id, "bin")
    with pytest.raises(WaveClosed) as refusal:
        store.save(wave.id, TOKEN, RATED)
    assert refusal.value.status == "binned"
    assert store.version(wave.id).rows == 1
    store.set_status(wave.id, "closed")
    for open_round in (store.open_wave, store.open_trial):
        with pytest.raises(Refused, match="bin"):
            open_round(wave.study_id)


def test_answers_in_the_bin_can_be_seen_and_deleted(store: Store, wave: Wave) -> None:
    """A respondent's rights do not depend on the facilitator's bin."""
    store.save(wave.id, TOKEN, RATED)
    store.shelve_study(wave.study_id, "bin")
    store.delete_response(store.response(TOKEN).id)
    with pytest.raises(NotFound):
        store.response(TOKEN)


def later(address: str, days: int) -> None:
    """Let days pass for what lies in the bin."""
    raw = psycopg.connect(address, autocommit=True) if address.startswith("postgresql") else duckdb.connect(address)
    for _ in range(days):
        raw.execute("UPDATE study SET shelved_at = shelved_at - INTERVAL '1 day'")
    raw.close()


def test_the_bin_is_emptied_after_thirty_days(address: str, opened: Callable[[], Store]) -> None:
    """After 29 days a study can still be restored; after 31 it is gone for good, and the archive is left alone."""
    store = opened()
    archived = store.shelve_study(store.add_study(PARCEL).id, "archive")
    first = store.shelve_study(store.add_study(PARCEL).id, "bin")
    store.close()
    later(address, 2)
    store = opened()
    second = store.shelve_study(store.add_study(PARCEL).id, "bin")
    store.close()
    later(address, 29)
    store = opened()
    assert store.studies() == []
    assert [one.id for one in store.studies("bin")] == [second.id]
    assert [one.id for one in store.studies("archive")] == [archived.id]
    with pytest.raises(NotFound):
        store.study(first.id)
