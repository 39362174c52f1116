"""Headway behind a proxy that speaks https with visitors and http with Headway."""

from contextlib import closing
from pathlib import Path

import httpx
import pytest

from jtbd_core.access import SIGN_IN_COOKIE
from jtbd_core.form.languages import COOKIE as LANGUAGE
from jtbd_core.form.visit import COOKIE
from jtbd_core.store import open_store
from tests.form.conftest import PARCEL
from tests.server import Headway

BY_HTTPS = {"x-forwarded-proto": "https"}
TOLD = {"HEADWAY_URL": "https://headway.example.com"}


@pytest.mark.parametrize(
    ("environment", "headers", "is_secure"),
    [(TOLD, {}, True), ({}, BY_HTTPS, True), ({}, {}, False)],
    ids=["told by the operator", "told by the proxy", "without https"],
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
