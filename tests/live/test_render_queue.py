"""The queue of redraws: one at a time, with pauses where a redraw waited for the interpreter."""

from threading import Thread

import pytest

from jtbd_core.live import render_queue
from jtbd_core.live.render_queue import RenderQueue


class Clock:
    """The monotonic time and the processor time of the thread, in seconds."""

    now = worked = 0.0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Give the clock of the queue."""
    shown = Clock()
    monkeypatch.setattr(render_queue, "monotonic", lambda: shown.now)
    monkeypatch.setattr(render_queue, "thread_time", lambda: shown.worked)
    return shown


def test_redraws_go_one_at_a_time() -> None:
    """While a redraw is admitted or going on no other begins; if it did not wait, the next is admitted at its end."""
    shared = RenderQueue()
    assert shared.admit()
    assert not shared.admit()
    with shared.redraw(is_update=True):
        assert not shared.admit()
        second = Thread(target=lambda: shared.redraw(is_update=True).__enter__(), daemon=True)
        second.start()
        second.join(0.1)
        assert second.is_alive()
    second.join(5)
    assert not second.is_alive()


def test_to_wait_for_the_worker_costs_no_pause(clock: Clock) -> None:
    """What a redraw waits for outside of the interpreter leaves the form its share."""
    shared = RenderQueue()
    with shared.redraw(is_update=True), render_queue.idling():
        clock.now = 0.5
    assert shared.admit()


def test_a_redraw_that_never_waited_is_followed_by_no_pause(clock: Clock) -> None:
    """On a quiet server, where all of a redraw is processor time, the next one is admitted at once."""
    shared = RenderQueue()
    with shared.redraw(is_update=True):
        clock.now, clock.worked = 0.2, 0.2
    assert shared.admit()


def test_a_redraw_that_waited_is_followed_by_a_pause(clock: Clock) -> None:
    """The pause is 5 times as long as the redraw waited for the interpreter."""
    shared = RenderQueue()
    with shared.redraw(is_update=True):
        clock.now, clock.worked = 0.25, 0.05
    clock.now += 0.9
    assert not shared.admit()
    clock.now += 0.2
    assert shared.admit()


def test_a_viewer_who_left_holds_nobody_up(clock: Clock) -> None:
    """An admitted redraw that never begins is given up after `LONGEST_REDRAW`."""
    shared = RenderQueue()
    assert shared.admit()
    clock.now = render_queue.LONGEST_REDRAW
    assert shared.admit()
