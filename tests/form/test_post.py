"""Posts that are no form of ours, refused before their fields are read."""

import asyncio

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from jtbd_core.contract import Store
from jtbd_core.form import Form, post
from jtbd_core.form.texts import text
from jtbd_core.wave import Wave
from jtbd_core.web import body
from tests.form.conftest import Visitor

FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x", "text/plain", ""])
def test_another_content_type(visitor: Visitor, store: Store, wave: Wave, cards: str, kind: str) -> None:
    """Only what an HTML form sends is read."""
    reply = visitor.client.post(cards, content=b"e.box=3", headers={"content-type": kind})
    assert reply.status_code == 415
    assert store.progress(wave.id).joined == 0


def test_a_body_that_is_announced_too_large(visitor: Visitor, store: Store, wave: Wave, cards: str) -> None:
    """A body beyond the limit is refused from its announced length."""
    reply = visitor.client.post(cards, content=b"x" * (post.MOST_BYTES + 1), headers=FORM)
    assert reply.status_code == 413
    assert store.progress(wave.id).joined == 0


def test_a_body_that_turns_out_too_large(visitor: Visitor, store: Store, wave: Wave, cards: str) -> None:
    """A body that does not announce its length is read no further than the limit."""
    endless = (b"x" * 4096 for _ in range(100))
    assert visitor.client.post(cards, content=endless, headers=FORM).status_code == 413
    assert store.progress(wave.id).joined == 0


def test_a_body_that_never_ends(visitor: Visitor, store: Store, wave: Wave, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who sends a part and then nothing is told so after a while, and nothing is stored."""
    visitor.start()
    cards = visitor.press().form().action
    monkeypatch.setattr(body, "MOST_SECONDS", 0.1)
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
