"""The gate before Streamlit."""

from functools import partial
from types import ModuleType

import pytest
from streamlit.web.server.starlette import starlette_agent_routes, starlette_routes, starlette_websocket

from pages.server.gate import INTERNAL, Gate
from tests.pages.server.programs import Headers, asked

NEEDED = {"health", "host-config", "stream", "upload_file", "bidi-components"}
OFF = {"script-health-check"}
"""What Streamlit does not serve unless an option of ours, `server.scriptHealthCheckEnabled`, says so."""

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


def streamlit_routes(module: ModuleType) -> set[str]:
    """Return the addresses of Streamlit's own that a module of its server names, as far as their first variable."""
    named = {value for name, value in vars(module).items() if "ROUTE_" in name and isinstance(value, str)}
    return {value.removeprefix("_stcore/").split("/{")[0] for value in named if value.startswith("_stcore/")}


def test_streamlit_serves_nothing_else() -> None:
    """A version of it that serves more programs or visitors has to be looked at first."""
    modules = (starlette_agent_routes, starlette_routes, starlette_websocket)
    served = set.union(*map(streamlit_routes, modules))
    hidden = {path for path in served if INTERNAL.fullmatch(f"/_stcore/{path}")}
    assert hidden == {"metrics", "agent/interact", "agent/openapi.json", "agent/mcp"}
    assert served - hidden == NEEDED | OFF
