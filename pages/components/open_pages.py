"""The pages that are open: the server reruns each once its link has ended or changed, or what it follows is stale."""

from collections.abc import Callable, Container, Hashable
from dataclasses import dataclass
from math import inf
from threading import Lock
from time import monotonic
from weakref import WeakSet

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from jtbd_core.errors import StoreUnavailable

OPEN_PAGE = "open-page"
"""The session's key for the page that it has open, which is forgotten with it."""


def never() -> bool:
    """Whether a page without a link has changed."""
    return False


@dataclass
class Followed:
    """What a page follows, looked at from `due_at` on; pages with the same subject are stale together.

    Times are of `monotonic`.
    """

    subject: Hashable
    is_stale: Callable[[], bool]
    due_at: float
    stale_since: float = inf


@dataclass(eq=False)
class OpenPage:
    """The page that a session has open: what tells whether it shows what it may no more, and what it follows.

    `is_admitted` once the server has its rerun admitted; a page that such a rerun draws `is_update`.
    """

    session_id: str
    is_update: bool = False
    has_changed: Callable[[], bool] = never
    followed: Followed | None = None
    is_admitted: bool = False


class OpenPages:
    """The open pages of this process, one of each session."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pages: WeakSet[OpenPage] = WeakSet()

    def open(self) -> None:
        """Note that this session opens a page, in place of what it had open before; called by each whole run."""
        context, before = get_script_run_ctx(), st.session_state.get(OPEN_PAGE)
        page = OpenPage(context.session_id if context else "", is_update=bool(before and before.is_admitted))
        if before:
            self.forget(before)
        with self._lock:
            self._pages.add(page)
        st.session_state[OPEN_PAGE] = page

    def current(self) -> OpenPage:
        """Return the page that this session has open."""
        page: OpenPage = st.session_state[OPEN_PAGE]
        return page

    def forget(self, page: OpenPage) -> None:
        """Look after a page no more."""
        with self._lock:
            self._pages.discard(page)

    def changed(self) -> list[OpenPage]:
        """Return the pages that show what they may no more."""
        return [page for page in self._all() if _asked(page.has_changed)]

    def look(self, sessions: Container[str]) -> None:
        """Look whether what the pages of these sessions follow is stale."""
        now, is_stale = monotonic(), dict[Hashable, bool]()
        for page in self._all():
            followed = page.followed
            if followed and followed.due_at <= now < followed.stale_since and page.session_id in sessions:
                if followed.subject not in is_stale:
                    is_stale[followed.subject] = _asked(followed.is_stale)
                if is_stale[followed.subject]:
                    followed.stale_since = now

    def stale(self) -> list[OpenPage]:
        """Return the pages whose findings are stale and that are not yet to be rerun, those stale for longest first."""
        found = [(page.followed.stale_since, page) for page in self._all() if page.followed and not page.is_admitted]
        return [page for since, page in sorted(found, key=lambda one: one[0]) if since < inf]

    def _all(self) -> list[OpenPage]:
        with self._lock:
            return list(self._pages)


def _asked(look: Callable[[], bool]) -> bool:
    """Whether a look finds something; not while the store cannot be asked."""
    try:
        return look()
    except StoreUnavailable:
        return False


open_pages = OpenPages()
