"""The lock for writes, without a database."""

from concurrent.futures import ThreadPoolExecutor
from threading import Semaphore

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


class Watched(WriteLock):
    """A lock that tells of each thread that comes, before it waits."""

    def __init__(self) -> None:
        super().__init__()
        self.come = Semaphore(0)

    def _is_free(self) -> bool:
        self.come.release()
        return super()._is_free()


def test_who_is_ahead_waits_for_one_writer_at_most() -> None:
    """However many wait, the writer of saves is the next; the others follow, each once."""
    lock, order = Watched(), list[str]()

    def other(name: str) -> None:
        with lock:
            order.append(name)

    def saves() -> None:
        with lock.ahead():
            order.append("saves")

    with ThreadPoolExecutor() as threads, lock:
        lock.come.acquire()
        for name in "abc":
            threads.submit(other, name)
            lock.come.acquire()
        threads.submit(saves)
        lock.come.acquire()
    assert order[0] == "saves"
    assert sorted(order[1:]) == ["a", "b", "c"]
