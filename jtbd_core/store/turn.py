"""The turn to write: DuckDB lets two transactions that change the same rows collide, so all who write wait in turn."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, local
from types import TracebackType

from jtbd_core.errors import Busy


class Turn:
    """A lock for all who write; it can refuse a thread that must not wait, such as the one that answers everybody."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._thread = local()

    @contextmanager
    def without_waiting(self) -> Iterator[None]:
        """Raise `Busy` in this thread where it would have to wait for its turn."""
        self._thread.is_in_a_hurry = True
        try:
            yield
        finally:
            self._thread.is_in_a_hurry = False

    def take_if_free(self) -> bool:
        """Take the turn if nobody has it; return whether it was free."""
        return self._lock.acquire(blocking=False)

    def give_back(self) -> None:
        """Let the next one write."""
        self._lock.release()

    def __enter__(self) -> None:
        if not self._lock.acquire(blocking=not getattr(self._thread, "is_in_a_hurry", False)):
            raise Busy

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.give_back()
