"""The body of a request, read within bounds of size and time."""

from asyncio import timeout

from starlette.requests import ClientDisconnect, Request

from jtbd_core.errors import JtbdError

MOST_SECONDS = 30.0
"""A full body on the slowest phone network takes ten; nothing holds a connection for longer."""


class UnreadBody(JtbdError):
    """A body that was not read; `status` is the HTTP status of the reason: 400, 408 or 413."""

    def __init__(self, status: int) -> None:
        super().__init__("What was sent is too large, too slow, or broke off.")
        self.status = status


async def read_body(request: Request, most_bytes: int) -> bytes:
    """Return the body of a request.

    Raises:
        UnreadBody: it is longer than `most_bytes` (413), takes longer than `MOST_SECONDS` (408), or broke off (400).
    """
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced[:20]) > most_bytes:
        raise UnreadBody(413)
    body = bytearray()
    try:
        async with timeout(MOST_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > most_bytes:
                    raise UnreadBody(413)
    except TimeoutError as error:
        raise UnreadBody(408) from error
    except ClientDisconnect as error:
        raise UnreadBody(400) from error
    return bytes(body)
