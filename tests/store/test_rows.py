"""Rows of tables as values."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from jtbd_core.store.rows import is_due, now
from jtbd_core.wave import Limits, Wave, WaveStatus


@pytest.mark.parametrize(
    ("status", "days", "expected"),
    [("open", -1, True), ("paused", -1, True), ("closed", -1, False), ("open", 1, False), ("open", None, False)],
)
def test_a_wave_is_due_past_its_closing_time(wave: Wave, status: WaveStatus, days: int | None, expected: bool) -> None:
    """Only a wave that has a closing time, has passed it and is not closed has to be closed."""
    limits = Limits(closes_at=None if days is None else now() + timedelta(days=days))
    assert is_due(replace(wave, status=status, limits=limits)) is expected
