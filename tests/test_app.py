"""What app.py composes, asked as a browser or an attacker asks it."""

import re
import resource
import socket
from collections.abc import Iterator
from contextlib import ExitStack

import httpx
import pytest
from click.testing import CliRunner

from jtbd_core.commands import main
from pages.server.request_heads import MOST_HEADS
from tests.server import UPGRADE, Headway, free_port

AGENT = ("interact", "openapi.json", "mcp", "mcp/", "new")
"""Where Streamlit's interface for programs is, or could be."""

USUAL_LIMIT = 1024
"""The open files that many systems allow a process."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Headway]:
    """Run Headway as behind a proxy that speaks https with visitors, on a system with the usual limits.

    Streamlit's interface for programs is switched on, which is not enough to open it.
    """
    db = tmp_path_factory.mktemp("app") / "headway.duckdb"
    switched_on = {"STREAMLIT_SERVER_ENABLE_AGENT_API": "true"}
    headway = Headway(db, HEADWAY_URL="https://headway.example.com", **switched_on)
    given = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (USUAL_LIMIT, given[1]))
    headway.start()
    resource.setrlimit(resource.RLIMIT_NOFILE, given)
    yield headway
    headway.stop()


@pytest.mark.parametrize("kind", ["page", "script", "form"])
def test_every_answer_has_the_headers(served: Headway, kind: str) -> None:
    """Nobody else frames it, no key goes out as a referrer, no file is taken for a script, and https stays."""
    script = re.search(r'src="\./(static/js/[^"]+)"', httpx.get(served.url).text)
    assert script is not None
    headers = httpx.get(f"{served.url}/{ {'page': 'results', 'script': script[1], 'form': 'join'}[kind] }").headers
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert (headers["referrer-policy"], headers["x-content-type-options"]) == ("no-referrer", "nosniff")
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert len(headers.get_list("content-security-policy")) == 1


FOR_PROGRAMS = ("metrics", "metrics/", "metrics?families=x", "%6Detrics", *(f"agent/{name}" for name in AGENT))


@pytest.mark.parametrize("path", FOR_PROGRAMS)
def test_what_streamlit_tells_programs_is_not_public(served: Headway, path: str) -> None:
    """Nobody learns which caches and sessions there are, nor drives a page from a program, below any page."""
    for address in (f"{served.url}/_stcore/{path}", f"{served.url}/results/_stcore/{path}"):
        replies = httpx.get(address), httpx.post(address, json={}), httpx.options(address)
        assert {(reply.status_code, reply.text) for reply in replies} == {(404, "Not found.")}


def test_no_foreign_page_may_send_messages_to_ours(served: Headway) -> None:
    """Streamlit's own list of clouds is not in use."""
    assert httpx.get(f"{served.url}/_stcore/host-config").json()["allowedOrigins"] == []


@pytest.mark.parametrize(("origin", "status"), [("own", 101), ("another port", 403), ("elsewhere", 403)])
def test_a_page_of_another_origin_opens_no_websocket(served: Headway, origin: str, status: int) -> None:
    """Also what runs on another port of this machine, to which browsers send the same cookies."""
    origins = {
        "own": served.url,
        "another port": f"http://localhost:{free_port()}",
        "elsewhere": "http://elsewhere.example",
    }
    headers = UPGRADE | {"Origin": origins[origin]}
    with httpx.stream("GET", f"{served.url}/_stcore/stream", headers=headers, timeout=60) as reply:
        assert reply.status_code == status


def test_a_running_server_gives_another_sign_in_link(served: Headway) -> None:
    """The operator's command asks it over its socket, and the link works there."""
    said = CliRunner().invoke(main, ["sign-in"], env={"HEADWAY_DB": str(served.db)}).output.strip()
    assert said.startswith("https://headway.example.com/signin/")
    path = said.removeprefix("https://headway.example.com")
    assert [httpx.post(served.url + path).status_code for _ in range(2)] == [303, 404]


def test_a_stranger_uploads_nothing(served: Headway) -> None:
    """A file is refused whatever session it says it belongs to."""
    reply = httpx.put(f"{served.url}/_stcore/upload_file/session/file", content=b"x" * 1000)
    assert (reply.status_code, b"signed in" in reply.content) == (403, True)


def test_more_connections_are_taken_than_usual(served: Headway) -> None:
    """A thousand phones have one each."""
    assert resource.prlimit(served.pid, resource.RLIMIT_NOFILE)[0] > USUAL_LIMIT


def test_unfinished_request_heads_keep_nobody_out(served: Headway) -> None:
    """Of too many the oldest are given up, and a phone gets its page."""
    port = int(served.url.rsplit(":", 1)[1])
    with ExitStack() as connections:
        opened = [
            connections.enter_context(socket.create_connection(("127.0.0.1", port), timeout=20))
            for _ in range(MOST_HEADS + 10)
        ]
        for one in opened:
            one.sendall(b"GET / HTTP/1.1\r\n")
        assert httpx.get(f"{served.url}/join").status_code == 200
        assert is_closed(opened[0])


def is_closed(connection: socket.socket) -> bool:
    """Whether the server closes a connection without an answer."""
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True
