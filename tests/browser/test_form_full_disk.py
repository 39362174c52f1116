"""The form on a disk that fills up: nothing is lost on the way, and nobody has to tap again."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from jtbd_core.store import open_store
from jtbd_core.wave import Rating
from tests.browser.conftest import serve
from tests.browser.respondent import KEPT, OVER, SAVED, SERVED, left_behind, question, says, tap, to_cards
from tests.server import Headway
from tests.small_disk import SmallDisk

MOST_TRIES = 500
"""The log of the database may have some space left when the disk has none."""


@pytest.fixture
def on_a_small_disk(disk: SmallDisk) -> Iterator[tuple[Headway, str]]:
    """Run Headway on that disk; return it and the address of its form."""
    yield from serve(disk.folder)


def _tap_until(phone: Page, status: int) -> None:
    for number in range(MOST_TRIES):
        with phone.expect_response("**/card") as answer:
            tap(phone, SERVED, ("very important", "slightly important")[number % 2])
        if answer.value.status == status:
            return
    pytest.fail(f"The server never answered {status}.")


@pytest.mark.allow_console_errors("503")
def test_what_a_full_disk_refuses_is_kept_and_sent(
    phone: Page, disk: SmallDisk, on_a_small_disk: tuple[Headway, str]
) -> None:
    """A tap that gets a 503 is kept on the phone, over a reload too, and sent once there is space again."""
    headway, form = on_a_small_disk
    to_cards(phone, form)
    disk.fill(headway.pid)
    _tap_until(phone, 503)
    tap(phone, SERVED, "moderately important", "slightly")
    tap(phone, OVER, "not at all important")
    for _ in range(2):
        says(phone, SERVED, KEPT)
        says(phone, OVER, KEPT)
        assert left_behind(phone) == 2
        phone.reload()
    chosen = question(phone, "How important", SERVED).get_by_role("radio", name="moderately important")
    expect(chosen).to_be_checked()
    disk.free(headway.pid)
    says(phone, SERVED, SAVED)
    says(phone, OVER, SAVED)
    assert left_behind(phone) == 0
    token = str(phone.locator("#script").get_attribute("data-personal")).rsplit("/", 1)[1]
    headway.stop()
    with closing(open_store(headway.db)) as store:
        assert store.response(token).ratings == {
            "queue": Rating(outcome="queue", importance=3, experience=2),
            "time": Rating(outcome="time", importance=1),
        }
