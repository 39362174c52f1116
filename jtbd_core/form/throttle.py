"""A throttle for guesses of codes: for each browser, for each network address, and for those who guess on.

A whole room may have one address and a stranger many. Right codes cost nothing. Each address has some wrong guesses of
its own, and only with these used up shares what is let through of all such addresses: whoever has not often guessed
wrong gets in, however many strangers guess. In return, a flood from n addresses tries `n * own.most` codes at once, and
then `shared.per_second + n * own.per_second` a second.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import IPv6Address, ip_address
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


class Allowances(NamedTuple):
    """The guesses of a browser, of all at its address, of these before the `shared` ones, and of all together."""

    browser: Guesses
    address: Guesses
    own: Guesses
    shared: Guesses


class Bucket(NamedTuple):
    """The guesses that were left at a time."""

    left: float
    at: float


class Client(NamedTuple):
    """Who sends a request: the network address, and the browser by its name for itself."""

    address: str
    browser: str


Who = tuple[str, ...]


def client(request: Request) -> Client:
    """Return who sends a request."""
    address = network(request.client.host) if request.client else ""
    return Client(address, request.headers.get("user-agent", "")[:300])


def network(host: str) -> str:
    """Return the address by which a host is counted: of IPv6 the first 64 bits, since one host has all the others."""
    try:
        address = ip_address(host)
    except ValueError:  # such as the name of a socket
        return host
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or IPv6Address(int(address) >> 64 << 64))
    return host


class Throttle:
    """Token buckets of wrong guesses, the latest ones of at most `MOST_BUCKETS`."""

    def __init__(self, allowed: Allowances, clock: Callable[[], float] = time.monotonic) -> None:
        self._allowed = allowed
        self._clock = clock
        self._buckets: dict[Who, Bucket] = {}
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
            for who, limit in self._drawn_on(client, now):
                if (left := self._left(who, limit, now)) < 1:
                    raise TooManyGuesses(max(1, round((1 - left) / limit.per_second)))

    def _count(self, client: Client) -> None:
        with self._lock:
            now = self._clock()
            for who, limit in self._drawn_on(client, now):
                self._keep(who, limit, Bucket(self._left(who, limit, now) - 1, now))

    def _drawn_on(self, client: Client, now: float) -> list[tuple[Who, Guesses]]:
        """Return the buckets that a client's next wrong guess is taken from."""
        own, allowed = ("own", client.address), self._allowed
        return [
            (("browser", *client), allowed.browser),
            (("address", client.address), allowed.address),
            (own, allowed.own) if self._left(own, allowed.own, now) >= 1 else (("shared",), allowed.shared),
        ]

    def _left(self, who: Who, limit: Guesses, now: float) -> float:
        left, at = self._buckets.get(who, Bucket(limit.most, now))
        return min(limit.most, left + (now - at) * limit.per_second)

    def _keep(self, who: Who, limit: Guesses, bucket: Bucket) -> None:
        """Keep a bucket as the latest one; of too many the oldest is dropped."""
        self._buckets.pop(who, None)
        self._buckets[who] = bucket
        if len(self._buckets) > MOST_BUCKETS:
            del self._buckets[next(iter(self._buckets))]
