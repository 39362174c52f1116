"""The facilitator's sign-in link, as somebody without it may try it."""

import os
import warnings
from contextlib import closing
from datetime import timedelta

import pytest
from starlette.applications import Starlette

from jtbd_core.access import LINK_SECONDS, SIGN_IN_COOKIE, sign_in, signed_in_cookie
from jtbd_core.contract import Store
from jtbd_core.store import open_store, sql_store
from jtbd_core.store.rows import now
from jtbd_core.web.sign_in import new_sign_in_link, sign_in_routes
from tests.small_disk import SmallDisk

with warnings.catch_warnings(action="ignore"):  # it wants httpx2 and works with httpx as well
    from starlette.testclient import TestClient

MOST_TRIES = 1000
"""The log of the database may have some space left when the disk has none."""


@pytest.fixture
def client(store: Store) -> TestClient:
    """Give a browser that follows no redirect."""
    return TestClient(Starlette(routes=sign_in_routes(store)), follow_redirects=False)


def signed_in(client: TestClient, store: Store) -> str:
    """Use a link, and return the sign-in."""
    client.post(new_sign_in_link(store, ""))
    return sign_in(store.secret(), client.cookies[SIGN_IN_COOKIE])


def test_the_link_signs_in_and_leads_to_the_studies(client: TestClient, store: Store) -> None:
    """The cookie is signed, out of reach of scripts and foreign pages, and the link stays in no cache or referrer."""
    reply = client.post(f"{new_sign_in_link(store, '')}?next=https://elsewhere.example")
    assert (reply.status_code, reply.headers["location"]) == (303, "/")
    assert sign_in(store.secret(), client.cookies[SIGN_IN_COOKIE])
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(reply.headers["set-cookie"].split("; "))
    assert (reply.headers["cache-control"], reply.headers["referrer-policy"]) == ("no-store", "no-referrer")


def test_the_address_of_the_studies_leads_to_them(client: TestClient) -> None:
    """The first page has no other address than the root; who expects it here is led there."""
    reply = client.get("/studies")
    assert (reply.status_code, reply.headers["location"]) == (303, "/")


def refuses(client: TestClient, link: str) -> bool:
    """Whether a link says that it is not valid, and sets no cookie."""
    reply = client.post(link)
    return reply.status_code == 404 and "works once" in reply.text and "set-cookie" not in reply.headers


@pytest.mark.parametrize("token", ["wrong", "s%C3%A9same", "%00", "%ff"])
def test_another_link_signs_nobody_in(client: TestClient, store: Store, token: str) -> None:
    """What is no token, and what is nearly one, signs in nobody, and leaves the link as it is."""
    link = new_sign_in_link(store, "")
    assert refuses(client, f"/signin/{token}")
    assert refuses(client, link[:-1])
    assert refuses(client, f"{link}%00")
    assert client.post(link).status_code == 303


def test_a_link_works_once(client: TestClient, store: Store) -> None:
    """Who finds it later, in a log or a history, is not signed in; another link is not touched."""
    first, second = new_sign_in_link(store, ""), new_sign_in_link(store, "")
    assert client.post(first).status_code == 303
    assert refuses(client, first)
    assert client.post(second).status_code == 303


@pytest.mark.parametrize("method", ["HEAD", "GET"])
def test_looking_at_a_link_uses_nothing_up(client: TestClient, store: Store, method: str) -> None:
    """The preview of a chat gets a page with a button, and leaves it to the facilitator."""
    link = new_sign_in_link(store, "")
    reply = client.request(method, link)
    assert (reply.status_code, reply.headers["referrer-policy"]) == (200, "no-referrer")
    assert "set-cookie" not in reply.headers
    assert client.post(link).status_code == 303


def test_a_foreign_page_signs_nobody_in(client: TestClient, store: Store) -> None:
    """A form elsewhere that posts to the link leads to the button."""
    link = new_sign_in_link(store, "")
    assert "set-cookie" not in client.post(link, headers={"sec-fetch-site": "cross-site"}).headers
    assert client.post(link).status_code == 303


def test_a_link_works_for_a_day(client: TestClient, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unused link in an old log is worth nothing."""
    link = new_sign_in_link(store, "")
    monkeypatch.setattr(sql_store, "now", lambda: now() + timedelta(seconds=LINK_SECONDS + 60))
    assert refuses(client, link)


def test_signing_out(client: TestClient, store: Store) -> None:
    """Afterwards the browser has no cookie, and a copy of it is worth nothing; who signed in elsewhere stays."""
    elsewhere, here = signed_in(client, store), signed_in(client, store)
    client.get("/signout", headers={"sec-fetch-site": "same-origin"})
    assert SIGN_IN_COOKIE not in client.cookies
    assert (store.is_signed_out(here), store.is_signed_out(elsewhere)) == (True, False)


def test_a_foreign_page_signs_nobody_out(client: TestClient, store: Store) -> None:
    """A picture or a link elsewhere does nothing."""
    here = signed_in(client, store)
    client.get("/signout", headers={"sec-fetch-site": "cross-site"})
    assert SIGN_IN_COOKIE in client.cookies
    assert not store.is_signed_out(here)


def test_a_sign_out_on_a_full_disk(disk: SmallDisk) -> None:
    """The cookie stays until its end is written down, and the page says so."""
    with closing(open_store(disk.folder / "headway.duckdb")) as store:
        client = TestClient(Starlette(routes=sign_in_routes(store)), follow_redirects=False)
        disk.fill(os.getpid())
        for _ in range(MOST_TRIES):
            client.cookies.clear()
            client.cookies.set(SIGN_IN_COOKIE, signed_in_cookie(store.secret()))
            reply = client.get("/signout")
            if reply.status_code == 503:
                break
        disk.free(os.getpid())
        assert "You are still signed in." in reply.text
        assert SIGN_IN_COOKIE in client.cookies
        assert not store.is_signed_out(sign_in(store.secret(), client.cookies[SIGN_IN_COOKIE]))


@pytest.mark.parametrize("cookie", ["", "forged.x.y"])
def test_who_is_not_signed_in_may_sign_out(client: TestClient, cookie: str) -> None:
    """It leads to the first page as always."""
    client.cookies.set(SIGN_IN_COOKIE, cookie)
    assert client.get("/signout").headers["location"] == "/"
