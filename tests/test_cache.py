"""The cache with a time to live, under a clock that we set, and that of what follows from the same objects."""

from jtbd_core.cache import MOST_REMEMBERED, TimedCache, for_same_objects


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
    cache = TimedCache(1.0, clock)
    seen = [cache.get("it", lambda: next(values))]
    clock.now += 0.9
    seen.append(cache.get("it", lambda: next(values)))
    clock.now += 0.2
    seen.append(cache.get("it", lambda: next(values)))
    assert seen == ["a", "a", "b"]


def test_a_change_makes_it_forget() -> None:
    """After a change everything is read anew."""
    cache, values = TimedCache(1.0, Clock()), iter("ab")
    cache.get("it", lambda: next(values))
    cache.forget()
    assert cache.get("it", lambda: next(values)) == "b"


def test_what_was_read_before_a_change_is_not_kept_after_it() -> None:
    """A reader during whose read the cache is emptied gets what it read, which is not cached."""
    cache = TimedCache(1.0, Clock())

    def overtaken() -> str:
        cache.forget()
        return "old"

    assert cache.get("it", overtaken) == "old"
    assert cache.get("it", lambda: "new") == "new"


def test_what_is_old_takes_no_room() -> None:
    """A thousand keys that nobody asks for any more are not kept."""
    clock = Clock()
    cache = TimedCache(1.0, clock)
    for number in range(1000):
        cache.get(number, lambda: "x" * 1000)
        clock.now += 0.01
    assert len(cache._kept) <= 101


def test_what_was_made_of_the_same_objects_is_remembered() -> None:
    """Of equal objects it is made anew, and so it is once many others have come between."""
    made: list[str] = []

    @for_same_objects
    def joined(words: list[str]) -> str:
        made.append("-".join(words))
        return made[-1]

    first, equal = ["a", "b"], ["a", "b"]
    assert [joined(first), joined(first), joined(equal)] == ["a-b"] * 3
    assert len(made) == 2
    many = [[str(number)] for number in range(MOST_REMEMBERED)]
    assert [joined(one) for one in many] == [one[0] for one in many]
    joined(first)
    assert len(made) == 3 + MOST_REMEMBERED
