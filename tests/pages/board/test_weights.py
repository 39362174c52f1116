"""Weights on the results page: the facilitator gives shares, and sees weighted scores beside plain ones."""

from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers
from pages.board.weights import ALONE
from tests.live.compared import STUDY
from tests.pages.conftest import Visit
from tests.pages.words import press, text

SHARES = "home:40 move:30 work:30"


def html(page: AppTest) -> str:
    """Return all HTML of a page."""
    return " ".join(one.proto.body for one in page.get("html"))


def test_the_facilitator_weighs_by_a_question(facilitate: Visit, visit: Visit, store: Store) -> None:
    """Shares that are typed stand in the address and are applied; a stakeholder's link with them shows none."""
    wave = store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY, 60))
    page = facilitate("results.py", study=wave.study_id, weigh="place")
    for field, share in zip(page.number_input, (40.0, 30.0, 20.0), strict=True):
        field.set_value(share)
    press(page, "Weigh")
    assert page.query_params["shares"] == "home:40 move:30 work:20"
    assert any("add up to 90 %" in one.value for one in page.warning)
    page = facilitate("results.py", study=wave.study_id, weigh="place", shares=SHARES)
    assert "these 60 people say as much as" in html(page)
    assert "effective n" in html(page)
    assert ALONE in text(page)
    key = store.study(wave.study_id).results_key
    theirs = visit("results.py", key=key, weigh="place", shares=SHARES)
    assert not theirs.number_input
    assert "effective n" not in html(theirs)
