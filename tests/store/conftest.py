"""Each test of the contract runs on every engine."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.store import open_store
from jtbd_core.wave import Wave
from tests.store.studies import PARCEL


@pytest.fixture(params=["duckdb", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path, new_database: Path) -> str:
    """Give the address of an empty database of one engine."""
    if request.param == "duckdb":
        return str(shutil.copy(new_database, tmp_path))
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture(params=["duckdb", "postgres"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of another empty database of either engine."""
    if request.param == "duckdb":
        yield str(tmp_path / "elsewhere.duckdb")
        return
    cluster = request.getfixturevalue("postgres_cluster")
    name = f"elsewhere_{access.digest(str(tmp_path))[:16]}"
    cluster.execute(f"CREATE DATABASE {name}")
    yield cluster.url(name)
    cluster.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def opened(address: str) -> Iterator[Callable[[], Store]]:
    """Give a function that opens the database; all that it opened is closed in the end."""
    stores: list[Store] = []

    def open_again() -> Store:
        stores.append(open_store(address))
        return stores[-1]

    yield open_again
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Callable[[], Store]) -> Store:
    """Give an open, empty store."""
    return opened()


@pytest.fixture
def wave(store: Store) -> Wave:
    """Give an open wave of a small study."""
    return store.open_wave(store.add_study(PARCEL).id)


@pytest.fixture
def other(elsewhere: str) -> Iterator[Store]:
    """Give an empty store of either engine."""
    store = open_store(elsewhere)
    yield store
    store.close()
