"""What a respondent does with the form in a browser."""

import re
from collections.abc import Mapping

import httpx
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from jtbd_core.study import Outcome, Step, Study
from tests.form.reading import Page as Reading
from tests.store.studies import CIRCUMSTANCES, SOLUTIONS, in_every_language

SERVED = "to be served"
OVER = "to hand over"
SAVED = "saved ✓"
KEPT = "kept on this phone, will be sent"
NO_NETWORK = r"ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|FAILED)"

FADED_IN = """() => document.getAnimations().every((one) =>
    one.playState !== "running" || one.effect.getComputedTiming().iterations === Infinity)"""
"""Whether all that changes is drawn in its own colours."""

WHOLE: Mapping[str, object] = {}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""The rules of accessibility that are checked: all of them, or the contrast of words alone."""

IN_SCHEME = """scheme => [...document.querySelectorAll(".stApp")].every((one) =>
    (parseInt(getComputedStyle(one).backgroundColor.slice(4)) < 128) === (scheme === "dark"))"""
"""Whether Streamlit, which draws a page anew in another scheme, has done so."""

OUTCOMES = (
    Outcome(id="time", statement="Minimize the time it takes to hand over the package", step="hand-over"),
    Outcome(id="queue", statement="Minimize the time it takes to be served", step="hand-over"),
    Outcome(id="calm", statement="I feel sure that the package arrives", dimension="emotional"),
)
PARCEL = Study(
    title="Parcels",
    job="Send a package a long distance",
    purpose="We want to know where sending a package falls short.",
    steps=(Step(id="hand-over", name="Hand over", is_core=True),),
    outcomes=OUTCOMES,
    solutions=SOLUTIONS,
    circumstances=CIRCUMSTANCES,
    translations=in_every_language(*OUTCOMES),
)


def question(page: Page, asked: str, statement: str) -> Locator:
    """Return the group of radio buttons of one question of one card."""
    return page.get_by_role("group", name=re.compile(f"{re.escape(asked)}.*{re.escape(statement)}"))


def rate(page: Page, importance: str, experience: str) -> None:
    """Choose the same words on every card of the page."""
    for card in page.get_by_role("listitem").all():
        groups = card.get_by_role("group")
        groups.nth(0).get_by_role("radio", name=importance, exact=True).check()
        groups.nth(1).get_by_role("radio", name=experience, exact=True).check()


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


def press(page: Page, name: str) -> None:
    """Press a button and wait for the page it leads to."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def to_cards(page: Page, form: str) -> None:
    """Walk to the first page with cards."""
    page.goto(form)
    press(page, "Start")
    press(page, "Continue")


def check(page: Page, *left_out: str, rules: Mapping[str, object] = WHOLE) -> None:
    """Fail if the page in front of us has an accessibility violation or is wider than the screen.

    What is left out, by its CSS selector, is not ours.
    """
    found = Axe().run(page, context={"exclude": list(left_out)}, options=dict(rules))
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), page.url


def check_both(page: Page, *left_out: str) -> None:
    """Check a page in light and in dark, in which it is left: only contrasts differ between the two."""
    for scheme, rules in {"light": WHOLE, "dark": CONTRAST}.items():
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(IN_SCHEME, arg=scheme)
        page.wait_for_function(FADED_IN)
        check(page, *left_out, rules=rules)


def card(page: Page, statement: str) -> Locator:
    """Return one card."""
    return page.get_by_role("listitem").filter(has_text=statement)


def tap(page: Page, statement: str, *words: str) -> None:
    """Choose words on one card: first of importance, then of experience."""
    for group, word in zip(card(page, statement).get_by_role("group").all(), words, strict=False):
        group.get_by_role("radio", name=word, exact=True).tap()


def says(page: Page, statement: str, text: str) -> None:
    """Wait until a card says how its save stands."""
    expect(card(page, statement).locator(".state")).to_have_text(text)


def stored(page: Page, form: str, name: str = "1") -> dict[str, str]:
    """Return what the server shows as chosen on one page of the form to who holds this browser's cookie."""
    cookies = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
    return Reading(httpx.get(f"{form}/{name}", cookies=cookies).text).form().chosen


def left_behind(page: Page) -> int:
    """Return how many answers this browser keeps."""
    return page.evaluate("localStorage.length")


def look_again(page: Page) -> None:
    """Come back to a tab, as the browser tells it."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
