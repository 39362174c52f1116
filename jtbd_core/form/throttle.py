"""How many wrong join codes are borne, by everyone together: a whole room shares one network address."""

import time
from collections.abc import Callable
from threading import Lock

from jtbd_core.form.refusal import FormRefusal


class TooManyGuesses(FormRefusal):
    """So many wrong join codes came in that none is looked up for `seconds`; links keep working."""

    def __init__(self, seconds: int) -> None:
        super().__init__("too_many_guesses")
        self.seconds = seconds


class Throttle:
    """A bucket of `most` wrong guesses that fills up again with time."""

    def __init__(self, most: int = 60, per_second: float = 1.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._per_second = per_second
        self._clock = clock
        self._left = float(most)
        self._at = clock()
        self._lock = Lock()

    def spend(self) -> None:
        """Take one guess before a code is looked up; `TooManyGuesses` if none is left."""
        with self._lock:
            now = self._clock()
            self._left = min(self._most, self._left + (now - self._at) * self._per_second)
            self._at = now
            if self._left < 1:
                raise TooManyGuesses(max(1, round((1 - self._left) / self._per_second)))
            self._left -= 1

    def give_back(self) -> None:
        """Return the guess: the code was right."""
        with self._lock:
            self._left = min(self._most, self._left + 1)
