"""What the server looks after of the pages that are open."""

import gc
from collections.abc import Iterable
from functools import partial
from time import monotonic

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import StoreUnavailable
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.live.findings import room_cache
from jtbd_core.wave import Answers, Rating, Wave
from pages.components.open_pages import OpenPages, _asked
from tests.links import results_key
from tests.pages.conftest import Visit

SECONDS_TO_REFRESH = 20


def _lost() -> bool:
    raise StoreUnavailable("The database cannot be reached.")


def _rate(store: Store, wave: Wave, people: Iterable[int]) -> None:
    rating = Rating(outcome=demo_study().outcomes[0].id, importance=5, experience=2)
    for person in people:
        store.save(wave.id, f"{person:022}", Answers(ratings=(rating,)))


@pytest.fixture
def open_pages(monkeypatch: pytest.MonkeyPatch) -> OpenPages:
    """Give the open pages, of this test alone."""
    mine = OpenPages()
    for module in ("open_pages", "shared_link", "watch"):
        monkeypatch.setattr(f"pages.components.{module}.open_pages", mine)
    return mine


def test_a_page_has_changed_once_its_link_has_ended(visit: Visit, store: Store, open_pages: OpenPages) -> None:
    """Not before; and a session that is gone is looked after no more."""
    study = demo_study()
    wave = store.import_wave(store.add_study(study).id, *demo_answers(study, 40))
    (link,) = store.results_links(wave.study_id)
    page = visit("results.py", key=link.key)
    assert not open_pages.changed()
    store.revoke_results_link(link.id)
    assert len(open_pages.changed()) == 1
    del page
    gc.collect()
    assert not open_pages.changed()


def test_a_page_is_kept_while_the_database_is_lost() -> None:
    """It is looked after again later."""
    assert [_asked(look) for look in (_lost, partial(bool, 1))] == [False, True]


def test_a_page_is_stale_once_answers_came(
    visit: Visit, store: Store, open_pages: OpenPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not before, nor while its browser is away; it is rerun once, as an update, and follows what it shows then."""
    monkeypatch.setattr("pages.components.watch.seconds_between_looks", lambda _: 0.0)
    monkeypatch.setattr(room_cache, "get", lambda _, read: read())
    study = demo_study()
    wave = store.open_wave(store.add_study(study).id)
    _rate(store, wave, range(5))
    page = visit("results.py", key=results_key(store, wave.study_id))
    (opened,) = open_pages._all()
    open_pages.look({opened.session_id})
    assert not open_pages.stale()
    _rate(store, wave, range(5, 10))
    open_pages.look(set())
    assert not open_pages.stale()
    late = monotonic() + SECONDS_TO_REFRESH
    while not open_pages.stale() and monotonic() < late:
        open_pages.look({opened.session_id})
    assert open_pages.stale() == [opened]
    opened.is_admitted = True
    assert not open_pages.stale()
    page.run()
    (update,) = open_pages._all()
    assert update.is_update
    open_pages.look({update.session_id})
    assert not open_pages.stale()


def test_a_closed_round_is_followed_no_more(visit: Visit, store: Store, open_pages: OpenPages) -> None:
    """Its page stays as it is."""
    study = demo_study()
    wave = store.import_wave(store.add_study(study).id, *demo_answers(study, 40))
    visit("results.py", key=results_key(store, wave.study_id))
    assert [page.followed for page in open_pages._all()] == [None]
