"""What visitors, browsers that are not signed in, may ask of the server: from one network address, and in all.

A whole room may have one address. Who floods the server from another waits in a queue of their own.
"""

from collections import OrderedDict

from jtbd_core.live.pace import Pace

RUN, LOOK = 4, 1
"""The weights of a run of a whole page, and of a look: a fragment's run, or a new websocket."""

AT_ONCE, PER_SECOND = 1200, 90.0
"""Weights of all visitors together: 200 open a page at once; 22 runs a second after them take a quarter of a core."""

ADDRESS_AT_ONCE, ADDRESS_PER_SECOND = 1200, 60.0
"""Of those of one address."""

SOCKET_AT_ONCE, SOCKET_PER_SECOND = 40, 2.0
"""Messages of one websocket; a page asks for something new every two seconds."""

MOST_ADDRESSES = 1000


class Visitors:
    """The paces that visitors share; those of the addresses that were seen last are kept."""

    def __init__(self) -> None:
        self._all = Pace(AT_ONCE, PER_SECOND)
        self._addresses = OrderedDict[str, Pace]()

    def paces(self, address: str) -> tuple[Pace, Pace]:
        """Return the pace of an address, and that of all."""
        pace = self._addresses.pop(address, None) or Pace(ADDRESS_AT_ONCE, ADDRESS_PER_SECOND)
        self._addresses[address] = pace
        if len(self._addresses) > MOST_ADDRESSES:
            self._addresses.popitem(last=False)
        return pace, self._all
