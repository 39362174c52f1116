"""The notice on pages whose websocket is blocked."""

import warnings

import pytest
from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from jtbd_core.web.headers import HEADERS
from pages.server.connection_notice import HEAD, SCRIPT, ConnectionNotice

with warnings.catch_warnings(action="ignore"):  # it wants httpx2 and works with httpx as well
    from starlette.testclient import TestClient

PAGE = f"<html>{HEAD.decode()}</head>{'ä' * 2000}</html>"
ROUTES = [
    Route("/page", lambda _: HTMLResponse(PAGE)),
    Route("/ours", lambda _: HTMLResponse(PAGE, headers=HEADERS)),
    Route("/known", lambda _: Response(status_code=304, media_type="text/html")),
    Route("/data", lambda _: JSONResponse([HEAD.decode()])),
]


@pytest.fixture
def client() -> TestClient:
    """Give a browser in front of an app that compresses."""
    return TestClient(ConnectionNotice(GZipMiddleware(Starlette(routes=ROUTES), minimum_size=10)))


def test_a_page_gets_the_script_first(client: TestClient) -> None:
    """Its length is told rightly."""
    reply = client.get("/page", headers={"accept": "text/html,*/*"})
    assert reply.content == PAGE.encode().replace(HEAD, HEAD + SCRIPT)
    assert int(reply.headers["content-length"]) == len(reply.content)


@pytest.mark.parametrize(
    ("path", "accept"),
    [("/page", "*/*"), ("/ours", "text/html"), ("/known", "text/html"), ("/data", "text/html")],
)
def test_all_else_stays_as_it_is(client: TestClient, path: str, accept: str) -> None:
    """What no browser opens as a page, a page of ours, what the browser has already, and data."""
    assert SCRIPT not in client.get(path, headers={"accept": accept}).content
