"""The form's script leads on: to the next card, to the next page when the server is there, and never astray."""

import pytest
from playwright.sync_api import Page, expect

from jtbd_core.contract import Store
from jtbd_core.wave import Wave
from tests.browser.conftest import Visitors
from tests.browser.respondent import (
    KEPT,
    NO_NETWORK,
    OVER,
    SAVED,
    SERVED,
    card,
    check_both,
    left_behind,
    look_again,
    press,
    question,
    rate,
    says,
    stored,
    tap,
    to_cards,
)

LONG_PAUSE = "The round is paused. Your answers are kept on this phone"


@pytest.mark.allow_console_errors(NO_NETWORK)
def test_continue_without_a_network_keeps_the_page(phone: Page, form: str) -> None:
    """Without a network *Continue* stays and says so; when it is back it leads on, and all is stored."""
    to_cards(phone, form)
    phone.context.set_offline(True)
    rate(phone, "very important", "slightly")
    phone.get_by_role("button", name="Continue").tap()
    expect(phone.get_by_text("No connection just now.")).to_be_visible()
    for _ in range(2):  # it tries again by itself, and has no other news
        phone.wait_for_event("requestfailed")
    expect(phone.get_by_text("No connection just now.")).to_be_visible()
    expect(question(phone, "How satisfied", SERVED).get_by_role("radio", name="slightly")).to_be_checked()
    phone.context.set_offline(False)
    press(phone, "Continue")
    expect(phone.get_by_role("heading", name="How it makes you feel")).to_be_visible()
    assert stored(phone, form) == {"i.queue": "4", "e.queue": "2", "i.time": "4", "e.time": "2"}


@pytest.mark.allow_console_errors(NO_NETWORK)
def test_continue_keeps_the_page_also_when_all_is_saved(phone: Page, form: str) -> None:
    """A network that fails only at *Continue* does not cost the page either."""
    to_cards(phone, form)
    tap(phone, SERVED, "very important")
    says(phone, SERVED, SAVED)
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Continue").tap()
    expect(phone.get_by_text("No connection just now.")).to_be_visible()
    phone.context.set_offline(False)
    press(phone, "Continue")
    expect(phone.get_by_role("heading", name="How it makes you feel")).to_be_visible()


@pytest.mark.allow_console_errors(NO_NETWORK, "423")
def test_a_pause_costs_no_tap(phone: Page, form: str, served: tuple[Store, str], wave: Wave) -> None:
    """What is tapped while the wave is paused is sent when it goes on, and *Continue* waits for that."""
    to_cards(phone, form)
    served[0].set_status(wave.id, "paused")
    tap(phone, SERVED, "very important")
    says(phone, SERVED, "paused: kept, will be sent")
    phone.get_by_role("button", name="Continue").tap()
    expect(phone.get_by_text(LONG_PAUSE)).to_be_visible()
    served[0].set_status(wave.id, "open")
    says(phone, SERVED, SAVED)
    expect(phone.get_by_text(LONG_PAUSE)).to_be_hidden()
    assert stored(phone, form) == {"i.queue": "4"}


@pytest.mark.allow_console_errors(NO_NETWORK, "410")
def test_a_closed_wave_says_that_it_took_no_more(phone: Page, form: str, served: tuple[Store, str], wave: Wave) -> None:
    """A tap after the end is said not to be taken, nothing of it is kept, and *Continue* leads to what is safe."""
    to_cards(phone, form)
    tap(phone, SERVED, "very important")
    says(phone, SERVED, SAVED)
    served[0].set_status(wave.id, "closed")
    tap(phone, OVER, "very important")
    says(phone, OVER, "the round is closed: not taken")
    assert left_behind(phone) == 0
    press(phone, "Continue")
    expect(phone.get_by_text("Your answers are safe.")).to_be_visible()
    press(phone, "See or delete my answers")
    expect(phone.get_by_role("heading", name=SERVED)).to_be_visible()
    expect(phone.get_by_role("heading", name=OVER)).to_be_hidden()


@pytest.mark.allow_console_errors("422")
def test_a_refused_answer_is_said_to_be_refused(phone: Page, form: str) -> None:
    """An answer that the server does not take is not tried for ever."""
    to_cards(phone, form)
    phone.evaluate("document.querySelectorAll('input').forEach(input => { input.value &&= '9' })")
    tap(phone, SERVED, "very important")
    says(phone, SERVED, "this answer was not taken")
    assert left_behind(phone) == 0
    assert stored(phone, form) == {}


def test_who_answers_next_on_this_device_finds_nothing(phone: Page, form: str) -> None:
    """After *Someone else answers* neither storage nor an old tab shows what the first person answered."""
    to_cards(phone, form)
    old_tab = phone.context.new_page()
    old_tab.goto(f"{form}/1")
    rate(phone, "very important", "slightly")
    press(phone, "That is enough for now")
    press(phone, "Someone else answers on this device")
    to_cards(phone, form)
    assert left_behind(phone) == 0
    with old_tab.expect_navigation():
        look_again(old_tab)
    expect(old_tab.locator("input:checked")).to_have_count(0)


