"""What stands before Streamlit, all together."""

import asyncio
import time
from functools import reduce

from pages.server.before_streamlit import BEFORE_STREAMLIT
from pages.server.message_limit import MOST_AT_ONCE, PER_SECOND
from pages.server.static_files import Message, Program, Receive, Send

TOO_MANY = 10


def test_each_websocket_has_its_messages_limited() -> None:
    """Of a flood the first messages pass at once, and those after them wait for their turn."""
    ended: list[float] = []

    async def program(scope: Message, receive: Receive, send: Send) -> None:
        for _ in range(MOST_AT_ONCE + TOO_MANY):
            await receive()
        ended.append(time.monotonic())

    async def receive() -> Message:
        return {"type": "websocket.receive", "bytes": b""}

    async def send(message: Message) -> None:
        raise AssertionError(message)

    app: Program = reduce(lambda inner, middleware: middleware(inner), reversed(BEFORE_STREAMLIT), program)
    began = time.monotonic()
    asyncio.run(app({"type": "websocket", "path": "/_stcore/stream", "headers": []}, receive, send))
    assert ended[0] - began >= (TOO_MANY - 1) / PER_SECOND
