"""Who a respondent is: the token in the cookie or in the personal link."""

import re
from collections.abc import Callable
from http.cookiejar import DefaultCookiePolicy

import pytest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.errors import NotFound
from jtbd_core.store.response_verbs import ResponseVerbs
from jtbd_core.wave import Wave
from tests.form.conftest import Visitor

Arrive = Callable[[Wave], Visitor]


def is_stored(store: Store, token: str) -> bool:
    """Whether anything is stored under a token."""
    try:
        store.response(token)
    except NotFound:
        return False
    return True


def test_opening_and_starting_store_nothing(visitor: Visitor, store: Store, wave: Wave) -> None:
    """A response starts with the first answer."""
    visitor.start()
    visitor.press()
    assert not is_stored(store, visitor.token)
    assert store.progress(wave.id).joined == 0


def test_the_address_bar_shows_no_token(visitor: Visitor) -> None:
    """On a screen that others see, the address is that of the wave."""
    visitor.start()
    assert visitor.path == f"{visitor.address}/about"


def test_the_order_can_be_recovered_from_the_stored_response(visitor: Visitor) -> None:
    """What seeds the order is the id under which the response is stored."""
    visitor.rate_all()
    assert access.response_id(visitor.token) == visitor.response.id


def test_the_personal_link_continues_on_another_device(visitor: Visitor, arrive: Arrive, wave: Wave) -> None:
    """The link of the thanks opens the same response elsewhere, from then on without the token in the address."""
    visitor.start()
    visitor.press()
    link = re.search(r"http://headway\.test(\S+)", visitor.rate("enough").words)
    other = arrive(wave)
    other.open(link.group(1))
    assert other.path == f"{visitor.address}/2"
    other.rate("enough")
    assert set(visitor.response.ratings) == {"box", "time", "queue"}


def test_a_browser_without_cookies_can_answer(visitor: Visitor) -> None:
    """Who refuses cookies stays at the personal address, and every answer arrives."""
    visitor.client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    visitor.start()
    token = re.search("/p/([^/]+)/", visitor.path).group(1)
    visitor.press({"q.haste": "low"})
    while visitor.page.cards:
        visitor.rate()
    assert "You rated all 6 statements." in visitor.page.words
    assert f"/p/{token}/" in visitor.path


def test_two_people_on_one_device(visitor: Visitor, store: Store, wave: Wave) -> None:
    """*Someone else answers* forgets the token, so the next person begins a response of their own."""
    visitor.rate_all()
    visitor.press(form="/leave")
    visitor.rate_all()
    assert store.progress(wave.id).finished == 2


def test_start_pressed_twice_gives_one_token(visitor: Visitor) -> None:
    """A double tap on *Start* does not lead to two responses."""
    visitor.start()
    token = visitor.token
    visitor.client.post(visitor.address, data={})
    assert visitor.token == token


def test_the_last_tab_wins(visitor: Visitor) -> None:
    """Of two tabs with the same page, the one sent later is kept."""
    visitor.start()
    action = visitor.press().form().action
    for experience in "14":
        visitor.client.post(action, data={"e.box": experience})
    assert visitor.response.ratings["box"].experience == 4


def test_the_cookie_is_kept_from_scripts_and_other_addresses(visitor: Visitor) -> None:
    """The token's cookie is HttpOnly, for this wave only and not sent from other sites."""
    reply = visitor.client.post(visitor.address, data={}, follow_redirects=False)
    cookie = reply.headers["set-cookie"]
    assert {"HttpOnly", f"Path={visitor.address}", "SameSite=lax"} <= set(cookie.split("; "))
    assert "Secure" not in cookie


def test_the_cookie_is_secure_under_https(visitor: Visitor) -> None:
    """Over https the cookie never travels in the clear."""
    reply = visitor.client.post(f"https://headway.test{visitor.address}", data={}, follow_redirects=False)
    assert "; Secure" in reply.headers["set-cookie"]


def test_the_receipt_code_is_that_of_the_token(visitor: Visitor) -> None:
    """The thanks show the code that leads to the answers."""
    words = visitor.rate_all().words
    assert access.receipt(visitor.token) in words


def test_coming_back_shows_the_first_unrated_card(visitor: Visitor) -> None:
    """Cards above it are scrolled past; where there are none the page begins as usual."""
    visitor.start()
    visitor.press()
    first, second = visitor.rate().cards
    for card, shown in ((first, second), (second, "")):
        visitor.press({f"i.{first}": "", f"e.{first}": "", f"i.{card}": "5", f"e.{card}": "2"}, "back")
        visitor.open()
        assert (visitor.path, visitor.reply.url.fragment) == (f"{visitor.address}/2", shown)


@pytest.mark.parametrize("token", ["x", "%00", "%ff", "a" * 22, "a" * 65, "..", "a" * 5000])
def test_a_malformed_token(visitor: Visitor, store: Store, wave: Wave, token: str) -> None:
    """A personal address with a token that was never issued stores nothing."""
    reply = visitor.client.post(f"{visitor.address}/p/{token}/1", data={"e.box": "3"})
    assert reply.status_code in (404, 405)
    assert store.progress(wave.id).joined == 0


def test_nothing_is_read_for_a_made_up_token(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """A flood of them is refused without the database, and fills no cache."""
    monkeypatch.delattr(ResponseVerbs, "response")
    visitor.open(f"{visitor.address}/p/{access.new_key()}/1")
    assert visitor.reply.status_code == 404


def test_a_malformed_cookie_is_as_none(visitor: Visitor) -> None:
    """A cookie that was tampered with leads to the introduction."""
    visitor.client.cookies.set("headway", "nonsense")
    visitor.open()
    assert visitor.reply.status_code == 200
    assert visitor.page.form().action == visitor.address


def test_a_mistyped_personal_link_says_so(visitor: Visitor) -> None:
    """A token that is not one of ours opens no empty form: it would look as if all answers were gone."""
    visitor.start()
    mistyped = visitor.token[:-1] + ("A" if visitor.token[-1] != "A" else "B")
    visitor.open(f"{visitor.address}/p/{mistyped}")
    assert visitor.reply.status_code == 404


def test_a_personal_link_opens_only_its_own_wave(visitor: Visitor, store: Store, wave: Wave) -> None:
    """The token of one wave opens nothing in another."""
    visitor.start()
    visitor.press({"q.haste": "low"})
    store.set_status(wave.id, "closed")
    later = store.open_wave(wave.study_id)
    visitor.open(f"/r/{later.rate_key}/p/{visitor.token}")
    assert visitor.reply.status_code == 404
