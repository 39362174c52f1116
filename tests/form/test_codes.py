"""Single-use codes: a wave that takes only who has one."""

from collections.abc import Callable

import pytest

from jtbd_core.contract import Store
from jtbd_core.form.texts import TEXTS, text
from jtbd_core.wave import Wave
from tests.form.conftest import Visitor

Arrive = Callable[[Wave], Visitor]


@pytest.fixture
def code(store: Store, wave: Wave) -> str:
    """Give the only code of a wave."""
    return store.add_codes(wave.id, 1)[0]


def begin(visitor: Visitor, code: str) -> str:
    """Type a code on the first page, press *Start*, and return the words of the page that follows."""
    visitor.open()
    return visitor.press({"code": code}).words


def test_a_code_opens_the_form_once(visitor: Visitor, arrive: Arrive, wave: Wave, code: str) -> None:
    """The first person begins; a second one with the same code is told that it may be used, and gets no further."""
    assert "About you" in begin(visitor, code.lower())
    second = arrive(wave)
    assert text("en", "code_wrong") in begin(second, code)
    assert second.reply.status_code == 404
    second.open(f"{second.address}/1")
    assert second.path == second.address


def test_a_used_code_looks_like_one_that_never_was(arrive: Arrive, store: Store, wave: Wave) -> None:
    """Whoever holds a list of codes cannot tell which were used: page, status and throttle are those of a wrong one."""
    used, free = store.add_codes(wave.id, 2)
    begin(arrive(wave), used)
    stranger = arrive(wave)
    assert begin(stranger, used) == begin(arrive(wave), "AAAAA-AAAAA")

    def guess(code: str) -> int:
        return stranger.client.post(stranger.address, data={"code": code}).status_code

    assert guess(used) == guess("AAAAA-AAAAA") == 404
    assert any(guess(used) == 429 for _ in range(300))
    assert guess(free) == 429


def test_the_link_carries_the_code(visitor: Visitor, code: str) -> None:
    """Opened by its link, the first page has the code typed in already."""
    page = visitor.open(f"{visitor.address}?code={code}")
    assert page.form().choices["code"] == {code}
    assert "About you" in visitor.press({"code": code}).words


def test_looking_at_the_link_does_not_use_the_code_up(visitor: Visitor, arrive: Arrive, wave: Wave, code: str) -> None:
    """A preview of the link in a chat, or a scanner that looks ahead, leaves the code to the person who presses."""
    for method in ("GET", "HEAD", "GET"):
        assert arrive(wave).client.request(method, f"{visitor.address}?code={code}").status_code == 200
    assert "About you" in begin(visitor, code)


def test_who_has_begun_goes_on_without_the_code(visitor: Visitor, arrive: Arrive, wave: Wave, code: str) -> None:
    """With the cookie, and on another device with the personal link, the answers go on."""
    begin(visitor, code)
    visitor.press({"q.haste": "low"})
    assert visitor.open().cards
    other = arrive(wave)
    assert other.open(f"{other.address}/p/{visitor.token}").cards


def test_a_code_that_is_sent_twice_does_no_harm(visitor: Visitor, code: str) -> None:
    """When the answer to *Start* was lost on the way, the same browser may press again."""
    visitor.open()
    for _ in range(2):
        reply = visitor.client.post(visitor.address, data={"code": code})
        assert reply.url.path.endswith("/about")


@pytest.mark.parametrize("typed", ["", "AAAAA-AAAAA", "<b>", "\u00e4" * 300])
def test_a_wrong_code_can_be_corrected(visitor: Visitor, code: str, typed: str) -> None:
    """A wrong code gets a sentence and the field again."""
    assert text("en", "code_wrong") in begin(visitor, typed)
    assert visitor.reply.status_code == 404
    assert "<b>" not in visitor.reply.text
    assert "About you" in visitor.press({"code": code}).words


def test_nothing_is_stored_without_a_code(visitor: Visitor, store: Store, wave: Wave, code: str) -> None:
    """A save that goes around the first page is refused."""
    visitor.open()
    address = f"{visitor.address}/p/{visitor.token}/card"
    reply = visitor.client.post(address, data={"outcome": "box", "i.box": "5", "e.box": "2"})
    assert reply.status_code == 422
    assert store.progress(wave.id).joined == 0


def test_without_codes_nobody_is_asked(visitor: Visitor) -> None:
    """A wave without codes has no field for one."""
    assert "code" not in visitor.open().form().choices


@pytest.mark.parametrize("language", TEXTS)
def test_each_language_asks_for_the_code(visitor: Visitor, code: str, language: str) -> None:
    """The question for the code is in the language that was chosen, and a code of the link stays typed in."""
    assert text(language, "code_enter") in visitor.open(f"{visitor.address}?language={language}").words
    page = visitor.open(f"{visitor.address}?language={language}&code={code}")
    assert text(language, "code_given") in page.words
    assert page.form().choices["code"] == {code}
