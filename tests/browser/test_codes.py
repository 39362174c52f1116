"""Single-use codes in a real browser: made in the room, printed as slips, and asked for by the form."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from jtbd_core.contract import Store
from jtbd_core.exchange.codes import code_slips
from jtbd_core.wave import Wave
from tests.browser import desk
from tests.browser.conftest import Visitors
from tests.browser.respondent import PARCEL, check, check_both, press
from tests.server import Headway


@pytest.fixture
def slips(served: tuple[Store, str], wave: Wave, form: str, tmp_path: Path) -> str:
    """Let the wave ask for a code, and give the address of a page of slips."""
    slips = tmp_path / "codes.html"
    slips.write_text(code_slips(served[0].add_codes(wave.id, 12), form, PARCEL.title), encoding="utf-8")
    return slips.as_uri()


@pytest.mark.allow_console_errors("404")
def test_codes_are_accessible_and_fit(wide: Page, phone: Page, form: str, slips: str) -> None:
    """Axe finds nothing on the slips, the first page and a wrong code, on phone and desktop, light and dark."""
    for page, check_page in ((wide, check_both), (phone, check)):
        page.goto(slips)
        expect(page.get_by_role("listitem")).to_have_count(12)
        check_page(page)
        page.goto(form)
        check_page(page)
        page.get_by_role("textbox").fill("AAAAA-AAAAA")
        press(page, "Start")
        expect(page.get_by_role("alert")).to_contain_text("no such code")
        check_page(page)


def slips_made(room: Page, folder: Path) -> Path:
    """Make two codes to print in the room, and return the page of slips."""
    make = room.get_by_role("button", name="Make codes")
    desk.press(room.get_by_role("button", name="Single-use codes"), make)
    room.get_by_role("spinbutton", name="How many").fill("2")
    desk.press(make, room.get_by_text("2 new codes"))
    slips = folder / "slips.html"
    desk.download(room, room.get_by_role("button", name="Codes to print")).save_as(slips)
    return slips


@pytest.mark.allow_console_errors("404")
def test_a_slip_lets_one_person_begin(
    wide: Page, visitors: Visitors, a_wave: tuple[Headway, str], tmp_path: Path
) -> None:
    """The facilitator makes slips, a phone scans one and begins by one tap; the same slip lets nobody else begin."""
    headway, form = a_wave
    desk.sign_in(wide, headway)
    desk.press(wide.get_by_role("button", name="Go to the room"), wide.get_by_text("Joined"))
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
    expect(second.get_by_role("alert")).to_contain_text("or it was used")
