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
        self.closed: list[str] = []
        self.speaks, self.spoke, self._ended = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    async def _hold(self, scope: Message, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.accept"})
        if scope["path"] == "/speaks":
            await receive()
            self.spoke.set()
        await self._ended.wait()

    async def leave(self) -> None:
        """Close all websockets."""
        self._ended.set()
        await asyncio.gather(*self._tasks)

    async def opened(self, address: str, cookie: str = "", path: str = "/") -> object:
        """Open a websocket, which sends something later at `/speaks`; return True, or the status of the refusal."""
        answered = asyncio.get_running_loop().create_future()

        async def send(message: Message) -> None:
            if not answered.done():
                answered.set_result(message.get("status", True))
            elif message["type"] == "websocket.close":
                self.closed.append(f"{address}{path}")

        async def receive() -> Message:
            await self.speaks.wait()
            return {"type": "websocket.receive", "bytes": b""}

        scope = {
            "type": "websocket",
            "client": (address, 1),
            "path": path,
            "headers": [(b"cookie", cookie.encode())],
        }
        self._tasks.append(asyncio.create_task(self.limit(scope, receive, send)))
        return await answered


def test_idle_websockets_keep_nobody_out() -> None:
    """One address has half of all, all others together no more than there are; who is idle longest makes room."""

    async def story() -> None:
        room = Room()
        assert [await room.opened("flood") for _ in range(3)] == [True] * 3
        assert await room.opened("flood") is True
        assert [await room.opened(where) for where in ("elsewhere", "another")] == [True] * 2
        assert await room.opened("newcomer") is True
        await room.leave()
        assert room.closed == ["flood/"] * 3

    asyncio.run(story())


def test_who_sends_something_is_not_idle() -> None:
    """Of an address the websocket that was silent for the longest is closed, not the one that was opened first."""

    async def story() -> None:
        room = Room()
        assert [await room.opened("room", path=path) for path in ("/speaks", "/silent")] == [True] * 2
        room.speaks.set()
        await room.spoke.wait()
        assert await room.opened("room") is True
        await room.leave()
        assert room.closed == ["room/silent"]

    asyncio.run(story())


def test_facilitators_always_get_in_and_stay() -> None:
    """Where their websockets take all places, a visitor is refused."""
    browsers.add(COOKIE, "facilitator")

    async def story() -> None:
        room = Room()
        assert [await room.opened("flood") for _ in range(2)] == [True] * 2
        assert [await room.opened("desk", COOKIE) for _ in range(5)] == [True] * 5
        assert [await room.opened(where) for where in ("late", "later", "latest")] == [True] * 3
        assert await room.opened("desk") == 503
        await room.leave()
        assert room.closed == ["flood/", "flood/", "late/"]

    asyncio.run(story())


def test_a_facilitator_gets_in_whom_no_page_has_seen(store: Store) -> None:
    """Strangers who took all places before the sign-in, or at a restart, do not keep them out; the sign-out does."""
    signed_in, signed_out = (f"{SIGN_IN_COOKIE}={signed_in_cookie(store.secret())}" for _ in range(2))
    store.sign_out(sign_in(store.secret(), signed_out.partition("=")[2]))

    async def story() -> None:
        room = Room()
        assert [await room.opened("a", f"theme=dark; {signed_in}") for _ in range(4)] == [True] * 4
        assert await room.opened("a", signed_out) == 503
        assert await room.opened("a", f"{SIGN_IN_COOKIE}=made.up") == 503
        await room.leave()

    asyncio.run(story())


def test_one_host_has_one_address() -> None:
    """Of IPv6 each host has as many as it likes, which are counted as one."""

    async def story() -> None:
        room = Room()
        assert [await room.opened(f"2001:db8::{last}") for last in range(3)] == [True] * 3
        assert await room.opened("2001:db8:0:1::1") is True
        await room.leave()
        assert room.closed == ["2001:db8::0/"]

    asyncio.run(story())
