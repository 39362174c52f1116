"""The rating form in a real browser: without scripts, on a phone, by keyboard, and for everybody."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from jtbd_core.form.texts import TEXTS
from tests.browser.conftest import Visitors
from tests.browser.respondent import NO_NETWORK, SAVED, check, press, question, rate, to_cards
from tests.server import Headway


def test_the_whole_way_without_scripts(visitors: Visitors, form: str) -> None:
    """On a phone without JavaScript one can answer, stop, come back, finish, write, look and delete."""
    page = visitors.phone(java_script_enabled=False)
    page.goto(form)
    press(page, "Start")
    page.get_by_label("Courier").check()
    page.get_by_label("Urgent", exact=True).check()
    press(page, "Continue")
    expect(page.get_by_role("banner")).to_contain_text("0 of 3")
    rate(page, "very important", "slightly")
    press(page, "That is enough for now")
    expect(page.locator("main")).to_contain_text("You rated 2 of 3 statements.")
    page.goto(form)
    expect(page.get_by_role("heading", name="How it makes you feel")).to_be_visible()
    rate(page, "extremely important", "falls far short")
    press(page, "Continue")
    expect(page.locator("main")).to_contain_text("You rated all 3 statements.")
    page.get_by_label("What did we miss?").fill("The price")
    press(page, "Send")
    press(page, "See or delete my answers")
    expect(page.locator("main")).to_contain_text("falls far short")
    page.get_by_label("Yes, delete all my answers").check()
    press(page, "Delete my answers")
    expect(page.get_by_role("heading", name="Your answers are deleted")).to_be_visible()


def test_the_chosen_word_is_shown_and_can_be_taken_back(phone: Page, form: str) -> None:
    """A tap shows its word; *clear* appears with the first tap and takes the answer back."""
    to_cards(phone, form)
    asked = question(phone, "How important", "to be served")
    word, clear = asked.get_by_text("very important", exact=True), asked.get_by_text("clear")
    expect(word).to_have_css("opacity", "0")
    asked.get_by_role("radio").nth(3).tap()
    expect(word).to_have_css("opacity", "1")
    clear.tap()
    expect(asked.get_by_role("radio", name="very important")).not_to_be_checked()
    expect(word).to_have_css("opacity", "0")


def test_buttons_are_large_enough_for_thumbs(visitors: Visitors, form: str) -> None:
    """On the narrowest phone every choice is at least 44 px high and does not touch the next."""
    page = visitors.phone(viewport={"width": 320, "height": 640})
    to_cards(page, form)
    boxes = [radio.bounding_box() for radio in page.locator(".scale").first.get_by_role("radio").all()]
    assert all(box["height"] >= 44 and box["width"] >= 44 for box in boxes)
    assert all(left["x"] + left["width"] < right["x"] for left, right in pairwise(boxes))


@pytest.mark.parametrize("place", range(5))
def test_a_tap_below_a_button_chooses_that_button(phone: Page, form: str, place: int) -> None:
    """A thumb that lands among the words chooses what is above it, not the word of a neighbour."""
    to_cards(phone, form)
    radio = phone.locator(".scale").first.get_by_role("radio").nth(place)
    box = radio.bounding_box()
    phone.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] + 12)
    expect(radio).to_be_checked()


@pytest.mark.parametrize("width", [320, 390])
def test_no_tap_moves_what_is_below(visitors: Visitors, form: str, width: int) -> None:
    """Whatever is chosen, and once it is saved, the page stays as long as it was."""
    page = visitors.phone(viewport={"width": width, "height": 844})
    to_cards(page, form)
    press(page, "Continue")
    heights = {page.evaluate("document.body.scrollHeight")}
    for radio in page.locator(".scale").get_by_role("radio").all():
        radio.check()
        expect(page.get_by_text(SAVED).first).to_be_visible()
        heights.add(page.evaluate("document.body.scrollHeight"))
    assert len(heights) == 1


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.allow_console_errors(NO_NETWORK)
def test_a_network_that_goes_and_comes_moves_no_card(visitors: Visitors, form: str, language: str) -> None:
    """On the narrowest phone, in every language, a card is as high with a word on its save as without."""
    page = visitors.phone(viewport={"width": 320, "height": 640})
    page.goto(f"{form}?language={language}")
    press(page, TEXTS[language]["start"])
    press(page, TEXTS[language]["continue"])
    card = page.get_by_role("listitem").first
    heights = [card.bounding_box()["height"]]
    for is_offline, state in ((True, "kept"), (False, "saved")):
        page.context.set_offline(is_offline)
        card.get_by_role("radio").nth(1).tap()
        expect(card.locator(".state")).to_have_text(TEXTS[language][state])
        heights.append(card.bounding_box()["height"])
    assert len(set(heights)) == 1


def test_by_keyboard_alone(wide: Page, form: str) -> None:
    """Arrow keys choose within a question and keep the focus there; Tab leads on, Enter sends."""
    to_cards(wide, form)
    wide.get_by_role("radio").first.focus()
    for key in ("Space", "ArrowRight", "Tab", "Space", "ArrowRight", "ArrowRight"):
        wide.keyboard.press(key)
    first = wide.get_by_role("listitem").first.get_by_role("group")
    expect(first.nth(0).get_by_role("radio", name="slightly important")).to_be_checked()
    expect(first.nth(1).get_by_role("radio", name="moderately")).to_be_checked()
    expect(first.nth(1).get_by_role("radio", name="moderately")).to_be_focused()
    wide.keyboard.press("Enter")
    expect(wide.get_by_role("heading", name="How it makes you feel")).to_be_visible()


def test_a_rated_page_is_accessible(phone: Page, form: str) -> None:
    """Axe finds nothing on cards with answers, one of which does not apply."""
    to_cards(phone, form)
    rate(phone, "slightly important", "very")
    phone.get_by_label("does not apply to me").last.check()
    check(phone)


@pytest.mark.parametrize(("size", "scheme"), [((320, 640), "light"), ((390, 844), "dark"), ((1280, 800), "light")])
@pytest.mark.allow_console_errors("404", "422")
def test_every_page_is_accessible(visitors: Visitors, form: str, size: tuple[int, int], scheme: str) -> None:
    """Axe finds nothing on any page, and none scrolls sideways: phone and desktop, light and dark."""
    page = visitors.wide(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    origin = form.split("/r/")[0]
    for address in (f"{origin}/join?code=ABC", f"{origin}/r/receipt", f"{origin}/r/nothing", form):
        page.goto(address)
        check(page)
    for button in ("Start", "Continue", "Continue", "That is enough for now", "See or delete my answers"):
        press(page, button)
        check(page)
    press(page, "Delete my answers")
    check(page)


@pytest.mark.parametrize("width", [320, 390])
def test_large_letters_do_not_break_the_page(visitors: Visitors, form: str, width: int) -> None:
    """With letters twice as large nothing is cut off sideways on a phone."""
    page = visitors.phone(viewport={"width": width, "height": 844})
    to_cards(page, form)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    check(page)


@pytest.mark.allow_console_errors("422")
def test_who_has_not_ticked_the_box_sees_why_nothing_was_deleted(visitors: Visitors, form: str) -> None:
    """The sentence is in view, however many answers stand above it."""
    page = visitors.phone(viewport={"width": 320, "height": 480})
    to_cards(page, form)
    rate(page, "very important", "slightly")
    press(page, "That is enough for now")
    press(page, "See or delete my answers")
    press(page, "Delete my answers")
    expect(page.get_by_text("Nothing was deleted")).to_be_in_viewport()


def test_a_server_that_fell_over_costs_no_answer(visitors: Visitors, a_wave: tuple[Headway, str]) -> None:
    """What was chosen on an open page is sent when the server is back, and what was saved before is there."""
    headway, form = a_wave
    page = visitors.phone(java_script_enabled=False)
    to_cards(page, form)
    rate(page, "very important", "slightly")
    headway.kill()
    headway.start()
    press(page, "Continue")
    expect(page.get_by_role("banner")).to_contain_text("2 of 3")
