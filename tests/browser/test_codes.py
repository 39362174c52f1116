"""Single-use codes in a real browser: made in the room, printed as slips, and asked for by the form."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from jtbd_core.exchange.codes import code_slips
from jtbd_core.store import open_store
from tests.browser import desk
from tests.browser.conftest import Visitors
from tests.browser.respondent import PARCEL, check, press
from tests.server import Headway


@pytest.fixture
def coded(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Run Headway with a wave that asks for a code; give the addresses of the form and of a page of slips."""
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


def slips_made(room: Page, folder: Path) -> Path:
    """Make two codes to print in the room, and return the page of slips."""
    make = room.get_by_role("button", name="Make codes")
    desk.press(room.get_by_role("button", name="Single-use codes"), make)
    room.get_by_role("spinbutton", name="How many").fill("2")
    desk.press(make, room.get_by_text("2 new codes"))
    slips = folder / "slips.html"
    desk.download(room, room.get_by_role("button", name="Codes to print")).save_as(slips)
    return slips


@pytest.mark.allow_console_errors("409")
def test_a_slip_lets_one_person_begin(
    wide: Page, visitors: Visitors, a_wave: tuple[Headway, str], tmp_path: Path
) -> None:
    """The facilitator makes slips, a phone scans one and begins by one tap; the same slip lets nobody else begin."""
    headway, form = a_wave
    desk.sign_in(wide, headway)
    desk.press(wide.get_by_role("link", name="Room"), wide.get_by_text("Joined"))
    slips = visitors.wide()
    slips.goto(slips_made(wide, tmp_path).as_uri())
    expect(slips.get_by_role("img", name="QR code")).to_have_count(2)
    code = slips.get_by_role("listitem").first.get_by_text(re.compile(r"^\w{5}-\w{5}$")).inner_text()
    expect(wide.get_by_text("This round asks for a code.")).to_be_visible()

    scanned = f"{form}?code={code}"
    first, second = visitors.phone(), visitors.phone()
    for phone in (first, second):
        phone.goto(scanned)
        expect(phone.get_by_role("textbox", name="This is your code.")).to_have_value(code)
    press(first, "Start")
    expect(first.get_by_role("heading", name="About you")).to_be_visible()
    press(second, "Start")
    expect(second.get_by_role("alert")).to_contain_text("Somebody has already begun with this code.")
