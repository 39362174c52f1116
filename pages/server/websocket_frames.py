"""Limits on the frames of websockets, of which uvicorn tells nobody before a message is whole."""

import time
from asyncio import TimerHandle

from uvicorn.protocols.websockets import websockets_sansio_impl
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.exceptions import ProtocolError
from websockets.frames import Frame
from websockets.http11 import Request, Response
from websockets.server import ServerProtocol

from jtbd_core.live.pace import Pace
from pages.components.browser import browsers
from pages.server.request_heads import followed

MOST_AT_ONCE = 500
PER_SECOND = 50.0
"""Frames, empty ones and pings too; a key held down in a field sends 30 messages a second, of one frame each."""

VISITOR_AT_ONCE, VISITOR_PER_SECOND = 150, 5.0
"""Of a browser that is not signed in, whose messages wait for two a second; a stranger has hundreds of websockets."""

MOST_BYTES = 50_000
"""The largest message of a browser that is not signed in, ten times what a page of results sends; of others,
`server.maxMessageSize`. A thousand websockets may have two each that wait.
"""

MOST_SECONDS = 30.0
"""The seconds in which a message has to be whole: the largest takes as long at 1 Mbit/s."""

VIOLATION = 1008


class LimitedFrames(ServerProtocol):
    """The frames of one websocket; it is closed where they come too fast, or a message of a stranger is too large."""

    def __init__(self, *, max_size: int, **values: object) -> None:
        super().__init__(max_size=min(max_size, MOST_BYTES), **values)
        self._most_bytes = max_size
        self._cookies = ""
        self._visitor = Pace(VISITOR_AT_ONCE, VISITOR_PER_SECOND)
        self._signed_in = Pace(MOST_AT_ONCE, PER_SECOND)

    def accept(self, request: Request) -> Response:
        """Accept the handshake, and keep its cookies."""
        self._cookies = "; ".join(request.headers.get_all("Cookie"))
        self._widen()
        return super().accept(request)

    def recv_frame(self, frame: Frame) -> None:
        """Take in a frame in its turn; the facilitator's first page makes the browser known, on an open websocket."""
        pace = self._signed_in if browsers.knows(self._cookies) else self._visitor
        if pace.count(time.monotonic()):
            self.fail(VIOLATION, "too many frames")
            raise ProtocolError("too many frames")  # ends the parsing of what has arrived
        super().recv_frame(frame)
        self._widen()

    def _widen(self) -> None:
        if browsers.knows(self._cookies):
            self.max_message_size = self._most_bytes


class UnfinishedMessages:
    """The websockets on which a message has begun and is not whole; they are aborted after some seconds."""

    def __init__(self, seconds: float = MOST_SECONDS) -> None:
        self._seconds = seconds
        self._timers: dict[WebSocketsSansIOProtocol, TimerHandle] = {}

    def follow(self, connection: WebSocketsSansIOProtocol) -> None:
        """Begin or end the time of a message, after some of it has arrived."""
        is_whole = not connection.frames and not connection.conn.reader.buffer
        if is_whole or connection.transport.is_closing():
            self.forget(connection)
        elif connection not in self._timers:
            self._timers[connection] = connection.loop.call_later(self._seconds, connection.transport.abort)

    def forget(self, connection: WebSocketsSansIOProtocol) -> None:
        """End the time of a message."""
        if timer := self._timers.pop(connection, None):
            timer.cancel()


def limit_frames(unfinished: UnfinishedMessages) -> None:
    """Limit the frames of all websockets of this process.

    Streamlit creates the server and lets no protocol of our own be set: the methods of uvicorn's are extended.
    """
    setattr(websockets_sansio_impl, "ServerProtocol", LimitedFrames)  # noqa: B010 - a name that uvicorn imports
    for name, follow in (("data_received", unfinished.follow), ("connection_lost", unfinished.forget)):
        setattr(WebSocketsSansIOProtocol, name, followed(getattr(WebSocketsSansIOProtocol, name), follow))
