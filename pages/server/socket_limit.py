"""A limit of open websockets, each of which takes some files and a session of Streamlit."""

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


class SocketLimit:
    """ASGI middleware that answers 503 to the websockets of visitors beyond a number, in all and of one address."""

    def __init__(self, app: Program, most: int = MOST) -> None:
        self._app = app
        self._most = most
        self._open = Counter[str]()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it; a browser that is signed in always gets in."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        browsers.recall(cookies(scope))
        where = address(scope)
        most = min(self._most, open_files() // FILES)
        is_full = self._open.total() >= most or self._open[where] >= most // SHARE
        if is_full and not browsers.knows(cookies(scope)):
            await send({"type": "websocket.http.response.start", "status": 503, "headers": []})
            await send({"type": "websocket.http.response.body", "body": b""})
            return
        self._open[where] += 1
        try:
            with VIEWERS.track_inprogress():
                await self._app(scope, receive, send)
        finally:
            self._open[where] -= 1
            self._open += Counter()  # forgets addresses without websockets
