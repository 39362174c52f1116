"""Unfinished request heads at a real uvicorn, as Streamlit starts it."""

import asyncio
import time

import pytest
from starlette.requests import HTTPConnection
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from pages.server.request_heads import MOST_BYTES, MOST_PARTS, MOST_WAITING, TOO_LARGE, RequestHeads
from pages.server.static_files import Message, Receive, Send
from tests.pages.server.network import Connection, Opening, Story, rest, serve

UNFINISHED = b"GET / HTTP/1.1\r\nHost: headway.test\r\n"
WHOLE = UNFINISHED + b"\r\n"
BODY = b"POST / HTTP/1.1\r\nHost: headway.test\r\nContent-Length: 2\r\n\r\n"
CHUNKED = b"POST / HTTP/1.1\r\nHost: headway.test\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n"
EXTENDED = (
    *("connection_made", "data_received", "connection_lost"),
    *("on_message_begin", "on_header", "on_headers_complete", "on_body", "on_message_complete"),
)
MANY, MOST = 30, 5
LONG, SHORT = 60.0, 0.1
MOST_SECONDS_TO_READ = 0.1


@pytest.fixture(autouse=True)
def _restored(monkeypatch: pytest.MonkeyPatch) -> None:
    """Restore uvicorn's own methods after each test."""
    for name in EXTENDED:
        monkeypatch.setattr(HttpToolsProtocol, name, getattr(HttpToolsProtocol, name))


async def program(scope: Message, receive: Receive, send: Send) -> None:
    """Answer each request once its body is there."""
    while (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


def serve_with(heads: RequestHeads, story: Story) -> None:
    """Run a story beside a server with these limits."""
    heads.limit()
    serve(program, story)


async def answer(connection: Connection) -> bytes:
    """Return the status line, and read the answer to its end."""
    return (await connection[0].readuntil(b"\r\n\r\nok")).partition(b"\r\n")[0]


def test_an_unfinished_head_is_given_up() -> None:
    """After some seconds the connection is closed, also when it has been answered before or has sent nothing."""

    async def story(opened: Opening) -> None:
        for sent in (UNFINISHED, b""):
            reader, _ = await opened(sent)
            assert await rest(reader) == b""
        reader, writer = await opened(WHOLE)
        assert b"200" in await answer((reader, writer))
        writer.write(UNFINISHED)
        assert await rest(reader) == b""

    serve_with(RequestHeads(seconds=SHORT), story)


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
            assert await rest(reader) == b""

    serve_with(RequestHeads(most=MOST, seconds=LONG), story)


def test_who_opens_the_most_connections_gives_up_their_own() -> None:
    """A newcomer on a slow network has time for the head, however many heads another address begins meanwhile."""

    async def story(opened: Opening) -> None:
        newcomer = await opened(UNFINISHED)
        silent = [await opened(UNFINISHED, "127.0.0.2") for _ in range(MANY)]
        for reader, _ in silent[: MANY - MOST + 1]:
            assert await rest(reader) == b""
        newcomer[1].write(b"\r\n")
        assert b"200" in await answer(newcomer)

    serve_with(RequestHeads(most=MOST, seconds=LONG), story)


def test_a_slow_body_has_its_time() -> None:
    """Only heads are limited: an upload may take longer."""

    async def story(opened: Opening) -> None:
        slow = await opened(BODY)
        reader, _ = await opened(UNFINISHED)
        assert await rest(reader) == b""
        slow[1].write(b"ok")
        assert b"200" in await answer(slow)

    serve_with(RequestHeads(seconds=SHORT), story)


@pytest.mark.parametrize(
    "begun", [UNFINISHED + b"X: ", b"GET /", CHUNKED + b"X: "], ids=["header", "address", "trailer"]
)
def test_an_endless_head_is_refused(begun: bytes) -> None:
    """Beyond a size it is answered 431 and the connection closed, whatever in it is long; trailers are no way round.

    The answer is lost where the client goes on sending.
    """

    async def story(opened: Opening) -> None:
        reader, _ = await opened(begun + b"a" * 10 * MOST_BYTES)
        assert await rest(reader) in (TOO_LARGE, b"")

    serve_with(RequestHeads(seconds=LONG), story)


def test_a_large_head_that_is_whole_is_refused() -> None:
    """However fast it arrives; one of half the size is answered."""
    size = MOST_BYTES + 100

    async def story(opened: Opening) -> None:
        cookies = [UNFINISHED + b"Cookie: a=" + b"b" * share + b"\r\n\r\n" for share in (size, size // 2)]
        reader, _ = await opened(cookies[0])
        assert b" 400 " in await rest(reader)
        assert b"200" in await answer(await opened(cookies[1]))

    serve_with(RequestHeads(), story)


@pytest.mark.parametrize(
    ("start", "part", "end"),
    [
        (UNFINISHED, b"a:\r\n", b"\r\n"),
        (UNFINISHED + b"Cookie: ", b"a=;", b"\r\n\r\n"),
        (UNFINISHED + b"Range: bytes=0-0", b",2-2", b"\r\n\r\n"),
        (b"GET /?", b"a=&", b" HTTP/1.1\r\nHost: headway.test\r\n\r\n"),
    ],
    ids=["headers", "cookies", "ranges", "choices"],
)
def test_a_head_of_many_parts_is_refused(start: bytes, part: bytes, end: bytes) -> None:
    """Each takes some time to read, and there is room for thousands; a hundred are answered."""

    async def story(opened: Opening) -> None:
        reader, _ = await opened(start + part * (MOST_PARTS + 1) + end)
        assert b" 400 " in await rest(reader)
        assert b"200" in await answer(await opened(start + part * 100 + end))

    serve_with(RequestHeads(), story)


def test_cookies_with_escapes_are_left_out() -> None:
    """Python's reading of them takes time that grows with the square of their number; the others arrive."""
    seen: list[dict[str, str]] = []

    async def reading(scope: Message, receive: Receive, send: Send) -> None:
        began = time.thread_time()
        seen.append(HTTPConnection(scope).cookies)
        assert time.thread_time() - began < MOST_SECONDS_TO_READ
        await program(scope, receive, send)

    async def story(opened: Opening) -> None:
        for escapes in (b"\\054", b"\\" * 14_000):
            cookies = b'Cookie: theme=dark; other="%s"; headway=token\r\n\r\n' % escapes
            assert b"200" in await answer(await opened(UNFINISHED + cookies))

    RequestHeads().limit()
    serve(reading, story)
    assert seen == [{"theme": "dark", "headway": "token"}] * 2


def test_a_large_body_is_no_large_head() -> None:
    """An upload arrives, however much of it comes at once."""
    size = 4 * MOST_BYTES

    async def story(opened: Opening) -> None:
        assert b"200" in await answer(await opened(BODY.replace(b": 2", b": %d" % size) + bytes(size)))

    serve_with(RequestHeads(), story)


def test_requests_that_wait_for_answers_are_few() -> None:
    """A connection that sends hundreds at once is closed before most of them are read; a few of them are answered."""
    answered, first = 0, asyncio.Event()

    async def slow(scope: Message, receive: Receive, send: Send) -> None:
        nonlocal answered
        await first.wait()
        answered += 1
        await program(scope, receive, send)

    async def story(opened: Opening) -> None:
        few = await opened(WHOLE * MOST_WAITING)
        reader, _ = await opened(WHOLE * 500)
        assert b"400" in await rest(reader)
        first.set()
        for _ in range(MOST_WAITING):
            assert b"200" in await answer(few)
        assert answered <= 2 * MOST_WAITING

    RequestHeads().limit()
    serve(slow, story)
