"""The log of a real uvicorn, as Streamlit starts it."""

import asyncio
import logging
from collections.abc import Iterator

import pytest
from starlette.websockets import WebSocket
from streamlit.logger import get_logger, setup_formatter

from pages.server.server_log import LONGEST, MOST_AT_ONCE, PER_SECOND, Repetition, quiet_log
from pages.server.static_files import Message, Receive, Send
from tests.pages.server.network import Opening, rest, serve
from tests.server import UPGRADE as ASKING

REQUEST = b"GET / HTTP/1.1\r\nHost: headway.test\r\n\r\n"
SOCKET = b"".join(f"{name}: {value}\r\n".encode() for name, value in ASKING.items())
UPGRADE = b"GET /fault HTTP/1.1\r\nHost: headway.test\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n"


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    """Restore uvicorn's own log after each test."""
    filters = {name: [*logging.getLogger(name).filters] for name in (None, *logging.root.manager.loggerDict)}
    yield
    for name, before in filters.items():
        logging.getLogger(name).filters = before


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


def test_what_repeats_itself_is_logged_now_and_then() -> None:
    """Of each line that logs, and of each that raised, a few at once and then one a minute, which counts the others."""
    now = 0.0
    limit = Repetition(lambda: now)

    def logged(line: int, error: Exception | None = None) -> str:
        try:
            raise error or KeyError
        except (KeyError, ValueError) as raised:
            exc_info = (type(raised), raised, raised.__traceback__) if error else None
            record = logging.LogRecord("streamlit", logging.ERROR, __file__, line, "%s is wrong", ("it",), exc_info)
        return record.getMessage() if limit.is_let_through(record) else ""

    assert [logged(1) for _ in range(500)].count("it is wrong") == MOST_AT_ONCE
    assert logged(2) == "it is wrong"
    assert logged(1, ValueError()) == "it is wrong"
    assert not logged(1)
    now = 1 / PER_SECOND
    assert logged(1) == f"it is wrong ({500 - MOST_AT_ONCE + 1} more like this were left out.)"
    assert not logged(1)


def test_the_limit_stands_at_the_loggers_of_streamlit(capsys: pytest.CaptureFixture[str]) -> None:
    """Each of them has a handler of its own, which no filter of another logger reaches."""
    logger = get_logger("streamlit.runtime.app_session")
    setup_formatter(logger)
    quiet_log()
    for _ in range(3 * MOST_AT_ONCE):
        logger.warning("a stranger was here")
    setup_formatter(logger)
    assert capsys.readouterr().err.count("a stranger was here") == MOST_AT_ONCE


def test_what_a_message_quotes_is_cut_and_stays_on_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Streamlit quotes ids that strangers send, of any length and with what looks like lines of its own."""
    logger = get_logger("streamlit.runtime.app_session")
    setup_formatter(logger)
    quiet_log()
    logger.warning("Rejecting request %s", "mine\n2026-12-01 Sign in at https://elsewhere.example " + 200_000 * "K")
    logger.warning("Rejecting request %s", "yours")
    first, second = capsys.readouterr().err.splitlines()
    assert "mine\\n2026" in first
    assert len(first) < 2 * LONGEST
    assert second.endswith("Rejecting request yours")
