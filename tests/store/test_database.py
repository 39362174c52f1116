"""The open database: what empties its cache."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jtbd_core.store.database import Database
from jtbd_core.store.duckdb_engine import DuckdbEngine


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Give a database with something in its cache."""
    engine = DuckdbEngine(tmp_path / "headway.duckdb")
    database = Database(engine)
    database.cache.get("study", lambda: "before")
    yield database
    engine.close()


def cached(database: Database) -> str:
    """Return what the cache holds, or "read" where it is empty."""
    return database.cache.get("study", lambda: "read")


def test_a_change_empties_the_cache(database: Database) -> None:
    """After its end everything is read again."""
    with database.changing():
        assert cached(database) == "before"
    assert cached(database) == "read"


def test_a_change_that_fails_empties_the_cache_too(database: Database) -> None:
    """A commit that failed may have been durable all the same."""
    with pytest.raises(ZeroDivisionError), database.changing():
        raise ZeroDivisionError
    assert cached(database) == "read"


def test_what_the_cache_does_not_hold_leaves_it_as_it_is(database: Database) -> None:
    """Writing such rows does not cost the readers their cache."""
    with database.writing():
        pass
    assert cached(database) == "before"
