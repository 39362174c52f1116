"""The gate before Streamlit."""

from functools import partial

import pytest

from pages.server.gate import Gate
from tests.pages.server.programs import Headers, asked

GATE = partial(Gate, address="https://headway.example.com")


@pytest.mark.parametrize(
    ("headers", "is_open"),
    [
        ([], True),
        ([(b"origin", b"http://localhost:8501")], True),
        ([(b"origin", b"HTTP://LOCALHOST:8501")], True),
        ([(b"origin", b"https://headway.example.com")], True),
        ([(b"origin", b"http://localhost:8502")], False),
        ([(b"origin", b"http://localhost")], False),
        ([(b"origin", b"http://127.0.0.1:8501")], False),
        ([(b"origin", b"null")], False),
        ([(b"origin", b"")], False),
        ([(b"origin", b"https://headway.example.com.elsewhere.example")], False),
    ],
)
def test_a_websocket_is_opened_by_our_pages_alone(headers: Headers, is_open: bool) -> None:
    """Its origin is the host it asks, or the address that visitors use; a program has none."""
    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": [(b"host", b"localhost:8501"), *headers]}
    assert (asked(GATE, scope)["type"] == "websocket.accept") == is_open


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/_stcore/health", 200),
        ("/_stcore/metrics", 404),
        ("/headway/_stcore/metrics//", 404),
        ("/_stcore/agent/interact", 404),
    ],
)
def test_only_what_visitors_need_is_answered(path: str, status: int) -> None:
    """Metrics and the interface for programs are not there, under any path."""
    assert asked(GATE, {"path": path})["status"] == status
