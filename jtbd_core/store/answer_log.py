"""A queue of saves with one writer thread: saves that arrive during a write share the next transaction."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from time import monotonic, sleep

from jtbd_core.errors import JtbdError, StoreUnavailable
from jtbd_core.store.batch import Batch, Save
from jtbd_core.store.database import Database
from jtbd_core.store.lookup import Lookup

REST, LONGEST_REST = 4.0, 0.06
"""After a write the writer rests `REST` times as long as the write took, at most `LONGEST_REST` seconds.

So the writes of a full room take at most a fifth of one core; a save that is alone never waits.
"""


class AnswerLog:
    """Queues saves and writes them in the order they came, all that wait in one transaction.

    A statement costs about as much for 50 saves as for one, so a full room writes hundreds of saves a second with the
    work of ten.
    """

    def __init__(self, database: Database, lookup: Lookup) -> None:
        self._database = database
        self._lookup = lookup
        self._adding = Lock()
        self._waiting: list[tuple[Save, Future[None]]] = []
        self._writer = ThreadPoolExecutor(1, "saving")
        self._next = 0.0

    def append(self, save: Save) -> Future[None]:
        """Queue a save; return the future that is done once it is durable, or raises why it was refused."""
        done: Future[None] = Future()
        done.set_running_or_notify_cancel()  # a caller that cancels does not take back what was sent
        with self._adding:
            if not self._waiting:  # else it is written with those that wait
                self._writer.submit(self._write)
            self._waiting.append((save, done))
        return done

    def close(self) -> None:
        """Write what is queued, and stop the writer thread."""
        self._writer.shutdown()

    def _write(self) -> None:
        sleep(max(0.0, self._next - monotonic()))
        started = monotonic()
        with self._adding:
            waiting, self._waiting = self._waiting, []
        saves, done = zip(*waiting, strict=True)
        refusals = self._refusals(saves)
        self._next = monotonic() + min(REST * (monotonic() - started), LONGEST_REST)
        for one, refusal in zip(done, refusals, strict=True):
            if refusal:
                one.set_exception(refusal)
            else:
                one.set_result(None)

    def _refusals(self, saves: tuple[Save, ...]) -> Sequence[Exception | None]:
        """Write saves and return for each why it was refused; if the transaction fails, one by one."""
        try:
            return self._written(saves)
        except StoreUnavailable as error:
            return [error] * len(saves)
        except Exception as error:  # noqa: BLE001 - raised again by the save's future
            return [error] if len(saves) == 1 else [one for save in saves for one in self._refusals((save,))]

    def _written(self, saves: tuple[Save, ...]) -> list[JtbdError | None]:
        with self._database.write_lock.ahead():
            try:
                with self._database.engine.transaction() as session:
                    batch = Batch(session, self._database.responses, self._lookup)
                    refusals = batch.write(saves)
            except BaseException:
                self._database.responses.forget()  # a commit that failed may have been durable all the same
                raise
            batch.cache(saves, refusals)
        return refusals
