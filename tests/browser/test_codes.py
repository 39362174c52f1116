"""Single-use codes in a real browser: the slips to print, and the form that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from jtbd_core.exchange.code_list import code_slips
from jtbd_core.store import open_store
from tests.browser.conftest import Visitors
from tests.browser.respondent import PARCEL, check, press
from tests.server import Headway


@pytest.fixture
def coded(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Run Headway with a round that asks for a code; give the addresses of the form and of a page of slips."""
    store = open_store(tmp_path / "headway.duckdb")
    wave = store.open_wave(store.add_study(PARCEL).id)
    codes = store.add_codes(wave.id, 12)
    store.close()
    headway = Headway(tmp_path / "headway.duckdb")
    headway.start()
    form = f"{headway.url}/r/{wave.rate_key}"
    slips = tmp_path / "codes.html"
    slips.write_text(code_slips(codes, form, PARCEL.title), encoding="utf-8")
    yield form, slips.as_uri()
    headway.stop()


@pytest.mark.allow_console_errors("404")
def test_codes_are_accessible_and_fit(visitors: Visitors, coded: tuple[str, str]) -> None:
    """Axe finds nothing on the slips, the first page and a wrong code, on phone and desktop, light and dark."""
    form, slips = coded
    for scheme in ("light", "dark"):
        for page in (visitors.wide(color_scheme=scheme), visitors.phone(color_scheme=scheme)):
            page.goto(slips)
            expect(page.get_by_role("listitem")).to_have_count(12)
            check(page)
            page.goto(form)
            check(page)
            page.get_by_role("textbox").fill("AAAAA-AAAAA")
            press(page, "Start")
            expect(page.get_by_role("alert")).to_contain_text("no such code")
            check(page)
