"""A queue for redraws of results: one at a time over all viewers, updates with pauses that leave the form its share."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, local
from time import monotonic, thread_time

from jtbd_core.live.line import Line

REST = 5.0
"""The pause after a redraw, as a multiple of the time for which it waited for the interpreter (the GIL).

Without the pause the form of a full room has the interpreter for half of the time only, and each save waits.
"""

LONGEST_REDRAW = 2.0
"""Seconds after which an admitted redraw that has not begun is given up, as when its viewer has left."""

PATIENCE = 0.5
"""Seconds for which a redraw waits to be admitted; one that was not is asked for again at its viewer's next look."""


_idle = local()


@contextmanager
def idling() -> Iterator[None]:
    """Count what this thread does as waiting for something else than the interpreter, such as the worker."""
    started = monotonic()
    try:
        yield
    finally:
        _idle.seconds = getattr(_idle, "seconds", 0.0) + monotonic() - started


class RenderQueue:
    """Admits redraws one by one, over all viewers and whatever they watch."""

    def __init__(self) -> None:
        self._redraw = Lock()
        self._line = Line()
        self._free_at = 0.0

    def admit(self, stale_since: float) -> bool:
        """Wait for at most `PATIENCE` until a redraw may begin, and return whether it may.

        Who has seen what is stale for longest goes first; `stale_since` is a time of `monotonic`.
        """

        def begin(now: float) -> None:
            self._free_at = now + LONGEST_REDRAW

        return self._line.wait(stale_since, PATIENCE, lambda: self._free_at, begin)

    @contextmanager
    def redraw(self, *, is_update: bool) -> Iterator[None]:
        """Hold the lock of redraws; after an update set the pause by how long it waited for the interpreter.

        Runs that viewers ask for come in turns (`live.turns`): had each its pause, those of a reloader held up updates.
        """
        with self._redraw:
            started, worked, _idle.seconds = monotonic(), thread_time(), 0.0
            try:
                yield
            finally:
                waited = monotonic() - started - (thread_time() - worked) - _idle.seconds
                if is_update:
                    self._line.move(lambda: self._rest(waited))

    def _rest(self, waited: float) -> None:
        self._free_at = monotonic() + REST * waited


render_queue = RenderQueue()
"""The queue of this server."""
