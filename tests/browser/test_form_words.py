"""What a respondent types is as safe as what is tapped."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.respondent import KEPT, NO_NETWORK, SAVED, left_behind, look_again, press


@pytest.mark.allow_console_errors(NO_NETWORK)
def test_own_words_are_kept_without_leaving_the_field(phone: Page, form: str) -> None:
    """What is typed is saved as soon as the page is hidden; without a network it waits and is there after a reload."""
    phone.goto(form)
    press(phone, "Start")
    own = phone.get_by_role("textbox")
    expect(own).to_be_hidden()
    phone.get_by_label("something else").tap()
    phone.route("**/question", lambda route: route.abort())
    own.fill("Pigeon post")
    phone.evaluate("Object.defineProperty(document, 'hidden', {value: true})")
    look_again(phone)
    expect(phone.get_by_text(KEPT).and_(phone.locator(".state"))).to_be_visible()
    phone.reload()
    expect(own).to_have_value("Pigeon post")
    phone.unroute("**/question")
    expect(phone.get_by_text(SAVED).and_(phone.locator(".state"))).to_be_visible()
    press(phone, "Continue")
    expect(phone.get_by_text("using Pigeon post?").first).to_be_visible()
    assert left_behind(phone) == 0
