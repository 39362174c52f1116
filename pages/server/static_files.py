"""Streamlit's own static files, scripts and styles, compressed once and cached in memory.

Streamlit sends them uncompressed, 2.7 MB to each new browser, since it would have to compress them per request.
"""

import asyncio
import gzip
import re
from collections.abc import Awaitable, Callable, MutableMapping
from hashlib import sha256
from os.path import isfile
from pathlib import Path
from posixpath import normpath
from typing import Any, NamedTuple

import streamlit

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Program = Callable[[Message, Receive, Send], Awaitable[None]]

FOLDER = Path(streamlit.__file__).parent / "static"
KINDS = {"js": b"text/javascript; charset=utf-8", "css": b"text/css; charset=utf-8"}
ADDRESS = re.compile(r".*/(static/(?:js|css)/[\w-][\w.-]*\.(js|css))")
REFUSED = re.compile(r"gzip\s*;\s*q=0(?:\.0*)?(?:,|$)")
CACHED = b"public, immutable, max-age=31536000"  # as Streamlit has it: the name of a file changes with its content


class Compressed(NamedTuple):
    """A compressed file and its ETag."""

    content: bytes
    tag: bytes


class CompressedStaticFiles:
    """ASGI middleware that serves scripts and styles to browsers that accept gzip, and passes on all other requests."""

    def __init__(self, app: Program, folder: Path = FOLDER) -> None:
        self._app = app
        self._folder = folder
        self._files: dict[str, asyncio.Task[Compressed]] = {}

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer a request for a script or style, or pass it on."""
        path = "/" + normpath(scope.get("path", "/")).lstrip("/")  # of a detour: Streamlit would compress it each time
        address = ADDRESS.fullmatch(path) if scope["type"] == "http" else None
        if not address or scope["method"] not in ("GET", "HEAD") or not isfile(self._folder / address[1]):
            await self._app(scope, receive, send)
            return
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        if b"range" in headers or not _takes_gzip(headers.get(b"accept-encoding", "")):
            await self._app({**scope, "path": path}, receive, _varying(send))
            return
        file = await self._compressed(address[1])
        common = [(b"etag", file.tag), (b"vary", b"Accept-Encoding"), (b"cache-control", CACHED)]
        if file.tag.decode() in headers.get(b"if-none-match", ""):
            await answer(send, 304, common, b"")
            return
        described = [
            (b"content-type", KINDS[address[2]]),
            (b"content-encoding", b"gzip"),
            (b"content-length", b"%d" % len(file.content)),
        ]
        await answer(send, 200, [*common, *described], b"" if scope["method"] == "HEAD" else file.content)

    async def _compressed(self, name: str) -> Compressed:
        if name not in self._files:
            self._files[name] = asyncio.create_task(asyncio.to_thread(_compress, self._folder / name))
        return await asyncio.shield(self._files[name])  # a client that disconnects does not cancel it for the others


def _compress(path: Path) -> Compressed:
    content = gzip.compress(path.read_bytes(), mtime=0)
    return Compressed(content, b'"%s"' % sha256(content).hexdigest()[:32].encode())


def _takes_gzip(accepted: str) -> bool:
    return "gzip" in accepted.lower() and not REFUSED.search(accepted.lower())


def _varying(send: Send) -> Send:
    async def send_on(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", ()), (b"vary", b"Accept-Encoding")]}
        await send(message)

    return send_on


async def answer(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    """Send a whole answer."""
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
