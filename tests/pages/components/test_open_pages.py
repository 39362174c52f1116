"""What the server looks after of the pages that are open by a link."""

import gc
from functools import partial

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import StoreUnavailable
from jtbd_core.exchange.demo import demo_answers, demo_study
from pages.components.open_pages import OpenPage, OpenPages
from tests.pages.conftest import Visit


def _lost() -> bool:
    raise StoreUnavailable("The database cannot be reached.")


def test_a_page_is_stale_once_its_link_has_ended(visit: Visit, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not before; and a session that is gone is looked after no more."""
    open_pages = OpenPages()
    monkeypatch.setattr("pages.components.shared_link.open_pages", open_pages)
    study = demo_study()
    wave = store.import_wave(store.add_study(study).id, *demo_answers(study, 40))
    (link,) = store.results_links(wave.study_id)
    page = visit("results.py", key=link.key)
    assert not open_pages.stale()
    store.revoke_results_link(link.id)
    assert len(open_pages.stale()) == 1
    del page
    gc.collect()
    assert not open_pages.stale()


def test_a_page_is_kept_while_the_database_is_lost() -> None:
    """It is looked after again later."""
    assert [OpenPage("", look).is_stale() for look in (_lost, partial(bool, 1))] == [False, True]
