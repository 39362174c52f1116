"""Databases of older and newer versions."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import psycopg
import pytest
from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.errors import StoreTooNew, StoreUnavailable
from jtbd_core.store import open_store
from jtbd_core.study.results_link import LinkSettings
from jtbd_core.wave import Answers, Rating
from tests.store.studies import PARCEL

EVERYTHING = LinkSettings(name="First link", depth="groups", remarks=True, files=True)


def test_a_database_of_the_first_version_is_brought_up_to_date(address: str, opened: Callable[[], Store]) -> None:
    """Studies and answers of the first version are kept, and new waves can rotate."""
    store = opened()
    wave = store.open_wave(store.add_study(PARCEL).id)
    store.save(wave.id, "a" * 22, Answers(ratings=(Rating(outcome="time", importance=4, experience=2),)))
    store.close()
    older = psycopg.connect(address, autocommit=True) if address.startswith("postgresql") else duckdb.connect(address)
    later = ("assignment", "code", "admission", "amendment", "stage", "note", "signed_out", "released_set", "withheld")
    later += ("membership", "erased_rating", "sign_in_link", "remark", "target", "margin", "results_link")
    for table in (*later, "proposed_lines", "panelist", "turned_away", "edit", "kept_place", "share", "deed"):
        older.execute(f"DROP TABLE {table}")
    older.execute("UPDATE rating SET importance = importance_code, experience = experience_code")
    for column in ("position", "seconds", "tapped", "importance_code", "experience_code", "expectation_code"):
        older.execute(f"ALTER TABLE rating DROP COLUMN {column}")
    for column in ("took_bait", "weight_key", "weight"):
        older.execute(f"ALTER TABLE response DROP COLUMN {column}")
    older.execute("ALTER TABLE profile DROP COLUMN tapped")
    for column in ("shelf", "shelved_at", "keep_until", "at_end"):
        older.execute(f"ALTER TABLE study DROP COLUMN {column}")
    ends = ("cap", "closes_at", "revealed_at", "revealed_seq", "waits_for_reveal", "panel")
    ends += ("keep_until", "at_end", "anonymised_at")
    for column in (*ends, "asked", "is_trial", "is_archived", "name", "offered", "is_undated", "source", "is_copied"):
        older.execute(f"ALTER TABLE wave DROP COLUMN {column}")
    older.execute("UPDATE response SET remark = 'The price'")
    older.execute("UPDATE study SET results_key = 'an old key'")
    older.execute("UPDATE schema_version SET version = 1")
    older.close()
    again = opened()
    assert again.wave(wave.id) == replace(wave, asked=None)
    assert again.studies() == [again.study(wave.study_id)]
    assert again.ratings(wave.id)[["importance", "experience"]].to_numpy().tolist() == [[4.0, 2.0]]
    assert again.assignments(wave.id).empty
    link = again.results_link("an old key")
    assert (link.study_id, link.settings, link.is_open) == (wave.study_id, EVERYTHING, True)
    assert again.cards(wave.id)["position"].isna().all()
    assert [one.text for one in again.remarks(wave.id)] == [again.response("a" * 22).remark] == ["The price"]


def altered(address: str, *statements: str) -> bytes:
    """Change a database that nobody has open, and return its file, empty where it is on a server."""
    is_server = address.startswith("postgresql")
    connection = psycopg.connect(address, autocommit=True) if is_server else duckdb.connect(address)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    return b"" if is_server else Path(address).read_bytes()


def test_a_database_of_a_newer_version_is_left_untouched(address: str, opened: Callable[[], Store]) -> None:
    """A newer database is refused with both versions named, and nothing in it changes."""
    opened().close()
    before = altered(address, "UPDATE schema_version SET version = 99", "ALTER TABLE study ADD COLUMN mood TEXT")
    with pytest.raises(StoreTooNew, match=r"99.*left untouched"):
        open_store(address)
    assert altered(address) == before


def test_a_database_that_no_release_wrote_is_left_untouched(address: str, opened: Callable[[], Store]) -> None:
    """Where the next step would add what is there already, as after a step was split, one line says why."""
    opened().close()
    before = altered(address, "UPDATE schema_version SET version = 8")
    with pytest.raises(StoreUnavailable, match=r"never released.*left untouched"):
        open_store(address)
    assert altered(address) == before