def test_coming_back_shows_the_first_unrated_card(visitors: Visitors, form: str) -> None:
    """Who opens the link again stands at the card where they stopped."""
    page = visitors.phone(viewport={"width": 320, "height": 480})
    to_cards(page, form)
    first, second = page.get_by_role("listitem").all()
    for group in first.get_by_role("group").all():
        group.get_by_role("radio").nth(2).tap()
    expect(first.locator(".state")).to_have_text(SAVED)
    page.goto(form)
    expect(second.get_by_role("heading")).to_be_in_viewport()
    expect(first.get_by_role("heading")).not_to_be_in_viewport()


@pytest.mark.allow_console_errors(NO_NETWORK, "423")
def test_leaving_with_unsent_answers_warns_first(phone: Page, form: str, served: tuple[Store, str], wave: Wave) -> None:
    """While a pause holds answers back, leaving the device to somebody else takes a second press."""
    to_cards(phone, form)
    rate(phone, "very important", "slightly")
    press(phone, "That is enough for now")
    other = phone.context.new_page()
    other.goto(f"{form}/1")
    served[0].set_status(wave.id, "paused")
    tap(other, SERVED, "slightly important")
    says(other, SERVED, "paused: kept, will be sent")
    phone.get_by_role("button", name="Someone else").tap()
    expect(phone.get_by_text("Press again to leave all the same")).to_be_visible()
    press(phone, "Someone else answers on this device")
    expect(phone.get_by_role("heading", name="A short pause")).to_be_visible()
    served[0].set_status(wave.id, "open")
    says(other, SERVED, SAVED)


def test_does_not_apply_and_a_rating_exclude_each_other(phone: Page, form: str) -> None:
    """A rating unticks *does not apply*, which in turn takes the ratings back."""
    to_cards(phone, form)
    tap(phone, SERVED, "very important", "slightly")
    card(phone, SERVED).get_by_label("does not apply").tap()
    expect(card(phone, SERVED).locator(":checked")).to_have_count(1)
    says(phone, SERVED, SAVED)
    assert stored(phone, form) == {"n.queue": "1"}
    tap(phone, SERVED, "slightly important")
    expect(card(phone, SERVED).get_by_label("does not apply")).not_to_be_checked()
    says(phone, SERVED, SAVED)
    assert stored(phone, form) == {"i.queue": "2"}


def test_the_count_goes_up_with_each_rated_statement(phone: Page, form: str) -> None:
    """The count of rated statements follows the taps."""
    to_cards(phone, form)
    count = phone.get_by_role("banner")
    tap(phone, SERVED, "very important")
    expect(count).to_contain_text("0 of 3")
    tap(phone, SERVED, "very important", "slightly")
    expect(count).to_contain_text("1 of 3")
    card(phone, OVER).get_by_label("does not apply").tap()
    expect(count).to_contain_text("2 of 3")
    question(phone, "How important", SERVED).get_by_text("clear").tap()
    expect(count).to_contain_text("1 of 3")


def test_the_second_tap_brings_the_next_card_into_view(visitors: Visitors, form: str) -> None:
    """After a card is rated the next one can be seen, and so can what was just chosen."""
    page = visitors.phone(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    to_cards(page, form)
    first, second = page.get_by_role("listitem").all()
    first.get_by_role("radio", name="very important").tap()
    expect(second.get_by_role("checkbox")).not_to_be_in_viewport()
    chosen = first.get_by_role("radio", name="slightly", exact=True)
    chosen.tap()
    expect(second.get_by_role("checkbox")).to_be_in_viewport()
    expect(chosen).to_be_in_viewport()


def test_arrow_keys_choose_and_stay(visitors: Visitors, form: str) -> None:
    """By keyboard nothing scrolls away and the focus stays, and the last choice is stored."""
    page = visitors.wide(viewport={"width": 1280, "height": 500}, reduced_motion="reduce")
    to_cards(page, form)
    first = page.get_by_role("listitem").first
    importance, experience = (group.get_by_role("radio") for group in first.get_by_role("group").all())
    importance.first.focus()
    page.keyboard.press("Space")
    experience.first.focus()
    top = page.evaluate("scrollY")
    for key in ("Space", "ArrowRight", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    expect(experience.nth(3)).to_be_focused()
    expect(first.locator(".state")).to_have_text(SAVED)
    assert page.evaluate("scrollY") == top
    assert sorted(stored(page, form).values()) == ["1", "4"]


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (None, "saving …"),
        (204, SAVED),
        (503, KEPT),
        (423, "paused: kept, will be sent"),
        (410, "the round is closed: not taken"),
        (422, "this answer was not taken"),
    ],
)
@pytest.mark.allow_console_errors("503", "423", "410", "422")
def test_each_state_of_a_save_is_accessible(phone: Page, form: str, status: int | None, text: str) -> None:
    """Axe finds nothing however the network answers, on the card and after *Continue*, in light and dark."""
    to_cards(phone, form)
    phone.route("**/p/*/*", lambda route: route.fulfill(status=status) if status else None)
    tap(phone, SERVED, "very important")
    says(phone, SERVED, text)
    expect(card(phone, SERVED).locator(".state")).to_have_css("opacity", "1")
    check_both(phone)
    if status in (423, 503):
        phone.get_by_role("button", name="Continue").tap()
        expect(phone.locator(".note")).to_contain_text("Your answers are kept on this phone")
        check_both(phone)
