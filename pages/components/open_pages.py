"""The pages that are open by a link: the server reruns each of them once its link has ended or shows something else."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from weakref import WeakSet

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from jtbd_core.errors import StoreUnavailable

OPEN_PAGE = "open-page"
"""The session's key for the page that it has open, which is forgotten with it."""


@dataclass(eq=False)
class OpenPage:
    """The page that a session has open, and what tells whether it shows what it may no more."""

    session_id: str
    has_changed: Callable[[], bool]

    def is_stale(self) -> bool:
        """Whether the page is to be rerun; not while the store cannot be asked."""
        try:
            return self.has_changed()
        except StoreUnavailable:
            return False


class OpenPages:
    """The open pages of this process, one of each session."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pages: WeakSet[OpenPage] = WeakSet()

    def open(self, has_changed: Callable[[], bool]) -> None:
        """Note that this session has its page open, in place of what it had open before."""
        context = get_script_run_ctx()
        if context:
            page = OpenPage(context.session_id, has_changed)
            with self._lock:
                self._pages.add(page)
            self.forget(st.session_state.get(OPEN_PAGE))
            st.session_state[OPEN_PAGE] = page

    def forget(self, page: OpenPage | None) -> None:
        """Look after a page no more."""
        if page:
            with self._lock:
                self._pages.discard(page)

    def stale(self) -> list[OpenPage]:
        """Return the pages that are to be rerun."""
        with self._lock:
            pages = list(self._pages)
        return [page for page in pages if page.is_stale()]


open_pages = OpenPages()
