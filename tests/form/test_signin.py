"""The facilitator's sign-in link, as somebody without it may try it."""

import warnings

import pytest
from starlette.applications import Starlette

from jtbd_core.access import SIGN_IN_COOKIE, is_signed_in
from jtbd_core.form.signin import signin_routes

with warnings.catch_warnings(action="ignore"):  # it wants httpx2 and works with httpx as well
    from starlette.testclient import TestClient

TOKEN, SECRET = "sesame", "secret"


@pytest.fixture
def client() -> TestClient:
    """Give a browser that follows no redirect."""
    return TestClient(Starlette(routes=signin_routes(TOKEN, SECRET)), follow_redirects=False)


def test_the_link_signs_in_and_leads_to_the_studies(client: TestClient) -> None:
    """The cookie is signed, out of reach of scripts and foreign pages, and the link stays in no cache or referrer."""
    reply = client.get(f"/signin/{TOKEN}?next=https://elsewhere.example")
    assert (reply.status_code, reply.headers["location"]) == (303, "/")
    assert is_signed_in(SECRET, client.cookies[SIGN_IN_COOKIE])
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(reply.headers["set-cookie"].split("; "))
    assert (reply.headers["cache-control"], reply.headers["referrer-policy"]) == ("no-store", "no-referrer")


def test_over_https_the_cookie_stays_there() -> None:
    """It is never sent over a connection that others can read."""
    client = TestClient(Starlette(routes=signin_routes(TOKEN, SECRET)), "https://headway.test", follow_redirects=False)
    assert "; Secure" in client.get(f"/signin/{TOKEN}").headers["set-cookie"]


@pytest.mark.parametrize("token", ["wrong", "sesam", "sesame%00", "s%C3%A9same", "%ff", "SESAME"])
def test_another_link_signs_nobody_in(client: TestClient, token: str) -> None:
    """It says so, and sets no cookie."""
    reply = client.get(f"/signin/{token}")
    assert reply.status_code == 404
    assert "set-cookie" not in reply.headers


def test_signing_out(client: TestClient) -> None:
    """Afterwards the browser has no cookie."""
    client.get(f"/signin/{TOKEN}")
    client.get("/signout", headers={"sec-fetch-site": "same-origin"})
    assert SIGN_IN_COOKIE not in client.cookies


def test_a_foreign_page_signs_nobody_out(client: TestClient) -> None:
    """A picture or a link elsewhere does nothing."""
    client.get(f"/signin/{TOKEN}")
    client.get("/signout", headers={"sec-fetch-site": "cross-site"})
    assert SIGN_IN_COOKIE in client.cookies
