"""Bodies of requests that come in many small pieces, at a real uvicorn as Streamlit starts it."""

import pytest
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from pages.server.pieces import MOST_PIECES, SMALL, limit_pieces
from pages.server.static_files import Message, Receive, Send
from tests.pages.server.network import Opening, rest, serve

HEAD = b"POST %s HTTP/1.1\r\nHost: headway.test\r\nTransfer-Encoding: chunked\r\n\r\n"
SMALL_PIECE, PIECE, END = b"1\r\na\r\n", b"%x\r\n%s\r\n" % (SMALL, b"a" * SMALL), b"0\r\n\r\n"
ANSWER = b"200 OK"


@pytest.fixture(autouse=True)
def _limited(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limit pieces, and restore uvicorn's own methods after each test."""
    for name in ("on_body", "on_message_begin"):
        monkeypatch.setattr(HttpToolsProtocol, name, getattr(HttpToolsProtocol, name))
    limit_pieces()


async def program(scope: Message, receive: Receive, send: Send) -> None:
    """Answer a request once its body is there, or at once."""
    while scope["path"] == "/read" and (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b""})


def test_a_body_in_many_small_pieces_is_refused() -> None:
    """The connection is closed, also where the request was answered before its body was read."""

    async def story(opened: Opening) -> None:
        reader, _ = await opened(HEAD % b"/read" + SMALL_PIECE * (MOST_PIECES + 1))
        assert ANSWER not in await rest(reader)
        reader, writer = await opened(HEAD % b"/unread")
        assert ANSWER in await reader.readuntil(b"\r\n\r\n")
        writer.write(SMALL_PIECE * (MOST_PIECES + 1))
        await rest(reader)

    serve(program, story)


def test_a_body_in_packets_is_read() -> None:
    """Of whatever size; and the next request on the connection has small pieces of its own."""

    async def story(opened: Opening) -> None:
        for body in (PIECE * 100 * MOST_PIECES, SMALL_PIECE * MOST_PIECES):
            reader, writer = await opened(HEAD % b"/read" + body + END)
            for _ in range(2):
                assert ANSWER in await reader.readuntil(b"\r\n\r\n")
                writer.write(HEAD % b"/read" + body + END)

    serve(program, story)
