"""The reruns that the server itself asks for, so that no page has to look every second whether its link still holds."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from streamlit.runtime import get_instance

from pages.components.open_pages import OpenPage, open_pages

SECONDS_BETWEEN_LOOKS = 0.25
"""So that a page whose link has ended is redrawn within a second."""

LOG = logging.getLogger("headway")


@asynccontextmanager
async def page_reruns() -> AsyncIterator[None]:
    """Rerun stale pages meanwhile."""
    is_over = asyncio.Event()
    looking = asyncio.create_task(_look(is_over))
    try:
        yield
    finally:
        is_over.set()
        await looking


async def _look(is_over: asyncio.Event) -> None:
    while not is_over.is_set():
        try:
            for page in await asyncio.to_thread(open_pages.stale):
                _rerun(page)
        except Exception:
            LOG.exception("Open pages could not be looked after.")
        with suppress(TimeoutError):
            await asyncio.wait_for(is_over.wait(), SECONDS_BETWEEN_LOOKS)


def _rerun(page: OpenPage) -> None:
    """Rerun a page; one whose browser has no connection is rerun as soon as it is back."""
    session = get_instance().get_app_session(page.session_id)
    if session:
        open_pages.forget(page)
        session.request_rerun(session._client_state)
