"""The security headers of what Streamlit answers, which sends none, and what keeps its cookies to https and a path."""

import re

from pages.server.static_files import Message, Program, Receive, Send

HEADERS = {
    b"content-security-policy": b"frame-ancestors 'self'",
    b"referrer-policy": b"no-referrer",  # links hold keys
    b"x-content-type-options": b"nosniff",
}
EVERYWHERE = re.compile(rb"(; *path=)/(?=;|$)", re.IGNORECASE)
STRICT_TRANSPORT = {b"strict-transport-security": b"max-age=31536000"}


class SecurityHeaders:
    """ASGI middleware that adds the headers an answer lacks.

    With `is_https`, visitors reach the server by https alone: browsers are told to keep to it. By https every cookie is
    `Secure`: Streamlit sets that flag only where it holds the certificate itself. A cookie for the whole host is kept
    to `root`, the path under which the server is reached: other programs may stand beside it.
    """

    def __init__(self, app: Program, root: str = "", *, is_https: bool = False) -> None:
        self._app = app
        self._root = root.encode()
        self._headers = HEADERS | (STRICT_TRANSPORT if is_https else {})

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer the request, with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_https = scope.get("scheme") == "https"

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = [self._kept(*header, is_https=is_https) for header in message.get("headers", ())]
                names = {name.lower() for name, _ in given}
                missing = [header for header in self._headers.items() if header[0] not in names]
                message = {**message, "headers": [*given, *missing]}
            await send(message)

        await self._app(scope, receive, send_on)

    def _kept(self, name: bytes, value: bytes, *, is_https: bool) -> tuple[bytes, bytes]:
        """Return a header; a cookie is kept to https, where visitors come by it, and to our path."""
        if name.lower() == b"set-cookie":
            if self._root:
                value = EVERYWHERE.sub(rb"\1" + self._root, value)
            if is_https and b"; secure" not in value.lower():
                value += b"; Secure"
        return name, value
