"""The reruns that the server itself asks for, so that no page has to look whether its link holds and answers came."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

from streamlit.runtime import get_instance

from jtbd_core.live.render_queue import render_queue
from pages.components.open_pages import open_pages

SECONDS_BETWEEN_LOOKS = 0.25
"""So that a page whose link has ended is redrawn within a second."""

SECONDS_BETWEEN_RERUNS = 0.01
"""At least, between the reruns of pages whose findings are stale; the render queue adds its pauses."""

LOG = logging.getLogger("headway")


@asynccontextmanager
async def page_reruns() -> AsyncIterator[None]:
    """Rerun pages meanwhile: at once where a link has ended or changed, in turn where findings are stale."""
    is_over = asyncio.Event()
    tasks = [
        asyncio.create_task(_repeat(_rerun_changed, SECONDS_BETWEEN_LOOKS, is_over)),
        asyncio.create_task(_repeat(_look, SECONDS_BETWEEN_LOOKS, is_over)),
        asyncio.create_task(_repeat(_rerun_stale, SECONDS_BETWEEN_RERUNS, is_over)),
    ]
    try:
        yield
    finally:
        is_over.set()
        await asyncio.gather(*tasks)


async def _repeat(work: Callable[[], Awaitable[None]], seconds: float, is_over: asyncio.Event) -> None:
    while not is_over.is_set():
        try:
            await work()
        except Exception:
            LOG.exception("Open pages could not be looked after.")
        with suppress(TimeoutError):
            await asyncio.wait_for(is_over.wait(), seconds)


async def _rerun_changed() -> None:
    """Rerun the pages that show what they may no more; one without a connection once it is back."""
    for page in await asyncio.to_thread(open_pages.changed):
        session = get_instance().get_app_session(page.session_id)
        if session:
            open_pages.forget(page)
            session.request_rerun(session._client_state)


async def _look() -> None:
    sessions = {info.session.id for info in get_instance()._session_mgr.list_active_sessions()}
    await asyncio.to_thread(open_pages.look, sessions)


async def _rerun_stale() -> None:
    """Rerun the page that is stale for longest, if the render queue admits it; never one that is being run.

    A run that is stopped for another would lose what its visitor has just chosen.
    """
    for page in open_pages.stale():
        session = get_instance().get_app_session(page.session_id)
        if session and session._scriptrunner is None:
            if render_queue.admit():
                page.is_admitted = True
                session.request_rerun(session._client_state)
            return
