"""Turns of page runs: who asks for many waits, behind those who ask for few."""

from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

import pytest

from jtbd_core.live import turns
from jtbd_core.live.pace import Pace
from jtbd_core.live.turns import Turns, pace_of_viewer

SECONDS_TO_COME = 30.0


def test_one_who_reloads_without_end_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their turns end while those of another viewer come at once."""
    monkeypatch.setattr(turns, "PATIENCE", 0.01)
    shared, reloader = Turns(Pace(80, 8)), pace_of_viewer()
    assert sum(shared.take(reloader) for _ in range(20)) == 12
    assert shared.take(pace_of_viewer())


def test_all_viewers_together_have_a_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many sessions somebody opens, no more runs begin than all together may have."""
    monkeypatch.setattr(turns, "PATIENCE", 0.01)
    shared = Turns(Pace(3, 1 / 60))
    assert [shared.take(pace_of_viewer()) for _ in range(4)] == [True, True, True, False]


def test_who_asked_for_few_runs_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """A newcomer is before one who has reloaded often, though that one came before."""
    monkeypatch.setattr(turns, "PATIENCE", SECONDS_TO_COME)
    shared, reloader = Turns(Pace(5, 2)), pace_of_viewer()
    assert all(shared.take(reloader) for _ in range(5))
    with ThreadPoolExecutor(2) as viewers:
        asked = {viewers.submit(shared.take, one): one for one in (reloader, pace_of_viewer())}
        first, _ = wait(asked, SECONDS_TO_COME, FIRST_COMPLETED)
        assert [asked[one] is reloader for one in first] == [False]
