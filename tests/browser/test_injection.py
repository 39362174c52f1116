"""A hostile study in a real browser: nothing of it runs, opens, loads or links."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from jtbd_core.store import open_store
from jtbd_core.wave import Answers, Rating
from tests.browser.desk import sign_in
from tests.hostile import HOSTILE
from tests.links import results_key
from tests.server import Headway


@pytest.fixture
def attacked(tmp_path: Path) -> Iterator[tuple[Headway, list[str]]]:
    """Run Headway with the hostile study, rated by enough people and revealed; give the addresses of its pages."""
    with closing(open_store(tmp_path / "headway.duckdb")) as store:
        record = store.add_study(HOSTILE)
        wave = store.open_wave(record.id)
        draft = store.add_study(HOSTILE).id
        for person in range(6):
            ratings = tuple(Rating(outcome=one.id, importance=5, experience=1 + person % 5) for one in HOSTILE.outcomes)
            store.save(wave.id, f"{person:022}", Answers(ratings=ratings))
        store.reveal(wave.id)
        key = results_key(store, record.id)
    headway = Headway(tmp_path / "headway.duckdb")
    headway.start()
    facilitator = [f"{headway.url}/{page}?study={record.id}" for page in ("room", "define", "results")]
    shared = [f"{headway.url}/results?key={key}", f"{headway.url}/display?key={wave.display_key}"]
    facilitator += [f"{headway.url}/define?study={draft}", headway.url]
    yield headway, [f"{headway.url}/r/{wave.rate_key}", *shared, *facilitator]
    headway.stop()


def test_nothing_of_a_study_runs_in_a_browser(wide: Page, attacked: tuple[Headway, list[str]]) -> None:
    """No dialog opens, no script sets the title, no foreign address is asked, and none is a link."""
    headway, addresses = attacked
    draft = addresses[-2]
    asked: list[str] = []
    wide.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    wide.on("request", lambda request: asked.append(request.url))
    sign_in(wide, headway)
    for address in addresses:
        wide.goto(address)
        expect(wide.get_by_text("document.title='owned'").first).to_be_visible()
        expect(wide.get_by_text("**bold**").first).to_be_visible()
        if address == draft:  # the outcomes of the open section are drawn last
            inside = [one for one in HOSTILE.outcomes if one.step == "one"]
            expect(wide.get_by_role("checkbox", name=re.compile("^Tick"))).to_have_count(len(inside))
        assert wide.title() != "owned"
        assert wide.locator("a[href*='elsewhere.example'], img[src*='elsewhere.example']").count() == 0
    assert [one for one in asked if not one.startswith((headway.url, "data:", "blob:"))] == []
