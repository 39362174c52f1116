"""A whole room in real browsers: remote and display side by side, and twelve phones."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from jtbd_core.exchange.demo import demo_study
from jtbd_core.store import open_store
from tests.browser.conftest import Visitors
from tests.browser.desk import choose, press
from tests.form.reading import Page as Reading
from tests.server import Headway

PEOPLE = 12
EXPECTED = 5


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[Headway, str]]:
    """Run Headway with a study that is ready to launch; give the address of its room too."""
    store = open_store(tmp_path / "headway.duckdb")
    study_id = store.add_study(demo_study()).id
    store.close()
    headway = Headway(tmp_path / "headway.duckdb")
    headway.start()
    yield headway, f"{headway.url}/room?study={study_id}"
    headway.stop()


def answer(form: str, person: int) -> None:
    """Rate everything, as a phone without JavaScript sends it; each person has an opinion of their own."""
    with httpx.Client(follow_redirects=True, timeout=60) as phone:
        reply = phone.post(form)
        while not reply.url.path.endswith("/thanks"):
            asked = Reading(reply.text).form()
            names = [name for name in asked.choices if name[:2] in ("i.", "e.")]
            given = {name: str(1 + (person * len(name) + n) % 5) for n, name in enumerate(names)}
            target = reply.url.join(asked.action)
            reply = phone.post(target, data=given | {"go": "continue"}).raise_for_status()


def says(page: Page, text: str) -> Locator:
    """Return where a page says something, be it a title, a sentence or what a ring is read as."""
    return page.get_by_text(re.compile(text)).first


def show_the_display(visitors: Visitors, remote: Page) -> tuple[Page, str]:
    """Open the display in a window of its own, as the remote leads to it; return it and the form's address."""
    form = remote.get_by_text(re.compile(r"/r/[\w-]{22}$")).first.inner_text()
    address = remote.get_by_role("link", name="Open the display").get_attribute("href")
    assert address
    display = visitors.wide(viewport={"width": 1920, "height": 1080})
    display.goto(address)
    return display, form


def predict(display: Page) -> None:
    """Choose the team's top five on the display."""
    display.get_by_text("Before the reveal").click()
    choice = display.get_by_role("combobox", name=re.compile("success outcomes"))
    chosen = display.get_by_role("button", name=re.compile("^(Remove|Delete) "))
    for statement in [one.statement for one in demo_study().success_outcomes][:EXPECTED]:
        choose(choice, display.get_by_role("option", name=statement), statement)
    expect(chosen.or_(display.get_by_text(statement)).first).to_be_visible()
    display.keyboard.press("Escape")
    press(display.get_by_role("button", name="Keep our prediction"), says(display, f"{EXPECTED} outcomes expected"))


def test_a_room_from_the_lobby_to_the_next_round(wide: Page, visitors: Visitors, desk: tuple[Headway, str]) -> None:
    """Launch, twelve phones rate, the display follows, predict, reveal, a note is pinned, a new round is opened."""
    headway, room = desk
    remote = wide
    remote.goto(headway.signin_url)
    expect(says(remote, "My studies")).to_be_visible()
    remote.goto(room)
    begin = remote.get_by_role("button", name="Begin the rating")
    press(remote.get_by_role("button", name="Open round 1"), begin)
    display, form = show_the_display(visitors, remote)
    expect(says(display, "/join")).to_be_visible()

    press(begin, says(display, "Still to join"))
    for person in range(PEOPLE):
        answer(form, person)
    expect(display.get_by_label(re.compile(f"{PEOPLE} of {PEOPLE} finished")).first).to_be_visible()
    expect(says(remote, f": {PEOPLE} of {PEOPLE}")).to_be_visible()

    predict(display)
    remote.keyboard.press("Alt+Shift+F")
    expect(says(display, "Frozen at .* with answers of 12 people")).to_be_visible()
    press(remote.get_by_role("button", name="Let the display go on"), says(remote, "Freeze the display"))
    remote.keyboard.press("Alt+Shift+V")
    for page in (display, remote):
        expect(says(page, f"{PEOPLE} people answered")).to_be_visible()
        expect(says(page, f"of the {EXPECTED} expected outcomes")).to_be_visible()

    remote.get_by_role("textbox", name="Your name").fill("Ann")
    remote.get_by_role("textbox", name="What was said or decided").fill("Try lockers")
    press(remote.get_by_role("button", name="Pin it"), says(remote, "Note: Try lockers"))

    again = remote.get_by_role("button", name="Open round 2")
    press(remote.get_by_role("button", name="Close the round"), remote.get_by_role("button", name="Close for good"))
    press(remote.get_by_role("button", name="Close for good"), again)
    press(again, says(remote, "Round 2"))
