"""What a facilitator does at the desk of a draft."""

from contextlib import suppress

from playwright.sync_api import Download, Locator, Page, TimeoutError, expect

from jtbd_core.access import SIGN_IN_COOKIE
from jtbd_core.study import DIMENSIONS
from tests.server import Headway

MILLISECONDS_FOR_AN_EFFECT, MILLISECONDS_FOR_A_FILE = 5_000, 20_000
TRIES = 5


def press(button: Locator, effect: Locator) -> None:
    """Press a button until its effect is seen: a page that is just being drawn anew can swallow a click."""
    for _ in range(TRIES):
        with suppress(TimeoutError):  # it is gone: the last press had its effect, late
            button.click(timeout=MILLISECONDS_FOR_AN_EFFECT)
        try:
            expect(effect).to_be_visible(timeout=MILLISECONDS_FOR_AN_EFFECT)
        except AssertionError:
            continue
        return
    expect(effect).to_be_visible()


def download(page: Page, button: Locator) -> Download:
    """Press a button until the file that it gives has come, for the same reason."""
    for _ in range(TRIES):
        with suppress(TimeoutError), page.expect_download(timeout=MILLISECONDS_FOR_A_FILE) as given:
            button.click()
            return given.value
    raise AssertionError("no file came")


def choose(choice: Locator, option: Locator, text: str) -> None:
    """Find an option of a list by its text and choose it: a page that is just being drawn anew can shut the list."""
    for _ in range(TRIES):
        choice.fill(text)
        try:
            option.click(timeout=MILLISECONDS_FOR_AN_EFFECT)
        except TimeoutError:
            choice.fill("")
            continue
        return
    option.click()


def let_in(page: Page, headway: Headway) -> None:
    """Make a visitor the facilitator, with the cookie that the sign-in link sets."""
    page.context.add_cookies([{"name": SIGN_IN_COOKIE, "value": headway.cookie, "url": headway.url}])


def sign_in(page: Page, headway: Headway) -> None:
    """Open the studies as the facilitator."""
    let_in(page, headway)
    page.goto(headway.url)


def new_study(page: Page, headway: Headway) -> None:
    """Start a study from nothing but its job, as the facilitator, without the questions that help to make it."""
    sign_in(page, headway)
    start_study(page)
    press(page.get_by_role("button", name="See the outline"), page.get_by_role("tab", name="Outcomes"))


def start_study(page: Page) -> None:
    """Start a study from nothing but its job, on the page of all studies."""
    job = page.get_by_role("textbox", name="The job")
    press(page.get_by_role("button", name="New study"), job)
    job.fill("Send a package a long distance")
    press(page.get_by_role("button", name="Create"), page.get_by_text("add at least one outcome").first)


def add_step(page: Page, name: str) -> None:
    """Add the first job step, and make it the core step."""
    line = page.get_by_role("textbox", name="One more job step")
    line.fill(name)
    line.press("Enter")
    expect(page.get_by_role("textbox", name="Job step 1")).to_have_value(name)
    core = page.get_by_role("menuitem", name="Make it the core step")
    press(page.get_by_role("button", name="Step", exact=True), core)
    core.click()
    expect(page.get_by_text("Job step 1 · core step")).to_be_visible()


def list_box(page: Page, place: str) -> Locator:
    """Open the box for a list of outcomes under a dimension or the only job step, and return it."""
    box = page.get_by_role("textbox", name="Outcomes, one per line")
    from_the_end = [f"Success: {one}" for one in reversed(DIMENSIONS)]
    number = -1 - from_the_end.index(place) if place in from_the_end else 0
    press(page.get_by_role("button", name="Add outcomes").nth(number), box)
    return box


def add_outcomes(page: Page, place: str, statements: str, last: str) -> None:
    """Paste a list under a dimension or the only job step; `last` is the id that its last outcome gets."""
    list_box(page, place).fill(statements)
    press(page.get_by_role("button", name="Add", exact=True), outcome(page, last))


def outcome(page: Page, outcome_id: str) -> Locator:
    """Return the field with the wording of an outcome."""
    return page.locator(f".st-key-field-outcome-{outcome_id}").get_by_role("textbox")


def is_kept(page: Page) -> None:
    """Wait until everything is kept, and something was."""
    expect(page.get_by_text("All changes saved")).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()
