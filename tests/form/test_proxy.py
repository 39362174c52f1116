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
def test_cookies_are_sent_by_https_alone(
    tmp_path: Path, environment: dict[str, str], headers: dict[str, str], is_secure: bool
) -> None:
    """Whoever has the browser say it, no cookie of the form, the sign-in or Streamlit goes over an open connection."""
    with closing(open_store(tmp_path / "headway.duckdb")) as store:
        form = f"/r/{store.open_wave(store.add_study(PARCEL).id).rate_key}"
    headway = Headway(tmp_path / "headway.duckdb", **environment)
    headway.start()
    signin = headway.signin_url[headway.signin_url.index("/signin") :]
    with httpx.Client(base_url=headway.url, headers=headers) as client:
        replies = [client.post(signin), client.post(form), client.get(f"{form}?language=de")]
        replies.append(client.get("/_stcore/health"))
    headway.stop()
    cookies = {reply.headers["set-cookie"].partition("=")[0]: reply.headers["set-cookie"] for reply in replies}
    assert set(cookies) == {SIGN_IN_COOKIE, COOKIE, LANGUAGE, "_streamlit_xsrf"}
    assert {"; Secure" in cookie for cookie in cookies.values()} == {is_secure}
