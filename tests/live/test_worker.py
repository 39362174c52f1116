"""The worker process for long computations."""

import operator
import os
import signal
from collections.abc import Iterator

import pytest

from jtbd_core.live.worker import Worker


@pytest.fixture
def worker() -> Iterator[Worker]:
    """Give a worker of its own, ended after the test."""
    worker = Worker()
    yield worker
    worker.stop()


def test_it_computes_in_a_process_of_its_own(worker: Worker) -> None:
    """What a function returns comes back, and it did not run here."""
    assert worker.run(operator.mul, 6, 7) == 42
    assert worker.run(os.getpid) not in (os.getpid(), None)


def test_an_error_there_is_raised_here(worker: Worker) -> None:
    """The error of a call reaches the caller, and the worker takes the next call."""
    with pytest.raises(ZeroDivisionError):
        worker.run(operator.truediv, 1, 0)
    assert worker.run(operator.add, 1, 1) == 2


def test_a_process_that_was_killed_is_replaced(worker: Worker) -> None:
    """The next call runs in a new process."""
    killed = worker.run(os.getpid)
    os.kill(killed, signal.SIGKILL)
    assert worker.run(os.getpid) != killed
