"""The form stores how long each card took, and counts no time in which nobody looked at it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from jtbd_core.contract import Store
from jtbd_core.wave import Wave
from tests.browser.respondent import OVER, SAVED, SERVED, press, rate, says, tap, to_cards

HIDE = """isHidden => {
  Object.defineProperty(document, "hidden", {value: isHidden, configurable: true});
  document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.fixture
def seconds(served: tuple[Store, str], wave: Wave) -> Callable[[], dict[str, float]]:
    """Return a function that tells the seconds that are stored of each card."""

    def stored() -> dict[str, float]:
        cards = served[0].cards(wave.id)
        return dict(zip(cards["outcome"], cards["seconds"], strict=True))

    return stored


def _pass_time(phone: Page, milliseconds: int) -> None:
    phone.clock.fast_forward(milliseconds)


def test_each_card_has_the_seconds_since_the_tap_before(
    phone: Page, form: str, seconds: Callable[[], dict[str, float]]
) -> None:
    """Both taps of a card add up, and the next card starts after them."""
    phone.clock.install()
    to_cards(phone, form)
    _pass_time(phone, 20_000)
    tap(phone, SERVED, "very important")
    _pass_time(phone, 10_000)
    tap(phone, SERVED, "very important", "slightly")
    _pass_time(phone, 5_000)
    tap(phone, OVER, "very important")
    says(phone, SERVED, SAVED)
    says(phone, OVER, SAVED)
    taken = seconds()
    assert 30 <= taken["queue"] < 45
    assert 5 <= taken["time"] < 20


@pytest.mark.parametrize("is_hidden", [True, False])
def test_time_away_does_not_count(
    phone: Page, form: str, seconds: Callable[[], dict[str, float]], is_hidden: bool
) -> None:
    """An hour in another tab counts nothing, an hour without a tap a minute at most."""
    phone.clock.install()
    to_cards(phone, form)
    phone.evaluate(HIDE, is_hidden)
    _pass_time(phone, 3_600_000)
    phone.evaluate(HIDE, False)
    tap(phone, SERVED, "very important")
    says(phone, SERVED, SAVED)
    taken = seconds()["queue"]
    assert taken < 30 if is_hidden else taken == 60


def test_the_minutes_left_go_down_with_the_cards(phone: Page, form: str) -> None:
    """They follow each rated card, and once nothing is left nothing is said."""
    to_cards(phone, form)
    expect(phone.locator("header")).to_contain_text("about 1 min left")
    rate(phone, "very important", "slightly")
    press(phone, "Continue")
    rate(phone, "very important", "falls short")
    expect(phone.locator("header")).to_contain_text("3 of 3")
    expect(phone.locator("header")).not_to_contain_text("min left")
