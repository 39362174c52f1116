"""The limits of connections, which hold before ASGI sees anything of a request."""

from pages.server.open_connections import OpenConnections
from pages.server.open_files import raise_open_files
from pages.server.pieces import limit_pieces
from pages.server.quick_end import limit_end
from pages.server.request_heads import RequestHeads
from pages.server.server_log import quiet_log
from pages.server.websocket_frames import UnfinishedMessages, limit_frames


def limit_connections() -> None:
    """Allow as many connections as the system does, and limit what arrives on each."""
    raise_open_files()
    OpenConnections().limit()
    RequestHeads().limit()
    limit_pieces()
    limit_frames(UnfinishedMessages())
    quiet_log()
    limit_end()
