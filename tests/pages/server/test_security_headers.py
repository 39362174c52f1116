"""The headers that Streamlit's answers lack."""

import pytest

from pages.server.security_headers import SecurityHeaders
from tests.pages.server.programs import asked

COOKIE = (b"set-cookie", b"_streamlit_xsrf=2|a|b|c; SameSite=Lax; Path=/")


def test_a_header_that_is_there_stays() -> None:
    """A page of the form has a stricter policy of its own; what it lacks is added."""
    strict = (b"Content-Security-Policy", b"default-src 'none'")
    headers = asked(SecurityHeaders, {}, strict)["headers"]
    assert [value for name, value in headers if name.lower() == b"content-security-policy"] == [strict[1]]
    assert (b"referrer-policy", b"no-referrer") in headers


@pytest.mark.parametrize(("scheme", "is_secure"), [("https", True), ("http", False)])
def test_a_cookie_keeps_to_https(scheme: str, is_secure: bool) -> None:
    """Where visitors come by https, each cookie is `Secure`, once."""
    secured = (b"set-cookie", b"other=1; secure")
    answered = asked(SecurityHeaders, {"scheme": scheme}, COOKIE, secured)["headers"]
    cookies = [value for name, value in answered if name == COOKIE[0]]
    assert cookies == [COOKIE[1] + (b"; Secure" if is_secure else b""), secured[1]]


def test_a_cookie_for_the_whole_host_is_kept_to_our_path() -> None:
    """Below a path Streamlit's own cookies leave other programs of the host alone; the form's have a path of theirs."""
    forms = (b"set-cookie", b"headway=1; path=/headway/r/key")
    headers = asked(lambda app: SecurityHeaders(app, "/headway"), {"scheme": "http"}, COOKIE, forms)["headers"]
    assert [value for name, value in headers if name == COOKIE[0]] == [COOKIE[1] + b"headway", forms[1]]


def test_without_https_nobody_is_told_to_keep_to_it() -> None:
    """A laptop in a room has no certificate, and its name in the browser would be lost for a year."""
    names = {name for name, _ in asked(SecurityHeaders, {"scheme": "https"})["headers"]}
    assert b"strict-transport-security" not in names
