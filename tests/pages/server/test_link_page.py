"""The answer of the server for the page of a link to results."""

from functools import partial

import pytest
from msgspec.structs import replace

from jtbd_core.access import passphrase_hash, unlocked, unlocking_cookie
from jtbd_core.contract import Store
from jtbd_core.study.results_link import LinkSettings, ResultsLink
from pages.server.link_page import LinkPage
from pages.server.static_files import Message
from tests.pages.server.programs import asked


@pytest.fixture
def link(store: Store, study_id: str) -> ResultsLink:
    """Give a link with a passphrase."""
    return store.add_results_link(study_id, LinkSettings(name="Board", passphrase=passphrase_hash("a passphrase")))


def answer_to(store: Store, query: str, cookie: str = "", path: str = "/results") -> Message:
    """Return the first message of the answer to a request of a page."""
    headers = [(b"cookie", cookie.encode())]
    scope = {"path": path, "query_string": query.encode(), "headers": headers}
    return asked(partial(LinkPage, store=store), scope, (b"Cache-Control", b"public"))


def test_a_locked_link_leads_to_its_passphrase(store: Store, link: ResultsLink) -> None:
    """Its choices go along; a cookie of another link, or one that is none, changes nothing."""
    other = store.add_results_link(link.study_id, replace(link.settings, name="Other"))
    theirs = unlocked(store.secret(), other.id, other.settings.passphrase)
    for cookie in ("", f"{unlocking_cookie(link.id)}={theirs}", f"{unlocking_cookie(link.id)}=%00", "\\;=;"):
        answered = answer_to(store, f"key={link.key}&round=1", cookie)
        assert answered["status"] == 303
        assert dict(answered["headers"])[b"location"] == f"/unlock/{link.key}?key={link.key}&round=1".encode()


def test_an_unlocked_link_is_served_and_kept_in_no_cache(store: Store, link: ResultsLink) -> None:
    """Beside other cookies too."""
    ours = unlocked(store.secret(), link.id, link.settings.passphrase)
    answered = answer_to(store, f"key={link.key}", f"theme=dark; {unlocking_cookie(link.id)}={ours}")
    assert (answered["status"], answered["headers"]) == (200, [(b"cache-control", b"no-store")])


def test_one_origin_may_frame_the_page_of_its_link(store: Store, link: ResultsLink) -> None:
    """That of another link, or of one that is revoked, it may not."""
    settings = LinkSettings(name="Intranet", frame_origin="https://intranet.example.com")
    framed = store.add_results_link(link.study_id, settings)
    policy = (b"content-security-policy", b"frame-ancestors 'self' https://intranet.example.com")
    assert policy in answer_to(store, f"key={framed.key}&embed=true")["headers"]
    first, *_ = store.results_links(link.study_id)
    assert policy not in answer_to(store, f"key={first.key}&embed=true")["headers"]
    store.revoke_results_link(framed.id)
    assert policy not in answer_to(store, f"key={framed.key}&embed=true")["headers"]


@pytest.mark.parametrize(("query", "path"), [("key=invented", "/results"), ("", "/results"), ("key=x", "/display")])
def test_other_pages_are_served(store: Store, query: str, path: str) -> None:
    """Streamlit's page says what a key opens."""
    assert answer_to(store, query, path=path)["status"] == 200
