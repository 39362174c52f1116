"""What the store keeps for a moment, with a clock that we set."""

from jtbd_core.lately import Lately


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


def test_what_was_read_is_kept_for_a_second() -> None:
    """The second reader within a second is given what the first one read; the third, later, reads anew."""
    clock, values = Clock(), iter("abc")
    lately = Lately(1.0, clock)
    seen = [lately.get("it", lambda: next(values))]
    clock.now += 0.9
    seen.append(lately.get("it", lambda: next(values)))
    clock.now += 0.2
    seen.append(lately.get("it", lambda: next(values)))
    assert seen == ["a", "a", "b"]


def test_a_change_makes_it_forget() -> None:
    """After a change everything is read anew."""
    lately, values = Lately(1.0, Clock()), iter("ab")
    lately.get("it", lambda: next(values))
    lately.forget()
    assert lately.get("it", lambda: next(values)) == "b"


def test_what_was_read_before_a_change_is_not_kept_after_it() -> None:
    """A reader that a change overtakes gets what it read, and leaves nothing behind."""
    lately = Lately(1.0, Clock())

    def overtaken() -> str:
        lately.forget()
        return "old"

    assert lately.get("it", overtaken) == "old"
    assert lately.get("it", lambda: "new") == "new"


def test_what_is_old_takes_no_room() -> None:
    """A thousand keys that nobody asks for any more are not kept."""
    clock = Clock()
    lately = Lately(1.0, clock)
    for number in range(1000):
        lately.get(number, lambda: "x" * 1000)
        clock.now += 0.01
    assert len(lately._kept) <= 101
