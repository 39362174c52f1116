"""Whose page is drawn anew when results move: one at a time, and with rests while the form needs the server."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition, Lock
from time import monotonic, thread_time

REST = 8.0
"""For so many times as long as drawing a page had to wait for the interpreter, no other page is drawn anew.

In a full room the form would else have the interpreter half of the time only, and each save would wait.
"""

LONGEST_DRAWING = 2.0
"""Seconds after which a page that was to be drawn anew holds nobody up, as where its viewer has left."""

PATIENCE = 0.5
"""Seconds for which a page that is to be drawn anew waits for its turn; after them its next look is soon enough."""


class Turns:
    """The turns of all who watch, whatever they watch."""

    def __init__(self) -> None:
        self._drawing = Lock()
        self._moved = Condition()
        self._free_at = 0.0

    def take(self) -> bool:
        """Return whether a page may be drawn anew, once it may; who may not asks again at the next look."""
        with self._moved:
            until = monotonic() + PATIENCE
            while (now := monotonic()) < self._free_at:
                if now >= until:
                    self._moved.notify()
                    return False
                self._moved.wait(min(self._free_at, until) - now)
            self._free_at = now + LONGEST_DRAWING
            return True

    @contextmanager
    def drawing(self) -> Iterator[None]:
        """Draw a page while no other is drawn."""
        with self._drawing:
            started, worked = monotonic(), thread_time()
            try:
                yield
            finally:
                waited = monotonic() - started - (thread_time() - worked)
                with self._moved:
                    self._free_at = monotonic() + REST * waited
                    self._moved.notify()


turns = Turns()
"""The turns of this server."""
