"""A real uvicorn, as Streamlit starts it, and connections to it."""

import asyncio
from collections.abc import Awaitable, Callable

import uvicorn
from streamlit.web.server.starlette.starlette_server import _get_uvicorn_config_kwargs

from pages.server.static_files import Program

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Opening = Callable[..., Awaitable[Connection]]
"""Given what is sent and, if not this machine's usual one, the address it comes from."""

Story = Callable[[Opening], Awaitable[None]]


def serve(program: Program, story: Story, *, are_left_open: bool = False, **options: object) -> None:
    """Run a story beside a server of a program; its argument opens a connection and sends something.

    The connections are closed before the server, unless they are left open.
    """
    config = uvicorn.Config(program, port=0, lifespan="off", **_get_uvicorn_config_kwargs() | options)

    async def run() -> None:
        server = uvicorn.Server(config)
        config.load()
        server.lifespan = config.lifespan_class(config)
        await server.startup()
        port = server.servers[0].sockets[0].getsockname()[1]
        writers: list[asyncio.StreamWriter] = []

        async def opened(sent: bytes, source: str = "127.0.0.1") -> Connection:
            reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(source, 0))
            writers.append(writer)
            writer.write(sent)
            return reader, writer

        try:
            async with asyncio.timeout(20):
                await story(opened)
        finally:
            if are_left_open:
                await server.shutdown()
            for writer in writers:
                writer.close()
            await asyncio.gather(*(writer.wait_closed() for writer in writers), return_exceptions=True)
            server.force_exit = True
            await server.shutdown()

    with asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
        runner.run(run())


async def rest(reader: asyncio.StreamReader) -> bytes:
    """Wait until the server has closed a connection, and return what it sent before; nothing if it was reset."""
    try:
        return await reader.read()
    except ConnectionResetError:
        return b""
