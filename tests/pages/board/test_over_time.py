"""What changed over time, on the results page."""

import numpy as np
import pytest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.study import Solution
from jtbd_core.wave import Wave
from tests.links import results_key
from tests.pages.conftest import Visit
from tests.pages.words import text
from tests.store.studies import PARCEL, rated

STUDY = demo_study()
MOVED = STUDY.success_outcomes[3]
TAB = "Over time"


@pytest.fixture
def later(store: Store, wave: Wave) -> Wave:
    """Give a second round in which one success outcome falls short for many more, and what it alone offers."""
    store.add_solution(wave.study_id, Solution(id="radio", name="Radio"))
    ratings, profiles = demo_answers(STUDY, 120, seed=3)
    moved = ratings["outcome"] == MOVED.id
    ratings.loc[moved, "experience"] = np.clip(ratings.loc[moved, "experience"] - 2, 1, 5)
    return store.import_wave(wave.study_id, ratings, profiles)


def test_what_changed_is_said_first(visit: Visit, store: Store, later: Wave, key: str) -> None:
    """The planted change is the headline; slopes, list and what was offered differently stand below."""
    store.name_wave(store.waves(later.study_id)[1].id, "Spring")
    page = visit("results.py", key=key, part=TAB)
    shown = text(page)
    assert "One success outcome changed since “Spring”. Matters and falls short for " in shown
    assert f" people: “{MOVED.statement}”, " in shown
    assert "Spring did not ask or offer “Radio”." in shown
    lines, changes = (chart.proto.alt for chart in page.get("vega_lite_chart"))
    assert lines.startswith("Slopes over 2 rounds. 1 of 14 outcomes changed from “Spring” to round 2")
    assert f"{MOVED.statement}: " in changes
    assert "Shown: 12 of 14 outcomes" in shown
    page.get("toggle")[0].set_value(True).run()
    assert "Shown: 12 of 14 outcomes" not in text(page)


def test_one_round_says_what_will_be_here(visit: Visit, facilitate: Visit, store: Store) -> None:
    """Another round with fewer than five people changes nothing; who can set no target is not told to."""
    record = store.add_study(PARCEL)
    for people in (6, 4):
        wave = store.open_wave(record.id)
        for number in range(people):
            store.save(wave.id, f"{wave.id}{number:06}", rated("time", 5, 2))
        store.set_status(wave.id, "closed")
    page = visit("results.py", key=results_key(store, record.id), part=TAB)
    assert "Nothing to compare yet." in text(page)
    assert "As soon as two rounds have answers of 5 people or more" in text(page)
    assert page.get("vega_lite_chart") == []
    decide = "Decide now what you aim at"
    assert decide not in text(page)
    assert decide in text(facilitate("results.py", study=record.id, part=TAB))
