"""What stands before Streamlit, all together."""

import asyncio
import time
from functools import reduce

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState

from pages.server.before_streamlit import BEFORE_STREAMLIT
from pages.server.static_files import Message, Program, Receive, Send
from pages.server.visitors import SOCKET_AT_ONCE, SOCKET_PER_SECOND

TOO_MANY = 3
RERUN = BackMsg(rerun_script=ClientState(query_string="key=x")).SerializeToString()


def test_each_websocket_has_its_messages_limited() -> None:
    """Of a flood the first messages pass at once, and those after them wait for their turn."""
    ended: list[float] = []

    async def program(scope: Message, receive: Receive, send: Send) -> None:
        for _ in range(SOCKET_AT_ONCE + TOO_MANY):
            await receive()
        ended.append(time.monotonic())

    async def receive() -> Message:
        return {"type": "websocket.receive", "bytes": RERUN}

    async def send(message: Message) -> None:
        raise AssertionError(message)

    app: Program = reduce(lambda inner, middleware: middleware(inner), reversed(BEFORE_STREAMLIT), program)
    began = time.monotonic()
    asyncio.run(app({"type": "websocket", "path": "/_stcore/stream", "headers": []}, receive, send))
    assert ended[0] - began >= (TOO_MANY - 1) / SOCKET_PER_SECOND
