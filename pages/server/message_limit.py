"""A limit on the messages of each websocket: each message can make Streamlit run a page again."""

import asyncio
import time
from collections.abc import Awaitable, Callable

from pages.server.static_files import Message, Program, Receive, Send

MOST_AT_ONCE = 60
PER_SECOND = 20.0
"""Messages that pass at once, and per second after them; a key held down in a field sends 30 a second."""

SIZE = 100_000
"""The bytes that count as one message; a larger message counts as several."""

PATIENCE = 30.0
"""Seconds for which messages may wait without a break until their websocket is closed."""

VIOLATION = 1008


class MessageLimit:
    """ASGI middleware that lets the messages of a websocket wait for their turn, and closes one that never stops."""

    def __init__(self, app: Program) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass on a request, with the messages of a websocket limited."""
        await self._app(scope, LimitedMessages(receive, send) if scope["type"] == "websocket" else receive, send)


class LimitedMessages:
    """The `receive` of one websocket; while a message waits, the server reads no further ones from the network."""

    def __init__(
        self,
        receive: Receive,
        send: Send,
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._receive = receive
        self._send = send
        self._clock = clock
        self._pause = pause
        self._due = float("-inf")
        self._on_time = clock()

    async def __call__(self) -> Message:
        """Return the next message once it is due; after `PATIENCE` close the websocket, and return that."""
        message = await self._receive()
        if message["type"] != "websocket.receive":
            return message
        now = self._clock()
        size = len(message.get("bytes") or message.get("text") or "")
        self._due = max(self._due, now - MOST_AT_ONCE / PER_SECOND) + (1 + size // SIZE) / PER_SECOND
        if self._due <= now:
            self._on_time = now
        elif now - self._on_time > PATIENCE:
            await self._send({"type": "websocket.close", "code": VIOLATION})
            return {"type": "websocket.disconnect", "code": VIOLATION}
        else:
            await self._pause(self._due - now)
        return message
