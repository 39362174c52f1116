"""Unfinished request heads at a real uvicorn, as Streamlit starts it."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
import uvicorn
from streamlit.web.server.starlette.starlette_server import _get_uvicorn_config_kwargs
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from pages.server.request_heads import RequestHeads
from pages.server.static_files import Message, Receive, Send

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Opening = Callable[[bytes], Awaitable[Connection]]

UNFINISHED = b"GET / HTTP/1.1\r\nHost: headway.test\r\n"
WHOLE = UNFINISHED + b"\r\n"
BODY = b"POST / HTTP/1.1\r\nHost: headway.test\r\nContent-Length: 2\r\n\r\n"
MANY, MOST = 30, 5
LONG, SHORT = 60.0, 0.1


@pytest.fixture(autouse=True)
def _restored(monkeypatch: pytest.MonkeyPatch) -> None:
    """Restore uvicorn's own methods after each test."""
    for name in ("connection_made", "on_message_begin", "on_headers_complete", "connection_lost"):
        monkeypatch.setattr(HttpToolsProtocol, name, getattr(HttpToolsProtocol, name))


async def program(scope: Message, receive: Receive, send: Send) -> None:
    """Answer each request once its body is there."""
    while (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


def serve(story: Callable[[Opening], Awaitable[None]], heads: RequestHeads) -> None:
    """Run a story beside a server with these limits; its argument opens a connection and sends something."""
    heads.limit()
    config = uvicorn.Config(program, port=0, lifespan="off", **_get_uvicorn_config_kwargs())

    async def run() -> None:
        server = uvicorn.Server(config)
        config.load()
        server.lifespan = config.lifespan_class(config)
        await server.startup()
        port = server.servers[0].sockets[0].getsockname()[1]
        writers: list[asyncio.StreamWriter] = []

        async def opened(sent: bytes) -> Connection:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writers.append(writer)
            writer.write(sent)
            return reader, writer

        async with asyncio.timeout(20):
            await story(opened)
        for writer in writers:
            writer.close()
        await asyncio.gather(*(writer.wait_closed() for writer in writers), return_exceptions=True)
        server.force_exit = True
        await server.shutdown()

    asyncio.run(run())


async def answer(connection: Connection) -> bytes:
    """Return the status line, and read the answer to its end."""
    return (await connection[0].readuntil(b"\r\n\r\nok")).partition(b"\r\n")[0]


async def is_closed(reader: asyncio.StreamReader) -> bool:
    """Wait until the server has closed a connection; whether it did so without an answer."""
    try:
        return await reader.read() == b""
    except ConnectionResetError:
        return True


def test_an_unfinished_head_is_given_up() -> None:
    """After some seconds the connection is closed, also when it has been answered before or has sent nothing."""

    async def story(opened: Opening) -> None:
        for sent in (UNFINISHED, b""):
            reader, _ = await opened(sent)
            assert await is_closed(reader)
        reader, writer = await opened(WHOLE)
        assert b"200" in await answer((reader, writer))
        writer.write(UNFINISHED)
        assert await is_closed(reader)

    serve(story, RequestHeads(seconds=SHORT))


def test_many_unfinished_heads_keep_nobody_out() -> None:
    """The oldest are given up for new connections, and those that were answered before go on."""

    async def story(opened: Opening) -> None:
        connected = await opened(WHOLE)
        assert b"200" in await answer(connected)
        silent = [await opened(UNFINISHED) for _ in range(MANY)]
        assert b"200" in await answer(await opened(WHOLE))
        connected[1].write(WHOLE)
        assert b"200" in await answer(connected)
        for reader, _ in silent[: MANY - MOST]:
            assert await is_closed(reader)

    serve(story, RequestHeads(most=MOST, seconds=LONG))


def test_a_slow_body_has_its_time() -> None:
    """Only heads are limited: an upload may take longer."""

    async def story(opened: Opening) -> None:
        slow = await opened(BODY)
        reader, _ = await opened(UNFINISHED)
        assert await is_closed(reader)
        slow[1].write(b"ok")
        assert b"200" in await answer(slow)

    serve(story, RequestHeads(seconds=SHORT))
