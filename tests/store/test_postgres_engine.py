"""PostgreSQL, where it cannot be reached, and where several processes write."""

from concurrent.futures import wait

import psycopg
import pytest

from jtbd_core.errors import StoreUnavailable
from jtbd_core.store import open_store
from tests.store.studies import ANNA, PARCEL, answers, rated


def test_a_server_that_does_not_answer_is_named() -> None:
    """An unreachable PostgreSQL is refused with its place, without the password."""
    with pytest.raises(StoreUnavailable, match=r"127.0.0.1:9/headway") as refusal:
        open_store("postgresql://someone:hidden@127.0.0.1:9/headway?connect_timeout=1")
    assert "hidden" not in str(refusal.value)


def test_processes_write_to_a_wave_one_after_the_other(postgres_url: str) -> None:
    """Ratings are numbered in the order of their commits: none comes in below a row that others were released up to."""
    store = open_store(postgres_url)
    record = store.add_study(PARCEL)
    wave = store.open_wave(record.id)
    with psycopg.connect(postgres_url) as other:
        other.execute("UPDATE wave SET number = number WHERE id = %s", [wave.id])
        saved = store.saving(store.study(record.id), wave, ANNA, rated("time", 5, 2))
        assert wait([saved], timeout=0.3).not_done
        other.commit()
    saved.result(timeout=20)
    assert len(store.ratings(wave.id)) == 1
    store.close()


def test_queries_know_at_once_what_an_import_brought(postgres_url: str) -> None:
    """Until the server has counted a table, an export of 1,000 people of it took 17 s in place of 0.4 s."""
    store = open_store(postgres_url)
    store.import_wave(store.add_study(PARCEL).id, answers(("7", "time", 5.0, 2.0, False)))
    with psycopg.connect(postgres_url) as other:
        (counted,) = other.execute("SELECT reltuples FROM pg_class WHERE relname = 'rating'").fetchone() or [None]
    assert counted == 1
    store.close()


def test_new_rows_of_the_log_are_found_by_an_index(postgres_url: str) -> None:
    """Each look at live results asks for them: to pass over ten million others would take a second."""
    store = open_store(postgres_url)
    wave = store.open_wave(store.add_study(PARCEL).id)
    with psycopg.connect(postgres_url) as other:
        other.execute("SET enable_seqscan = off")
        plan = other.execute("EXPLAIN SELECT seq FROM rating WHERE wave_id = %s AND seq > 7", [wave.id]).fetchall()
    assert any("rating_by_seq" in line for (line,) in plan)
    store.close()
