"""The routes of the form.

The wave's own addresses, `/r/<rate key>/…`, show pages; answers are posted to `/r/<rate key>/p/<token>/…`.
"""

import logging
import re
from asyncio import get_running_loop, wrap_future
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from jtbd_core.contract import Store
from jtbd_core.errors import Busy, JtbdError, NotFound, StoreUnavailable, WaveClosed
from jtbd_core.form import assets, screens
from jtbd_core.form.acknowledgement import Acknowledgement
from jtbd_core.form.fields import Fields
from jtbd_core.form.itinerary import THANKS
from jtbd_core.form.joining import Joining
from jtbd_core.form.post import BadRequest, read_post
from jtbd_core.form.practice import PATH, Practice, offers_practice
from jtbd_core.form.receipts import Receipts
from jtbd_core.form.respondent import Respondent
from jtbd_core.form.texts import TEXTS, text
from jtbd_core.form.throttle import Allowances, Throttle
from jtbd_core.form.visit import arrive_at, keep_language
from jtbd_core.live.group_means import GroupMeans
from jtbd_core.metrics import save_metrics
from jtbd_core.web.buckets import Buckets, Rate
from jtbd_core.web.headers import redirect

Responding = Callable[[Request], Awaitable[Response]]
Answer = TypeVar("Answer", bound=Response | Acknowledgement)
Run = Callable[..., Awaitable[Any]]
Showing = Callable[[Request], Response | Acknowledgement]
Taking = Callable[[Request, Fields], Acknowledgement]
TurningAway = Callable[[Request, WaveClosed], Response]

ADDRESS = re.compile(r"/(?:join|practice/?|[jr]/.*)", re.DOTALL)
# A pool of its own: threads that wait for the write lock must not hold up other requests.
WAITING = ThreadPoolExecutor(32, "waiting")
LOG = logging.getLogger("headway")

OWN = Rate(100, 1 / 60)
# Of 887 million codes, strangers at six addresses hit that of an open wave about once in 7 years, at 1,000 addresses
# once in 16 months. At more than the throttle remembers, some 3,000, only the server's pace limits them: with 500
# guesses a second, once in 20 days.
GUESSES = Allowances(browser=Rate(60, 0.5), address=Rate(200, 1.0), own=OWN, shared=Rate(600, 4.0))
# Receipts have 80 bits: nobody hits one, but each wrong one costs a look into the database.
# Single-use codes have 49 bits: at 1,000 addresses, strangers hit one of 1,000 unused codes in about 220 years.
CODE_GUESSES = Allowances(browser=Rate(100, 5.0), address=Rate(300, 20.0), own=OWN, shared=Rate(1000, 100.0))
# Whoever posts ids of a panel learns which of them were used, at one address of 60 at once and then 10 a minute.
USED_LINKS = Allowances(browser=Rate(10, 1 / 60), address=Rate(60, 1 / 6), own=Rate(10, 1 / 60), shared=Rate(200, 0.5))


