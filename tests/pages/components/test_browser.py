"""The browsers in which a facilitator is signed in."""

import pytest
from streamlit.runtime.context import ContextProxy

from jtbd_core.access import SIGN_IN_COOKIE, sign_in
from jtbd_core.contract import Store
from pages.components.browser import MOST_BROWSERS, SignedInBrowsers, browsers
from tests.pages.conftest import Visit

OURS = f"{SIGN_IN_COOKIE}=a.b.c"


def test_a_page_of_the_facilitator_adds_its_browser(
    facilitate: Visit, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From then on its cookie is known, until the sign-out; a welcome page adds nobody."""
    header = f"theme=dark; {SIGN_IN_COOKIE}={ContextProxy.cookies[SIGN_IN_COOKIE]}"
    monkeypatch.setattr(ContextProxy, "headers", {"Cookie": header})
    facilitate(key="a stakeholder")
    assert not browsers.has(header)
    facilitate()
    assert browsers.has(header)
    store.sign_out(sign_in(store.secret(), ContextProxy.cookies[SIGN_IN_COOKIE]))
    assert not browsers.has(header)


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("header", "is_known"),
    [
        (OURS, True),
        (f"_streamlit_xsrf=2|a|b|1; {OURS}; theme=dark", True),
        (f"{SIGN_IN_COOKIE}=a.b.d", False),
        (f"other{OURS}", False),
        (f"{OURS}; _streamlit_user=x", False),
        ("theme=dark", False),
        ("", False),
    ],
)
def test_a_browser_is_known_by_the_cookies_of_its_sign_in(header: str, is_known: bool) -> None:
    """Whatever other cookies it sends; without those of a sign-in it is nobody."""
    added = SignedInBrowsers()
    added.add(f"language=de; {OURS}", "a sign-in")
    added.add("language=de", "a sign-in")
    assert added.has(header) == is_known


@pytest.mark.usefixtures("store")
def test_an_account_is_known_by_streamlit_s_cookies() -> None:
    """A long account comes in several cookies, in any order."""
    added = SignedInBrowsers()
    added.add("_streamlit_user=a; _streamlit_user__1=b", "an account")
    assert added.has("_streamlit_user__1=b; _streamlit_user=a")
    assert not added.has("_streamlit_user=a")


@pytest.mark.usefixtures("store")
def test_browsers_do_not_pile_up() -> None:
    """The oldest gives way to the newest."""
    added = SignedInBrowsers()
    for number in range(MOST_BROWSERS + 1):
        added.add(f"{OURS}{number}", "a sign-in")
    assert [added.has(f"{OURS}{number}") for number in (0, MOST_BROWSERS)] == [False, True]
