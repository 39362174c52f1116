"""The lock for writes: two transactions on DuckDB that change the same rows collide, so writers go one at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition, Lock, local
from types import TracebackType

from jtbd_core.errors import Busy


class WriteLock:
    """A lock that every write holds; a thread that must not wait, such as the event loop's, can have it refused.

    Who is `ahead`, such as the one thread that writes all saves, has it before all others that wait.
    """

    def __init__(self) -> None:
        lock = Lock()
        self._is_held = False
        self._ahead, self._others = Condition(lock), Condition(lock)
        self._waiting_ahead = 0
        self._thread = local()

    @contextmanager
    def without_waiting(self) -> Iterator[None]:
        """Raise `Busy` in this thread, within this context, instead of waiting for the lock."""
        self._thread.must_not_wait = True
        try:
            yield
        finally:
            self._thread.must_not_wait = False

    @contextmanager
    def ahead(self) -> Iterator[None]:
        """Hold the lock before all others that wait for it."""
        with self._ahead:
            self._waiting_ahead += 1
            self._ahead.wait_for(self._is_free)
            self._waiting_ahead -= 1
            self._is_held = True
        try:
            yield
        finally:
            self.release()

    def acquire_if_free(self) -> bool:
        """Acquire the lock unless another thread holds it or is ahead; return whether it was acquired."""
        with self._others:
            is_acquired = self._is_free() and not self._waiting_ahead
            self._is_held = self._is_held or is_acquired
        return is_acquired

    def release(self) -> None:
        """Release the lock to the next writer."""
        with self._others:
            self._is_held = False
            (self._ahead if self._waiting_ahead else self._others).notify()

    def __enter__(self) -> None:
        if getattr(self._thread, "must_not_wait", False):
            if not self.acquire_if_free():
                raise Busy
            return
        with self._others:
            self._others.wait_for(lambda: self._is_free() and not self._waiting_ahead)
            self._is_held = True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def _is_free(self) -> bool:
        return not self._is_held
