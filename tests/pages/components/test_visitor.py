"""Who sees which page."""

import pytest
from streamlit.runtime.context import ContextProxy

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.wave import Wave
from tests.pages.conftest import Visit
from tests.pages.words import text


@pytest.fixture
def wave(store: Store) -> Wave:
    """Give the demo study's open wave."""
    study = demo_study()
    record = store.add_study(study)
    return store.import_wave(record.id, *demo_answers(study), status="open")


def test_a_stranger_is_welcomed_and_sees_no_study(visit: Visit, wave: Wave) -> None:
    """Without a key or sign-in there is a way to the join code, and nothing of any study."""
    page = visit()
    assert "sign-in link" in text(page)
    assert "listening to music" not in text(page)
    assert page.button == []


def test_a_copied_cookie_ends_with_the_sign_out(facilitate: Visit, store: Store) -> None:
    """Who has signed out is a stranger, also to a browser that still sends the cookie."""
    assert "Welcome to Headway" in text(facilitate())
    store.sign_out(access.sign_in(store.secret(), ContextProxy.cookies[access.SIGN_IN_COOKIE]))
    assert "sign-in link" in text(facilitate())


@pytest.mark.parametrize("page", ["studies.py", "define.py", "room.py"])
def test_a_stranger_cannot_open_a_page_of_the_facilitator(visit: Visit, wave: Wave, page: str) -> None:
    """The facilitator's pages do not exist for others, even with the study's id."""
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        visit(page, study=wave.study_id)


def test_a_stakeholder_sees_results_and_no_way_elsewhere(visit: Visit, store: Store, wave: Wave) -> None:
    """The results key opens the results, without a link to another page or key."""
    page = visit("results.py", key=store.study(wave.study_id).results_key)
    shown = text(page)
    assert "listening to music" in shown
    assert page.get("page_link") == []
    assert not any(secret in shown for secret in (wave.rate_key, wave.display_key, wave.join_code))


@pytest.mark.parametrize("key", ["", "wrong", "rate", "display"])
def test_another_key_does_not_open_the_results(visit: Visit, wave: Wave, key: str) -> None:
    """Neither an invented key nor one of another role opens the results."""
    keys = {"rate": wave.rate_key, "display": wave.display_key}
    page = visit("results.py", key=keys.get(key, key))
    assert "This link opens nothing" in text(page)


def test_a_study_id_does_not_open_the_results(visit: Visit, wave: Wave) -> None:
    """A stranger who knows a study's id still needs its key."""
    assert "This link opens nothing" in text(visit("results.py", study=wave.study_id))


def test_the_display_shows_how_to_join_and_the_counts(visit: Visit, wave: Wave) -> None:
    """The projector's page shows the join code and how many have joined, and no results."""
    page = visit("display.py", key=wave.display_key)
    assert f"{wave.join_code[:3]} {wave.join_code[3:]}" in text(page)
    assert "240 joined" in text(page)
    assert not page.get("vega_lite_chart")


def test_the_results_key_does_not_open_the_display(visit: Visit, store: Store, wave: Wave) -> None:
    """The display has a key of its own."""
    page = visit("display.py", key=store.study(wave.study_id).results_key)
    assert "This link opens nothing" in text(page)


@pytest.mark.parametrize("page", ["define.py", "room.py", "results.py"])
def test_a_page_of_a_study_in_the_bin_says_so(facilitate: Visit, store: Store, page: str) -> None:
    """The facilitator who opens an old address is told where the study is."""
    record = store.shelve_study(store.add_study(demo_study()).id, "bin")
    assert "This study is in the bin" in text(facilitate(page, study=record.id))


@pytest.mark.parametrize("page", ["display.py", "results.py"])
def test_a_link_to_a_study_in_the_bin_says_so(visit: Visit, store: Store, page: str) -> None:
    """Stakeholders and the projector read that the study was withdrawn, not that the link is wrong."""
    wave = store.open_wave(store.add_study(demo_study()).id)
    record = store.shelve_study(wave.study_id, "bin")
    keys = {"display.py": wave.display_key, "results.py": record.results_key}
    assert "This study was withdrawn" in text(visit(page, key=keys[page]))


@pytest.mark.parametrize("page", ["define.py", "room.py", "results.py"])
def test_a_page_without_a_study_leads_to_the_studies(facilitate: Visit, page: str) -> None:
    """A page that was opened without a study says so instead of failing."""
    assert "Choose a study first" in text(facilitate(page))
