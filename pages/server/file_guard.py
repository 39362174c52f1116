"""The guard of files: Streamlit takes uploads of 20 MB from anybody, and gives a file to who knows its address."""

import asyncio
import re
from collections import OrderedDict

from pages.components.browser import browsers
from pages.server.message_limit import cookies
from pages.server.static_files import Message, Program, Receive, Send, answer

UPLOAD = re.compile(r".*/_stcore/upload_file/([^/]+)/[^/]+/*", re.DOTALL)
MEDIA = re.compile(r"(?:/(?!static/)[^/]+)*/media/.*", re.DOTALL)
"""Pictures on pages of the facilitator; Streamlit's own lie under `/static/media/`."""

REFUSALS = {
    403: b"Only a facilitator who is signed in is given files, and can upload them.",
    411: b"The upload does not say how long it is.",
    413: b"These are too many files for one window. Load the page anew to go on.",
}
MOST_BYTES = 100 * 1024 * 1024
"""What one session may upload in all, five of the largest files: those replaced by others stay for a while."""

MOST_SESSIONS = 1000


class FileGuard:
    """ASGI middleware that gives the files of pages only to a browser that is signed in, and limits uploads.

    A session uploads at most `most` bytes; an upload that is refused is not read.
    """

    def __init__(self, app: Program, most: int = MOST_BYTES) -> None:
        self._app = app
        self._most = most
        self._uploaded = OrderedDict[str, int]()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        status = await self._status(scope) if scope["type"] == "http" else 200
        if status == 200:
            await self._app(scope, receive, send)
        else:
            await answer(send, status, [(b"content-type", b"text/plain")], REFUSALS[status])

    async def _status(self, scope: Message) -> int:
        upload = UPLOAD.fullmatch(scope["path"]) if scope["method"] in ("PUT", "POST") else None
        if not upload and not MEDIA.fullmatch(scope["path"]):
            return 200
        if not await asyncio.to_thread(browsers.has, cookies(scope)):
            return 403
        return self._counted(upload[1], dict(scope["headers"]).get(b"content-length", b"")) if upload else 200

    def _counted(self, session_id: str, length: bytes) -> int:
        if not length.isdigit():
            return 411
        uploaded = self._uploaded.pop(session_id, 0)
        is_too_much = uploaded + int(length) > self._most
        self._uploaded[session_id] = uploaded if is_too_much else uploaded + int(length)
        if len(self._uploaded) > MOST_SESSIONS:
            self._uploaded.popitem(last=False)
        return 413 if is_too_much else 200
