"""A pace: how many events may come at once, and how many per second after them."""


class Pace:
    """The pace of one source of events, by the generic cell rate algorithm: it keeps a single time."""

    def __init__(self, at_once: float, per_second: float) -> None:
        self._lead = at_once / per_second
        self._per_second = per_second
        self._due = float("-inf")

    def count(self, now: float, weight: float = 1) -> float:
        """Count an event, and return for how many seconds it has to wait."""
        self._due = max(self._due, now - self._lead) + weight / self._per_second
        return max(self._due - now, 0)

    @property
    def due_at(self) -> float:
        """The time from which on an event need not wait."""
        return self._due + 1 / self._per_second

    def wait(self, now: float) -> float:
        """Return for how many seconds an event would have to wait now."""
        return max(self.due_at - now, 0)
