"""The limit on the messages of a websocket, under a clock that we set."""

import asyncio
from collections.abc import Iterable
from itertools import repeat

import pytest

from pages.server.message_limit import MOST_AT_ONCE, PATIENCE, PER_SECOND, SIZE, VIOLATION, LimitedMessages
from pages.server.static_files import Message

CLOSED = {"type": "websocket.close", "code": VIOLATION}
HOUR = 3600


def at_times(gaps: Iterable[float], size: int = 200) -> tuple[list[float], list[float], list[Message]]:
    """Send a message after each gap in seconds; return when each was passed on, its delay, and what was sent back."""
    now, passed, delays, sent = [0.0], [], [], list[Message]()
    arrivals, arrived = iter(gaps), [0.0]

    async def receive() -> Message:
        gap = next(arrivals, None)
        if gap is None:
            return {"type": "websocket.disconnect", "code": 1001}
        arrived[0] += gap
        now[0] = max(now[0], arrived[0])
        return {"type": "websocket.receive", "bytes": bytes(size)}

    async def send(message: Message) -> None:
        sent.append(message)

    async def pause(seconds: float) -> None:
        now[0] += seconds

    async def listen() -> None:
        limited = LimitedMessages(receive, send, lambda: now[0], pause)
        while (await limited())["type"] == "websocket.receive":
            passed.append(now[0])
            delays.append(now[0] - arrived[0])

    asyncio.run(listen())
    return passed, delays, sent


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
