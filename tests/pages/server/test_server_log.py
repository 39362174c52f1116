"""The log of a real uvicorn, as Streamlit starts it."""

import asyncio
import logging
from collections.abc import Iterator

import pytest
from starlette.websockets import WebSocket

from pages.server.server_log import is_news, quiet_log
from pages.server.static_files import Message, Receive, Send
from tests.pages.server.network import Opening, rest, serve
from tests.server import UPGRADE as ASKING

REQUEST = b"GET / HTTP/1.1\r\nHost: headway.test\r\n\r\n"
SOCKET = b"".join(f"{name}: {value}\r\n".encode() for name, value in ASKING.items())
UPGRADE = b"GET /fault HTTP/1.1\r\nHost: headway.test\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n"


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    """Restore uvicorn's own log after each test."""
    yield
    logging.getLogger("uvicorn.error").removeFilter(is_news)


def test_strangers_write_nothing_into_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    """What is no request leaves no line, nor does what is said to who is gone; a fault of ours does."""
    refused, answered = asyncio.Event(), asyncio.Event()

    async def program(scope: Message, receive: Receive, send: Send) -> None:
        if scope["path"] == "/left":
            socket = WebSocket(scope, receive, send)
            await socket.close()
            await socket.close()
        if scope["type"] == "websocket":
            return
        if scope["path"] == "/fault":
            raise ValueError("a fault of ours")
        await refused.wait()
        try:
            await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
            await send({"type": "http.response.body", "body": b""})
        finally:
            answered.set()

    async def story(opened: Opening) -> None:
        reader, _ = await opened(2 * REQUEST + b"\0\r\n")
        assert b"400" in await rest(reader)
        refused.set()
        await answered.wait()
        for path in (b"/left", b"/silent"):
            reader, _ = await opened(b"GET %s HTTP/1.1\r\nHost: headway.test\r\n%s\r\n" % (path, SOCKET))
            assert await rest(reader)
        reader, _ = await opened(UPGRADE)
        assert b"500" in await reader.readuntil(b"\r\n\r\n")

    quiet_log()
    serve(program, story)
    logged = capsys.readouterr().err
    assert logged.count("Traceback") == 1
    assert "a fault of ours" in logged
    assert "request" not in logged
    assert "handshake" not in logged
