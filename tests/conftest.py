"""Shared by all tests: a store, PostgreSQL, a small disk, the folder ../shared, Hypothesis, who runs beside whom."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from jtbd_core.contract import Store
from jtbd_core.live.worker import worker
from jtbd_core.store import open_store

pytest_plugins = ["tests.postgres", "tests.small_disk"]

TESTS = Path(__file__).parent
settings.register_profile("headway", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("headway")


@pytest.fixture(scope="session")
def new_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a database without a study: to copy it takes a fifth of the time that its migrations take."""
    path = tmp_path_factory.mktemp("new") / "headway.duckdb"
    open_store(path).close()
    return path


@pytest.fixture
def store(tmp_path: Path, new_database: Path) -> Iterator[Store]:
    """Give an open, empty store."""
    store = open_store(shutil.copy(new_database, tmp_path))
    yield store
    store.close()


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder beside the repository with the seed's data; for tests marked `shared`."""
    folder = TESTS.parent.parent / "shared"
    assert folder.is_dir(), f"tests marked `shared` need {folder}"
    return folder


def pytest_sessionfinish() -> None:
    """End the process in which findings were computed."""
    worker.stop()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that measure time by their folder."""
    for item in items:
        if item.path.is_relative_to(TESTS / "bench"):
            item.add_marker(pytest.mark.bench)


class Workers(LoadScopeScheduling):
    """Gives a worker one file at a time, and the browser's files to one worker: they alone fill a core or two."""

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith("tests/browser/") else nodeid.split("::")[0]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Workers:
    """Use our scheduler: xdist 3.8.0 overlooks its own groups under pytest 9.2."""
    return Workers(config, log)
