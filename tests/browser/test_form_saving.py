"""The form saves at every tap, and loses none: not to a network, a server, a second tab or the back button."""

import httpx
import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Visitors
from tests.browser.respondent import (
    KEPT,
    NO_NETWORK,
    OVER,
    SAVED,
    SERVED,
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
from tests.server import Headway


def test_a_tap_is_saved_without_continue(phone: Page, form: str) -> None:
    """One tap is stored at once, and nothing of it stays in the browser."""
    to_cards(phone, form)
    tap(phone, SERVED, "very important")
    says(phone, SERVED, SAVED)
    assert stored(phone, form) == {"i.queue": "4"}
    assert left_behind(phone) == 0


def test_a_tap_about_oneself_is_saved_without_continue(phone: Page, form: str) -> None:
    """The answers about the respondent are saved in the same way, and cleared in the same way."""
    phone.goto(form)
    press(phone, "Start")
    for label in ("Courier", "Urgent"):
        phone.get_by_label(label, exact=True).tap()
    expect(phone.get_by_text(SAVED).and_(phone.locator(".state"))).to_have_count(2)
    assert stored(phone, form, "about") == {"q.solution": "courier", "q.haste": "high"}
    with phone.expect_response("**/question"):
        phone.get_by_label("rather not say").first.tap()
    assert stored(phone, form, "about") == {"q.haste": "high"}


def test_clear_takes_a_saved_answer_back(phone: Page, form: str) -> None:
    """*Clear* is saved as any other tap."""
    to_cards(phone, form)
    tap(phone, SERVED, "very important", "slightly")
    says(phone, SERVED, SAVED)
    with phone.expect_response("**/card"):
        question(phone, "How important", SERVED).get_by_text("clear").tap()
    says(phone, SERVED, SAVED)
    assert stored(phone, form) == {"e.queue": "2"}


def test_a_reload_shows_every_tap(phone: Page, form: str) -> None:
    """After a reload everything that was tapped is chosen."""
    to_cards(phone, form)
    tap(phone, SERVED, "very important", "slightly")
    says(phone, SERVED, SAVED)
    phone.reload()
    expect(question(phone, "How important", SERVED).get_by_role("radio", name="very important")).to_be_checked()
    expect(question(phone, "How satisfied", SERVED).get_by_role("radio", name="slightly")).to_be_checked()


@pytest.mark.allow_console_errors(NO_NETWORK)
def test_a_network_cut_for_a_while_costs_no_tap(phone: Page, form: str) -> None:
    """Taps without a network are kept, say so, and are sent as soon as it is back."""
    to_cards(phone, form)
    phone.context.set_offline(True)
    tap(phone, SERVED, "very important", "slightly")
    tap(phone, OVER, "not at all important")
    says(phone, SERVED, KEPT)
    says(phone, OVER, KEPT)
    phone.context.set_offline(False)
    says(phone, SERVED, SAVED)
    says(phone, OVER, SAVED)
    assert stored(phone, form) == {"i.queue": "4", "e.queue": "2", "i.time": "1"}
    assert left_behind(phone) == 0


@pytest.mark.allow_console_errors(NO_NETWORK)
def test_a_closed_tab_costs_no_tap(phone: Page, form: str) -> None:
    """What was kept is chosen and sent when the form is opened again, also after the tab was closed."""
    to_cards(phone, form)
    phone.context.set_offline(True)
    tap(phone, SERVED, "very important")
    says(phone, SERVED, KEPT)
    context = phone.context
    phone.close()
    context.set_offline(False)
    later = context.new_page()
    with later.expect_response("**/card"):
        later.goto(f"{form}/1")
    expect(question(later, "How important", SERVED).get_by_role("radio", name="very important")).to_be_checked()
    says(later, SERVED, SAVED)
    assert stored(later, form) == {"i.queue": "4"}


@pytest.mark.allow_console_errors(NO_NETWORK)
def test_a_killed_server_costs_no_tap(phone: Page, a_wave: tuple[Headway, str]) -> None:
    """Taps before, while and after the server is down are all stored, without anything the respondent does."""
    headway, form = a_wave
    to_cards(phone, form)
    tap(phone, SERVED, "very important")
    says(phone, SERVED, SAVED)
    headway.kill()
    tap(phone, SERVED, "very important", "slightly")
    says(phone, SERVED, KEPT)
    headway.start()
    says(phone, SERVED, SAVED)
    tap(phone, OVER, "slightly important")
    says(phone, OVER, SAVED)
    assert stored(phone, form) == {"i.queue": "4", "e.queue": "2", "i.time": "2"}


@pytest.mark.allow_console_errors(NO_NETWORK)
def test_a_save_whose_answer_is_lost_is_sent_again(phone: Page, form: str) -> None:
    """A save that arrives although the phone never hears of it is repeated and stored as it was."""

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    to_cards(phone, form)
    phone.route("**/card", lose, times=1)
    tap(phone, SERVED, "very important")
    says(phone, SERVED, SAVED)
    assert stored(phone, form) == {"i.queue": "4"}
    assert left_behind(phone) == 0


def test_of_two_quick_taps_the_later_is_stored(phone: Page, form: str) -> None:
    """A second tap waits for the first that is still under way, and is stored after it."""
    held: list[Route] = []
    to_cards(phone, form)
    phone.route("**/card", lambda route: held.append(route), times=1)
    with phone.expect_request("**/card"):
        tap(phone, SERVED, "very important")
    tap(phone, SERVED, "slightly important")
    with phone.expect_response(lambda answer: "i.queue=2" in (answer.request.post_data or "")):
        held[0].continue_()
    says(phone, SERVED, SAVED)
    assert stored(phone, form) == {"i.queue": "2"}


@pytest.mark.allow_console_errors(NO_NETWORK)
def test_a_save_that_arrives_after_a_newer_one_changes_nothing(phone: Page, form: str) -> None:
    """The phone gave a save up and sent a newer one; when the network delivers the first at last, it is too late."""
    late: list[Route] = []
    to_cards(phone, form)
    phone.route("**/card", lambda route: (late.append(route), route.abort()), times=1)
    tap(phone, SERVED, "very important")
    tap(phone, SERVED, "slightly important")
    says(phone, SERVED, SAVED)
    request = late[0].request
    cookies = {cookie["name"]: cookie["value"] for cookie in phone.context.cookies()}
    sent = httpx.post(request.url, content=request.post_data, headers=request.headers, cookies=cookies)
    assert sent.status_code == 204
    assert "i.queue=4" in request.post_data
    assert stored(phone, form) == {"i.queue": "2"}


def test_a_tap_before_the_script_has_come_is_saved(phone: Page, form: str) -> None:
    """On a slow network one can tap before the script is there."""
    held: list[Route] = []
    phone.goto(form)
    press(phone, "Start")
    phone.route("**/script.js*", lambda route: held.append(route))
    with phone.expect_request("**/script.js*"):
        phone.get_by_role("button", name="Continue").click(no_wait_after=True)
    tap(phone, SERVED, "very important")
    with phone.expect_response("**/card"):
        held[0].continue_()
    says(phone, SERVED, SAVED)
    assert stored(phone, form) == {"i.queue": "4"}


def test_without_storage_every_tap_is_saved(visitors: Visitors, form: str) -> None:
    """A browser that forbids storage saves as any other."""
    page = visitors.phone()
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('forbidden') }})")
    to_cards(page, form)
    tap(page, SERVED, "very important")
    says(page, SERVED, SAVED)
    assert stored(page, form) == {"i.queue": "4"}


