"""Middleware of ours around a program that answers everything, asked without a server."""

import asyncio
from collections.abc import Callable

from pages.server.static_files import Message, Program, Receive, Send, answer

Headers = list[tuple[bytes, bytes]]


def asked(wrap: Callable[[Program], Program], scope: Message, *given: tuple[bytes, bytes]) -> Message:
    """Return the first message that a wrapped program sends to a request; the program answers 200 with headers."""
    sent: list[Message] = []

    async def program(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
        else:
            await answer(send, 200, list(given), b"served")

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(wrap(program)({"type": "http", "method": "GET", "path": "/", "headers": [], **scope}, receive, send))
    return sent[0]
