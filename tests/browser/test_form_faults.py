"""What else goes wrong on a phone costs no answer: long cuts, clocks that are set, taps that come twice."""

import re
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, Request, expect

from jtbd_core.form.texts import text
from jtbd_core.store import open_store
from tests.browser.conftest import Visitors
from tests.browser.respondent import (
    KEPT,
    NO_NETWORK,
    OVER,
    PARCEL,
    SAVED,
    SERVED,
    card,
    left_behind,
    press,
    question,
    rate,
    says,
    stored,
    tap,
    to_cards,
)
from tests.server import Headway

HOUR = 3_600_000
SLOW = {"offline": False, "latency": 400, "downloadThroughput": -1, "uploadThroughput": -1}
SET_CLOCK = "by => { const now = Date.now; Date.now = () => now() + by }"


@pytest.mark.allow_console_errors(NO_NETWORK)
def test_two_minutes_without_a_network_cost_no_tap(phone: Page, form: str) -> None:
    """Taps at the beginning and at the end of a long cut are sent by themselves once it is over."""
    phone.clock.install()
    to_cards(phone, form)
    phone.context.set_offline(True)
    tap(phone, SERVED, "very important", "slightly")
    says(phone, SERVED, KEPT)
    phone.clock.run_for(120_000)
    tap(phone, OVER, "slightly important")
    says(phone, OVER, KEPT)
    assert left_behind(phone) == 2
    phone.context.set_offline(False)
    says(phone, SERVED, SAVED)
    says(phone, OVER, SAVED)
    assert stored(phone, form) == {"i.queue": "4", "e.queue": "2", "i.time": "2"}
    assert left_behind(phone) == 0


@pytest.mark.parametrize("by", [-HOUR, HOUR, 900 * 24 * HOUR], ids=["back", "forwards", "far forwards"])
def test_a_phone_whose_clock_is_set_stores_the_last_tap(phone: Page, form: str, by: int) -> None:
    """Neither the tap after it, nor one after a reload with the right time again, is taken for an old one."""
    to_cards(phone, form)
    tap(phone, SERVED, "very important")
    says(phone, SERVED, SAVED)
    phone.evaluate(SET_CLOCK, by)
    with phone.expect_response("**/card"):
        tap(phone, SERVED, "slightly important")
    says(phone, SERVED, SAVED)
    assert stored(phone, form) == {"i.queue": "2"}
    phone.reload()
    with phone.expect_response("**/card"):
        tap(phone, SERVED, "moderately important")
    says(phone, SERVED, SAVED)
    assert stored(phone, form) == {"i.queue": "3"}


def test_another_phone_with_an_earlier_clock_stores_its_tap(visitors: Visitors, form: str) -> None:
    """Who goes on with the personal link on a second phone is not held back by the clock of the first."""
    first, second = visitors.phone(), visitors.phone()
    to_cards(first, form)
    first.evaluate(SET_CLOCK, HOUR)
    tap(first, SERVED, "very important")
    says(first, SERVED, SAVED)
    second.goto(f"{form}/p/{first.locator('#script').get_attribute('data-personal').rsplit('/', 1)[1]}")
    expect(question(second, "How important", SERVED).get_by_role("radio", name="very important")).to_be_checked()
    tap(second, SERVED, "slightly important")
    says(second, SERVED, SAVED)
    assert stored(second, form) == {"i.queue": "2"}


@pytest.mark.allow_console_errors(NO_NETWORK)
def test_an_answer_about_oneself_that_arrives_after_a_newer_one_changes_nothing(phone: Page, form: str) -> None:
    """The phone gave it up and sent a newer one; when the network delivers the first at last, it is too late."""
    late: list[Request] = []
    phone.goto(form)
    press(phone, "Start")
    phone.route("**/question", lambda route: (late.append(route.request), route.abort()), times=1)
    phone.get_by_label("Courier", exact=True).tap()
    phone.get_by_label("rather not say").first.tap()
    expect(phone.get_by_text(SAVED).and_(phone.locator(".state"))).to_be_visible()
    sent = httpx.post(late[0].url, content=late[0].post_data, headers=late[0].headers)
    assert sent.status_code == 204
    assert "q.solution=courier" in late[0].post_data
    assert stored(phone, form, "about") == {}


def test_a_double_tap_is_one_answer(phone: Page, form: str) -> None:
    """Two taps at once on a choice choose it, and on *Continue* lead one page on."""
    to_cards(phone, form)
    for group, word in zip(card(phone, SERVED).get_by_role("group").all(), ("very important", "slightly"), strict=True):
        group.get_by_role("radio", name=word, exact=True).dblclick()
    says(phone, SERVED, SAVED)
    assert stored(phone, form) == {"i.queue": "4", "e.queue": "2"}
    phone.get_by_role("button", name="Continue").dblclick(no_wait_after=True)
    expect(phone).to_have_url(re.compile(r"/2$"))  # the second tap may break off the way that the first has taken
    assert stored(phone, form) == {"i.queue": "4", "e.queue": "2"}


def test_an_answer_changed_after_finishing_is_stored(phone: Page, form: str) -> None:
    """Back from the thanks, a tap is saved as before, and *Save* leads to the thanks again."""
    to_cards(phone, form)
    rate(phone, "very important", "slightly")
    press(phone, "Continue")
    rate(phone, "extremely important", "falls far short")
    press(phone, "Continue")
    phone.go_back()
    phone.go_back()
    tap(phone, SERVED, "slightly important")
    says(phone, SERVED, SAVED)
    assert stored(phone, form) == {"i.queue": "2", "e.queue": "2", "i.time": "4", "e.time": "2"}
    phone.reload()
    press(phone, "Save")
    expect(phone.get_by_role("heading", name="Thank you")).to_be_visible()
    assert stored(phone, form) == {"i.queue": "2", "e.queue": "2", "i.time": "4", "e.time": "2"}


def test_who_taps_start_twice_over_a_slow_network_has_joined_once(tmp_path: Path, visitors: Visitors) -> None:
    """With the script and without, a second tap before the first has its reply makes no second person of one."""
    headway = Headway(tmp_path / "headway.duckdb")
    with closing(open_store(headway.db)) as store:
        wave = store.open_wave(store.add_study(PARCEL).id)
        store.set_pace(wave.id, 0)
    headway.start()
    for has_script in (True, False):
        page = visitors.phone(java_script_enabled=has_script)
        page.goto(f"{headway.url}/r/{wave.rate_key}")
        page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
        page.get_by_role("button", name="Start").dblclick(delay=100, no_wait_after=True)
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("heading", name=text("en", "awaited_title"))).to_be_visible()
    headway.stop()
    with closing(open_store(headway.db)) as store:
        assert store.progress(wave.id).joined == 2
