"""A program that this process serves: a test need not start Headway, and can change what is stored meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import uvicorn
from streamlit.web.server.starlette.starlette_server import _get_uvicorn_config_kwargs

from pages.server.static_files import Program


class Server(uvicorn.Server):
    """A uvicorn, as Streamlit starts it, that says when it listens."""

    def __init__(self, program: Program) -> None:
        config = uvicorn.Config(program, port=0, lifespan="off", log_level="error", **_get_uvicorn_config_kwargs())
        super().__init__(config)
        self.listens = Event()

    async def startup(self, sockets: list | None = None) -> None:
        """Listen, and say so."""
        await super().startup(sockets)
        self.listens.set()


@contextmanager
def serving(program: Program) -> Iterator[str]:
    """Serve a program on a free port from a thread, and give the address."""
    server = Server(program)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    assert server.listens.wait(20)
    yield f"http://localhost:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = server.force_exit = True
    thread.join()
