"""Connections to a real uvicorn, as Streamlit starts it, that are held and not used."""

import pytest
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from pages.server.open_connections import OpenConnections
from pages.server.static_files import Message, Receive, Send
from tests.pages.server.network import Connection, Opening, rest, serve
from tests.server import UPGRADE

MOST, MANY = 5, 30
WHOLE = b"GET / HTTP/1.1\r\nHost: headway.test\r\n\r\n"
LINE_BREAK = WHOLE + b"\r\n"
BODY = b"POST / HTTP/1.1\r\nHost: headway.test\r\nContent-Length: 9\r\n\r\n1"
SOCKET = b"GET / HTTP/1.1\r\nHost: headway.test\r\n" + b"".join(
    f"{name}: {value}\r\n".encode() for name, value in UPGRADE.items()
)


@pytest.fixture(autouse=True)
def _restored(monkeypatch: pytest.MonkeyPatch) -> None:
    """Restore uvicorn's own methods after each test."""
    for name in ("connection_made", "on_message_begin", "handle_websocket_upgrade", "connection_lost"):
        monkeypatch.setattr(HttpToolsProtocol, name, getattr(HttpToolsProtocol, name))


async def program(scope: Message, receive: Receive, send: Send) -> None:
    """Answer each request without waiting for its body, and hold each websocket."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        while (await receive())["type"] != "websocket.disconnect":
            pass
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


async def answer(connection: Connection) -> bytes:
    """Return the status line, and read the answer to its end."""
    return (await connection[0].readuntil(b"\r\n\r\nok")).partition(b"\r\n")[0]


@pytest.mark.parametrize("sent", [LINE_BREAK, BODY], ids=["line break", "rest of a body"])
def test_connections_that_are_held_keep_nobody_out(sent: bytes) -> None:
    """The one that asked nothing for longest is given up for a new one; who goes on asking, and websockets, stay."""

    async def story(opened: Opening) -> None:
        phone = await opened(WHOLE)
        socket, _ = await opened(SOCKET + b"\r\n")
        assert b"101" in await socket.readuntil(b"\r\n\r\n")
        assert b"200" in await answer(phone)
        held = []
        for _ in range(MANY):
            held.append(await opened(sent))
            assert b"200" in await answer(held[-1])
            phone[1].write(WHOLE)
            assert b"200" in await answer(phone)
        for reader, _ in held[: MANY - MOST + 1]:
            assert await rest(reader) == b""
        assert not socket.at_eof()
        assert not any(reader.at_eof() for reader, _ in held[MANY - MOST + 1 :])

    OpenConnections(MOST).limit()
    serve(program, story)
