"""The origin of a request, by what browsers say of it."""

import pytest
from starlette.requests import Request

from jtbd_core.web.origin import has_own_origin


def request(headers: dict[str, str]) -> Request:
    """Return a request to our host with these headers."""
    sent = {"host": "headway.test", **headers}
    return Request({"type": "http", "headers": [(name.encode(), value.encode()) for name, value in sent.items()]})


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "http://["},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": "http://headway.test"},
    ],
)
def test_a_foreign_page(headers: dict[str, str]) -> None:
    """What comes from another site, or from a neighbour on the same one, is foreign."""
    assert not has_own_origin(request(headers))


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://headway.test"},
        {"sec-fetch-site": "same-origin", "origin": "null"},
        {"sec-fetch-site": "none"},
    ],
)
def test_our_own_page(headers: dict[str, str]) -> None:
    """What browsers old and new say of our own pages is accepted."""
    assert has_own_origin(request(headers))
