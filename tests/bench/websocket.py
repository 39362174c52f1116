"""Streamlit's own protocol, as a browser speaks it (seen with Streamlit 1.67), in a tenth of the time.

A visit is one websocket: the browser asks for a script run with a `BackMsg`, the server answers with `ForwardMsg`s
until `script_finished`. A message of more than 10 kB that the browser says it has kept comes back as its hash.
"""

import asyncio
import base64
import os
import struct
from collections.abc import Callable
from typing import NamedTuple, cast

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetStates

from tests.bench.pace import now

PATH = "/_stcore/stream"
BINARY, CLOSE, PING, PONG = 2, 8, 9, 10
MOST_KEPT = 8


class Run(NamedTuple):
    """When the browser heard that a page is run, and that it is drawn."""

    began: float
    ended: float


class Visit(asyncio.Protocol):
    """One browser on a page; `hear` is given each message, `runs` are the runs of the page that it has seen whole."""

    def __init__(self, host: str, hear: Callable[[ForwardMsg], None] | None = None) -> None:
        self._host = host
        self._hear = hear
        self._received = bytearray()
        self._message = bytearray()
        self._kept: list[str] = []
        self._run: asyncio.Future[None] | None = None
        self._is_open = False
        self._page = ""
        self.opened = asyncio.get_running_loop().create_future()
        self.runs: list[Run] = []
        self._began = 0.0
        self.bytes = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the websocket."""
        self._transport = cast(asyncio.Transport, transport)
        key = base64.b64encode(os.urandom(16)).decode()
        self._transport.write(
            f"GET {PATH} HTTP/1.1\r\nHost: {self._host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Protocol: streamlit\r\n\r\n".encode()
        )

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell whoever waits."""
        for waiting in (self.opened, self._run):
            if waiting and not waiting.done():
                waiting.set_exception(ConnectionError("the server closed the websocket"))

    def data_received(self, data: bytes) -> None:
        """Take in the handshake, then frame after frame."""
        self._received += data
        self.bytes += len(data)
        if not self._is_open:
            head, found, rest = self._received.partition(b"\r\n\r\n")
            if not found:
                return
            if not head.startswith(b"HTTP/1.1 101"):
                self.opened.set_exception(ConnectionError(head[:40].decode("latin-1")))
                self._transport.close()
                return
            self._is_open, self._received = True, rest
            self.opened.set_result(None)
        while frame := self._next_frame():
            self._take(*frame)

    @property
    def is_closed(self) -> bool:
        """Whether the websocket is closed."""
        return self._transport.is_closing()

    def flood(self, messages: int) -> None:
        """Ask so many times for another run of the page from its top, without waiting for any."""
        ask = BackMsg()
        ask.rerun_script.widget_states.SetInParent()
        ask.rerun_script.page_script_hash = self._page
        self._transport.write(_frame(BINARY, ask.SerializeToString()) * messages)

    def close(self) -> None:
        """Leave, as somebody who closes the tab."""
        self._transport.abort()

    async def load(self, query: str = "", page: str = "", widgets: WidgetStates | None = None) -> bool:
        """Run the page of this name from its top; return True when it is drawn."""
        ask = BackMsg()
        if not self._page:
            ask.rerun_script.page_name = page
        ask.rerun_script.widget_states.CopyFrom(widgets or WidgetStates())
        return await self._finished(ask, query)

    async def _finished(self, ask: BackMsg, query: str) -> bool:
        ask.rerun_script.query_string = query
        ask.rerun_script.page_script_hash = self._page
        ask.rerun_script.cached_message_hashes.extend(self._kept)
        if self.is_closed:
            raise ConnectionError("the server closed the websocket")
        self._run = asyncio.get_running_loop().create_future()
        self._send(BINARY, ask.SerializeToString())
        await self._run
        return True

    def _send(self, kind: int, content: bytes) -> None:
        self._transport.write(_frame(kind, content))

    def _next_frame(self) -> tuple[int, bytes, bool] | None:
        data = self._received
        if len(data) < 2:
            return None
        size, start = data[1] & 127, 2
        if size > 125:
            start = 4 if size == 126 else 10
            if len(data) < start:
                return None
            size = int.from_bytes(data[2:start], "big")
        if len(data) < start + size:
            return None
        frame = data[0] & 15, bytes(data[start : start + size]), bool(data[0] & 128)
        del data[: start + size]
        return frame

    def _take(self, kind: int, content: bytes, is_last: bool) -> None:
        if kind == PING:
            self._send(PONG, content)
        elif kind == CLOSE:
            self._transport.close()
        else:
            self._message += content
            if is_last:
                message = ForwardMsg.FromString(bytes(self._message))
                self._message.clear()
                self._understand(message)

    def _understand(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if message.metadata.cacheable and message.hash not in self._kept:
            self._kept = [*self._kept, message.hash][-MOST_KEPT:]
        if self._hear:
            self._hear(message)
        if kind == "new_session":
            self._began = now()
        elif kind == "navigation":
            self._page = message.navigation.page_script_hash
        elif kind == "script_finished":
            is_drawn = message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
            if is_drawn:
                self.runs.append(Run(self._began, now()))
            if is_drawn and self._run and not self._run.done():
                self._run.set_result(None)


def _frame(kind: int, content: bytes) -> bytes:
    size = len(content)
    length = bytes([128 | size]) if size < 126 else struct.pack(">BH", 254, size)
    return bytes([128 | kind]) + length + bytes(4) + content  # masked with zeros: left as it is


async def visit(host: str, port: int, hear: Callable[[ForwardMsg], None] | None = None) -> Visit:
    """Return a visit whose websocket is open."""
    _, found = await asyncio.get_running_loop().create_connection(lambda: Visit(f"{host}:{port}", hear), host, port)
    await found.opened
    return found
