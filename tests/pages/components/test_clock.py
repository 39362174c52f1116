"""The clock of the viewer's browser."""

from datetime import datetime, timedelta

import pytest
from streamlit.runtime.context import ContextProxy

from jtbd_core.contract import Store
from jtbd_core.wave import Limits
from pages.components.clock import clock, zone
from tests.pages.conftest import Visit
from tests.pages.words import press, text

NOON = datetime(2026, 1, 31, 12)
UNKNOWN = ["Etc/Unknown", "undefined", "+00:00", "Europe", "/etc/localtime", "../x", "", None, "x" * 999]


def browse(monkeypatch: pytest.MonkeyPatch, name: str | None) -> None:
    """Let the browser name this time zone."""
    monkeypatch.setattr(ContextProxy, "timezone", property(lambda _: name))


def test_times_are_those_of_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """The store's are UTC."""
    browse(monkeypatch, "Asia/Kathmandu")
    assert (zone().key, clock(NOON)) == ("Asia/Kathmandu", "17:45")


@pytest.mark.parametrize("name", UNKNOWN)
def test_an_unknown_time_zone_falls_back_to_utc(monkeypatch: pytest.MonkeyPatch, name: str | None) -> None:
    """And the time says so."""
    browse(monkeypatch, name)
    assert (zone().key, clock(NOON)) == ("UTC", "12:00 UTC")


def test_a_room_and_its_display_go_on_in_an_unknown_time_zone(
    monkeypatch: pytest.MonkeyPatch, facilitate: Visit, store: Store, study_id: str
) -> None:
    """They say whose clock they show and which day ends; the round can still be closed."""
    browse(monkeypatch, "Etc/Unknown")
    wave = store.open_wave(study_id, Limits(closes_at=datetime.now() + timedelta(days=1)))
    page = facilitate("room.py", study=study_id)
    assert not page.exception
    assert "The time is UTC" in text(page)
    assert {"that day in UTC" in one.help for one in page.date_input} == {True}
    assert "Close for good" in [button.label for button in page.button]
    press(page, "Freeze the display")
    assert " UTC, with answers of" in text(facilitate("display.py", key=wave.display_key))
