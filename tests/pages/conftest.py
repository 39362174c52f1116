"""Pages over a real store, seen by a signed-in facilitator or by a visitor with a link."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.live.findings import findings_cache, room_cache
from jtbd_core.study import StudyRecord
from pages.components import store as stores
from pages.components.store import the_store
from tests.pages.desk.draft import DRAFT

MAIN = str(Path(__file__).parents[2] / "pages" / "main.py")
START = "studies.py"
SECONDS_TO_RUN = 60

Visit = Callable[..., AppTest]


@pytest.fixture
def store(tmp_path: Path, new_database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Give the store that the pages use: an empty database."""
    monkeypatch.setenv("HEADWAY_DB", str(shutil.copy(new_database, tmp_path)))
    st.cache_data.clear()
    store = the_store()
    yield store
    store.close()


def forget_what_is_shared() -> None:
    """Forget what all who watch share."""
    st.cache_data.clear()
    room_cache.forget()
    findings_cache.cache_clear()


@pytest.fixture
def restart(store: Store) -> Iterator[Callable[[], Store]]:
    """Give a function that opens the database as a server does that was started again: nothing is in memory."""

    def started_again() -> Store:
        the_store().close()
        stores._opened.cache_clear()
        forget_what_is_shared()
        return the_store()

    yield started_again
    the_store().close()


@pytest.fixture
def visit(store: Store) -> Visit:
    """Give a function that opens a page as somebody who has not signed in."""

    def opened(page: str = "", **query: str) -> AppTest:
        forget_what_is_shared()  # this visitor comes some seconds later
        visitor = AppTest.from_file(MAIN, default_timeout=SECONDS_TO_RUN)
        visitor.query_params.update(query)
        if page not in ("", START):
            visitor.switch_page(page)
        return visitor.run()

    return opened


@pytest.fixture
def facilitate(visit: Visit, store: Store, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """Give a function that opens a page as the facilitator: with the cookie that the sign-in link sets."""
    cookies = {access.SIGN_IN_COOKIE: access.signed_in_cookie(store.secret())}
    # AppTest has no browser that could keep a cookie.
    monkeypatch.setattr(ContextProxy, "cookies", cookies)
    return visit


@pytest.fixture
def record(store: Store) -> StudyRecord:
    """Give a draft."""
    return store.add_study(DRAFT)


@pytest.fixture
def page(facilitate: Visit, record: StudyRecord) -> AppTest:
    """Give the define page with the draft on its desk."""
    return facilitate("define.py", study=record.id)


@pytest.fixture
def study_id(store: Store) -> str:
    """Give the id of the demo study, a draft that can be launched."""
    return store.add_study(demo_study()).id


class User(dict[str, object]):
    """Somebody who has signed in with the provider, with the claims that it made."""

    is_logged_in = True


@pytest.fixture
def visit_as(store: Store, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """Give a function that opens a page as a facilitator with an account of this name, where several sign in."""

    def opened(name: str, page: str = "", **query: str) -> AppTest:
        forget_what_is_shared()
        become(name, monkeypatch)
        visitor = AppTest.from_file(MAIN, default_timeout=SECONDS_TO_RUN)
        visitor.secrets = {
            "auth": {},
            "headway": {"facilitators": ["@example.com"], "operators": ["root@example.com"]},
        }
        visitor.query_params.update(query)
        if page not in ("", START):
            visitor.switch_page(page)
        return visitor.run()

    return opened


def become(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whoever opens pages from now on be the one with an account of this name."""
    claims = {"email": f"{name}@example.com", "email_verified": True, "sub": f"id-{name}", "iat": 1, "iss": "here"}
    monkeypatch.setattr(st, "user", User(claims))
