"""A limit of open connections: uvicorn waits for ever for who sends a little after an answer, or reads none of it."""

from collections import OrderedDict

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from pages.server.open_files import open_files
from pages.server.request_heads import followed

MOST = 4096
"""A full room has a thousand phones; what none of them uses for five seconds is closed anyway."""

SHARE = 3
"""Connections take at most one of so many shares of all open files: websockets and the database need the others."""


class OpenConnections:
    """The connections without websockets, first the one whose last request began the longest ago.

    Where there are too many that one is aborted, so that a new one, and who goes on asking, always has its turn.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = min(most, open_files() // SHARE)
        self._open = OrderedDict[HttpToolsProtocol, None]()

    def limit(self) -> None:
        """Limit the connections of this process, as `RequestHeads` does their heads."""
        for name, follow in (
            ("connection_made", self._begin),
            ("on_message_begin", self._begin),
            ("handle_websocket_upgrade", self._end),
            ("connection_lost", self._end),
        ):
            setattr(HttpToolsProtocol, name, followed(getattr(HttpToolsProtocol, name), follow))

    def _begin(self, connection: HttpToolsProtocol) -> None:
        self._open[connection] = None
        self._open.move_to_end(connection)
        if len(self._open) > self._most:
            longest, _ = self._open.popitem(last=False)
            longest.transport.abort()

    def _end(self, connection: HttpToolsProtocol) -> None:
        self._open.pop(connection, None)
