"""What visitors, browsers that are not signed in, may ask of the server: from one network address, and in all.

A whole room may have one address, and who floods the server several, and hundreds of websockets at each: all addresses
take turns, and all websockets of an address.
"""

from asyncio import Future, TimerHandle, get_running_loop
from collections import OrderedDict
from math import inf
from typing import NamedTuple

from jtbd_core.live.pace import Pace

RUN, LOOK = 4, 1
"""The weights of a run of a whole page, and of a look: a fragment's run, or a new websocket."""

AT_ONCE, PER_SECOND = 1200, 90.0
"""Weights of all visitors together: 200 open a page at once; 22 runs a second after them take a quarter of a core."""

ADDRESS_AT_ONCE, ADDRESS_PER_SECOND = 1200, 60.0
"""Of those of one address."""

SOCKET_AT_ONCE, SOCKET_PER_SECOND = 40, 2.0
"""Messages of one websocket; a page asks for something new every two seconds."""

OPENING = LOOK + RUN
"""The weight of opening a page: of the websocket, and of its first run."""

MOST_ADDRESSES = 1000

SHORTEST = 0.001
"""The seconds between two looks at who waits; the clock of the event loop is not finer."""


class Asker:
    """A websocket that asks for turns: what it was given so far, in weights, and how many turns it had."""

    def __init__(self) -> None:
        self.given = -inf
        self.turns = 0


class Waiting(NamedTuple):
    """A websocket that waits, what it was given before, and the weight of what it asks for."""

    asker: Asker
    given: float
    weight: float
    turn: Future[None]


class Line:
    """The websockets of one address that wait, its pace, and what it was given so far, in weights."""

    def __init__(self) -> None:
        self.pace = Pace(ADDRESS_AT_ONCE, ADDRESS_PER_SECOND)
        self.given = -inf
        self.turns = 0
        self.least = 0.0
        self.waiting: list[Waiting] = []

    def add(self, asker: Asker, weight: float) -> Waiting:
        """Let a websocket wait; one that did not for a while is before those that did by a page that it opens."""
        asker.given = max(asker.given, self.least - OPENING)
        waiting = Waiting(asker, asker.given, weight, get_running_loop().create_future())
        self.waiting.append(waiting)
        return waiting

    def first(self) -> Waiting:
        """Return the websocket whose turn it is, and let it wait no more."""
        first = min(self.waiting, key=lambda one: (one.given + one.weight, one.asker.turns))
        self.waiting.remove(first)
        self.least = max(self.least, first.given)
        first.asker.given = first.given + first.weight
        first.asker.turns += 1
        return first


class Visitors:
    """Gives visitors their turns, at the paces that they share, by fair queueing.

    Of the addresses whose websockets wait the one goes first that was given the least, and of its websockets the one
    that will then have been given the least; newcomers are before those who were given as much. The paces of the
    addresses that were seen last are kept.
    """

    def __init__(self) -> None:
        self._all = Pace(AT_ONCE, PER_SECOND)
        self._least = 0.0
        self._lines = OrderedDict[str, Line]()
        self._active: dict[str, Line] = {}
        self._look: TimerHandle | None = None

    async def turn(self, address: str, asker: Asker, weight: float) -> None:
        """Wait for the turn of a websocket; who is cancelled waits no more."""
        line = self._line(address)
        waiting = line.add(asker, weight)
        self._let_in()
        try:
            await waiting.turn
        finally:
            if waiting in line.waiting:
                line.waiting.remove(waiting)
                self._rest(address, line)

    def _line(self, address: str) -> Line:
        line = self._active.get(address) or self._lines.pop(address, None) or Line()
        if address not in self._active:
            line.given = max(line.given, self._least - OPENING)
        self._active[address] = line
        return line

    def _rest(self, address: str, line: Line) -> None:
        if not line.waiting:
            del self._active[address]
            self._lines[address] = line
            if len(self._lines) > MOST_ADDRESSES:
                self._lines.popitem(last=False)

    def _let_in(self) -> None:
        """Let in whose turn it is, and look again when it is the next one's."""
        now = get_running_loop().time()
        while not self._all.wait(now) and (address := self._first(now)) is not None:
            line = self._active[address]
            waiting, self._least = line.first(), max(self._least, line.given)
            line.given += waiting.weight
            line.turns += 1
            self._rest(address, line)
            for pace in (line.pace, self._all):
                pace.count(now, waiting.weight)
            if not waiting.turn.done():
                waiting.turn.set_result(None)
        self._look_again(now)

    def _first(self, now: float) -> str | None:
        due = [(line.given, line.turns, address) for address, line in self._active.items() if not line.pace.wait(now)]
        return min(due)[2] if due else None

    def _look_again(self, now: float) -> None:
        if self._look:
            self._look.cancel()
            self._look = None
        if self._active:
            soonest = min(line.pace.wait(now) for line in self._active.values())
            seconds = max(soonest, self._all.wait(now), SHORTEST)
            self._look = get_running_loop().call_later(seconds, self._let_in)
