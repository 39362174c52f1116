"""The throttle of wrong codes, under a clock that we set."""

import pytest

from jtbd_core.errors import NotFound
from jtbd_core.form.throttle import Allowances, Throttle, TooManyGuesses
from jtbd_core.web.buckets import MOST_BUCKETS, Rate
from jtbd_core.web.client import Client, network

ANY = Rate(10**6, 1.0)
ALLOWED = Allowances(browser=Rate(3, 0.25), address=Rate(6, 0.5), own=Rate(4, 0.01), shared=Rate(9, 0.75))
PHONE = Client("room", "phone")


def guess_right(throttle: Throttle, who: Client = PHONE) -> None:
    """Use a code that there is."""
    with throttle.guess(who):
        pass


def guess_wrong(throttle: Throttle, who: Client = PHONE) -> None:
    """Guess a code that there is not."""
    with pytest.raises(NotFound), throttle.guess(who):
        raise NotFound


@pytest.mark.parametrize("kind", Allowances._fields)
def test_guesses_come_back_with_time(kind: str) -> None:
    """Two guesses are let through at once, then one a second, whatever the limit is of; a quiet night saves none up."""
    now = [0.0]
    others = {"own": Rate(0, 0.0)} if kind == "shared" else {"shared": Rate(0, 1.0)}
    allowed = Allowances(ANY, ANY, ANY, ANY)._replace(**others, **{kind: Rate(2, 1.0)})
    throttle = Throttle(allowed, clock=lambda: now[0])
    for _ in range(2):
        now[0] += 1e6
        guess_wrong(throttle)
        guess_wrong(throttle)
        with pytest.raises(TooManyGuesses):
            guess_right(throttle)
        now[0] += 1.0
        guess_wrong(throttle)


def test_one_who_guesses_without_end_keeps_out_nobody_else() -> None:
    """A flood from one browser leaves guesses to others at its address, and one from an address to all others."""
    now = [0.0]
    throttle = Throttle(ALLOWED, clock=lambda: now[0])
    assert 0.25 * 60 <= flood(throttle, ["curl"], 60, now) <= 3 + 0.25 * 60
    guess_wrong(throttle, Client("0", "phone"))
    assert flood(throttle, ["phone"], 60, now) < 6 + 0.5 * 60
    guess_wrong(throttle)


def test_a_flood_from_many_addresses_keeps_out_nobody_else() -> None:
    """It is held to its own guesses and the shared ones; who has mistyped once or twice is not."""
    now = [0.0]
    throttle = Throttle(ALLOWED, clock=lambda: now[0])
    guess_wrong(throttle)
    assert flood(throttle, ["curl", "wget"] * 10, 60, now) <= 20 * (4 + 0.01 * 60) + 9 + 0.75 * 60
    guess_wrong(throttle)
    guess_right(throttle)


def test_a_room_behind_one_address_gets_in() -> None:
    """Right codes cost nothing, however many people there are and however alike their phones."""
    throttle = Throttle(ALLOWED, clock=lambda: 0.0)
    for _ in range(1000):
        guess_right(throttle)


def test_many_addresses_do_not_fill_the_memory() -> None:
    """Of too many buckets the oldest are dropped."""
    throttle = Throttle(Allowances(ANY, Rate(2, 1.0), ANY, ANY), clock=lambda: 0.0)
    for number in range(MOST_BUCKETS // 2):
        guess_wrong(throttle, Client(str(number), "phone"))
    for _ in range(2):
        guess_wrong(throttle, Client("0", "phone"))
    with pytest.raises(TooManyGuesses):
        guess_right(throttle, Client("0", "phone"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("2001:db8::1", "2001:db8::ffff:1:2:3"), ("::ffff:192.0.2.1", "192.0.2.1"), ("fe80::1%eth0", "fe80::2")],
)
def test_addresses_of_one_network_count_as_one(one: str, other: str) -> None:
    """One host has 2 to the 64 addresses of IPv6; IPv4 inside IPv6 is IPv4."""
    assert network(one) == network(other)


def test_addresses_of_other_networks_count_apart() -> None:
    """So do those of IPv4 that come as IPv6, and the names of sockets."""
    apart = ["2001:db8::1", "2001:db8:0:1::1", "::ffff:192.0.2.1", "192.0.2.2", "testclient", ""]
    assert len({network(host) for host in apart}) == len(apart)


def flood(throttle: Throttle, browsers: list[str], seconds: int, now: list[float]) -> int:
    """Guess eight times a second with each browser, at an address of its own; return how many were let through."""
    passed = 0
    for _ in range(8 * seconds):
        now[0] += 0.125
        for address, browser in enumerate(browsers):
            try:
                guess_wrong(throttle, Client(str(address), browser))
            except TooManyGuesses:
                continue
            passed += 1
    return passed
