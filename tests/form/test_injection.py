"""Texts of a study, and what respondents write, show as the text they are, whatever they try to be."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from jtbd_core.access import receipt
from jtbd_core.contract import Store
from jtbd_core.form.preview import preview
from jtbd_core.study import Study
from jtbd_core.wave import Wave
from tests.form.conftest import Visitor
from tests.form.reading import Page
from tests.hostile import BREAKOUT, HOSTILE, SCRIPT, SQL, TEMPLATE, TEXTS

FOREIGN = {"img", "svg", "iframe", "object", "embed", "base", "math", "video"}


class Elements(HTMLParser):
    """The elements of one page; the script and the addresses must be our own."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.foreign: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what no template of ours has."""
        about = dict(attrs)
        addresses = [about[name] or "" for name in ("src", "href", "action", "formaction") if name in about]
        is_ours = all(address.startswith("/") for address in addresses)
        has_handler = any(name.startswith("on") for name in about)
        if tag in FOREIGN or has_handler or not is_ours or (tag == "script" and "src" not in about):
            self.foreign.append(f"<{tag} {about}>")


@pytest.fixture
def hostile(arrive: Callable[[Wave], Visitor], open_wave: Callable[[Study], Wave]) -> Visitor:
    """Let somebody arrive at the form of the hostile study."""
    return arrive(open_wave(HOSTILE))


def way(visitor: Visitor) -> list[str]:
    """Walk through the whole form and return the HTML of each page, the answers by receipt last."""
    pages = [visitor.open() and visitor.reply.text]
    visitor.press()
    pages.append(visitor.reply.text)
    visitor.press({"q.solution": "solution-0", "q.where": "option-0"})
    while visitor.page.cards:
        pages.append(visitor.reply.text)
        visitor.rate()
    pages.append(visitor.reply.text)
    return [*pages, visitor.client.post("/r/receipt", data={"code": receipt(visitor.token)}).text]


def test_every_text_of_a_study_shows_as_text(hostile: Visitor) -> None:
    """On every page of the form there is nothing but our own elements, and each text stands there as written."""
    pages = way(hostile)
    assert [found for html in pages for found in Elements(html).foreign] == []
    words = " ".join(Page(html).words for html in pages)
    assert {text for text in TEXTS if " ".join(text.split()) not in words} == set()


def test_a_translation_shows_as_text(hostile: Visitor) -> None:
    """So do the texts in another language."""
    page = hostile.open(f"{hostile.address}?language=de")
    assert TEMPLATE in page.words
    assert Elements(hostile.reply.text).foreign == []


def test_the_preview_shows_as_text() -> None:
    """So do the pages that the facilitator looks at before launch, and their names."""
    assert [found for html in preview(HOSTILE).values() for found in Elements(html).foreign] == []


@pytest.mark.parametrize("text", [SCRIPT, BREAKOUT, TEMPLATE, SQL, "</textarea><script>x</script>"])
def test_a_remark_shows_as_text(visitor: Visitor, store: Store, wave: Wave, text: str) -> None:
    """What a respondent wrote is stored as written, and shown so to whoever has the receipt."""
    visitor.rate_all()
    visitor.press({"remark": text}, form="thanks")
    assert [one.text for one in store.remarks(wave.id)] == [text]
    shown = visitor.client.post("/r/receipt", data={"code": receipt(visitor.token)}).text
    for html in (visitor.reply.text, shown):
        assert Elements(html).foreign == []
        assert text in Page(html).words or "textarea" in text


@pytest.mark.parametrize("text", [SCRIPT, BREAKOUT, TEMPLATE, SQL])
def test_a_code_that_was_typed_shows_as_text(visitor: Visitor, text: str) -> None:
    """A join code and a receipt code come back into their fields as typed."""
    replies = [
        visitor.client.get("/join", params={"code": text}),
        visitor.client.post("/r/receipt", data={"code": text}),
        visitor.client.get(f"/j/{text.replace('/', '')}"),
    ]
    assert [found for reply in replies for found in Elements(reply.text).foreign] == []
    assert "49" not in "".join(Page(reply.text).words for reply in replies)


def test_a_language_cannot_set_headers(visitor: Visitor) -> None:
    """Line ends in an address never become lines of a header."""
    reply = visitor.client.get(f"{visitor.address}?language=de%0d%0aSet-Cookie:%20owned=1")
    assert "set-cookie" not in reply.headers
    led = visitor.client.get("/r/a%0d%0aSet-Cookie:%20owned=1/", follow_redirects=False)
    assert "set-cookie" not in led.headers
