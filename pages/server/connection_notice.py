"""A notice on Streamlit's pages, which stay blank while a network blocks their websocket."""

from pathlib import Path

from pages.server.static_files import Message, Program, Receive, Send

HEAD = b"<head>"
SCRIPT = b"<script>" + Path(__file__).with_name("connection_notice.js").read_bytes() + b"</script>"


class ConnectionNotice:
    """ASGI middleware that puts the script of the notice into Streamlit's pages, ahead of its own scripts."""

    def __init__(self, app: Program) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer a request; the answer is asked for uncompressed where it may be a page."""
        if scope["type"] != "http" or b"text/html" not in dict(scope["headers"]).get(b"accept", b""):
            await self._app(scope, receive, send)
            return
        headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self._app({**scope, "headers": headers}, receive, _adding_script(send))


def _adding_script(send: Send) -> Send:
    is_page = False

    async def send_on(message: Message) -> None:
        nonlocal is_page
        if message["type"] == "http.response.start":
            is_page = message["status"] == 200 and _is_streamlit(message)
            message = {**message, "headers": [*map(_longer, message["headers"])]} if is_page else message
        elif is_page and HEAD in message.get("body", b""):
            message, is_page = {**message, "body": message["body"].replace(HEAD, HEAD + SCRIPT, 1)}, False
        await send(message)

    return send_on


def _is_streamlit(message: Message) -> bool:
    """Whether a message begins an HTML page without a policy: our own pages have one, which forbids the script."""
    headers = dict(message["headers"])
    return headers.get(b"content-type", b"").startswith(b"text/html") and b"content-security-policy" not in headers


def _longer(header: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    name, value = header
    return (name, b"%d" % (int(value) + len(SCRIPT))) if name == b"content-length" else header
