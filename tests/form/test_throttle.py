"""The throttle of wrong codes, under a clock that we set."""

import pytest

from jtbd_core.errors import NotFound
from jtbd_core.form.throttle import MOST_BUCKETS, Client, Guesses, Throttle, TooManyGuesses


def guess_wrong(throttle: Throttle, *who: str) -> None:
    """Guess a code that there is not."""
    with pytest.raises(NotFound), throttle.guess(who):
        raise NotFound


def test_guesses_come_back_with_time() -> None:
    """Two guesses are let through at once, then one a second."""
    now = [0.0]
    throttle = Throttle(Guesses(2, 1.0), clock=lambda: now[0])
    guess_wrong(throttle)
    guess_wrong(throttle)
    with pytest.raises(TooManyGuesses), throttle.guess(()):
        pass
    now[0] = 1.0
    guess_wrong(throttle)


def test_a_quiet_night_saves_no_guesses_up() -> None:
    """However long nobody guessed, no more than the most are borne at once."""
    now = [0.0]
    throttle = Throttle(Guesses(2, 1.0), clock=lambda: now[0])
    now[0] = 1e6
    guess_wrong(throttle)
    guess_wrong(throttle)
    with pytest.raises(TooManyGuesses), throttle.guess(()):
        pass


def test_one_who_guesses_without_end_keeps_out_nobody_else() -> None:
    """A flood from one browser leaves guesses to others at its address, and one from an address to all others."""
    now = [0.0]
    throttle = Throttle(Guesses(9, 1.0), Guesses(6, 0.5), Guesses(3, 0.25), clock=lambda: now[0])
    assert 0.25 * 60 <= flood(throttle, ("attacker", "curl"), 60, now) <= 3 + 0.25 * 60
    guess_wrong(throttle, "attacker", "phone")
    assert flood(throttle, ("attacker", "phone"), 60, now) < 6 + 0.5 * 60
    guess_wrong(throttle, "room", "phone")


def test_a_room_behind_one_address_gets_in() -> None:
    """Right codes cost nothing, however many people there are and however alike their phones."""
    throttle = Throttle(Guesses(9, 1.0), Guesses(6, 0.5), Guesses(3, 0.25), clock=lambda: 0.0)
    for _ in range(1000):
        with throttle.guess(("room", "phone")):
            pass


def test_many_addresses_do_not_fill_the_memory() -> None:
    """Of too many buckets the oldest are dropped."""
    throttle = Throttle(Guesses(10**6, 1.0), Guesses(2, 1.0), clock=lambda: 0.0)
    for number in range(MOST_BUCKETS + 10):
        guess_wrong(throttle, str(number))
    for _ in range(2):
        guess_wrong(throttle, "0")
    with pytest.raises(TooManyGuesses), throttle.guess(("0",)):
        pass


def flood(throttle: Throttle, client: Client, seconds: int, now: list[float]) -> int:
    """Guess eight times a second; return how many guesses were let through."""
    passed = 0
    for _ in range(8 * seconds):
        now[0] += 0.125
        try:
            guess_wrong(throttle, *client)
        except TooManyGuesses:
            continue
        passed += 1
    return passed
