"""The results in a real browser: what stands where, and who can read it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.store import open_store
from tests.browser.conftest import Visitors
from tests.browser.respondent import check
from tests.links import results_key
from tests.server import Headway


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run Headway with the demo study and some of its answers; give the address of the results."""
    db = tmp_path_factory.mktemp("results") / "headway.duckdb"
    store = open_store(db)
    study = demo_study()
    wave = store.import_wave(store.add_study(study).id, *demo_answers(study, 40))
    key = results_key(store, wave.study_id)
    store.close()
    headway = Headway(db)
    headway.start()
    yield f"{headway.url}/results?key={key}"
    headway.stop()


def charts(page: Page, kind: str) -> list[dict[str, float]]:
    """Return where the list and the landscape of a kind stand, once both are drawn."""
    found = [
        page.get_by_label(re.compile(f"^{start} {kind} outcomes")).first for start in (r"\d+", r"Landscape of \d+")
    ]
    for one in found:
        expect(one).to_be_visible()
    return [box for one in found if (box := one.bounding_box())]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_kinds_can_be_read_by_all(visitors: Visitors, results: str, scheme: str) -> None:
    """The choice switches list and landscape, and nothing of either shuts anybody out."""
    page = visitors.wide(color_scheme=scheme)
    page.goto(results)
    charts(page, "success")
    check(page)
    page.get_by_role("radio", name="Key outcomes").click()
    charts(page, "key")
    check(page)
    assert "kind=key" in page.url


def test_the_list_stands_left_of_the_landscape_and_on_a_phone_above_it(visitors: Visitors, results: str) -> None:
    """What leads is read first on either; a phone shows it in full."""
    wide, phone = visitors.wide(), visitors.phone()
    for page in (wide, phone):
        page.goto(results)
    ranked, plane = charts(wide, "success")
    assert ranked["x"] + ranked["width"] <= plane["x"]
    ranked, plane = charts(phone, "success")
    assert ranked["y"] + ranked["height"] <= plane["y"]
    check(phone)
