"""How rounds are called, and the days of their field work."""

from datetime import datetime

import pytest
from msgspec.structs import replace

from jtbd_core.wave import Wave
from jtbd_core.wave.rounds import round_days, utc

KEYS = {"rate_key": "r", "display_key": "d", "join_code": "j"}


def wave(opened: str, closed: str = "") -> Wave:
    """Return a wave that was open from a moment to another."""
    begun, ended = datetime.fromisoformat(opened), datetime.fromisoformat(closed) if closed else None
    status = "closed" if closed else "open"
    return Wave(id="w", study_id="s", number=2, status=status, opened_at=begun, closed_at=ended, **KEYS)


@pytest.mark.parametrize(
    ("opened", "closed", "dates"),
    [
        ("2026-03-03", "", "since 3 March 2026"),
        ("2026-03-03", "2026-03-03 12:00", "3 March 2026"),
        ("2026-03-03", "2026-03-09", "3–9 March 2026"),
        ("2026-02-28", "2026-03-09", "28 February – 9 March 2026"),
        ("2025-12-30", "2026-01-02", "30 December 2025 – 2 January 2026"),
    ],
)
def test_dates_are_as_short_as_they_can_be(opened: str, closed: str, dates: str) -> None:
    """What both days share is said once."""
    assert round_days(wave(opened, closed), utc) == dates


def test_a_wave_without_dates_says_so() -> None:
    """The moment at which its file was imported is not when people answered."""
    assert round_days(replace(wave("2026-03-03", "2026-03-03"), is_undated=True), utc) == "no dates in the file"
