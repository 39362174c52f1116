"""Who may upload files, and how many."""

import pytest

from jtbd_core.contract import Store
from pages.components import upload
from pages.components.upload import MOST_SESSIONS, UploadPermits
from tests.pages.conftest import Visit
from tests.pages.words import press

SESSION = "test session id"
"""The id of the session in which `AppTest` runs a page."""


def test_only_a_field_for_a_file_permits_an_upload(facilitate: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of the facilitator without such a field permits nothing, one with it does."""
    granted = UploadPermits()
    monkeypatch.setattr(upload, "permits", granted)
    page = facilitate()
    assert granted.take(SESSION, 1) == 403
    press(page, "Import ratings")
    assert granted.take(SESSION, 1) == 200


def test_the_sign_out_ends_the_permit(store: Store) -> None:
    """A window that was left open uploads nothing more."""
    granted = UploadPermits()
    granted.grant("window", "a sign-in", 10)
    assert granted.take("window", 1) == 200
    store.sign_out("a sign-in")
    assert granted.take("window", 1) == 403


def test_a_page_drawn_again_permits_no_more(store: Store) -> None:
    """What a session has uploaded counts until its end."""
    granted = UploadPermits()
    for status in (200, 413):
        granted.grant("window", "a sign-in", 10)
        assert granted.take("window", 6) == status


def test_a_stranger_gets_no_permit(store: Store) -> None:
    """A session without a sign-in may upload nothing, should it come to show a field."""
    granted = UploadPermits()
    granted.grant("window", "", 10)
    assert granted.take("window", 1) == 403


def test_permits_do_not_pile_up(store: Store) -> None:
    """The oldest session gives way to the newest."""
    granted = UploadPermits()
    for number in range(MOST_SESSIONS + 1):
        granted.grant(str(number), "a sign-in", 10)
    assert [granted.take("0", 1), granted.take(str(MOST_SESSIONS), 1)] == [403, 200]
