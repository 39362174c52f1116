"""Limits on the frames of websockets, at a real uvicorn."""

import base64
import struct
from collections.abc import Iterable

import pytest
from uvicorn.protocols.websockets import websockets_sansio_impl
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from jtbd_core.access import SIGN_IN_COOKIE
from pages.components.browser import browsers
from pages.server.static_files import Message, Receive, Send
from pages.server.websocket_frames import (
    MOST_AT_ONCE,
    MOST_BYTES,
    VIOLATION,
    VISITOR_AT_ONCE,
    UnfinishedMessages,
    limit_frames,
)
from tests.pages.server.network import Connection, Opening, rest, serve

CONTINUATION, BINARY, PING, PONG = 0, 2, 9, 10
COOKIE = f"{SIGN_IN_COOKIE}=facilitator.of.frames"
TOO_BIG = 1009
SHORT = 0.1
FEW = 40


@pytest.fixture(autouse=True)
def _restored(monkeypatch: pytest.MonkeyPatch) -> None:
    """Restore uvicorn's own protocols after each test."""
    monkeypatch.setattr(websockets_sansio_impl, "ServerProtocol", websockets_sansio_impl.ServerProtocol)
    for name in ("data_received", "connection_lost"):
        monkeypatch.setattr(WebSocketsSansIOProtocol, name, getattr(WebSocketsSansIOProtocol, name))


async def echo(_: Message, receive: Receive, send: Send) -> None:
    """Answer each message with its length."""
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] != "websocket.disconnect":
        if message["type"] == "websocket.receive":
            await send({"type": "websocket.send", "bytes": b"%d bytes" % len(message["bytes"])})


def frame(kind: int, content: bytes = b"", *, is_last: bool = True) -> bytes:
    """Return a frame as a browser sends it, masked with zeros."""
    size = len(content)
    length = bytes([128 | size]) if size < 126 else struct.pack(">BQ", 255, size)
    return bytes([is_last << 7 | kind]) + length + bytes(4) + content


def closing(code: int) -> bytes:
    """Return the beginning of the frame with which the server closes a websocket for a reason."""
    return struct.pack(">H", code)


async def upgraded(opened: Opening, cookie: str = "") -> Connection:
    """Open a websocket."""
    key = base64.b64encode(bytes(16))
    head = b"GET / HTTP/1.1\r\nHost: headway.test\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    rest_of_head = b"Sec-WebSocket-Key: %b\r\nSec-WebSocket-Version: 13\r\nCookie: %b\r\n\r\n" % (key, cookie.encode())
    connection = await opened(head + rest_of_head)
    assert b" 101 " in await connection[0].readuntil(b"\r\n\r\n")
    return connection


def parts(content: bytes, count: int) -> Iterable[bytes]:
    """Return a message in as many frames, the last one empty."""
    size = len(content) // count
    for number in range(count):
        kind = CONTINUATION if number else BINARY
        yield frame(kind, content[number * size : (number + 1) * size], is_last=False)
    yield frame(CONTINUATION)


@pytest.mark.parametrize(("cookie", "most"), [("", VISITOR_AT_ONCE), (COOKIE, MOST_AT_ONCE)], ids=["visitor", "known"])
@pytest.mark.parametrize("flood", [frame(PING), frame(PONG), frame(CONTINUATION, is_last=False)])
def test_a_flood_of_empty_frames_is_closed(flood: bytes, cookie: str, most: int) -> None:
    """The websocket is closed as soon as the frames of a burst are used up; what else has arrived is not parsed."""

    async def story(opened: Opening) -> None:
        reader, writer = await upgraded(opened, cookie)
        writer.write(frame(BINARY, is_last=False) + flood * 20 * most)
        sent = await rest(reader)
        assert closing(VIOLATION) + b"too many frames" in sent
        assert sent.count(bytes([128 | PONG, 0])) <= 2 * most  # on a busy machine the burst refills a little

    browsers.add(COOKIE, "facilitator")
    limit_frames(UnfinishedMessages())
    serve(echo, story)


def test_a_message_that_is_never_finished_is_given_up() -> None:
    """After some seconds the connection is aborted, whether a frame or the frames of a message stop half way."""

    async def story(opened: Opening) -> None:
        for unfinished in (frame(BINARY, b"half", is_last=False), frame(BINARY, b"half")[:-2]):
            reader, writer = await upgraded(opened)
            writer.write(frame(BINARY, b"whole") + unfinished)
            assert (await rest(reader)).endswith(b"5 bytes")

    limit_frames(UnfinishedMessages(SHORT))
    serve(echo, story)


def test_large_messages_are_for_browsers_that_are_signed_in() -> None:
    """One of a stranger is closed before it is whole; the facilitator's arrives, also in many frames."""
    large = b"x" * (2 * MOST_BYTES)

    async def story(opened: Opening) -> None:
        for cookie, answered in (("", closing(TOO_BIG)), (COOKIE, b"%d bytes" % len(large))):
            reader, writer = await upgraded(opened, cookie)
            writer.writelines(parts(large, FEW))
            assert (await reader.readuntil(answered)).endswith(answered)

    browsers.add(COOKIE, "facilitator")
    limit_frames(UnfinishedMessages())
    serve(echo, story)
