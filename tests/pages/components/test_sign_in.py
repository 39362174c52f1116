"""The facilitator's sign-in, and what strangers see."""

import pytest
import streamlit as st
from streamlit.runtime.context import ContextProxy

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.wave import Wave
from pages.components.sign_in import is_listed
from tests.pages.conftest import Visit
from tests.pages.words import text


class User(dict[str, object]):
    """Somebody who has signed in with the provider, with the claims that it made."""

    is_logged_in = True


@pytest.mark.parametrize(
    ("listed", "claims", "is_theirs"),
    [
        (["Ann@example.com"], {"email": "ann@example.com", "email_verified": True}, True),
        (["@example.com"], {"email": "Eve@Example.com"}, True),
        ([], {"email": "eve@example.com"}, False),
        (["ann@example.com", "@example.org"], {"email": "eve@example.com"}, False),
        (["@example.com"], {"email": "eve@example.com", "email_verified": False}, False),
        (["@example.com"], {"email": "eve@example.com", "email_verified": "false"}, False),
        (["@", ""], {}, False),
    ],
)
def test_a_listed_account_whose_address_is_verified_is_a_facilitator_s(
    monkeypatch: pytest.MonkeyPatch, listed: list[str], claims: dict[str, object], is_theirs: bool
) -> None:
    """By its address or its domain, whatever the case of the letters; nobody else's is."""
    monkeypatch.setattr(st, "user", User(claims))
    monkeypatch.setattr(st, "secrets", {"headway": {"facilitators": listed}})
    assert is_listed() is is_theirs


def test_a_stranger_is_welcomed_and_sees_no_study(visit: Visit, wave: Wave) -> None:
    """Without a key or sign-in there is a way to the join code, and nothing of any study."""
    page = visit()
    assert "sign-in link" in text(page)
    assert "listening to music" not in text(page)
    assert page.button == []


def test_a_copied_cookie_ends_with_the_sign_out(facilitate: Visit, store: Store) -> None:
    """Who has signed out is a stranger, also to a browser that still sends the cookie."""
    assert "Welcome to Headway" in text(facilitate())
    store.sign_out(access.sign_in(store.secret(), ContextProxy.cookies[access.SIGN_IN_COOKIE]))
    assert "sign-in link" in text(facilitate())


@pytest.mark.parametrize("page", ["studies.py", "define.py", "room.py"])
def test_a_stranger_cannot_open_a_page_of_the_facilitator(visit: Visit, wave: Wave, page: str) -> None:
    """The facilitator's addresses welcome others, even with the study's id."""
    welcome = visit(page, study=wave.study_id)
    assert "sign-in link" in text(welcome)
    assert "listening to music" not in text(welcome)
    assert welcome.button == []
