"""A wave: its limits, what it asks, and what its results show."""

from datetime import datetime

import pytest

from jtbd_core.errors import Refused
from jtbd_core.exchange.demo import demo_study
from jtbd_core.study import study_from_json, study_to_json, translation
from jtbd_core.study.amendment import with_retired
from jtbd_core.wave import Limits, Wave, asked_study, reported_study

STUDY = demo_study()
DAY = datetime(2026, 3, 1)


@pytest.mark.parametrize("cap", [0, -1, 1_000_001])
def test_a_wave_for_nobody_is_refused(cap: int) -> None:
    """A cap below one person, or beyond all bounds, is no cap."""
    with pytest.raises(Refused, match="from 1 to"):
        Limits(cap=cap)


def wave(asked: tuple[str, ...] | None) -> Wave:
    """Return a wave that asks these outcomes."""
    keys = {"rate_key": "r", "display_key": "d", "join_code": "j"}
    return Wave(id="w", study_id="s", number=1, status="open", opened_at=DAY, asked=asked, **keys)


def test_a_retired_outcome_is_in_no_form_and_no_results() -> None:
    """A wave that asked it still does; its results leave it out, and so do translations to come."""
    name = STUDY.outcomes[0].id
    retired = with_retired(STUDY, name, is_retired=True)
    before = wave(tuple(one.id for one in STUDY.outcomes))
    assert name in {one.id for one in asked_study(retired, before).outcomes}
    for study in (reported_study(retired, before), asked_study(retired, wave(None))):
        assert name not in {one.id for one in study.outcomes}
    assert f"outcome.{name}" not in translation.texts(retired)
    assert study_from_json(study_to_json(retired)) == retired
