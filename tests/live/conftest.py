"""How the groups of generated answers differ, computed once for all tests."""

import pytest

from jtbd_core.live.for_whom import ForWhom, for_whom
from jtbd_core.live.snapshot import Snapshot
from tests.live.compared import STUDY, snapshot_of


@pytest.fixture(scope="session")
def snapshot() -> Snapshot:
    """Return the answers of 60 people."""
    return snapshot_of(60)


@pytest.fixture(scope="session")
def found(snapshot: Snapshot) -> ForWhom:
    """Return how their groups differ."""
    return for_whom(STUDY, snapshot)
