"""Values that are served stale while they are refreshed."""

import pytest

from jtbd_core.live import refresh
from jtbd_core.live.refresh import Lane, Refreshed


def test_groups_rest_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between refreshes of two groups their lane pauses for twice what the first took."""
    clock, pauses = [0.0], []

    class Rest:
        def wait(self, seconds: float) -> None:
            pauses.append(seconds)

    def compute() -> str:
        clock[0] += 0.5
        return "findings"

    monkeypatch.setattr(refresh, "monotonic", lambda: clock[0])
    monkeypatch.setattr(refresh, "Event", Rest)
    lane = Lane("groups", 1, rests=True)
    assert [Refreshed[str](lane).get(group, compute) for group in ("post", "courier")] == ["findings"] * 2
    assert pauses == [0.0, 1.0]
