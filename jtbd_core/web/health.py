"""How the server is, for whoever watches it: `/live` and `/ready` answer 200 or 503 with a line of plain text."""

import logging
from asyncio import wait, wrap_future
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from jtbd_core.contract import Store
from jtbd_core.errors import StoreUnavailable
from jtbd_core.web.headers import HEADERS

LOG = logging.getLogger("headway")

SECONDS_SHARED = 1.0
"""How long the outcome of a probe is that of all who ask."""

PATIENCE = 3.0
"""Seconds after which a probe that is not done counts as failed; with the second before, red comes within 4."""

ELSEWHERE = ("health", "healthz", "metrics")
"""Where monitors look of their own accord: Streamlit would answer its first page there, whatever happens."""


def health_routes(store: Store, root: str = "") -> list[Route]:
    """Return the routes `/live` and `/ready` below `root`, and those that say that nothing else tells as much."""
    health = Health(store)
    return [
        Route(f"{root}/live", health.live, methods=["GET"]),
        Route(f"{root}/ready", health.ready, methods=["GET"]),
        *(Route(f"{root}/{name}", health.elsewhere) for name in ELSEWHERE),
    ]


class Health:
    """The endpoints, which no thread of Streamlit's holds up.

    A probe commits a write: one at a time in a thread of its own, at most one in `SECONDS_SHARED`, however many ask.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._thread = ThreadPoolExecutor(1, "health")
        self._probe: Future[str] = Future()
        self._probe.set_result("")
        self._began = -SECONDS_SHARED
        self._was_ready = True

    async def live(self, _: Request) -> Response:
        """Answer 200: the process answers."""
        return _line("live")

    async def ready(self, _: Request) -> Response:
        """Answer 200 where the database takes a write and its disk has room, else 503; the log says why."""
        fault = await self._fault()
        if bool(fault) == self._was_ready:
            self._was_ready = not fault
            LOG.warning("Not ready: %s" if fault else "Ready again.%s", fault)
        return _line("not ready: the database takes no write; the log says why", 503) if fault else _line("ready")

    async def elsewhere(self, _: Request) -> Response:
        """Answer 404."""
        return _line("not found: /live and /ready say how the server is", 404)

    async def _fault(self) -> str:
        now = monotonic()
        if self._probe.done() and now >= self._began + SECONDS_SHARED:
            self._probe, self._began = self._thread.submit(self._probed), now
        probe = wrap_future(self._probe)
        done, _ = await wait([probe], timeout=max(self._began + PATIENCE - now, 0))
        return probe.result() if done else f"The database has not answered for {PATIENCE:.0f} seconds."

    def _probed(self) -> str:
        try:
            self._store.probe()
        except StoreUnavailable as error:
            return str(error)
        return ""


def _line(said: str, status: int = 200) -> Response:
    return PlainTextResponse(f"{said}\n", status, HEADERS)
