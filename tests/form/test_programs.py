"""What programs send and people do not: a field that nobody sees, and a body that never ends."""

import asyncio

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from jtbd_core.contract import Store
from jtbd_core.form import Form, post
from jtbd_core.form.texts import text
from jtbd_core.wave import Wave
from tests.form.conftest import Visitor


@pytest.mark.parametrize(("written", "is_flagged"), [("", False), ("https://example.com", True)])
def test_who_fills_in_what_people_do_not_see_is_flagged(
    visitor: Visitor, store: Store, wave: Wave, written: str, is_flagged: bool
) -> None:
    """The answers are kept like all others; whoever judges them is told."""
    visitor.start()
    cards = visitor.press().form().action
    assert 'name="website"' in visitor.client.get(cards).text
    visitor.client.post(cards, data={"e.box": "3", "website": written, "go": "continue"})
    assert set(store.cards(wave.id)["took_bait"]) == {is_flagged}
    assert visitor.response.ratings["box"].experience == 3


def test_a_body_that_never_ends(visitor: Visitor, store: Store, wave: Wave, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who sends a part and then nothing is told so after a while, and nothing is stored."""
    visitor.start()
    cards = visitor.press().form().action
    monkeypatch.setattr(post, "MOST_SECONDS", 0.1)
    parts = [{"type": "http.request", "body": b"e.box=3", "more_body": True}]
    sent: list[Message] = []

    async def receive() -> Message:
        return parts.pop() if parts else await asyncio.Event().wait()

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"host", b"headway.test"), (b"content-type", post.FORM.encode())]
    scope = {"type": "http", "method": "POST", "path": cards, "query_string": b"", "scheme": "http", "headers": headers}
    asyncio.run(asyncio.wait_for(Form(Starlette(), store)(scope, receive, send), timeout=10))
    assert sent[0]["status"] == 408
    assert text("en", "refused_slow").encode() in sent[1]["body"]
    assert store.version(wave.id).rows == 0
