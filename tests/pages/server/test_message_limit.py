"""The limit on the messages of a websocket, under a clock that we set."""

import asyncio
from collections.abc import Iterable
from itertools import repeat

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from jtbd_core.access import SIGN_IN_COOKIE
from pages.components.browser import browsers
from pages.server.message_limit import (
    HEAVY,
    LONGEST_LOOK,
    MOST_AT_ONCE,
    PATIENCE,
    PER_SECOND,
    SIZE,
    VIOLATION,
    LimitedMessages,
)
from pages.server.static_files import Message
from pages.server.visitors import (
    ADDRESS_AT_ONCE,
    ADDRESS_PER_SECOND,
    RUN,
    SOCKET_AT_ONCE,
    SOCKET_PER_SECOND,
    Visitors,
)
from tests.bench.pace import after
from tests.pages.server.virtual_time import run_virtually

CLOSED = {"type": "websocket.close", "code": VIOLATION}
COOKIE = f"{SIGN_IN_COOKIE}=facilitator.of.messages"
HOUR = 3600
IMMEDIATELY = 0.01


@pytest.fixture(autouse=True)
def _signed_in() -> None:
    """Let one browser be known."""
    browsers.add(COOKIE, "facilitator")


def run(size: int = 200) -> bytes:
    """Return what a page sends to be run again."""
    asked = BackMsg()
    asked.rerun_script.query_string = "x" * size
    return asked.SerializeToString()


def look() -> bytes:
    """Return what a page sends every two seconds for one of its fragments."""
    asked = BackMsg()
    asked.rerun_script.fragment_id, asked.rerun_script.is_auto_rerun = "fragment", True
    return asked.SerializeToString()


class Socket:
    """One websocket on which messages arrive at times; it shares its turns with others."""

    def __init__(self, visitors: Visitors | None = None, address: str = "", cookies: str = "") -> None:
        self.passed: list[float] = []
        self.delays: list[float] = []
        self.sent: list[Message] = []
        self._arrived = 0.0
        self._limit = lambda receive: LimitedMessages(receive, self._send, cookies, visitors or Visitors(), address)

    async def _send(self, message: Message) -> None:
        self.sent.append(message)

    async def take(self, messages: Iterable[tuple[float, bytes]], *, stays: float = 0) -> "Socket":
        """Let each message arrive some seconds after the one before; note when it was passed on, and its delay."""
        arrivals, clock = iter(messages), asyncio.get_running_loop().time
        self._arrived = clock()

        async def receive() -> Message:
            gap, content = next(arrivals, (None, b""))
            if gap is None:
                await after(stays)
                return {"type": "websocket.disconnect", "code": 1001}
            self._arrived += gap
            await after(max(self._arrived - clock(), 0))
            return {"type": "websocket.receive", "bytes": content, "arrived": self._arrived}

        limited = self._limit(receive)
        while (message := await limited())["type"] == "websocket.receive":
            self.passed.append(clock())
            self.delays.append(clock() - message["arrived"])
        limited.end()
        return self


def alone(messages: Iterable[tuple[float, bytes]], cookies: str = COOKIE) -> Socket:
    """Return a websocket after it has taken messages, with nobody beside it."""

    async def story() -> Socket:
        return await Socket(cookies=cookies).take(messages, stays=PATIENCE)

    return run_virtually(story())


@pytest.mark.parametrize(
    "gaps",
    [
        pytest.param([0.3] * HOUR, id="typing in a live field"),
        pytest.param([*repeat(1 / 12, 12 * 60)], id="clicking as fast as one can"),
        pytest.param([*repeat(1 / 30, 30 * 5), 5, *repeat(1 / 30, 30 * 5)], id="holding a key down in a number"),
        pytest.param([*[0, 0, 0, 0, 0, 2] * 600], id="six fragments every two seconds"),
    ],
)
def test_people_never_meet_it(gaps: list[float]) -> None:
    """What one does on a page is passed on at once."""
    person = alone((gap, run()) for gap in gaps)
    assert len(person.delays) == len(gaps)
    assert max(person.delays) < IMMEDIATELY
    assert not person.sent


def test_a_flood_is_slowed_down_and_then_closed() -> None:
    """Who sends without waiting gets a few messages a second, and is told after half a minute that this is enough."""
    flood = alone(repeat((0.0, run()), 10**5))
    assert len(flood.passed) == pytest.approx(MOST_AT_ONCE + PATIENCE * PER_SECOND, abs=2)
    assert flood.passed[-1] == pytest.approx(PATIENCE, abs=1)
    assert flood.sent == [CLOSED]


def test_large_messages_count_as_several() -> None:
    """A flood of few but large messages is slowed down as one of many small ones."""
    flood = alone(repeat((0.0, run(10 * SIZE)), 10**4))
    assert len(flood.passed) < (MOST_AT_ONCE + PATIENCE * PER_SECOND) / 10
    assert flood.sent == [CLOSED]


@pytest.mark.parametrize("kind", ["load_git_info", "clear_cache", "set_run_on_save", "app_heartbeat"])
def test_what_no_page_of_ours_sends_is_not_passed_on(kind: str) -> None:
    """Streamlit would run git, empty everybody's caches or worse; the page's own next message arrives."""
    asked = BackMsg(**{kind: True})
    asked_behind = BackMsg()
    asked_behind.backend_operation_request.install_skills.SetInParent()
    socket = alone([(1, asked.SerializeToString()), (1, asked_behind.SerializeToString()), (1, run())])
    assert (socket.passed, socket.sent) == ([3], [])


