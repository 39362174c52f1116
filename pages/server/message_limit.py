"""A limit on the messages of each websocket: each message can make Streamlit run a page again."""

import asyncio
import time
from collections.abc import Awaitable, Callable

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg

from jtbd_core.live.pace import Pace
from jtbd_core.web.client import network
from pages.components.browser import browsers
from pages.server.static_files import Message, Program, Receive, Send
from pages.server.visitors import LOOK, RUN, SOCKET_AT_ONCE, SOCKET_PER_SECOND, Visitors

MOST_AT_ONCE = 60
PER_SECOND = 20.0
"""Messages of a browser that is signed in; a key held down in a field sends 30 a second."""

SIZE = 100_000
"""The bytes that count as one message; a larger message counts as several."""

HEAVY = 10_000
"""The bytes that weigh as much as one run or look of a visitor: Streamlit reads 4,000 states of widgets in 100 ms."""

PATIENCE = 30.0
"""Seconds for which a websocket may be ahead of its own pace without a break until it is closed."""

LONGEST_LOOK = 2.0
"""Seconds for which a look that a page takes by itself waits; one that would wait longer is dropped: the next comes."""

USED = {"rerun_script", "stop_script", "file_urls_request", "deferred_file", "dataframe_chunk"}
"""The kinds of messages that our pages send; others let anybody run git on the server, or empty all caches."""

VIOLATION = 1008
CLOSED = {"type": "websocket.disconnect", "code": VIOLATION}


class MessageLimit:
    """ASGI middleware that lets the messages of a websocket wait for their turn, and closes one that never stops."""

    def __init__(self, app: Program) -> None:
        self._app = app
        self._visitors = Visitors()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass on a request, with the messages of a websocket limited."""
        if scope["type"] == "websocket":
            limited = LimitedMessages(receive, send, cookies(scope), self._visitors.paces(address(scope)))
            await self._app(scope, limited, send)
        else:
            await self._app(scope, receive, send)


class LimitedMessages:
    """The `receive` of one websocket; while a message waits, the server reads no further ones from the network."""

    def __init__(
        self,
        receive: Receive,
        send: Send,
        cookies: str,
        shared: tuple[Pace, ...],
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._receive = receive
        self._send = send
        self._cookies = cookies
        self._shared = shared
        self._clock = clock
        self._pause = pause
        self._visitor = Pace(SOCKET_AT_ONCE, SOCKET_PER_SECOND)
        self._signed_in = Pace(MOST_AT_ONCE, PER_SECOND)
        self._on_time = clock()

    async def __call__(self) -> Message:
        """Return the next message that a page of ours may have sent, in its turn; after `PATIENCE` close instead."""
        message = await self._receive()
        while message["type"] == "websocket.receive":
            try:
                asked = BackMsg.FromString(message.get("bytes") or b"\0")
            except DecodeError:
                return await self._close()
            if _kind(asked) in USED and not self._is_dropped(asked):
                weight = _weight(asked) * (1 + len(message["bytes"]) // HEAVY)
                is_patient = await self._wait(1 + len(message["bytes"]) // SIZE, weight)
                return message if is_patient else await self._close()
            message = await self._receive()
        if message["type"] == "websocket.connect":
            await self._wait(0, LOOK)
        return message

    def _is_dropped(self, asked: BackMsg) -> bool:
        is_look = asked.rerun_script.is_auto_rerun and not browsers.knows(self._cookies)
        return is_look and max(pace.wait(self._clock()) for pace in self._shared) > LONGEST_LOOK

    async def _wait(self, count: int, weight: int) -> bool:
        """Wait for the turn of some messages; return False instead where the websocket never stops."""
        is_signed_in = browsers.knows(self._cookies)
        seconds = (self._signed_in if is_signed_in else self._visitor).count(self._clock(), count)
        if not seconds:
            self._on_time = self._clock()
        elif self._clock() - self._on_time > PATIENCE:
            return False
        await self._pause(seconds)
        for pace in () if is_signed_in else self._shared:
            await self._pause(pace.count(self._clock(), weight))
        return True

    async def _close(self) -> Message:
        await self._send({"type": "websocket.close", "code": VIOLATION})
        return CLOSED


def cookies(scope: Message) -> str:
    """Return the `Cookie` header of a request."""
    return b"; ".join(value for name, value in scope["headers"] if name == b"cookie").decode("latin-1")


def address(scope: Message) -> str:
    """Return the network address that a request comes from, as `network` counts it; a proxy on this machine says it."""
    return network(scope["client"][0]) if scope.get("client") else ""


def _kind(asked: BackMsg) -> str | None:
    kind = asked.WhichOneof("type")
    return asked.backend_operation_request.WhichOneof("payload") if kind == "backend_operation_request" else kind


def _weight(asked: BackMsg) -> int:
    return RUN if asked.HasField("rerun_script") and not asked.rerun_script.fragment_id else LOOK
