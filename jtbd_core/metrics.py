"""The figures for who watches the server, all in one place: no name or label tells of a key, a person or an answer."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from prometheus_client import Gauge, Histogram

from jtbd_core.errors import JtbdError, StoreUnavailable

SAVE = Histogram(
    "headway_save_seconds",
    "Time from a post of answers until they are durable (saved), refused, or could not be written (failed).",
    ["result"],
    buckets=(0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10),
)
OLDEST_UNSAVED = Gauge("headway_oldest_unsaved_seconds", "Age of the oldest post of answers that waits; 0 for none.")
PEOPLE_ANSWERING = Gauge("headway_people_answering", "People who saved something within the last two minutes.")
VIEWERS = Gauge("headway_viewers", "Open pages of results, displays and facilitators.")
FINDINGS_AGE = Histogram(
    "headway_findings_age_seconds",
    "Time since findings, each time that somebody is shown them, were first seen to be behind the answers.",
    buckets=(0.5, 1, 2, 5, 10, 20, 60, 300),
)
LAST_BACKUP = Gauge("headway_last_backup_timestamp_seconds", "When the newest backup was made; 0 for never.")

SECONDS_ANSWERING = 120.0


class SaveMetrics:
    """The posts of answers that wait to be durable, and who sent one lately."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._waiting: dict[object, float] = {}
        self._answering = OrderedDict[str, float]()

    @contextmanager
    def measured(self, token: str) -> Iterator[None]:
        """Measure a post to the personal address of a token, which is kept in memory for two minutes.

        Posts to other addresses, without a token, save no answers and are not measured.
        """
        if not token:
            yield
            return
        post, began, result = object(), self._clock(), "failed"
        self._waiting[post] = began
        try:
            yield
            result = "saved"
            self._note(token)
        except JtbdError as error:
            result = "failed" if isinstance(error, StoreUnavailable) else "refused"
            raise
        finally:
            del self._waiting[post]
            SAVE.labels(result).observe(self._clock() - began)

    @property
    def oldest_unsaved(self) -> float:
        """The seconds for which the oldest post has waited."""
        waiting = list(self._waiting.values())
        return self._clock() - min(waiting) if waiting else 0.0

    @property
    def people_answering(self) -> int:
        """How many people saved something within `SECONDS_ANSWERING`."""
        earliest = self._clock() - SECONDS_ANSWERING
        return sum(at >= earliest for at in list(self._answering.values()))

    def _note(self, token: str) -> None:
        now = self._clock()
        self._answering[token] = now
        self._answering.move_to_end(token)
        while next(iter(self._answering.values())) < now - SECONDS_ANSWERING:
            self._answering.popitem(last=False)


save_metrics = SaveMetrics()
"""The saves of this process."""

OLDEST_UNSAVED.set_function(lambda: save_metrics.oldest_unsaved)
PEOPLE_ANSWERING.set_function(lambda: save_metrics.people_answering)
