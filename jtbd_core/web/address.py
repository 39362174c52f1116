"""The public address of the server, HEADWAY_URL, and the middleware that makes requests read as if sent to it."""

import os
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from jtbd_core.errors import JtbdError
from jtbd_core.web.headers import redirect


def given_address() -> str:
    """Return HEADWAY_URL without a slash at its end; empty if it is not set.

    Raises:
        JtbdError: it is no address of a server.
    """
    given = os.environ.get("HEADWAY_URL", "").rstrip("/")
    parts = urlsplit(given)
    if given and not (parts.scheme in ("http", "https") and parts.hostname and not parts.query and not parts.fragment):
        raise JtbdError(f"HEADWAY_URL has to be an address such as https://headway.example.com; {given} is none.")
    return given


class PublicAddress:
    """ASGI middleware that gives each request the scheme, host and path that visitors use.

    A proxy may speak http with us, replace the header `Host`, and strip the path under which we are reached. `address`
    is the one that visitors use, empty where no operator has said it; `root` is its path.
    """

    def __init__(self, app: ASGIApp, address: str, root: str) -> None:
        self._app = app
        self._address = urlsplit(address)
        self._root = root

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Complete the request and pass it on; the root without its slash redirects, as relative links need it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
        elif self._root and scope["type"] == "http" and scope["path"] == self._root:
            await redirect(f"{self._root}/")(scope, receive, send)
        else:
            await self._app(self._completed(scope), receive, send)

    def _completed(self, scope: Scope) -> Scope:
        completed = {**scope}
        if not scope["path"].startswith(f"{self._root}/"):
            completed["path"] = self._root + scope["path"]
            completed["raw_path"] = self._root.encode() + (scope.get("raw_path") or scope["path"].encode())
        if self._address.netloc:
            is_secure, is_socket = self._address.scheme == "https", scope["type"] == "websocket"
            completed["scheme"] = ("ws" if is_socket else "http") + "s" * is_secure
            completed["headers"] = list(scope["headers"])
            MutableHeaders(scope=completed)["host"] = self._address.netloc
        return completed
