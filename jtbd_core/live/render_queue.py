"""A queue for redraws of results: one at a time over all viewers, updates with pauses that leave the form its share."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, local
from time import monotonic, thread_time

REST = 5.0
"""The pause after a redraw, as a multiple of the time for which it waited for the interpreter (the GIL).

Without the pause the form of a full room has the interpreter for half of the time only, and each save waits.
"""

LONGEST_REDRAW = 2.0
"""Seconds after which an admitted redraw that has not begun is given up, as when its viewer has left."""

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
        self._redraw, self._admission = Lock(), Lock()
        self._free_at = 0.0

    def admit(self) -> bool:
        """Return whether an update may begin now; if so, no other may until it has ended."""
        with self._admission:
            now = monotonic()
            is_free = self._free_at <= now
            if is_free:
                self._free_at = now + LONGEST_REDRAW
            return is_free

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
                    with self._admission:
                        self._free_at = monotonic() + REST * waited


render_queue = RenderQueue()
"""The queue of this server."""
