"""What app.py composes, asked as a browser or an attacker asks it."""

import re
from collections.abc import Iterator

import httpx
import pytest
from click.testing import CliRunner

from jtbd_core.commands import main
from tests.server import Headway, free_port

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Headway]:
    """Run Headway as behind a proxy that speaks https with visitors."""
    db = tmp_path_factory.mktemp("app") / "headway.duckdb"
    headway = Headway(db, HEADWAY_URL="https://headway.example.com")
    headway.start()
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


@pytest.mark.parametrize("path", ["metrics", "metrics/", "metrics?families=x", "agent/openapi.json", "%6Detrics"])
def test_what_streamlit_tells_programs_is_not_public(served: Headway, path: str) -> None:
    """Nobody learns which caches and sessions there are, nor drives a page from a program."""
    assert httpx.get(f"{served.url}/_stcore/{path}").status_code == 404


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
