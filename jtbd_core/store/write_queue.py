"""A queue of writes with one writer thread: those that arrive during a write share the next transaction."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from time import monotonic, sleep
from typing import Generic, TypeVar

from jtbd_core.errors import JtbdError, StoreUnavailable

Item = TypeVar("Item")


class WriteQueue(ABC, Generic[Item]):
    """Queues items and writes them in the order they came, all that wait in one transaction.

    After a write the writer rests `rest` times as long as the write took, at most `longest_rest` seconds; an item that
    is alone never waits.
    """

    rest, longest_rest = 4.0, 0.06

    def __init__(self, name: str) -> None:
        self._adding = Lock()
        self._waiting: list[tuple[Item, Future[None]]] = []
        self._writer = ThreadPoolExecutor(1, name)
        self._next = 0.0

    def append(self, item: Item) -> Future[None]:
        """Queue an item; return the future that is done once it is durable, or raises why it was refused."""
        done: Future[None] = Future()
        done.set_running_or_notify_cancel()  # a caller that cancels does not take back what was sent
        with self._adding:
            if not self._waiting:  # else it is written with those that wait
                self._writer.submit(self._write)
            self._waiting.append((item, done))
        return done

    def close(self) -> None:
        """Write what is queued, and stop the writer thread."""
        self._writer.shutdown()

    def _write(self) -> None:
        sleep(max(0.0, self._next - monotonic()))
        started = monotonic()
        with self._adding:
            waiting, self._waiting = self._waiting, []
        items, done = zip(*waiting, strict=True)
        refusals = self._refusals(items)
        self._next = monotonic() + min(self.rest * (monotonic() - started), self.longest_rest)
        for one, refusal in zip(done, refusals, strict=True):
            if refusal:
                one.set_exception(refusal)
            else:
                one.set_result(None)

    def _refusals(self, items: tuple[Item, ...]) -> Sequence[Exception | None]:
        """Write items and return for each why it was refused; if the transaction fails, one by one."""
        try:
            return self._written(items)
        except StoreUnavailable as error:
            return [error] * len(items)
        except Exception as error:  # noqa: BLE001 - raised again by the item's future
            return [error] if len(items) == 1 else [one for item in items for one in self._refusals((item,))]

    @abstractmethod
    def _written(self, items: tuple[Item, ...]) -> Sequence[JtbdError | None]:
        """Write items in one transaction, and return for each why it was refused."""
