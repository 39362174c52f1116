"""A throttle for guesses of codes, shared by all visitors: a whole room has one network address."""

import time
from collections.abc import Callable
from threading import Lock

from jtbd_core.form.refusal import FormRefusal


class TooManyGuesses(FormRefusal):
    """The throttle has no guess left: no code is looked up for `seconds`; links keep working."""

    def __init__(self, seconds: int) -> None:
        super().__init__("too_many_guesses")
        self.seconds = seconds


class Throttle:
    """A token bucket of `most` wrong guesses, refilled by `per_second`."""

    def __init__(self, most: int = 60, per_second: float = 1.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._per_second = per_second
        self._clock = clock
        self._left = float(most)
        self._at = clock()
        self._lock = Lock()

    def spend(self) -> None:
        """Take one guess before a code is looked up; `TooManyGuesses` if the bucket is empty."""
        with self._lock:
            now = self._clock()
            self._left = min(self._most, self._left + (now - self._at) * self._per_second)
            self._at = now
            if self._left < 1:
                raise TooManyGuesses(max(1, round((1 - self._left) / self._per_second)))
            self._left -= 1

    def give_back(self) -> None:
        """Return the guess to the bucket: the code was right."""
        with self._lock:
            self._left = min(self._most, self._left + 1)
