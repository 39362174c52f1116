"""The whole story in real browsers: define, launch, rate on a phone, and see it in the results."""

import re

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitors
from tests.browser.desk import add_outcomes, new_study, press
from tests.server import Headway

STATEMENTS = """1. The package is delivered on time
2. The package is delivered to the correct address
3. The package is not damaged upon arrival"""
SECRETS = re.compile(r"/(?:r|results|display)[/?](?:key=)?([\w-]{22})")


def define_and_launch(page: Page, headway: Headway) -> tuple[str, str]:
    """Define a study as the facilitator, open its first wave, and return the form's and the results' link."""
    new_study(page, headway)
    add_outcomes(page, "Success: functional", STATEMENTS, "o3")
    expect(page.get_by_text("3 outcomes to rate")).to_be_visible()
    opening = page.get_by_role("button", name="Open round 1")
    press(page.get_by_role("button", name="Go on to the launch"), opening)
    press(opening, page.get_by_text("or send this link"))
    page.get_by_text("Links for stakeholders").click()
    page.get_by_role("button", name="Link", exact=True).click()
    form, results = (page.get_by_text(re.compile(rf"/{end}[\w-]{{22}}$")).first for end in ("r/", r"results\?key="))
    expect(results).to_be_visible()
    return form.inner_text(), results.inner_text()


def answer(form: str, importance: int, experience: int) -> None:
    """Rate everything on the form's only page, as a phone without JavaScript sends it."""
    with httpx.Client(follow_redirects=True) as phone:
        page = phone.post(form)
        names = set(re.findall(r'name="(\w\.[^"]+)"', page.text))
        ratings = {name: str({"i": importance, "e": experience}[name[0]]) for name in names if name[0] in "ie"}
        action = re.search(r'<form[^>]*action="([^"]*)"', page.text)
        assert action is not None, page.text
        address = page.url.join(action.group(1)) if action.group(1) else page.url
        phone.post(str(address), data=ratings | {"go": "continue"}).raise_for_status()


def rate_on_a_phone(phone: Page, form: str) -> None:
    """Open the link cold, rate every outcome, and stop there."""
    phone.goto(form)
    phone.get_by_role("button", name="Start").click()
    for group in phone.get_by_role("group", name=re.compile("How important|Compared with")).all():
        group.get_by_role("radio").first.check()
    phone.get_by_role("button", name="That is enough for now").click()
    expect(phone.get_by_text(re.compile(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}")).first).to_be_visible()


def test_a_rating_on_a_phone_moves_the_results(wide: Page, phone: Page, visitors: Visitors, headway: Headway) -> None:
    """Facilitator, phone and stakeholder each do their part, and none of the guests meets a page of another."""
    form, results = define_and_launch(wide, headway)
    for experience in (1, 2, 3, 4):
        answer(form, 5, experience)

    stakeholder = visitors.wide()
    stakeholder.goto(results)
    expect(stakeholder.get_by_text("So far: 4")).to_be_visible()
    rate_on_a_phone(phone, form)
    expect(stakeholder.get_by_text(re.compile("falls short for")).first).to_be_visible()
    expect(stakeholder.get_by_label(re.compile("^Landscape of .* from 5 people")).first).to_be_visible()
    expect(wide.get_by_text("Rated")).to_be_visible()

    assert set(SECRETS.findall(phone.content())) == {form.rsplit("/", 1)[1]}
    for page in (phone, stakeholder):
        content = page.content()
        assert not any(word in content for word in ("/define", "/room", "My studies"))
    assert form.rsplit("/", 1)[1] not in stakeholder.content()
    study = re.search(r"study=(\w+)", wide.url)
    assert study is not None
    stakeholder.goto(f"{headway.url}/room?study={study.group(1)}")
    expect(stakeholder.get_by_text("I have a join code")).to_be_visible()
    expect(stakeholder.get_by_text("Send a package")).to_have_count(0)


@pytest.mark.parametrize("path", ["", "/studies", "/define", "/room"])
def test_a_stranger_meets_no_page_of_the_facilitator(phone: Page, headway: Headway, path: str) -> None:
    """Any address of the facilitator greets a stranger with the way to a join code, cold and without a flash."""
    phone.goto(headway.url + path)
    expect(phone.get_by_text("I have a join code")).to_be_visible()
    expect(phone.get_by_text("My studies")).to_have_count(0)


def test_the_sign_in_link_works_in_one_browser(wide: Page, own_headway: Headway) -> None:
    """The button of the printed link leads to the studies; pressed again elsewhere, or made up, it opens nothing."""
    wide.goto(own_headway.signin_url)
    wide.get_by_role("button", name="Sign in").click()
    expect(wide.get_by_text("Welcome to Headway")).to_be_visible()
    assert httpx.post(own_headway.signin_url).status_code == 404
    assert httpx.post(f"{own_headway.url}/signin/not-the-token").status_code == 404
