"""A facilitator's first study in real browsers: the desk, remote and display side by side, and twelve phones."""

import re
from contextlib import suppress

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visitors
from tests.browser.desk import add_outcomes, add_step, choose, is_kept, new_study, outcome, press
from tests.browser.respondent import answer
from tests.server import Headway

PEOPLE = 12
EXPECTED = (
    "The package is delivered on time",
    "The package is delivered to the correct address",
    "The contents of the package stay private",
    "The recipient is told when to be there",
    "The proof of delivery is mine to keep",
)

KEY = """1) Minimize the time it takes to find a carrier
2) Minimize the time it takes to compare prices
3) Reduce the cost of packing material
4) Minimize the effort it takes to wrap the package
5) Minimize the number of forms to fill in
6) Minimize the time it takes to hand over the package
7) Minimize the likelihood that the package gets lost
8) Minimize the time it takes to locate the package
9) Increase the likelihood of meeting the recipient
10) Minimize the variation in delivery time"""
FUNCTIONAL = "\n".join(
    f"{n}. {one}" for n, one in enumerate((*EXPECTED, "The package is not damaged on arrival"), start=1)
)
EMOTIONAL = """- I feel confident that the package arrives
- To be informed
- I do not feel anxious about the package
- I feel in control of the delivery"""
SOCIAL = """• My colleagues see me as somebody who keeps promises
• The recipient regards me as considerate
• My customers see me as reliable
• My neighbors do not see me as a nuisance"""
LISTS = {
    "Hand over the package": (KEY, "o10"),
    "Success: functional": (FUNCTIONAL, "o16"),
    "Success: emotional": (EMOTIONAL, "o20"),
    "Success: social": (SOCIAL, "o24"),
}
CORRECTED = {
    "Hand over the package": ("o3", "Minimize the cost of packing material"),
    "Success: emotional": ("o18", "I feel informed"),
}


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


def predict(remote: Page) -> None:
    """Choose the team's top five on the remote."""
    remote.get_by_text("Before the reveal").click()
    choice = remote.get_by_role("combobox", name=re.compile("success outcomes"))
    chosen = remote.get_by_role("button", name=re.compile("^(Remove|Delete) "))
    for statement in EXPECTED:
        choose(choice, remote.get_by_role("option", name=statement), statement)
    expect(chosen.or_(remote.get_by_text(statement)).first).to_be_visible()
    remote.keyboard.press("Escape")
    press(remote.get_by_role("button", name="Save our prediction"), says(remote, f"{len(EXPECTED)} outcomes expected"))


def define(page: Page, headway: Headway) -> None:
    """Define a study from nothing: a job step, four pasted lists, and one click for each wording to correct."""
    new_study(page, headway)
    add_step(page, "Hand over the package")
    for place, (statements, last) in LISTS.items():
        add_outcomes(page, place, statements, last)
        expect(outcome(page, last)).to_have_value(re.sub(r"^\S+ ", "", statements.splitlines()[-1]))
        if place in CORRECTED:
            corrected, statement = CORRECTED[place]
            applied = page.get_by_role("button", name=re.compile("^Undo: applied"))
            press(page.get_by_role("button", name=f"Apply: change to “{statement}”"), applied)
            expect(outcome(page, corrected)).to_have_value(statement)
    expect(says(page, "24 outcomes to rate")).to_be_visible()
    is_kept(page)


def test_a_first_study_from_the_desk_to_the_next_wave(wide: Page, visitors: Visitors, headway: Headway) -> None:
    """Define, launch, twelve phones rate, the display follows, predict, reveal, a note is pinned, a new wave opens."""
    remote = wide
    define(remote, headway)
    opening, begin = (remote.get_by_role("button", name=name) for name in ("Open round 1", "Begin the rating"))
    press(remote.get_by_role("button", name="Go on to the launch"), opening)
    press(opening, begin)
    display, form = show_the_display(visitors, remote)
    expect(says(display, "/join")).to_be_visible()

    press(begin, says(display, "Still to join"))
    for person in range(PEOPLE):
        answer(form, person)
    expect(display.get_by_label(re.compile(f"{PEOPLE} of {PEOPLE} finished")).first).to_be_visible()
    expect(says(remote, f": {PEOPLE} of {PEOPLE}")).to_be_visible()

    predict(remote)
    remote.keyboard.press("Alt+Shift+F")
    expect(says(display, "Frozen at .* with answers of 12 people")).to_be_visible()
    press(remote.get_by_role("button", name="Let the display go on"), says(remote, "Freeze the display"))
    remote.keyboard.press("Alt+Shift+V")
    for page in (display, remote):
        expect(says(page, f"{PEOPLE} people answered")).to_be_visible()
        expect(says(page, f"of the {len(EXPECTED)} expected outcomes")).to_be_visible()

    remote.get_by_role("textbox", name="Your name").fill("Ann")
    pinned = says(remote, "Note: Try lockers")
    for _ in range(2):  # a page that is just being drawn anew can swallow what is typed, too
        if not pinned.is_visible():
            remote.get_by_role("textbox", name="What was said or decided").fill("Try lockers")
            with suppress(AssertionError):
                press(remote.get_by_role("button", name="Pin it"), pinned)
    expect(pinned).to_be_visible()

    again = remote.get_by_role("button", name="Open round 2")
    press(remote.get_by_role("button", name="Close the round"), remote.get_by_role("button", name="Close for good"))
    press(remote.get_by_role("button", name="Close for good"), again)
    press(again, says(remote, "Round 2"))
