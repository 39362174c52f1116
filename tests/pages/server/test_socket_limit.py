"""The limit of open websockets."""

import asyncio

from jtbd_core.access import SIGN_IN_COOKIE, sign_in, signed_in_cookie
from jtbd_core.contract import Store
from pages.components.browser import browsers
from pages.server.socket_limit import SocketLimit
from pages.server.static_files import Message, Receive, Send

COOKIE = f"{SIGN_IN_COOKIE}=facilitator.of.sockets"


class Room:
    """A program that holds each websocket open until it is left, behind a limit of four."""

    def __init__(self) -> None:
        self.limit = SocketLimit(self._hold, most=4)
        self._ended = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    async def _hold(self, scope: Message, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.accept"})
        await self._ended.wait()

    async def leave(self) -> None:
        """Close all websockets."""
        self._ended.set()
        await asyncio.gather(*self._tasks)

    async def opened(self, address: str, cookie: str = "") -> object:
        """Open a websocket; return True, or the status with which it was refused."""
        answered = asyncio.get_running_loop().create_future()

        async def send(message: Message) -> None:
            if not answered.done():
                answered.set_result(message.get("status", True))

        scope = {"type": "websocket", "client": (address, 1), "headers": [(b"cookie", cookie.encode())]}
        self._tasks.append(asyncio.create_task(self.limit(scope, asyncio.Future, send)))
        return await answered


def test_websockets_beyond_a_number_are_refused() -> None:
    """One address has half of them, and a browser that is signed in always gets in; who leaves makes room."""
    browsers.add(COOKIE, "facilitator")

    async def story() -> None:
        room = Room()
        assert [await room.opened("flood") for _ in range(3)] == [True, True, 503]
        assert [await room.opened("elsewhere") for _ in range(3)] == [True, True, 503]
        assert await room.opened("alone") == 503
        assert await room.opened("flood", COOKIE) is True
        await room.leave()
        assert await room.opened("flood") is True

    asyncio.run(story())


def test_a_facilitator_gets_in_whom_no_page_has_seen(store: Store) -> None:
    """Strangers who took all places before the sign-in, or at a restart, do not keep them out; the sign-out does."""
    signed_in, signed_out = (f"{SIGN_IN_COOKIE}={signed_in_cookie(store.secret())}" for _ in range(2))
    store.sign_out(sign_in(store.secret(), signed_out.partition("=")[2]))

    async def story() -> None:
        room = Room()
        assert [await room.opened(where) for where in ("a", "a", "b", "b", "c")] == [True] * 4 + [503]
        assert await room.opened("a", f"theme=dark; {signed_in}") is True
        assert await room.opened("a", signed_out) == 503
        assert await room.opened("a", f"{SIGN_IN_COOKIE}=made.up") == 503
        await room.leave()

    asyncio.run(story())


def test_one_host_has_one_address() -> None:
    """Of IPv6 each host has as many as it likes, which are counted as one."""

    async def story() -> None:
        room = Room()
        assert [await room.opened(f"2001:db8::{last}") for last in range(3)] == [True, True, 503]
        assert await room.opened("2001:db8:0:1::1") is True
        await room.leave()

    asyncio.run(story())
