"""The facilitator's sign-in link, as somebody without it may try it."""

import os
import warnings
from contextlib import closing

import pytest
from starlette.applications import Starlette

from jtbd_core.access import SIGN_IN_COOKIE, sign_in
from jtbd_core.contract import Store
from jtbd_core.store import open_store
from jtbd_core.web.sign_in import sign_in_routes
from tests.small_disk import SmallDisk

with warnings.catch_warnings(action="ignore"):  # it wants httpx2 and works with httpx as well
    from starlette.testclient import TestClient

TOKEN = "sesame"
MOST_TRIES = 1000
"""The log of the database may have some space left when the disk has none."""


@pytest.fixture
def client(store: Store) -> TestClient:
    """Give a browser that follows no redirect."""
    return TestClient(Starlette(routes=sign_in_routes(TOKEN, store)), follow_redirects=False)


def signed_in(client: TestClient, store: Store) -> str:
    """Use the link, and return the sign-in."""
    client.get(f"/signin/{TOKEN}")
    return sign_in(store.secret(), client.cookies[SIGN_IN_COOKIE])


def test_the_link_signs_in_and_leads_to_the_studies(client: TestClient, store: Store) -> None:
    """The cookie is signed, out of reach of scripts and foreign pages, and the link stays in no cache or referrer."""
    reply = client.get(f"/signin/{TOKEN}?next=https://elsewhere.example")
    assert (reply.status_code, reply.headers["location"]) == (303, "/")
    assert sign_in(store.secret(), client.cookies[SIGN_IN_COOKIE])
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(reply.headers["set-cookie"].split("; "))
    assert (reply.headers["cache-control"], reply.headers["referrer-policy"]) == ("no-store", "no-referrer")


def test_the_address_of_the_studies_leads_to_them(client: TestClient) -> None:
    """The first page has no other address than the root; who expects it here is led there."""
    reply = client.get("/studies")
    assert (reply.status_code, reply.headers["location"]) == (303, "/")


@pytest.mark.parametrize("token", ["wrong", "sesam", "sesame%00", "s%C3%A9same", "%ff", "SESAME"])
def test_another_link_signs_nobody_in(client: TestClient, token: str) -> None:
    """It says so, and sets no cookie."""
    reply = client.get(f"/signin/{token}")
    assert reply.status_code == 404
    assert "set-cookie" not in reply.headers


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
        client = TestClient(Starlette(routes=sign_in_routes(TOKEN, store)), follow_redirects=False)
        disk.fill(os.getpid())
        for _ in range(MOST_TRIES):
            here = signed_in(client, store)
            reply = client.get("/signout")
            if reply.status_code == 503:
                break
        disk.free(os.getpid())
        assert "You are still signed in." in reply.text
        assert SIGN_IN_COOKIE in client.cookies
        assert not store.is_signed_out(here)


@pytest.mark.parametrize("cookie", ["", "forged.x.y"])
def test_who_is_not_signed_in_may_sign_out(client: TestClient, cookie: str) -> None:
    """It leads to the first page as always."""
    client.cookies.set(SIGN_IN_COOKIE, cookie)
    assert client.get("/signout").headers["location"] == "/"