def test_of_two_tabs_the_later_tap_wins_and_both_show_it(phone: Page, form: str) -> None:
    """What was tapped in another tab is shown when one comes back, and a later tap replaces it."""
    to_cards(phone, form)
    other = phone.context.new_page()
    other.goto(f"{form}/1")
    tap(phone, SERVED, "very important")
    says(phone, SERVED, SAVED)
    tap(other, SERVED, "slightly important")
    says(other, SERVED, SAVED)
    look_again(phone)
    expect(question(phone, "How important", SERVED).get_by_role("radio", name="slightly important")).to_be_checked()
    assert stored(phone, form) == {"i.queue": "2"}


def test_back_after_finishing_shows_every_answer(phone: Page, form: str) -> None:
    """The back button leads to pages on which everything is chosen."""
    to_cards(phone, form)
    rate(phone, "very important", "slightly")
    press(phone, "Continue")
    rate(phone, "extremely important", "falls far short")
    press(phone, "Continue")
    expect(phone.get_by_role("heading", name="Thank you")).to_be_visible()
    phone.go_back()
    expect(phone.get_by_role("radio", name="falls far short")).to_be_checked()
    phone.go_back()
    expect(question(phone, "How important", SERVED).get_by_role("radio", name="very important")).to_be_checked()
    assert stored(phone, form) == {"i.queue": "4", "e.queue": "2", "i.time": "4", "e.time": "2"}


def test_back_does_not_bring_back_an_answer_that_was_changed_since(phone: Page, form: str) -> None:
    """A browser that restores an old page with its old choices shows, and sends, nothing but what is stored."""
    to_cards(phone, form)
    tap(phone, SERVED, "very important")
    press(phone, "Continue")
    phone.goto(f"{form}/1")
    tap(phone, SERVED, "slightly important")
    says(phone, SERVED, SAVED)
    phone.go_back()
    phone.go_back()
    expect(question(phone, "How important", SERVED).get_by_role("radio", name="slightly important")).to_be_checked()
    tap(phone, OVER, "slightly important")
    says(phone, OVER, SAVED)
    assert stored(phone, form) == {"i.queue": "2", "i.time": "2"}
