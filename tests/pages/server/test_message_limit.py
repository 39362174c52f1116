"""The limit on the messages of a websocket, under a clock that we set."""

import asyncio
from collections.abc import Iterable
from itertools import repeat

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from jtbd_core.access import SIGN_IN_COOKIE
from jtbd_core.live.pace import Pace
from pages.components.browser import browsers
from pages.server import visitors
from pages.server.message_limit import HEAVY, MOST_AT_ONCE, PATIENCE, PER_SECOND, SIZE, VIOLATION, LimitedMessages
from pages.server.static_files import Message
from pages.server.visitors import SOCKET_AT_ONCE, SOCKET_PER_SECOND, Visitors

CLOSED = {"type": "websocket.close", "code": VIOLATION}
COOKIE = f"{SIGN_IN_COOKIE}=facilitator.of.messages"
HOUR = 3600


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
    """One websocket on which messages arrive at times; it shares paces with others."""

    def __init__(self, shared: tuple[Pace, ...] = (), cookies: str = COOKIE) -> None:
        self.passed: list[float] = []
        self.delays: list[float] = []
        self.sent: list[Message] = []
        self._now = 0.0
        self._limited = lambda receive: LimitedMessages(
            receive, self._send, cookies, shared, lambda: self._now, self._pause
        )

    async def _send(self, message: Message) -> None:
        self.sent.append(message)

    async def _pause(self, seconds: float) -> None:
        self._now += seconds

    def take(self, messages: Iterable[tuple[float, bytes]], start: float = 0) -> "Socket":
        """Let each message arrive some seconds after the one before; note when it was passed on, and its delay."""
        arrivals, arrived = iter(messages), [start]
        self._now = start

        async def receive() -> Message:
            gap, content = next(arrivals, (None, b""))
            if gap is None:
                return {"type": "websocket.disconnect", "code": 1001}
            arrived[0] += gap
            self._now = max(self._now, arrived[0])
            return {"type": "websocket.receive", "bytes": content}

        async def listen() -> None:
            limited = self._limited(receive)
            while (await limited())["type"] == "websocket.receive":
                self.passed.append(self._now)
                self.delays.append(self._now - arrived[0])

        asyncio.run(listen())
        return self


def at_times(gaps: Iterable[float], size: int = 200) -> tuple[list[float], list[float], list[Message]]:
    """Send a message after each gap in seconds; return when each was passed on, its delay, and what was sent back."""
    socket = Socket().take((gap, run(size)) for gap in gaps)
    return socket.passed, socket.delays, socket.sent


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
    _, delays, sent = at_times(gaps)
    assert len(delays) == len(gaps)
    assert max(delays) == 0
    assert not sent


def test_a_flood_is_slowed_down_and_then_closed() -> None:
    """Who sends without waiting gets a few messages a second, and is told after half a minute that this is enough."""
    passed, _, sent = at_times(repeat(0.0, 10**5))
    assert len(passed) == pytest.approx(MOST_AT_ONCE + PATIENCE * PER_SECOND, abs=2)
    assert passed[-1] == pytest.approx(PATIENCE, abs=1)
    assert sent == [CLOSED]


def test_large_messages_count_as_several() -> None:
    """A flood of few but large messages is slowed down as one of many small ones."""
    passed, _, sent = at_times(repeat(0.0, 10**5), size=10 * SIZE)
    assert len(passed) < (MOST_AT_ONCE + PATIENCE * PER_SECOND) / 10
    assert sent == [CLOSED]


@pytest.mark.parametrize("kind", ["load_git_info", "clear_cache", "set_run_on_save", "app_heartbeat"])
def test_what_no_page_of_ours_sends_is_not_passed_on(kind: str) -> None:
    """Streamlit would run git, empty everybody's caches or worse; the page's own next message arrives."""
    asked = BackMsg(**{kind: True})
    asked_behind = BackMsg()
    asked_behind.backend_operation_request.install_skills.SetInParent()
    socket = Socket().take([(1, asked.SerializeToString()), (1, asked_behind.SerializeToString()), (1, run())])
    assert (socket.passed, socket.sent) == ([3], [])


@pytest.mark.parametrize("content", [b"", b"\0", b"GET / HTTP/1.1"])
def test_what_is_no_message_of_streamlit_closes_the_websocket(content: bytes) -> None:
    """Nothing after it is read."""
    socket = Socket().take([(1, content), (1, run())])
    assert (socket.passed, socket.sent) == ([], [CLOSED])


def test_a_room_of_viewers_never_meets_it() -> None:
    """Two hundred people behind one address open the results at once, and some tap through them."""
    everybody = Visitors()
    for _ in range(200):
        viewer = Socket(everybody.paces("room"), "").take([(0, look()), (0, run())])
        assert max(viewer.delays) == 0
    curious = Socket(everybody.paces("room"), "").take([*repeat((0.3, run()), 15), *repeat((2, look()), 100)], 30)
    assert max(curious.delays) == 0
    assert len(curious.passed) == 115


def test_one_stranger_gets_less_than_the_facilitator() -> None:
    """A websocket without a sign-in gets two messages a second, and is closed in the end."""
    flood = Socket(Visitors().paces("stranger"), "").take(repeat((0.0, run()), 10**4))
    assert len(flood.passed) == pytest.approx(SOCKET_AT_ONCE + PATIENCE * SOCKET_PER_SECOND, abs=2)
    assert flood.sent == [CLOSED]


def test_a_large_message_of_a_stranger_takes_more_of_what_all_share() -> None:
    """Thousands of states of widgets, which Streamlit takes as long to read as a page to run, count as several runs."""
    everybody, large = Visitors(), run(9 * HEAVY)
    ends = [Socket(everybody.paces("flood"), "").take(repeat((0.0, large), 10)).passed[-1] for _ in range(30)]
    seconds = (30 * 10 * visitors.RUN * 10 - visitors.ADDRESS_AT_ONCE) / visitors.ADDRESS_PER_SECOND
    assert ends[-1] == pytest.approx(seconds, rel=0.05)


def test_strangers_with_many_websockets_share_one_budget() -> None:
    """The floods of one address wait for each other, hardly for others from elsewhere, and never the facilitator."""
    everybody = Visitors()
    ends = [Socket(everybody.paces("flood"), "").take(repeat((0.0, run()), 30)).passed[-1] for _ in range(30)]
    seconds = (30 * 30 * visitors.RUN - visitors.ADDRESS_AT_ONCE) / visitors.ADDRESS_PER_SECOND
    assert ends[-1] == pytest.approx(seconds, rel=0.05)
    assert Socket(everybody.paces("flood"), "").take([(0, look())]).passed == []
    assert Socket(everybody.paces("flood"), COOKIE).take([(0, run())]).delays == [0]
    assert max(Socket(everybody.paces("elsewhere"), "").take([(0, run())], ends[-1]).delays) < 1