class Form:
    """ASGI middleware that answers `/r/…`, `/join`, `/j/…` and `/practice`, and passes on all other requests.

    A room of a thousand sends 400 requests a second: they bypass the middleware that only Streamlit needs. `root` is
    the path under which the app is mounted.
    """

    def __init__(self, app: ASGIApp, store: Store, root: str = "") -> None:
        self._app = app
        self._root = root
        table = routes(store)
        self._form = Router([*table, Fallback(table)])
        self._compressed = GZipMiddleware(self._form, compresslevel=6)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request of the form, or pass it on."""
        if scope["type"] != "http" or not ADDRESS.fullmatch(scope["path"].removeprefix(self._root)):
            await self._app(scope, receive, send)
            return
        answering = self._form if scope["method"] == "POST" else self._compressed
        await answering({**scope, "root_path": self._root}, receive, send)


def routes(store: Store) -> list[BaseRoute]:
    """Return the routes of the form, the most frequent first: routes are matched in order."""
    means = GroupMeans(store)
    respondent = Respondent(store, means, Throttle(CODE_GUESSES), Throttle(USED_LINKS, key="too_many_links"))
    run = partial(_at_once, store) if store.is_alone else run_in_threadpool
    return [
        *_personal_routes(respondent, run),
        *(_get(f"/r/{name}", partial(_asset, name)) for name in assets.ASSETS),
        *_receipt_routes(Receipts(store, means, Throttle(GUESSES))),
        *_join_routes(Joining(store, Throttle(GUESSES))),
        *_practice_routes(),
        *_wave_routes(respondent, run),
    ]


class Fallback(BaseRoute):
    """Answers what no route matches: a trailing slash redirects, another method is 405, all else 404.

    It takes every path: a `Route` would leave those with a line break to the router's own, absolute redirects.
    """

    def __init__(self, table: Sequence[BaseRoute]) -> None:
        self._table = table

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Match every request."""
        return Match.FULL, {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the redirect or the refusal."""
        await self._reply(Request(scope))(scope, receive, send)

    def _reply(self, request: Request) -> Response:
        path = request.scope["path"]
        if path.endswith("/") and "GET" in self._methods({**request.scope, "path": path.rstrip("/")}):
            return redirect(path.rstrip("/"))
        allowed = self._methods(request.scope)
        if not allowed:
            return screens.refusal(request, NotFound(text("en", "missing")))
        reply = screens.refusal(request, BadRequest(405, "method"))
        reply.headers["Allow"] = ", ".join(sorted(allowed))
        return reply

    def _methods(self, scope: Scope) -> set[str]:
        matching = (
            route for route in self._table if isinstance(route, Route) and route.matches(scope)[0] != Match.NONE
        )
        return {method for route in matching for method in route.methods or ()}


def _personal_routes(respondent: Respondent, run: Run) -> list[BaseRoute]:
    away, personal = respondent.turned_away, "/r/{key}/p/{token}"
    return [
        _post(f"{personal}/card", respondent.save_card, away, run),
        _get(personal, respondent.enter, away, run),
        _post(f"{personal}/question", respondent.save_question, away, run),
        _get(f"{personal}/{{page}}", respondent.show, away, run),
        _post(f"{personal}/{{page}}", respondent.save, away, run),
    ]


def _wave_routes(respondent: Respondent, run: Run) -> list[BaseRoute]:
    away, wave = respondent.turned_away, "/r/{key}"
    return [
        _get(wave, respondent.enter, away, run),
        _post(wave, respondent.start, away, run),
        _post(f"{wave}/leave", respondent.leave, away, run),
        _get(f"{wave}/{{page}}", respondent.show, away, run),
    ]


def _receipt_routes(receipts: Receipts) -> list[BaseRoute]:
    return [
        _get("/r/receipt", receipts.ask),
        _post("/r/receipt", receipts.show),
        _get("/r/receipt/delete", receipts.ask),
        _post("/r/receipt/delete", receipts.delete),
    ]


def _join_routes(joining: Joining) -> list[BaseRoute]:
    return [_get("/join", joining.ask), _get("/j/{code}", joining.follow)]


def _practice_routes() -> list[BaseRoute]:
    return [_get(PATH, Practice(Buckets()).show, run=_inline)] if offers_practice() else []


def _asset(name: str, request: Request) -> Response:
    language = request.scope["query_string"].partition(b"_")[0].decode("latin-1")
    return assets.asset(name, language if language in TEXTS else "en")


def _get(path: str, show: Showing, away: TurningAway | None = None, run: Run = run_in_threadpool) -> Route:
    async def respond(request: Request) -> Response:
        return await _settled(await run(show, request))

    return Route(path, Endpoint(respond, away), methods=["GET"])


def _post(path: str, take: Taking, away: TurningAway | None = None, run: Run = run_in_threadpool) -> Route:
    async def respond(request: Request) -> Response:
        sent = await read_post(request)
        with save_metrics.measured(request.path_params.get("token", "")):
            return await _settled(await run(take, request, sent))

    return Route(path, Endpoint(respond, away), methods=["POST"])


async def _settled(answer: Response | Acknowledgement) -> Response:
    """Return the reply once the save that it acknowledges is durable."""
    if isinstance(answer, Response):
        return answer
    if answer.save:
        await wrap_future(answer.save)
    return answer.reply


async def _at_once(store: Store, answer: Callable[..., Answer], request: Request, *sent: Fields) -> Answer:
    """Answer in the event loop if the caches suffice, else in a thread: after a reveal, or if the store is `Busy`."""
    if request.path_params.get("page") == THANKS and arrive_at(store, request).revealed_at:
        return await run_in_threadpool(answer, request, *sent)
    try:
        with store.without_waiting():
            return answer(request, *sent)
    except Busy:
        return await get_running_loop().run_in_executor(WAITING, partial(answer, request, *sent))


async def _inline(answer: Callable[..., Answer], request: Request) -> Answer:
    """Answer in the event loop what asks no database."""
    return answer(request)


class Endpoint:
    """The ASGI endpoint of one route; a `JtbdError` becomes a page, any other error is a bug and surfaces."""

    def __init__(self, respond: Responding, away: TurningAway | None) -> None:
        self._respond = respond
        self._away = away

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the answer, or the page that says what was refused."""
        request = Request(scope, receive)
        reply = await self._answer(request)
        keep_language(request, reply)
        await reply(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        try:
            return await self._respond(request)
        except WaveClosed as error:
            if self._away is None:
                return screens.state(request, error.status)
            return await run_in_threadpool(self._away, request, error)
        except StoreUnavailable as error:
            LOG.error("%s", error)  # the page says only that it cannot be reached, the log says why
            return screens.refusal(request, error)
        except JtbdError as error:
            return screens.refusal(request, error)
