"""Headway behind a proxy that speaks https with visitors and http with Headway."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from functools import cache
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

import httpx
import pytest
from click.testing import CliRunner

from jtbd_core.access import SIGN_IN_COOKIE
from jtbd_core.commands import main
from jtbd_core.form.languages import COOKIE as LANGUAGE
from jtbd_core.form.visit import COOKIE
from jtbd_core.store import open_store
from jtbd_core.wave import Wave
from tests.form.conftest import PARCEL
from tests.server import UPGRADE, Headway

PUBLIC = "https://headway.example.com/headway"
Start = Callable[[str], tuple[Headway, Wave]]


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """Give a function that runs a Headway with an open wave, one for each HEADWAY_URL."""
    with ExitStack() as running:

        @cache
        def start(address: str) -> tuple[Headway, Wave]:
            headway = Headway(tmp_path_factory.mktemp("proxy") / "headway.duckdb", HEADWAY_URL=address)
            with closing(open_store(headway.db)) as store:
                wave = store.open_wave(store.add_study(PARCEL).id)
            headway.start()
            running.callback(headway.stop)
            return headway, wave

        yield start


@pytest.mark.parametrize(
    ("address", "passed", "headers"),
    [
        (PUBLIC, "", {}),
        (PUBLIC, "/headway", {}),
        ("", "", {"x-forwarded-proto": "https"}),
        ("", "", {}),
    ],
    ids=["the path is stripped", "the path is kept", "https at the root", "http at the root"],
)
def test_a_visit_through_a_proxy(started: Start, address: str, passed: str, headers: dict[str, str]) -> None:
    """Sign-in, join code, form and websocket work, stay below the path, and set cookies for there and https alone."""
    headway, wave = started(address)
    root, form = urlsplit(address).path, f"/r/{wave.rate_key}"
    link = CliRunner().invoke(main, ["sign-in"], env={"HEADWAY_DB": str(headway.db)}).output.strip()
    before, _, token = link.rpartition("/signin/")
    with httpx.Client(base_url=headway.url + passed, headers=headers) as client:
        replies = [client.post(f"/signin/{token}"), client.get(f"/join?code={wave.join_code}"), client.post(form)]
        places = [reply.headers["location"].partition("/p/")[0] for reply in replies]
        replies += [client.get(f"{form}?language=de"), client.get("/_stcore/health")]
        origin = f"{urlsplit(before).scheme}://{urlsplit(before).netloc}"
        with client.stream("GET", "/_stcore/stream", headers=UPGRADE | {"Origin": origin}) as socket:
            assert socket.status_code == 101
    assert before == (address or headway.url)
    assert places == [f"{root}/", root + form, root + form]
    assert f'href="{root}/r/style.css' in replies[3].text
    cookies = SimpleCookie("; ".join(reply.headers["set-cookie"] for reply in replies if "set-cookie" in reply.headers))
    is_secure = bool(address or headers)
    assert {name: (one["path"], bool(one["secure"])) for name, one in cookies.items()} == {
        SIGN_IN_COOKIE: (root or "/", is_secure),
        COOKIE: (root + form, is_secure),
        LANGUAGE: (root + form, is_secure),
        "_streamlit_xsrf": (root or "/", is_secure),
    }
