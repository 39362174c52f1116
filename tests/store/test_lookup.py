"""What the look-ups of rounds ask of the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest

from jtbd_core import access
from jtbd_core.errors import NotFound
from jtbd_core.store.duckdb_engine import DuckdbEngine
from jtbd_core.store.engine import Session
from jtbd_core.store.schema import migrate
from jtbd_core.store.sql_store import SqlStore
from tests.store.studies import PARCEL


class Counted(DuckdbEngine):
    """An engine that counts how often it is read."""

    reads = 0

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Count a session for reading."""
        self.reads += 1
        with super().session() as session:
            yield session


@pytest.mark.parametrize("role", ["rate", "display", "join"])
def test_made_up_keys_cost_no_query(tmp_path: Path, role: Literal["rate", "display", "join"]) -> None:
    """A flood of them does not hold up those who save; a round that is opened after it is found."""
    engine = migrate(Counted(tmp_path / "headway.duckdb"))
    store = SqlStore(engine)
    study_id = store.add_study(PARCEL).id
    before = engine.reads
    for _ in range(100):
        with pytest.raises(NotFound):
            store.wave_by_key(role, access.new_key())
    assert engine.reads <= before + 1
    wave = store.open_wave(study_id)
    assert store.wave_by_key(role, {"rate": wave.rate_key, "display": wave.display_key, "join": wave.join_code}[role])
    store.close()
