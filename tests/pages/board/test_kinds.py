"""The choice between success and key outcomes."""

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.wave import Answers, Rating
from pages.board.kinds import KIND
from tests.links import results_key
from tests.pages.conftest import Visit

STUDY = demo_study()


def lists(page: AppTest) -> list[str]:
    """Return how the charts of a page are described, in few words."""
    return [chart.proto.alt.split(" from ")[0] for chart in page.get("vega_lite_chart")][:2]


def test_success_outcomes_are_shown_first(visit: Visit, key: str) -> None:
    """The choice has the number of outcomes of each kind; what is chosen stands in the address."""
    page = visit("results.py", key=key)
    control = page.segmented_control[0]
    assert list(control.options) == ["Success outcomes · 14", "Key outcomes · 20"]
    assert lists(page) == ["14 success outcomes", "Landscape of 14 success outcomes"]
    control.set_value("key").run()
    assert lists(page) == ["20 key outcomes", "Landscape of 20 key outcomes"]
    assert "key" in page.query_params[KIND]


def test_a_link_keeps_the_kind(visit: Visit, key: str) -> None:
    """What the address holds is shown; where it holds nonsense, success outcomes are."""
    assert lists(visit("results.py", key=key, kind="key"))[0] == "20 key outcomes"
    assert lists(visit("results.py", key=key, kind="pigeons"))[0] == "14 success outcomes"


def test_what_nobody_rated_cannot_be_chosen(visit: Visit, store: Store) -> None:
    """With ratings of key outcomes alone these are shown, and there is no choice."""
    wave = store.open_wave(store.add_study(STUDY).id)
    ratings = tuple(Rating(outcome=one.id, importance=4, experience=1) for one in STUDY.key_outcomes[:3])
    for i in range(5):
        store.save(wave.id, f"{i:022}", Answers(ratings=ratings))
    page = visit("results.py", key=results_key(store, wave.study_id), kind="success")
    assert lists(page) == ["3 key outcomes", "Landscape of 3 key outcomes"]
    assert [control.options[0] for control in page.segmented_control] == ["Opportunity"]


def test_what_the_list_shows_has_short_names_on_a_phone(
    visit: Visit, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In full they would take two rows of the first screen."""
    assert list(visit("results.py", key=key).segmented_control[1].options)[1:] == ["Value delivered", "Value wanted"]
    monkeypatch.setattr(ContextProxy, "headers", {"User-Agent": "Mobile"})
    page = visit("results.py", key=key, kind="key")
    assert list(page.segmented_control[1].options) == ["Opportunity", "Delivered", "Wanted"]
