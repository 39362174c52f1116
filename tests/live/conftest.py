"""A store for what is computed of its answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jtbd_core.contract import Store
from jtbd_core.store import open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give an open, empty store."""
    store = open_store(tmp_path / "headway.duckdb")
    yield store
    store.close()
