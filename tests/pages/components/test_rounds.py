"""How rounds are called."""

from datetime import datetime

from jtbd_core.wave import Wave
from pages.components.rounds import round_label

KEYS = {"rate_key": "r", "display_key": "d", "join_code": "j"}


def wave(opened: str, closed: str, name: str = "") -> Wave:
    """Return a wave that was open from a moment to another."""
    begun, ended = datetime.fromisoformat(opened), datetime.fromisoformat(closed)
    return Wave(id="w", study_id="s", number=2, status="closed", opened_at=begun, closed_at=ended, name=name, **KEYS)


def test_a_round_goes_by_its_name_or_number() -> None:
    """With its days and, where they may be told, its people."""
    assert round_label(wave("2026-03-03", "2026-03-09"), 14) == "Round 2 · 3–9 March 2026 · 14 people"
    assert round_label(wave("2026-03-03", "2026-03-03", "Pilot"), 1) == "Pilot · 3 March 2026 · 1 person"
    assert round_label(wave("2026-03-03", "2026-03-09"), None) == "Round 2 · 3–9 March 2026"
