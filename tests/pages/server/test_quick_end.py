"""The end of a real uvicorn, as Streamlit starts it, while somebody keeps a connection open."""

import logging
import time

import pytest
from uvicorn import Server

from pages.server import quick_end
from pages.server.quick_end import limit_end
from pages.server.server_log import is_news
from pages.server.static_files import Message, Receive, Send
from tests.pages.server.network import Opening, serve
from tests.server import UPGRADE

SOCKET = b"GET / HTTP/1.1\r\nHost: headway.test\r\n" + b"".join(
    f"{name}: {value}\r\n".encode() for name, value in UPGRADE.items()
)


async def program(scope: Message, receive: Receive, send: Send) -> None:
    """Accept each websocket, and never end one."""
    await send({"type": "websocket.accept"})
    while True:
        await receive()


def test_who_stays_keeps_the_server_up_for_seconds_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A websocket whose browser does not close it is given up, and nothing is logged of each."""
    monkeypatch.setattr(Server, "shutdown", Server.shutdown)
    monkeypatch.setattr(quick_end, "SECONDS_TO_END", 0.5)
    monkeypatch.setattr(logging.getLogger("uvicorn.error"), "filters", [is_news])

    async def story(opened: Opening) -> None:
        reader, _ = await opened(SOCKET + b"\r\n")
        assert b"101" in await reader.readuntil(b"\r\n\r\n")

    limit_end()
    began = time.monotonic()
    serve(program, story, are_left_open=True)
    assert time.monotonic() - began < 5
    assert "Traceback" not in capsys.readouterr().err
