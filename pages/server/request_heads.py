"""Request heads, unfinished ones too: uvicorn limits neither their number nor their size."""

from asyncio import TimerHandle
from collections import defaultdict
from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from jtbd_core.errors import Refused
from jtbd_core.web.client import network

MOST_SECONDS = 10.0
MOST_HEADS = 512
"""The most unfinished heads at once: a full room opens a connection for each of a thousand phones within a minute."""

MOST_BYTES = 16 * 1024
"""The size of a head, as Node has it; 64 kB of cookies take 8 ms to read. nginx takes 8 kB in a header."""

MOST_PARTS = 300
"""The most headers, cookies, choices of an address, ranges and the like in a head; to read 5,000 takes up to 50 ms."""

PARTS = (b";", b",", b"&")
"""The marks that part a header or an address further."""

ESCAPE = b"\\"
"""What no cookie of ours has in it: Python before 3.11.10 and 3.12.6 takes 1.2 s to read 15,000 of them in one."""

MOST_WAITING = 8
"""The most requests of a connection that wait for the answer to one before; no browser sends a second one so early."""

TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


class RequestHeads:
    """The connections whose request head is unfinished, by address, the oldest first; it is aborted after some seconds.

    Where there are too many, the oldest of the address that has the most is aborted too: a new connection always has
    its turn, and time to send its head however fast another address opens connections.
    """

    def __init__(self, most: int = MOST_HEADS, seconds: float = MOST_SECONDS) -> None:
        self._most = most
        self._seconds = seconds
        self._timers: dict[HttpToolsProtocol, TimerHandle] = {}
        self._of_addresses = defaultdict[str, dict[HttpToolsProtocol, None]](dict)

    def limit(self) -> None:
        """Limit the heads of all connections of this process.

        Streamlit creates the server and lets no protocol of our own be set: the methods of uvicorn's are extended.
        """
        for name, follow in (
            ("connection_made", self._begin),
            ("on_message_begin", self._begin),
            ("on_headers_complete", self._end),
            ("connection_lost", self._end),
        ):
            setattr(HttpToolsProtocol, name, followed(getattr(HttpToolsProtocol, name), follow))
        drop_escaped_cookies()
        limit_head_sizes()
        limit_parts()
        limit_waiting()

    def _begin(self, connection: HttpToolsProtocol) -> None:
        if connection in self._timers:
            return
        if len(self._timers) >= self._most:
            fullest = max(self._of_addresses.values(), key=len)
            self._abort(next(iter(fullest)))
        self._of_addresses[_address(connection)][connection] = None
        self._timers[connection] = connection.loop.call_later(self._seconds, self._abort, connection)

    def _end(self, connection: HttpToolsProtocol) -> None:
        if timer := self._timers.pop(connection, None):
            timer.cancel()
            of_address = self._of_addresses[_address(connection)]
            del of_address[connection]
            if not of_address:
                del self._of_addresses[_address(connection)]

    def _abort(self, connection: HttpToolsProtocol) -> None:
        self._end(connection)
        connection.transport.abort()


def _address(connection: HttpToolsProtocol) -> str:
    return network(connection.client[0]) if connection.client else ""


def drop_escaped_cookies() -> None:
    """Leave cookies with escapes in them out of each head, before anything reads them; other programs may set some."""
    complete = HttpToolsProtocol.on_headers_complete

    def on_headers_complete(connection: HttpToolsProtocol) -> None:
        for place, (name, value) in enumerate(connection.headers):
            if name == b"cookie" and ESCAPE in value:
                kept = [one for one in value.split(b";") if ESCAPE not in one]
                connection.headers[place] = name, b";".join(kept).strip()
        complete(connection)

    setattr(HttpToolsProtocol, on_headers_complete.__name__, on_headers_complete)


def limit_head_sizes(most: int = MOST_BYTES) -> None:
    """Close connections on which more arrives than a head may have, without a head, part of a body or its end in it.

    Trailers are counted as heads are; for both the parser takes time that grows with the square of their size. A head
    that arrives whole is measured before it is answered.
    """
    sizes = WeakKeyDictionary[HttpToolsProtocol, int]()
    receive, complete = HttpToolsProtocol.data_received, HttpToolsProtocol.on_headers_complete

    def reset(connection: HttpToolsProtocol) -> None:
        sizes[connection] = 0

    def data_received(connection: HttpToolsProtocol, data: bytes) -> None:
        sizes[connection] = before = sizes.get(connection, 0) + len(data)
        receive(connection, data)
        if sizes[connection] == before > most and not connection.transport.is_closing():
            connection.transport.write(TOO_LARGE)
            connection.transport.close()

    def on_headers_complete(connection: HttpToolsProtocol) -> None:
        if len(connection.url) + sum(len(name) + len(value) for name, value in connection.headers) > most:
            raise Refused("The head of this request is too large.")  # ends the parsing of what has arrived
        complete(connection)
        reset(connection)

    for name in ("on_body", "on_message_complete"):
        setattr(HttpToolsProtocol, name, followed(getattr(HttpToolsProtocol, name), reset))
    for method in (data_received, on_headers_complete):
        setattr(HttpToolsProtocol, method.__name__, method)


def limit_parts(most: int = MOST_PARTS) -> None:
    """Close connections on which a head of more parts arrives: its headers, and what marks part them further."""
    complete = HttpToolsProtocol.on_headers_complete

    def check_headers(connection: HttpToolsProtocol) -> None:
        if len(connection.headers) > most:
            raise Refused("The head of this request has too many parts.")  # ends the parsing of what has arrived

    def on_headers_complete(connection: HttpToolsProtocol) -> None:
        values = b"".join([connection.url, *(value for _, value in connection.headers)])
        if len(connection.headers) + sum(map(values.count, PARTS)) > most:
            raise Refused("The head of this request has too many parts.")
        complete(connection)

    setattr(HttpToolsProtocol, "on_header", followed(HttpToolsProtocol.on_header, check_headers))  # noqa: B010
    setattr(HttpToolsProtocol, on_headers_complete.__name__, on_headers_complete)


def limit_waiting(most: int = MOST_WAITING) -> None:
    """Close connections on which more requests wait: the few kilobytes of a packet would hold thousands of them."""

    def check(connection: HttpToolsProtocol) -> None:
        if len(connection.pipeline) > most:
            raise Refused("Too many requests wait on this connection.")  # ends the parsing of what has arrived

    name = "on_headers_complete"
    setattr(HttpToolsProtocol, name, followed(getattr(HttpToolsProtocol, name), check))


def followed(method: Callable[..., None], follow: Callable[[Any], None]) -> Callable[..., None]:
    """Return a method of a connection that calls a function with the connection afterwards."""

    def both(connection: HttpToolsProtocol, *arguments: object) -> None:
        method(connection, *arguments)
        follow(connection)

    return both
