"""Pages that are drawn anew take turns."""

from threading import Thread
from time import sleep

import pytest
from streamlit import config

from pages.components import turns
from pages.components.readiness import keep_theme
from pages.components.turns import Turns


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


def test_who_drew_at_once_needs_no_rest() -> None:
    """On a quiet server the next page is drawn right after."""
    shared = Turns()
    with shared.drawing():
        pass
    sleep(0.01)
    assert shared.take()


def test_after_a_page_that_had_to_wait_there_is_a_rest() -> None:
    """Where drawing waited for others, the others have the server for three times as long."""
    shared = Turns()
    with shared.drawing():
        sleep(0.2)
    sleep(0.2)
    assert not shared.take()
    sleep(0.5)
    assert shared.take()


def test_a_viewer_who_left_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A turn that was taken and never used ends by itself."""
    monkeypatch.setattr(turns, "LONGEST_DRAWING", 0.1)
    shared = Turns()
    assert shared.take()
    sleep(0.2)
    assert shared.take()


def test_the_theme_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit gets the theme that was read before, at each run of a page."""
    monkeypatch.setattr(config, "get_options_for_section", config.get_options_for_section)
    keep_theme()
    assert config.get_options_for_section("theme.dark") is config.get_options_for_section("theme.dark")
    assert config.get_options_for_section("theme.dark")["primaryColor"]
