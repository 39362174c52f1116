"""Unfinished request heads: each holds a connection, and uvicorn has no limit of its own for them."""

from asyncio import TimerHandle
from collections.abc import Callable
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MOST_SECONDS = 10.0
MOST_HEADS = 512
"""The most unfinished heads at once: a full room opens a connection for each of a thousand phones within a minute."""


class RequestHeads:
    """The connections whose request head is unfinished, the oldest first; it is aborted after some seconds.

    Where there are too many, the oldest is aborted too, so that a new connection always has its turn.
    """

    def __init__(self, most: int = MOST_HEADS, seconds: float = MOST_SECONDS) -> None:
        self._most = most
        self._seconds = seconds
        self._timers: dict[HttpToolsProtocol, TimerHandle] = {}

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
            setattr(HttpToolsProtocol, name, _followed(getattr(HttpToolsProtocol, name), follow))

    def _begin(self, connection: HttpToolsProtocol) -> None:
        if connection in self._timers:
            return
        if len(self._timers) >= self._most:
            self._abort(next(iter(self._timers)))
        self._timers[connection] = connection.loop.call_later(self._seconds, self._abort, connection)

    def _end(self, connection: HttpToolsProtocol) -> None:
        if timer := self._timers.pop(connection, None):
            timer.cancel()

    def _abort(self, connection: HttpToolsProtocol) -> None:
        self._end(connection)
        connection.transport.abort()


def _followed(method: Callable[..., None], follow: Callable[[Any], None]) -> Callable[..., None]:
    def both(connection: HttpToolsProtocol, *arguments: object) -> None:
        method(connection, *arguments)
        follow(connection)

    return both
