"""A throttle for guesses of codes: for each browser, for each network address, and for all visitors together.

A whole room may have one address and a stranger many; who guesses without end keeps out nobody else.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import NamedTuple

from starlette.requests import Request

from jtbd_core.errors import NotFound
from jtbd_core.form.refusal import FormRefusal

MOST_BUCKETS = 10_000


class TooManyGuesses(FormRefusal):
    """The throttle has no guess left: no code is looked up for `seconds`; links keep working."""

    def __init__(self, seconds: int) -> None:
        super().__init__("too_many_guesses")
        self.seconds = seconds


class Guesses(NamedTuple):
    """How many wrong guesses are let through at once, and how many per second after them."""

    most: int
    per_second: float


class Bucket(NamedTuple):
    """The guesses that were left at a time."""

    left: float
    at: float


Client = tuple[str, ...]


def client(request: Request) -> Client:
    """Return who sends a request: the network address, and the browser by its name for itself."""
    address = request.client.host if request.client else ""
    return address, request.headers.get("user-agent", "")[:300]


class Throttle:
    """Token buckets of guesses: one is shared by all, each further one by those alike in one more part of `Client`.

    A wrong guess is taken from each of them.
    """

    def __init__(self, *limits: Guesses, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits = limits
        self._clock = clock
        self._buckets: dict[Client, Bucket] = {}
        self._lock = Lock()

    @contextmanager
    def guess(self, client: Client) -> Iterator[None]:
        """Let a code be looked up within this context, whose `NotFound` counts as a wrong guess.

        Of guesses sent at once more may be wrong than are left: the buckets then owe them.

        Raises:
            TooManyGuesses: a bucket of this client is empty.
        """
        self._check(client)
        try:
            yield
        except NotFound:
            self._count(client)
            raise

    def _check(self, client: Client) -> None:
        with self._lock:
            now = self._clock()
            for who in self._shared_by(client):
                if (left := self._left(who, now)) < 1:
                    raise TooManyGuesses(max(1, round((1 - left) / self._limits[len(who)].per_second)))

    def _count(self, client: Client) -> None:
        with self._lock:
            now = self._clock()
            for who in self._shared_by(client):
                self._keep(who, Bucket(self._left(who, now) - 1, now))

    def _shared_by(self, client: Client) -> Iterator[Client]:
        return (client[:parts] for parts in range(min(len(self._limits), len(client) + 1)))

    def _left(self, who: Client, now: float) -> float:
        limit = self._limits[len(who)]
        left, at = self._buckets.get(who, Bucket(limit.most, now))
        return min(limit.most, left + (now - at) * limit.per_second)

    def _keep(self, who: Client, bucket: Bucket) -> None:
        """Keep a bucket as the latest one; a full one need not be kept, and of too many the oldest is dropped."""
        self._buckets.pop(who, None)
        if bucket.left < self._limits[len(who)].most:
            self._buckets[who] = bucket
        if len(self._buckets) > MOST_BUCKETS:
            del self._buckets[next(iter(self._buckets))]
