"""The limit on uploads: Streamlit's server takes files of up to 20 MB from anybody, any number of them."""

import asyncio
import re

from pages.components.upload import permits
from pages.server.static_files import Message, Program, Receive, Send, answer

ADDRESS = re.compile(r".*/_stcore/upload_file/([^/]+)/[^/]+/*", re.DOTALL)
REFUSALS = {
    403: b"Only a facilitator who is signed in can upload files.",
    411: b"The upload does not say how long it is.",
    413: b"These are too many files for one window. Load the page anew to go on.",
}


class UploadLimit:
    """ASGI middleware that refuses an upload unread unless its session has a permit for so much."""

    def __init__(self, app: Program) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        status = 200
        if scope["type"] == "http" and scope["method"] == "PUT" and (address := ADDRESS.fullmatch(scope["path"])):
            status = await asyncio.to_thread(_status, address[1], dict(scope["headers"]))
        if status == 200:
            await self._app(scope, receive, send)
        else:
            await answer(send, status, [(b"content-type", b"text/plain")], REFUSALS[status])


def _status(session_id: str, headers: dict[bytes, bytes]) -> int:
    size = headers.get(b"content-length", b"")
    return permits.take(session_id, int(size)) if size.isdigit() else 411
