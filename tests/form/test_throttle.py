"""The throttle of wrong codes, under a clock that we set."""

import pytest

from jtbd_core.form.throttle import Throttle, TooManyGuesses


def test_guesses_come_back_with_time() -> None:
    """Two guesses are let through at once, then one a second."""
    now = [0.0]
    throttle = Throttle(most=2, per_second=1.0, clock=lambda: now[0])
    throttle.spend()
    throttle.spend()
    with pytest.raises(TooManyGuesses):
        throttle.spend()
    now[0] = 1.0
    throttle.spend()


def test_a_quiet_night_saves_no_guesses_up() -> None:
    """However long nobody guessed, no more than the most are borne at once."""
    now = [0.0]
    throttle = Throttle(most=2, per_second=1.0, clock=lambda: now[0])
    now[0] = 1e6
    throttle.spend()
    throttle.spend()
    with pytest.raises(TooManyGuesses):
        throttle.spend()
