"""A limit on the messages of each websocket: each message can make Streamlit run a page again."""

import asyncio
from collections.abc import Coroutine
from typing import NamedTuple

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg

from jtbd_core.errors import JtbdError
from jtbd_core.live.pace import Pace
from jtbd_core.web.client import network
from pages.components.browser import browsers
from pages.server.static_files import Message, Program, Receive, Send
from pages.server.visitors import LOOK, RUN, SOCKET_AT_ONCE, SOCKET_PER_SECOND, Asker, Visitors

MOST_AT_ONCE = 60
PER_SECOND = 20.0
"""Messages of a browser that is signed in; a key held down in a field sends 30 a second."""

SIZE = 100_000
"""The bytes that count as one message; a larger message counts as several."""

HEAVY = 10_000
"""The bytes that weigh as much as one run or look of a visitor: Streamlit reads 4,000 states of widgets in 100 ms."""

PATIENCE = 30.0
"""Seconds until a websocket is closed that is ahead of its own pace without a break, or waits for one turn."""

LONGEST_LOOK = 2.0
"""Seconds for which a look that a page takes by itself waits; one that would wait longer is dropped: the next comes."""

USED = {"rerun_script", "stop_script", "dataframe_chunk"}
"""The kinds of messages that our pages send; others let anybody run git on the server, or empty all caches."""

USED_SIGNED_IN = USED | {"file_urls_request", "deferred_file"}
"""Those of a facilitator's pages: the answer is an address for an upload of each of thousands of names."""

VIOLATION = 1008
CLOSED = {"type": "websocket.disconnect", "code": VIOLATION}


class Asked(NamedTuple):
    """What a message asks for: its kind, its weight, and whether it is a look that a page takes by itself."""

    kind: str | None
    weight: int
    is_look: bool


class ClientLeft(JtbdError):
    """The client of a websocket has left, or the server ends."""


class NeverStops(JtbdError):
    """The websocket is ahead of its pace for too long, or its turn does not come."""


class MessageLimit:
    """ASGI middleware that lets the messages of a websocket wait for their turn, and closes one that never stops."""

    def __init__(self, app: Program) -> None:
        self._app = app
        self._visitors = Visitors()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass on a request, with the messages of a websocket limited."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        limited = LimitedMessages(receive, send, cookies(scope), self._visitors, address(scope))
        try:
            await self._app(scope, limited, send)
        finally:
            limited.end()


class LimitedMessages:
    """The `receive` of one websocket; while a message waits, one further message is read from the network.

    So who leaves is noticed, and waits no more.
    """

    def __init__(self, receive: Receive, send: Send, cookies: str, visitors: Visitors, address: str) -> None:
        self._receive = receive
        self._send = send
        self._cookies = cookies
        self._visitors = visitors
        self._address = address
        self._asker = Asker()
        self._visitor = Pace(SOCKET_AT_ONCE, SOCKET_PER_SECOND)
        self._signed_in = Pace(MOST_AT_ONCE, PER_SECOND)
        self._on_time = _now()
        self._ahead: asyncio.Future[Message] | None = None

    async def __call__(self) -> Message:
        """Return the next message that a page of ours may have sent, in its turn; after `PATIENCE` close instead."""
        try:
            message = await self._next()
            while message["type"] == "websocket.receive" and not await self._came(message.get("bytes") or b"\0"):
                message = await self._next()
            if message["type"] == "websocket.connect":
                await self._take_turn(0, LOOK)
        except (DecodeError, NeverStops):
            await self._send({"type": "websocket.close", "code": VIOLATION})
            return CLOSED
        except ClientLeft:
            return await self._next()
        return message

    def end(self) -> None:
        """Read nothing further from the network."""
        if self._ahead:
            self._ahead.cancel()

    async def _next(self) -> Message:
        ahead, self._ahead = self._ahead, None
        return await (ahead or self._receive())

    async def _came(self, content: bytes) -> bool:
        """Wait for the turn of a message, and return whether it came and the message is one that pages send."""
        asked = _asked(content)
        is_signed_in = browsers.knows(self._cookies)
        is_used = asked.kind in (USED_SIGNED_IN if is_signed_in else USED)
        weight = asked.weight * (1 + len(content) // HEAVY) if is_used else 0
        try:
            await self._take_turn(1 + len(content) // SIZE, weight, LONGEST_LOOK if asked.is_look else PATIENCE)
        except NeverStops:
            if asked.is_look:
                return False
            raise
        return is_used

    async def _take_turn(self, count: int, weight: int, patience: float = PATIENCE) -> None:
        """Wait for the turn of some messages, at the pace of the websocket and at those that visitors share."""
        is_signed_in = browsers.knows(self._cookies)
        seconds = (self._signed_in if is_signed_in else self._visitor).count(_now(), count)
        if not seconds:
            self._on_time = _now()
        elif _now() - self._on_time > PATIENCE:
            raise NeverStops
        if seconds:
            await self._unless_left(asyncio.sleep(seconds))
        if weight and not is_signed_in:
            turn = self._visitors.turn(self._address, self._asker, weight)
            await self._unless_left(asyncio.wait_for(turn, patience))

    async def _unless_left(self, turn: Coroutine[object, object, None]) -> None:
        """Wait for a turn; raise `ClientLeft` where the client leaves before, `NeverStops` where it takes too long."""
        coming = asyncio.ensure_future(turn)
        try:
            await asyncio.sleep(0)
            while not coming.done():
                self._ahead = self._ahead or asyncio.ensure_future(self._receive())
                if self._ahead.done() and self._ahead.result()["type"] == "websocket.disconnect":
                    raise ClientLeft
                further = () if self._ahead.done() else (self._ahead,)
                await asyncio.wait((coming, *further), return_when=asyncio.FIRST_COMPLETED)
            coming.result()
        except TimeoutError as error:
            raise NeverStops from error
        finally:
            coming.cancel()


def _now() -> float:
    return asyncio.get_running_loop().time()


def cookies(scope: Message) -> str:
    """Return the `Cookie` header of a request."""
    return b"; ".join(value for name, value in scope["headers"] if name == b"cookie").decode("latin-1")


def address(scope: Message) -> str:
    """Return the network address that a request comes from, as `network` counts it; a proxy on this machine says it."""
    return network(scope["client"][0]) if scope.get("client") else ""


def _asked(content: bytes) -> Asked:
    """Return what a message asks for: once read, one takes ten times its bytes, so it is not kept while it waits."""
    asked = BackMsg.FromString(content)
    is_run = asked.HasField("rerun_script") and not asked.rerun_script.fragment_id
    return Asked(_kind(asked), RUN if is_run else LOOK, asked.rerun_script.is_auto_rerun)


def _kind(asked: BackMsg) -> str | None:
    kind = asked.WhichOneof("type")
    return asked.backend_operation_request.WhichOneof("payload") if kind == "backend_operation_request" else kind
