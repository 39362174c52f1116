"""The gate before all else: what Streamlit would answer to anybody, and should not."""

import re
from urllib.parse import urlsplit

from pages.server.static_files import Message, Program, Receive, Send, answer

INTERNAL = re.compile(r".*/_stcore/(?:metrics|agent(?:/.*)?)/*", re.DOTALL)
"""Streamlit's metrics, which name its caches and sessions, and its interface for programs."""


class Gate:
    """ASGI middleware that refuses websockets from pages of another origin, and hides what is for no visitor.

    Streamlit itself accepts a websocket from any port of this machine, whose cookies are the same. Without an origin
    it comes from a program, not from a page. `address` is the one that visitors use, empty where no operator has said
    it; the operator may come by localhost, so that the request's own `Host` is one of ours too.
    """

    def __init__(self, app: Program, address: str) -> None:
        self._app = app
        self._host = urlsplit(address).netloc.lower().encode()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "websocket" and not self._has_own_origin(dict(scope["headers"])):
            await send({"type": "websocket.close", "code": 1008})
        elif scope["type"] == "http" and INTERNAL.fullmatch(scope["path"]):
            await answer(send, 404, [(b"content-type", b"text/plain")], b"Not found.")
        else:
            await self._app(scope, receive, send)

    def _has_own_origin(self, headers: dict[bytes, bytes]) -> bool:
        if b"origin" not in headers:
            return True
        origin = headers[b"origin"].lower().partition(b"://")[2]
        return bool(origin) and origin in (headers.get(b"host", b"").lower(), self._host)