def test_a_stranger_asks_for_no_addresses_of_uploads() -> None:
    """The answer to 9,000 names takes two megabytes; only a facilitator uploads anything."""
    asked = BackMsg()
    asked.file_urls_request.file_names.extend(["a"] * 9000)
    names = asked.SerializeToString()
    assert alone([(1, names), (1, run())], "").passed == [2]
    assert alone([(1, names), (1, run())]).passed == [1, 2]


@pytest.mark.parametrize("content", [b"", b"\0", b"GET / HTTP/1.1"])
def test_what_is_no_message_of_streamlit_closes_the_websocket(content: bytes) -> None:
    """Nothing after it is read."""
    socket = alone([(1, content), (1, run())])
    assert (socket.passed, socket.sent) == ([], [CLOSED])


def test_a_room_of_viewers_never_meets_it() -> None:
    """Two hundred people behind one address open the results at once, and some tap through them."""

    async def story() -> None:
        everybody = Visitors()
        viewers = await asyncio.gather(*(Socket(everybody, "room").take([(0, look()), (0, run())]) for _ in range(200)))
        assert max(max(viewer.delays) for viewer in viewers) < IMMEDIATELY
        await after(30)
        taps, looks = repeat((0.3, run()), 15), repeat((2, look()), 100)
        curious = await Socket(everybody, "room").take([*taps, *looks])
        assert max(curious.delays) < IMMEDIATELY
        assert len(curious.passed) == 115

    run_virtually(story())


def test_one_stranger_gets_less_than_the_facilitator() -> None:
    """A websocket without a sign-in gets two messages a second, and is closed in the end."""
    flood = alone(repeat((0.0, run()), 10**4), "")
    assert len(flood.passed) == pytest.approx(SOCKET_AT_ONCE + PATIENCE * SOCKET_PER_SECOND, abs=2)
    assert flood.sent == [CLOSED]


@pytest.mark.parametrize(("size", "weight"), [(200, RUN), (4 * HEAVY, 5 * RUN)])
def test_strangers_with_many_websockets_share_one_budget(size: int, weight: int) -> None:
    """The websockets of one address wait for each other; thousands of states of widgets count as several runs."""

    async def story() -> None:
        everybody = Visitors()
        floods = await asyncio.gather(
            *(Socket(everybody, "flood").take(repeat((0.0, run(size)), 100)) for _ in range(60))
        )
        passed = sum(len(one.passed) for one in floods) * weight
        seconds = max(one.passed[-1] for one in floods)
        assert passed == pytest.approx(ADDRESS_AT_ONCE + ADDRESS_PER_SECOND * seconds, rel=0.1)

    run_virtually(story())


@pytest.mark.parametrize("size", [200, 4 * HEAVY])
@pytest.mark.parametrize(("addresses", "seconds"), [(1, 1), (4, 2), (40, 10)])
def test_a_flood_keeps_nobody_waiting(addresses: int, seconds: float, size: int) -> None:
    """Whoever comes beside hundreds of websockets that ask all the time is before them, from wherever they all come."""

    async def story() -> None:
        everybody = Visitors()
        floods = [
            asyncio.ensure_future(
                Socket(everybody, f"{n % addresses}").take(repeat((1.0, run(size)), 100), stays=PATIENCE)
            )
            for n in range(400)
        ]
        await after(20)
        for address in ("0", "elsewhere"):
            newcomer = await Socket(everybody, address).take([(0, look()), (0, run())], stays=PATIENCE)
            assert newcomer.delays[-1] < seconds
        assert (await Socket(everybody, "0", COOKIE).take([(0, run())])).delays[0] < IMMEDIATELY
        for flood in floods:
            flood.cancel()

    run_virtually(story())


def test_who_has_left_waits_no_more() -> None:
    """A volley whose senders are gone leaves nothing behind."""

    async def story() -> None:
        everybody = Visitors()
        volley = [Socket(everybody, "flood").take([(0, run(4 * HEAVY))]) for _ in range(400)]
        assert 0 < sum(len(one.passed) for one in await asyncio.wait_for(asyncio.gather(*volley), 1)) < 100
        await after(HOUR)
        assert (await Socket(everybody, "flood").take([(0, run())], stays=PATIENCE)).delays[0] < IMMEDIATELY

    run_virtually(story())


def test_a_look_that_would_wait_long_is_dropped() -> None:
    """The next one comes anyway; what a person asks for waits until it is this websocket's turn."""

    async def story() -> None:
        everybody = Visitors()
        crowd = [Socket(everybody, "room").take([*repeat((0, run(4 * HEAVY)), 9)], stays=PATIENCE) for _ in range(100)]
        viewer = Socket(everybody, "room").take([*repeat((0, look()), 30), (0, run())], stays=PATIENCE)
        *_, asked = await asyncio.gather(*crowd, viewer)
        assert len(asked.passed) < 31
        assert asked.delays[-1] > LONGEST_LOOK

    run_virtually(story())
