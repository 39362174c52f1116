"""The story of somebody whom a panel sends to the form, on a phone in a real browser."""

import re

import pytest
from msgspec.structs import replace
from playwright.sync_api import Page, Route, expect

from jtbd_core.contract import Store
from jtbd_core.wave import Wave
from jtbd_core.wave.panel import Panel, Quota
from tests.browser.conftest import Visitors
from tests.browser.respondent import check, press, rate

PANEL = Panel(
    parameters=("pid", "source"),
    completed="https://panel.example/done?id={pid}&from={source}",
    screened="https://panel.example/out?id={pid}",
    screening=(("solution", "post"),),
    quotas=(Quota("haste", "high", 5),),
)
SITE = re.compile(r"https://panel\.example/.*")


def panel_site(route: Route) -> None:
    """Answer in place of the panel."""
    route.fulfill(body="<title>Panel</title><h1>Thank you from the panel</h1>", content_type="text/html")


@pytest.fixture
def fielded(served: tuple[Store, str], wave: Wave) -> Store:
    """Field the wave to the panel, and give its store."""
    served[0].set_panel(wave.id, PANEL)
    return served[0]


def choose(page: Page, *answers: str) -> None:
    """Choose answers about oneself, and go on."""
    for answer in answers:
        page.get_by_role("radio", name=answer, exact=True).check()
    press(page, "Continue")


@pytest.mark.allow_console_errors("409")
def test_a_panelist_answers_on_a_phone(phone: Page, visitors: Visitors, form: str, wave: Wave, fielded: Store) -> None:
    """Told what is noted, qualified, finished, led back with the id; opened again elsewhere the link says so."""
    phone.route(SITE, panel_site)
    phone.goto(f"{form}?pid=a%26b&source=mail")
    expect(phone.get_by_text("It is noted apart from your answers")).to_be_visible()
    check(phone)
    press(phone, "Start")
    expect(phone.get_by_text("decides whether this survey is for you")).to_be_visible()
    check(phone)
    phone.get_by_role("button", name="Continue").click()
    expect(phone.locator("input:focus:invalid")).to_have_count(1)  # the browser itself asks for what is needed
    choose(phone, "Courier", "Urgent")
    for _ in range(2):
        rate(phone, "very important", "falls short" if phone.get_by_text("falls short").count() else "slightly")
        press(phone, "Continue")
    check(phone)
    expect(phone.get_by_role("heading", name="Receipt code")).to_be_visible()
    phone.get_by_role("link", name="Back to your panel").click()
    expect(phone).to_have_url("https://panel.example/done?id=a%26b&from=mail")
    other = visitors.wide()
    other.goto(f"{form}?pid=a%26b&source=mail")
    press(other, "Start")
    expect(other.get_by_role("heading", name="This link was used already")).to_be_visible()
    check(other)
    assert fielded.fielding(wave.id).listed == {"completed": 1}
    assert fielded.progress(wave.id).finished == 1


def test_who_is_screened_out_is_thanked_or_led_on(phone: Page, form: str, wave: Wave, fielded: Store) -> None:
    """A kind page with a way back; where the facilitator wants so, the browser follows that at once."""
    phone.route(SITE, panel_site)
    phone.goto(f"{form}?pid=p1")
    press(phone, "Start")
    choose(phone, "Post office", "Urgent")
    expect(phone.get_by_role("heading", name="Thank you for your time")).to_be_visible()
    expect(phone.get_by_role("link", name="Back to your panel")).to_have_attribute(
        "href", "https://panel.example/out?id=p1"
    )
    check(phone)
    fielded.set_panel(wave.id, replace(PANEL, leads_on=True))
    phone.goto(f"{form}?pid=p2")
    press(phone, "Start")
    choose(phone, "Post office", "Urgent")
    expect(phone.get_by_role("heading", name="Thank you from the panel")).to_be_visible()
    expect(phone).to_have_url("https://panel.example/out?id=p2")
    assert fielded.fielding(wave.id).listed == {"screened": 2}
    assert fielded.progress(wave.id).joined == 0
