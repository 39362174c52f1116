"""How far the people of a wave have come, on the remote."""

from datetime import timedelta

import pytest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.study.sections import asked_sections, sections
from jtbd_core.wave import Answers, Rating
from pages.components import scene
from tests.pages.answers import rate_all
from tests.pages.conftest import Visit
from tests.pages.words import text


def test_the_room_counts_its_people(facilitate: Visit, store: Store, study_id: str) -> None:
    """Joined, rated and finished are counted apart."""
    wave = store.open_wave(study_id)
    store.save(wave.id, "a" * 22, Answers(profile={"solution": "vinyl"}))
    first = demo_study().outcomes[0].id
    store.save(wave.id, "b" * 22, Answers(ratings=(Rating(outcome=first, experience=2),), is_finished=True))
    page = facilitate("room.py", study=study_id)
    assert all(part in text(page) for part in ("Joined 2", "Rated 1", "Finished 1"))
    bars = [bar.proto.text.partition(":")[0] for bar in page.get("progress")]
    asked = asked_sections(demo_study())
    assert bars == [one.name(demo_study()) for one in sections(demo_study()) if one in asked]  # as a phone stacks them


def test_who_came_late_is_counted(
    facilitate: Visit, store: Store, study_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The badge counts who joined after the rating was under way, and is not there before anybody did."""
    monkeypatch.setattr(scene, "LATE", timedelta())  # nobody waits two minutes for a test
    wave = store.open_wave(study_id)
    rate_all(store, wave.id, 3)
    store.begin(wave.id)
    assert "came late" not in text(facilitate("room.py", study=study_id))
    rate_all(store, wave.id, 5)
    assert "2 came late" in text(facilitate("room.py", study=study_id))
