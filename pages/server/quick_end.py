"""An end within seconds: uvicorn waits for ever for who keeps a connection open when the server is asked to end."""

import socket

from uvicorn import Server

SECONDS_TO_END = 5
"""For what is being answered; what was not acknowledged until then, the form sends again."""


def limit_end() -> None:
    """Let this process wait for open connections for `SECONDS_TO_END` when it is asked to end."""
    wait_and_end = Server.shutdown

    async def shutdown(server: Server, sockets: list[socket.socket] | None = None) -> None:
        server.config.timeout_graceful_shutdown = SECONDS_TO_END
        await wait_and_end(server, sockets)

    Server.shutdown = shutdown
