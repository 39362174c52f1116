"""A limit of open websockets, each of which takes some files and a session of Streamlit."""

import asyncio
from collections import Counter

from jtbd_core.metrics import VIEWERS
from pages.components.browser import browsers
from pages.server.message_limit import address, cookies
from pages.server.open_files import open_files
from pages.server.static_files import Message, Program, Receive, Send

FILES = 8
"""The files kept for a websocket that may open; it takes about four."""

MOST = 1000
SHARE = 2
"""One address has at most one of so many shares of all websockets."""


SECONDS_TO_CLOSE = 1.0
TRY_AGAIN = 1013


class OpenSocket:
    """A websocket that is open, what runs it, and when it last sent something."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.running: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.active_at = asyncio.get_running_loop().time()

    def listening(self, receive: Receive) -> Receive:
        """Return its `receive`, which notes when something came."""

        async def received() -> Message:
            message = await receive()
            self.active_at = asyncio.get_running_loop().time()
            return message

        return received


class SocketLimit:
    """ASGI middleware that keeps the websockets of visitors to a number, in all and of one address.

    Beyond it, that of a visitor who has sent nothing for the longest time is closed for a new one, at the address that
    has the most: who only holds websockets open keeps nobody out. A page that is closed so connects again by itself.
    """

    def __init__(self, app: Program, most: int = MOST) -> None:
        self._app = app
        self._most = most
        self._open: dict[OpenSocket, None] = {}
        self._visitors: dict[OpenSocket, None] = {}

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass a request on; a browser that is signed in always gets in, and stays."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        browsers.recall(cookies(scope))
        mine = OpenSocket(address(scope))
        is_visitor = not browsers.knows(cookies(scope))
        if is_visitor and not self._makes_room(mine.where):
            await send({"type": "websocket.http.response.start", "status": 503, "headers": []})
            await send({"type": "websocket.http.response.body", "body": b""})
            return
        for kept in (self._open, *([self._visitors] if is_visitor else [])):
            kept[mine] = None
        with VIEWERS.track_inprogress():
            mine.running = asyncio.ensure_future(self._app(scope, mine.listening(receive), send))
            await self._run(mine, send)

    async def _run(self, mine: OpenSocket, send: Send) -> None:
        """Wait until a websocket ends; close it where it was given up for another."""
        try:
            await asyncio.wait([mine.running])
            if mine.running.cancelled():
                async with asyncio.timeout(SECONDS_TO_CLOSE):
                    await send({"type": "websocket.close", "code": TRY_AGAIN})
            else:
                mine.running.result()
        finally:
            mine.running.cancel()
            self._forget(mine)

    def _makes_room(self, where: str) -> bool:
        """Give up a websocket where there are too many for another of this address; return whether there is room."""
        most = min(self._most, open_files() // FILES)
        of_addresses = Counter(one.where for one in self._open)
        if of_addresses[where] >= most // SHARE:
            fullest = where
        elif len(self._open) >= most:
            visitors = Counter(one.where for one in self._visitors)
            fullest = max(visitors, key=visitors.__getitem__, default="")
        else:
            return True
        idle = min((one for one in self._visitors if one.where == fullest), key=lambda one: one.active_at, default=None)
        if idle is None:
            return False
        self._forget(idle)
        idle.running.cancel()
        return True

    def _forget(self, one: OpenSocket) -> None:
        self._open.pop(one, None)
        self._visitors.pop(one, None)
