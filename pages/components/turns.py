"""Whose page is drawn anew when results move: one at a time, and with rests while the form needs the server."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic, thread_time

REST = 12.0
"""For so many times as long as drawing a page had to wait for the interpreter, no other page is drawn anew.

In a full room the form would else have the interpreter half of the time only, and each save would wait: 95 % of them
for up to 0.6 s instead of 0.3 to 0.4 s.
"""

LONGEST_DRAWING = 2.0
"""Seconds after which a page that was to be drawn anew holds nobody up, as where its viewer has left."""


class Turns:
    """The turns of all who watch, whatever they watch."""

    def __init__(self) -> None:
        self._drawing = Lock()
        self._taking = Lock()
        self._free_at = 0.0

    def take(self) -> bool:
        """Return whether a page may be drawn anew now; who may not asks again at the next look."""
        with self._taking:
            is_free = monotonic() >= self._free_at
            if is_free:
                self._free_at = monotonic() + LONGEST_DRAWING
            return is_free

    @contextmanager
    def drawing(self) -> Iterator[None]:
        """Draw a page while no other is drawn."""
        with self._drawing:
            started, worked = monotonic(), thread_time()
            try:
                yield
            finally:
                waited = monotonic() - started - (thread_time() - worked)
                self._free_at = monotonic() + REST * waited


turns = Turns()
"""The turns of this server."""
