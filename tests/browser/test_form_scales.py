"""The form on other scales than five points, on the narrowest phone: numbers to tap, numbers to type, pairs."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from msgspec.structs import replace
from playwright.sync_api import Page, expect

from jtbd_core.contract import Store
from jtbd_core.study.scale import ELEVEN, HUNDRED, SEVEN, Importance, Instrument, Settings
from tests.browser.conftest import Visitors
from tests.browser.respondent import (
    KEPT,
    NO_NETWORK,
    PARCEL,
    SAVED,
    SERVED,
    card,
    check,
    check_both,
    press,
    question,
    says,
    stored,
    tap,
    to_cards,
)

SURE = "I feel sure"
TAPPED = Settings(
    importance=Importance(points=ELEVEN, cut=8),
    key=Instrument(scale="expectation", anchor=5, points=ELEVEN),
    success=Instrument(scale="pair", anchor=0, points=SEVEN),
)
TYPED = Settings(
    importance=Importance(points=HUNDRED, cut=70), key=Instrument(scale="satisfaction", anchor=70, points=HUNDRED)
)
WRONG = "Whole numbers from 0 to 100 only."

Ask = Callable[[Settings], str]


@pytest.fixture
def ask(served: tuple[Store, str]) -> Ask:
    """Return a function that opens a round of the study with other settings, and gives the address of its form."""
    store, address = served

    def opened(settings: Settings) -> str:
        wave = store.open_wave(store.add_study(replace(PARCEL, settings=settings)).id)
        return f"{address}/r/{wave.rate_key}"

    return opened


@pytest.fixture
def narrow(visitors: Visitors) -> Page:
    """Give the test the narrowest phone."""
    return visitors.phone(viewport={"width": 320, "height": 640})


def test_eleven_points_and_a_pair_on_the_narrowest_phone(narrow: Page, ask: Ask) -> None:
    """Every number can be tapped and is saved; a reload keeps it; the card of a pair is rated with its third answer."""
    form = ask(TAPPED)
    to_cards(narrow, form)
    check_both(narrow)
    boxes = [radio.bounding_box() for radio in question(narrow, "How important", SERVED).get_by_role("radio").all()][
        :-1
    ]
    assert len(boxes) == 11
    assert all(box["height"] >= 44 and box["width"] >= 24 for box in boxes)
    assert all(one["x"] + one["width"] < two["x"] or one["y"] < two["y"] for one, two in pairwise(boxes))
    for words in ("not at all important", "extremely important", "falls far short", "meets it", "far exceeds it"):
        expect(card(narrow, SERVED).locator(".ends").get_by_text(words)).to_be_visible()
    tap(narrow, SERVED, "9", "5 meets it")
    says(narrow, SERVED, SAVED)
    assert stored(narrow, form) == {"i.queue": "9", "e.queue": "5"}
    narrow.reload()
    expect(question(narrow, "How important", SERVED).get_by_role("radio", name="9", exact=True)).to_be_checked()
    expect(question(narrow, "Compared", SERVED).get_by_role("radio", name="5 meets it")).to_be_checked()
    check_both(narrow)
    press(narrow, "Continue")
    tap(narrow, SURE, "10 extremely important", "7 fully")
    says(narrow, SURE, SAVED)
    expect(narrow.get_by_role("banner")).to_contain_text("1 of 3")
    tap(narrow, SURE, "10 extremely important", "7 fully", "1 not at all")
    expect(narrow.get_by_role("banner")).to_contain_text("2 of 3")
    says(narrow, SURE, SAVED)
    assert stored(narrow, form, "2") == {"i.calm": "10", "x.calm": "7", "e.calm": "1"}
    check_both(narrow)
    narrow.evaluate("document.documentElement.style.fontSize = '200%'")
    check(narrow)


def test_arrows_choose_a_number_and_clear_takes_it_back(wide: Page, ask: Ask) -> None:
    """The keyboard leads through one question's numbers and stays there; *does not apply* takes all three answers."""
    form = ask(TAPPED)
    to_cards(wide, form)
    press(wide, "Continue")
    expected = question(wide, "How well do you expect", SURE)
    expected.get_by_role("radio", name="1 not at all").focus()
    for key in ("Space", "ArrowRight", "ArrowRight"):
        wide.keyboard.press(key)
    expect(expected.get_by_role("radio", name="3", exact=True)).to_be_checked()
    expect(expected.get_by_role("radio", name="3", exact=True)).to_be_focused()
    with wide.expect_response("**/card"):
        expected.get_by_text("clear").click()
    says(wide, SURE, SAVED)
    assert stored(wide, form, "2") == {}
    expected.get_by_role("radio", name="2", exact=True).check()
    with wide.expect_response("**/card"):
        wide.get_by_label("does not apply to me").check()
    says(wide, SURE, SAVED)
    assert stored(wide, form, "2") == {"n.calm": "1"}


def test_a_typed_number_is_saved_once_typing_pauses(narrow: Page, ask: Ask) -> None:
    """It needs no other tap; what is no number is refused in words and not stored; Enter ends it and sends nothing."""
    form = ask(TYPED)
    to_cards(narrow, form)
    importance = question(narrow, "How important", SERVED).get_by_role("textbox")
    expect(importance).to_have_value("")
    sent: list[str] = []
    narrow.on("request", lambda request: sent.append(str(request.post_data)))
    importance.press_sequentially("70")
    says(narrow, SERVED, SAVED)
    assert stored(narrow, form) == {"i.queue": "70"}
    importance.blur()
    importance.fill("170")
    says(narrow, SERVED, WRONG)
    with narrow.expect_response(lambda reply: "e.queue=5" in str(reply.request.post_data)):
        question(narrow, "How satisfied", SERVED).get_by_role("textbox").fill("5")
    says(narrow, SERVED, WRONG)
    assert stored(narrow, form) == {"e.queue": "5"}
    assert sum("i.queue=70" in body for body in sent) == 1
    check_both(narrow)
    importance.fill("100")
    importance.press("Enter")
    says(narrow, SERVED, SAVED)
    expect(narrow.get_by_role("banner")).to_contain_text("1 of 3")
    narrow.reload()
    expect(importance).to_have_value("100")
    narrow.get_by_label("does not apply to me").last.check()
    narrow.evaluate("document.documentElement.style.fontSize = '200%'")
    check(narrow)


@pytest.mark.allow_console_errors(NO_NETWORK)
def test_a_number_typed_without_a_network_is_kept(narrow: Page, ask: Ask) -> None:
    """It waits in the browser, is there after a reload, and is sent when the network is back."""
    form = ask(TYPED)
    to_cards(narrow, form)
    narrow.route("**/card", lambda route: route.abort())
    importance = question(narrow, "How important", SERVED).get_by_role("textbox")
    importance.fill("0")
    says(narrow, SERVED, KEPT)
    narrow.reload()
    expect(importance).to_have_value("0")
    narrow.unroute("**/card")
    says(narrow, SERVED, SAVED)
    assert stored(narrow, form) == {"i.queue": "0"}


def test_without_scripts_a_number_is_a_field_of_the_form(visitors: Visitors, ask: Ask) -> None:
    """The browser itself asks for a number; *Continue* sends it."""
    page = visitors.phone(java_script_enabled=False)
    form = ask(TYPED)
    to_cards(page, form)
    importance = question(page, "How important", SERVED).get_by_role("textbox")
    importance.fill("many")
    page.get_by_role("button", name="Continue").click()
    expect(importance).to_be_focused()
    importance.fill("35")
    press(page, "Continue")
    assert stored(page, form) == {"i.queue": "35"}
