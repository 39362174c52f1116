"""Pages that are drawn anew take turns."""

from concurrent.futures import ThreadPoolExecutor
from threading import Thread

import pytest

from pages.components import turns
from pages.components.turns import Turns


class Clock:
    """The time of day and that of the work done, in seconds."""

    now = worked = 0.0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Give the clock of all who take turns, who do not wait while it stands."""
    shown = Clock()
    monkeypatch.setattr(turns, "PATIENCE", 0)
    monkeypatch.setattr(turns, "monotonic", lambda: shown.now)
    monkeypatch.setattr(turns, "thread_time", lambda: shown.worked)
    return shown


def test_pages_are_drawn_one_at_a_time() -> None:
    """While a page is drawn, or about to be, no other may begin; after it the next one may, on a quiet server."""
    shared = Turns()
    assert shared.take()
    assert not shared.take()
    with shared.drawing():
        assert not shared.take()
        second = Thread(target=lambda: shared.drawing().__enter__(), daemon=True)
        second.start()
        second.join(0.1)
        assert second.is_alive()
    second.join(5)
    assert not second.is_alive()


def test_who_finds_a_page_being_drawn_is_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for a turn while another page is drawn gets it after that, at the same look."""
    monkeypatch.setattr(turns, "PATIENCE", 60)
    shared = Turns()
    assert shared.take()
    with ThreadPoolExecutor(1) as viewers:
        with shared.drawing():
            following = viewers.submit(shared.take)
        assert following.result(turns.LONGEST_DRAWING / 2)


def test_who_drew_at_once_needs_no_rest(clock: Clock) -> None:
    """On a quiet server, where drawing is all work and no waiting, the next page is drawn right after."""
    shared = Turns()
    with shared.drawing():
        clock.now, clock.worked = 0.2, 0.2
    assert shared.take()


def test_after_a_page_that_had_to_wait_there_is_a_rest(clock: Clock) -> None:
    """Where drawing waited for others, the others have the server for many times as long."""
    shared = Turns()
    with shared.drawing():
        clock.now, clock.worked = 0.25, 0.05
    clock.now += 1.5
    assert not shared.take()
    clock.now += 0.5
    assert shared.take()


def test_a_viewer_who_left_holds_nobody_up(clock: Clock) -> None:
    """A turn that was taken and never used ends by itself."""
    shared = Turns()
    assert shared.take()
    clock.now = turns.LONGEST_DRAWING
    assert shared.take()
