"""The lock for writes, without a database."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from jtbd_core.errors import Busy
from jtbd_core.store.write_lock import WriteLock


def test_a_thread_that_must_not_wait_is_refused() -> None:
    """While one thread writes, `without_waiting` refuses the lock to another and only within its context."""
    lock = WriteLock()
    with ThreadPoolExecutor(1) as other:
        assert other.submit(lock.acquire_if_free).result()
        with pytest.raises(Busy), lock.without_waiting(), lock:
            pytest.fail("Two threads hold the lock.")
        lock.release()
    with lock:
        assert not lock.acquire_if_free()


def test_the_lock_is_released_after_an_error() -> None:
    """A write that fails lets the next one in."""
    lock = WriteLock()
    with pytest.raises(ZeroDivisionError), lock:
        _ = 1 / 0
    assert lock.acquire_if_free()
