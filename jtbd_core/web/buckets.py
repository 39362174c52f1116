"""Token buckets: how often somebody may do something at once, and how often per second after that."""

import time
from collections.abc import Callable
from threading import Lock
from typing import NamedTuple

MOST_BUCKETS = 10_000

Who = tuple[str, ...]


class Rate(NamedTuple):
    """How many are let through at once, and how many per second after them."""

    most: int
    per_second: float


class Bucket(NamedTuple):
    """What was left at a time."""

    left: float
    at: float


class Buckets:
    """The buckets of those who came last, at most `MOST_BUCKETS`; safe to share between threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._buckets: dict[Who, Bucket] = {}
        self._lock = Lock()

    def left(self, who: Who, rate: Rate) -> float:
        """Return how many are left in a bucket; negative where more were taken at once than there were."""
        return self._left(who, rate, self._clock())

    def seconds(self, who: Who, rate: Rate) -> int:
        """Return for how many seconds a bucket has none left, 0 if it has one."""
        left = self.left(who, rate)
        return 0 if left >= 1 else max(1, round((1 - left) / rate.per_second))

    def take(self, who: Who, rate: Rate) -> None:
        """Take one out of a bucket, which becomes the latest; of too many the oldest is dropped."""
        with self._lock:
            now = self._clock()
            left = self._left(who, rate, now) - 1
            self._buckets.pop(who, None)
            self._buckets[who] = Bucket(left, now)
            if len(self._buckets) > MOST_BUCKETS:
                del self._buckets[next(iter(self._buckets))]

    def _left(self, who: Who, rate: Rate, now: float) -> float:
        left, at = self._buckets.get(who, Bucket(rate.most, now))
        return min(rate.most, left + (now - at) * rate.per_second)
