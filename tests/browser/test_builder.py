"""The builder, in a real browser: what only a browser shows."""

from playwright.sync_api import Page, expect

from tests.browser.desk import is_kept, press, sign_in, start_study
from tests.server import Headway


def test_a_first_study_is_asked_for_with_the_keyboard_alone(wide: Page, own_headway: Headway) -> None:
    """Each answer brings the next question, and the box keeps the focus; a reload comes back to the question."""
    sign_in(wide, own_headway)
    start_study(wide)
    executor, steps = (wide.get_by_role("textbox", name=name) for name in ("Who does the job", "The job steps"))
    executor.fill("A sender")
    executor.press("Enter")
    steps.fill("Wrap the package\nHand it over")
    wide.keyboard.press("Control+Enter")
    asked = wide.get_by_role("heading", name="what do you want to have happened?")
    press(wide.get_by_role("button", name="Hand it over"), asked)
    wide.get_by_role("textbox", name="Your answers, one per line").click()
    for answer, then in (
        ("The package is delivered on time", "what should not have happened?"),
        ("The package is not damaged", "which emotional states do you want to reach or keep?"),
        ("confident", "which emotional states do you want to avoid?"),
    ):
        wide.keyboard.type(answer)
        wide.keyboard.press("Control+Enter")
        expect(wide.get_by_role("heading", name=then)).to_be_visible()
        expect(wide.get_by_role("textbox", name="Your answers, one per line")).to_have_value("")
    is_kept(wide)
    wide.reload()
    expect(wide.get_by_role("heading", name="which emotional states do you want to avoid?")).to_be_visible()
    expect(wide.get_by_text("7 of 15 questions answered · now: what not to feel")).to_be_visible()
