"""The public address, and requests that a proxy has changed on their way."""

import asyncio

import pytest
from starlette.requests import HTTPConnection
from starlette.types import Receive, Scope, Send

from jtbd_core.errors import JtbdError
from jtbd_core.web.address import PublicAddress, given_address


def passed_on(path: str, kind: str = "http", address: str = "https://x.org/headway") -> HTTPConnection:
    """Return the request that the app behind the middleware sees."""
    seen: list[Scope] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope)

    scope = {"type": kind, "scheme": "http", "path": path, "query_string": b"", "headers": [(b"host", b"127.0.0.1:9")]}
    asyncio.run(PublicAddress(app, address, "/headway")(scope, None, None))
    return HTTPConnection(seen[0])


@pytest.mark.parametrize("path", ["/r/key", "/headway/r/key"])
def test_a_proxy_may_strip_the_path_and_replace_the_host(path: str) -> None:
    """Both ways the app sees the address that visitors use."""
    assert str(passed_on(path).url) == "https://x.org/headway/r/key"


def test_a_websocket_is_completed_too() -> None:
    """Streamlit compares its host with the origin of the page."""
    assert str(passed_on("/_stcore/stream", "websocket").url) == "wss://x.org/headway/_stcore/stream"


def test_a_path_alone_leaves_the_host() -> None:
    """Without HEADWAY_URL, the address in the browser counts."""
    assert str(passed_on("/r/key", address="").url) == "http://127.0.0.1:9/headway/r/key"


@pytest.mark.parametrize("given", ["x.org", "ftp://x.org", "https://", "https://x.org/?a=1"])
def test_what_is_no_address_is_refused(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The start stops with a sentence, instead of handing out links that lead nowhere."""
    monkeypatch.setenv("HEADWAY_URL", given)
    with pytest.raises(JtbdError, match="HEADWAY_URL has to be an address"):
        given_address()
