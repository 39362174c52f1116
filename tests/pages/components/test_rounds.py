"""How rounds are called."""

from datetime import datetime

import pytest

from jtbd_core.wave import Wave
from pages.components.rounds import field_dates, round_label

KEYS = {"rate_key": "r", "display_key": "d", "join_code": "j"}


def wave(opened: str, closed: str = "", name: str = "") -> Wave:
    """Return a wave that was open from a moment to another."""
    begun, ended = datetime.fromisoformat(opened), datetime.fromisoformat(closed) if closed else None
    status = "closed" if closed else "open"
    return Wave(id="w", study_id="s", number=2, status=status, opened_at=begun, closed_at=ended, name=name, **KEYS)


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
    assert field_dates(wave(opened, closed)) == dates


def test_a_round_goes_by_its_name_or_number() -> None:
    """With its days and its people."""
    assert round_label(wave("2026-03-03", "2026-03-09"), 14) == "Round 2 · 3–9 March 2026 · 14 people"
    assert round_label(wave("2026-03-03", "2026-03-03", "Pilot"), 1) == "Pilot · 3 March 2026 · 1 person"
