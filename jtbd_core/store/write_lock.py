"""The lock for writes: two transactions on DuckDB that change the same rows collide, so writers go one at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, local
from types import TracebackType

from jtbd_core.errors import Busy


class WriteLock:
    """A lock that every write holds; a thread that must not wait, such as the event loop's, can have it refused."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._thread = local()

    @contextmanager
    def without_waiting(self) -> Iterator[None]:
        """Raise `Busy` in this thread, within this context, instead of waiting for the lock."""
        self._thread.must_not_wait = True
        try:
            yield
        finally:
            self._thread.must_not_wait = False

    def acquire_if_free(self) -> bool:
        """Acquire the lock unless another thread holds it; return whether it was acquired."""
        return self._lock.acquire(blocking=False)

    def release(self) -> None:
        """Release the lock to the next writer."""
        self._lock.release()

    def __enter__(self) -> None:
        if not self._lock.acquire(blocking=not getattr(self._thread, "must_not_wait", False)):
            raise Busy

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
