"""The security headers of what Streamlit answers, which sends none, and the flag that keeps its cookies to https."""

from pages.server.static_files import Message, Program, Receive, Send

HEADERS = {
    b"content-security-policy": b"frame-ancestors 'self'",
    b"referrer-policy": b"no-referrer",  # links hold keys
    b"x-content-type-options": b"nosniff",
}
STRICT_TRANSPORT = {b"strict-transport-security": b"max-age=31536000"}


class SecurityHeaders:
    """ASGI middleware that adds the headers an answer lacks.

    With `is_https`, visitors reach the server by https alone: browsers are told to keep to it. By https every cookie is
    `Secure`: Streamlit sets that flag only where it holds the certificate itself.
    """

    def __init__(self, app: Program, *, is_https: bool = False) -> None:
        self._app = app
        self._headers = HEADERS | (STRICT_TRANSPORT if is_https else {})

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer the request, with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_https = scope.get("scheme") == "https"

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = [_secure(*header) if is_https else header for header in message.get("headers", ())]
                names = {name.lower() for name, _ in given}
                missing = [header for header in self._headers.items() if header[0] not in names]
                message = {**message, "headers": [*given, *missing]}
            await send(message)

        await self._app(scope, receive, send_on)


def _secure(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """Return a header; a cookie gets the flag `Secure` unless it has it."""
    if name.lower() == b"set-cookie" and b"; secure" not in value.lower():
        value += b"; Secure"
    return name, value
