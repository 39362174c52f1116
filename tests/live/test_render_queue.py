"""Pages that are drawn anew take render_queue."""

from concurrent.futures import ThreadPoolExecutor
from threading import Thread

import pytest

from jtbd_core.live import render_queue
from jtbd_core.live.render_queue import RenderQueue


class Clock:
    """The time of day and that of the work done, in seconds."""

    now = worked = 0.0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Give the clock of all who take turns, who do not wait while it stands."""
    shown = Clock()
    monkeypatch.setattr(render_queue, "PATIENCE", 0)
    monkeypatch.setattr(render_queue, "monotonic", lambda: shown.now)
    monkeypatch.setattr(render_queue, "thread_time", lambda: shown.worked)
    return shown


def test_pages_are_drawn_one_at_a_time() -> None:
    """While a page is drawn, or about to be, no other may begin; after it the next one may, on a quiet server."""
    shared = RenderQueue()
    assert shared.admit()
    assert not shared.admit()
    with shared.redraw():
        assert not shared.admit()
        second = Thread(target=lambda: shared.redraw().__enter__(), daemon=True)
        second.start()
        second.join(0.1)
        assert second.is_alive()
    second.join(5)
    assert not second.is_alive()


def test_who_finds_a_page_being_drawn_is_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for a turn while another page is drawn gets it after that, at the same look."""
    monkeypatch.setattr(render_queue, "PATIENCE", 60)
    shared = RenderQueue()
    assert shared.admit()
    with ThreadPoolExecutor(1) as viewers:
        with shared.redraw():
            following = viewers.submit(shared.admit)
        assert following.result(render_queue.LONGEST_REDRAW / 2)


def test_who_drew_at_once_needs_no_rest(clock: Clock) -> None:
    """On a quiet server, where drawing is all work and no waiting, the next page is drawn right after."""
    shared = RenderQueue()
    with shared.redraw():
        clock.now, clock.worked = 0.2, 0.2
    assert shared.admit()


def test_after_a_page_that_had_to_wait_there_is_a_rest(clock: Clock) -> None:
    """Where drawing waited for others, the others have the server for many times as long."""
    shared = RenderQueue()
    with shared.redraw():
        clock.now, clock.worked = 0.25, 0.05
    clock.now += 1.5
    assert not shared.admit()
    clock.now += 0.5
    assert shared.admit()


def test_a_viewer_who_left_holds_nobody_up(clock: Clock) -> None:
    """A turn that was taken and never used ends by itself."""
    shared = RenderQueue()
    assert shared.admit()
    clock.now = render_queue.LONGEST_REDRAW
    assert shared.admit()
