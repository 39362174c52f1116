"""HTTP/1.1 over one socket that is kept open, in a tenth of the time that a full client needs."""

import asyncio
import gzip
from typing import NamedTuple
from urllib.parse import urlencode

from tests.bench.figures import WrongStatusError


class Reply(NamedTuple):
    """What the server answered; header names in lower case, the last of a name counts."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def page(self) -> bytes:
        """The body as it was before it was compressed."""
        return gzip.decompress(self.body) if self.headers.get("content-encoding") == "gzip" else self.body


class Connection:
    """One keep-alive connection; it is opened again when the server has closed it."""

    def __init__(self, host: str, port: int) -> None:
        self._host = host
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self.cookie = ""
        self.received = 0

    async def get(self, path: str) -> Reply:
        """Fetch a page, wherever it leads on to; `WrongStatusError` unless it has the status 200."""
        reply = await self._ask(self._head("GET", path, "Accept-Encoding: gzip, deflate, br\r\n"), b"")
        if reply.status == 303:
            return await self.get(reply.headers["location"])
        return _expected(reply, 200)

    async def post(self, path: str, fields: dict[str, str], status: int) -> Reply:
        """Send a form; `WrongStatusError` unless the answer has the expected status."""
        body = urlencode(fields).encode()
        kind = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
        return _expected(await self._ask(self._head("POST", path, kind), body), status)

    def close(self) -> None:
        """Close the connection."""
        if self._streams:
            self._streams[1].close()
        self._streams = None

    def _head(self, method: str, path: str, headers: str) -> bytes:
        cookie = f"Cookie: {self.cookie}\r\n" if self.cookie else ""
        return f"{method} {path} HTTP/1.1\r\nHost: {self._host}:{self._port}\r\n{cookie}{headers}\r\n".encode()

    async def _ask(self, head: bytes, body: bytes) -> Reply:
        was_open = self._streams is not None
        try:
            return await self._exchange(head + body)
        except (ConnectionError, asyncio.IncompleteReadError):
            self._streams = None
            if not was_open:
                raise
            # The server closes a connection that was idle for 5 s; a browser opens another one, and so do we.
            return await self._exchange(head + body)

    async def _exchange(self, request: bytes) -> Reply:
        if self._streams is None:
            self._streams = await asyncio.open_connection(self._host, self._port)
        reader, writer = self._streams
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        self.received += len(head) + len(body)
        if "set-cookie" in headers:
            self.cookie = headers["set-cookie"].partition(";")[0]
        if headers.get("connection") == "close":
            self.close()
        return Reply(int(first.split()[1]), headers, body)


def _expected(reply: Reply, status: int) -> Reply:
    if reply.status != status:
        raise WrongStatusError(f"{reply.status} instead of {status}")
    return reply
