"""Headway on a disk that fills up while people answer: a clear page, nothing lost, and no restart."""

from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest

from jtbd_core.store import open_store
from jtbd_core.wave import Wave
from tests.form.conftest import PARCEL
from tests.form.phone import Phone
from tests.form.reading import Page
from tests.server import Headway
from tests.small_disk import SmallDisk


@pytest.fixture
def wave(disk: SmallDisk) -> Wave:
    """Open a wave in a database on that disk."""
    with closing(open_store(disk.folder / "headway.duckdb")) as store:
        return store.open_wave(store.add_study(PARCEL).id)


@pytest.fixture
def headway(disk: SmallDisk, wave: Wave) -> Iterator[Headway]:
    """Run Headway with that database."""
    headway = Headway(disk.folder / "headway.duckdb")
    headway.start()
    yield headway
    headway.stop()


@pytest.fixture
def phone(headway: Headway, wave: Wave) -> Iterator[Phone]:
    """Let somebody begin."""
    with httpx.Client(base_url=headway.url, follow_redirects=True, timeout=60) as client:
        yield Phone(client, wave.rate_key)


def test_a_disk_that_fills_up_and_is_cleared(headway: Headway, wave: Wave, disk: SmallDisk, phone: Phone) -> None:
    """While the disk is full a save gets a page that says so; later it is taken, and nothing acknowledged is lost."""
    phone.tap_until(204)
    disk.fill(headway.pid)
    refused = phone.tap_until(503)
    safe = phone.acknowledged
    shown = phone.open(f"/r/{wave.rate_key}/1")
    disk.free(headway.pid)
    assert "That was not saved" in Page(refused.text).headings
    assert "What you have given so far is safe." in Page(refused.text).words
    assert shown.form().chosen == {"i.box": str(safe.importance), "e.box": str(safe.experience)}
    assert any("No space" in line or "too large" in line for line in headway.output)
    phone.tap_until(204)
    headway.stop()
    with closing(open_store(headway.db)) as store:
        assert store.response(phone.token).ratings == {"box": phone.acknowledged}
