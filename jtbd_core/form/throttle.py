"""A throttle for guesses of codes, and for links of a panel that were used.

It counts for each browser, for each network address, and for those who guess on.

A whole room may have one address and a stranger many. Right codes cost nothing. Each address has some wrong guesses of
its own, and only with these used up shares what is let through of all such addresses: whoever has not often guessed
wrong gets in, however many strangers guess. In return, a flood from n addresses tries `n * own.most` codes at once, and
then `shared.per_second + n * own.per_second` a second.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import NamedTuple

from jtbd_core.errors import AlreadyListed, NotFound
from jtbd_core.form.refusal import FormRefusal
from jtbd_core.web.buckets import Buckets, Rate, Who
from jtbd_core.web.client import Client


class TooManyGuesses(FormRefusal):
    """The throttle has no guess left: nothing is looked up for `seconds`; the form's text `key` says so."""

    def __init__(self, seconds: int, key: str) -> None:
        super().__init__(key)
        self.seconds = seconds


class Allowances(NamedTuple):
    """The guesses of a browser, of all at its address, of these before the `shared` ones, and of all together."""

    browser: Rate
    address: Rate
    own: Rate
    shared: Rate


class Throttle:
    """Buckets of wrong guesses."""

    def __init__(
        self, allowed: Allowances, clock: Callable[[], float] = time.monotonic, key: str = "too_many_guesses"
    ) -> None:
        self._allowed = allowed
        self._key = key
        self._buckets = Buckets(clock)
        self._lock = Lock()

    @contextmanager
    def guess(self, client: Client) -> Iterator[None]:
        """Let a code or link be looked up within this context, where `NotFound` and `AlreadyListed` are wrong guesses.

        Of guesses sent at once more may be wrong than are left: the buckets then owe them.

        Raises:
            TooManyGuesses: a bucket of this client is empty.
        """
        for drawn_on in self._drawn_on(client):
            if seconds := self._buckets.seconds(*drawn_on):
                raise TooManyGuesses(seconds, self._key)
        try:
            yield
        except (AlreadyListed, NotFound):
            with self._lock:
                for drawn_on in self._drawn_on(client):
                    self._buckets.take(*drawn_on)
            raise

    def _drawn_on(self, client: Client) -> list[tuple[Who, Rate]]:
        """Return the buckets that a client's next wrong guess is taken from."""
        own, allowed = ("own", client.address), self._allowed
        return [
            (("browser", *client), allowed.browser),
            (("address", client.address), allowed.address),
            (own, allowed.own) if self._buckets.left(own, allowed.own) >= 1 else (("shared",), allowed.shared),
        ]
