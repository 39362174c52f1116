"""Waves that close automatically."""

from datetime import UTC, datetime, timedelta

from jtbd_core.contract import Store
from jtbd_core.wave import Limits
from tests.pages.conftest import Visit
from tests.pages.words import press

EVENING = (datetime.now(UTC) + timedelta(days=1)).replace(hour=18, minute=0, second=0, microsecond=0, tzinfo=None)


def test_a_wave_can_close_automatically(facilitate: Visit, store: Store, study_id: str) -> None:
    """Cap and closing time are chosen when it is opened, and can be moved; a press right after typing takes both."""
    page = facilitate("room.py", study=study_id)
    page.number_input[0].set_value(40)
    page.datetime_input[0].set_value(EVENING)
    page = press(page, "Open round 1")
    (wave,) = store.waves(study_id)
    assert wave.limits == Limits(cap=40, closes_at=EVENING)
    next(box for box in page.number_input if box.label == "Most people").set_value(60)
    press(page, "Save")
    assert store.wave(wave.id).limits == Limits(cap=60, closes_at=EVENING)


def test_a_wave_is_extended(facilitate: Visit, store: Store, study_id: str) -> None:
    """Five minutes more move the closing time."""
    wave = store.open_wave(study_id, Limits(closes_at=EVENING))
    press(facilitate("room.py", study=study_id), "5 more minutes")
    assert store.wave(wave.id).limits.closes_at == EVENING + timedelta(minutes=5)
