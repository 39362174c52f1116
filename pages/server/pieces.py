"""The pieces in which bodies of requests come: uvicorn reads chunks of a byte as patiently as large ones."""

from weakref import WeakKeyDictionary

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from jtbd_core.errors import Refused
from pages.server.request_heads import followed

MOST_PIECES = 100
"""The small pieces of a body: a form comes in one or two, a large body in packets."""

SMALL = 100
"""The bytes of a piece that is small. A megabyte in chunks of one byte takes 0.1 s, one in packets 0.002 s."""


def limit_pieces() -> None:
    """Close connections on which the body of a request, or what comes of it after the answer, is in small pieces."""
    pieces = WeakKeyDictionary[HttpToolsProtocol, int]()
    take = HttpToolsProtocol.on_body

    def on_body(connection: HttpToolsProtocol, body: bytes) -> None:
        if len(body) < SMALL:
            pieces[connection] = pieces.get(connection, 0) + 1
            if pieces[connection] > MOST_PIECES:
                raise Refused("This body comes in too small pieces.")  # ends the parsing of what has arrived
        take(connection, body)

    def reset(connection: HttpToolsProtocol) -> None:
        pieces.pop(connection, None)

    setattr(HttpToolsProtocol, on_body.__name__, on_body)
    name = "on_message_begin"
    setattr(HttpToolsProtocol, name, followed(getattr(HttpToolsProtocol, name), reset))
