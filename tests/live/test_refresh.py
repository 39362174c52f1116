"""Values that are served stale while they are refreshed."""

import pytest
from prometheus_client import REGISTRY

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


def test_the_age_of_what_is_served_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """From when somebody first sees what is behind, until something is newer; how long it lay unseen is no matter."""
    now = 0.0
    monkeypatch.setattr(refresh, "monotonic", lambda: now)
    served = Refreshed[str](Lane("ages", 1))

    def age(stamp: int) -> float:
        before = REGISTRY.get_sample_value("headway_findings_age_seconds_sum")
        served.get(stamp, lambda: f"findings {stamp}")
        return REGISTRY.get_sample_value("headway_findings_age_seconds_sum") - before

    assert age(1) == 0
    served._due_at = 100.0
    now = 50.0
    assert age(2) == 0
    now = 53.0
    assert age(2) == pytest.approx(3)
    now = 100.0
    assert age(2) == 0
