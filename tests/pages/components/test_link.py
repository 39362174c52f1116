"""What the link of a page opens, and for whom."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import Refused
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.wave import Wave
from pages.components.shared_link import ask_files
from tests.links import results_key
from tests.pages.conftest import Visit
from tests.pages.words import text


@pytest.fixture
def wave(store: Store) -> Wave:
    """Give the demo study's open wave."""
    study = demo_study()
    record = store.add_study(study)
    return store.import_wave(record.id, *demo_answers(study), status="open")


def test_a_stakeholder_sees_results_and_no_way_elsewhere(visit: Visit, store: Store, wave: Wave) -> None:
    """The results key opens the results, without a link to another page or key."""
    page = visit("results.py", key=results_key(store, wave.study_id))
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


def test_the_results_key_does_not_open_the_display(visit: Visit, store: Store, wave: Wave) -> None:
    """The display has a key of its own."""
    page = visit("display.py", key=results_key(store, wave.study_id))
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
    keys = {"display.py": wave.display_key, "results.py": results_key(store, record.id)}
    assert "This study was withdrawn" in text(visit(page, key=keys[page]))


@pytest.mark.parametrize("page", ["define.py", "room.py", "results.py"])
def test_a_page_without_a_study_leads_to_the_studies(facilitate: Visit, page: str) -> None:
    """A page that was opened without a study says so instead of failing."""
    assert "Choose a study first" in text(facilitate(page))


def test_a_window_left_open_makes_no_file_of_a_withdrawn_study(store: Store, wave: Wave) -> None:
    """While the study is shared it does."""
    link, *_ = store.results_links(wave.study_id)
    ask_files(link)
    store.shelve_study(wave.study_id, "bin")
    with pytest.raises(Refused, match="withdrawn"):
        ask_files(link)
