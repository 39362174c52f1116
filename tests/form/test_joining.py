"""Join codes, and how many wrong ones are borne."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.form.routes import GUESSES
from jtbd_core.wave import Wave
from tests.form.conftest import PARCEL, Visitor


def test_the_code_leads_to_the_form(visitor: Visitor, wave: Wave) -> None:
    """Typing the join code opens the form of its wave."""
    visitor.open("/join")
    reply = visitor.client.get("/join", params={"code": f" {wave.join_code[:3].lower()}-{wave.join_code[3:]} "})
    assert reply.url.path == f"/r/{wave.rate_key}"


def test_the_short_link_leads_to_the_form(visitor: Visitor, wave: Wave) -> None:
    """The short link with the code does the same, in any case."""
    assert PARCEL.title in visitor.open(f"/j/{wave.join_code.lower()}").headings
    assert visitor.path == f"/r/{wave.rate_key}"


@pytest.mark.parametrize("code", ["ABCDEF", "abc", "ABC DE0", "<b>", "x" * 1000])
def test_a_wrong_code_can_be_corrected(visitor: Visitor, code: str) -> None:
    """A wrong code gets a sentence and the field again."""
    page = visitor.open(f"/join?code={code}")
    assert "No open round has this code." in page.words
    assert visitor.reply.status_code == 404
    assert "<b>" not in visitor.reply.text


def test_the_code_of_a_closed_wave_opens_nothing(visitor: Visitor, store: Store, wave: Wave) -> None:
    """A join code lives as long as its wave is open."""
    store.set_status(wave.id, "closed")
    visitor.open(f"/j/{wave.join_code}")
    assert visitor.reply.status_code == 404


def test_too_many_wrong_codes_stop_codes_but_not_links(visitor: Visitor, wave: Wave) -> None:
    """After many guesses even the right code must wait, while the link works on."""
    codes = (f"/j/{a}{b}AAAA" for a in "ABCDEFGH" for b in "ABCDEFGHJK")
    replies = [visitor.client.get(code) for code in codes]
    assert {reply.status_code for reply in replies} == {404, 429}
    # A guess comes back each second: the right code is tried once more if one came just then.
    tries = [visitor.client.get(path) for _ in range(10) for path in ("/j/ZZAAAA", f"/j/{wave.join_code}")]
    refused = next(reply for reply in tries[1::2] if reply.status_code == 429)
    assert (refused.status_code, int(refused.headers["retry-after"]) >= 1) == (429, True)
    assert PARCEL.title in visitor.open().headings


def test_right_codes_and_typos_cost_nothing(visitor: Visitor, wave: Wave) -> None:
    """A whole room may join, and mistype, without anybody being stopped."""
    for _ in range(GUESSES.browser.most * 2):
        assert visitor.client.get(f"/j/{wave.join_code}", follow_redirects=False).status_code == 303
        assert visitor.client.get("/j/ABC").status_code == 404
