"""The page that asks for the passphrase of a link to results, and the cookie that is given for it."""

from asyncio import Lock, timeout, to_thread
from html import escape
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.errors import NotFound, StoreUnavailable
from jtbd_core.study.results_link import ResultsLink
from jtbd_core.web.body import UnreadBody, read_body
from jtbd_core.web.buckets import Buckets, Rate, Who
from jtbd_core.web.client import client
from jtbd_core.web.cookies import keep_cookie
from jtbd_core.web.headers import HEADERS, redirect
from jtbd_core.web.origin import has_own_origin
from jtbd_core.web.page import page

TITLE = "This link asks for a passphrase"
BODY = """<h1>{title}</h1>
<p class="lead">Whoever sent you the link knows it.</p>
<form method="post">
<p><label for="passphrase">Passphrase</label></p>
<p class="wrong" role="alert">{said}</p>
<input class="code" id="passphrase" name="passphrase" type="password" autocomplete="current-password" maxlength="200"
required autofocus>
<button class="primary">Open the results</button></form>"""

WRONG = "That is not the passphrase."
TOO_MANY = "Too many tries. Wait a minute, then try again."
MOST_BYTES, MOST_SECONDS_TO_WAIT = 4096, 30.0

TRIES = Rate(30, 0.2)
"""Of one network address: a room behind one address gets in; each try takes 0.3 s of a processor."""

OWN_WRONG_TRIES = Rate(5, 0.001)
"""Of one link and network address, before its wrong tries are those of all: strangers who guess keep nobody out."""

SHARED_WRONG_TRIES = Rate(60, 0.1)
"""Of one link, by all whose own are used up: 8,640 guesses a day, and some 90 a day of each address."""

WRONG_TRIES_HERE = Rate(20, 0.03)
"""Of one link and network address: so few that one alone does not use up what is shared."""


def unlock_routes(store: Store, root: str = "", version: str = "") -> list[Route]:
    """Return the route `/unlock/<key>` below `root`, which asks and takes the passphrase of a link."""
    lock = Unlock(store, root, version)
    return [
        Route(f"{root}/unlock/{{key}}", lock.ask, methods=["GET"]),
        Route(f"{root}/unlock/{{key}}", lock.unlock, methods=["POST"]),
    ]


class Unlock:
    """The endpoints of a link that is locked; one passphrase is looked at at a time, off the event loop."""

    def __init__(self, store: Store, root: str, version: str) -> None:
        self._store = store
        self._root = root
        self._version = version
        self._buckets = Buckets()
        self._turn = Lock()

    async def ask(self, request: Request) -> Response:
        """Ask for the passphrase; a link that needs none, or opens nothing, leads to the results, which say so."""
        link = await self._locked(request)
        return self._page() if link else self._results(request)

    async def unlock(self, request: Request) -> Response:
        """Set the cookie and lead to the results; 403 for another passphrase, 429 for too many tries."""
        if not has_own_origin(request):
            return await self.ask(request)
        link = await self._locked(request)
        if link is None:
            return self._results(request)
        address = client(request).address
        tries = ("tries", link.id, address)
        if any(self._buckets.seconds(*one) for one in [(tries, TRIES), *self._wrong_tries(link.id, address)]):
            return self._page(TOO_MANY, 429)
        typed = await _passphrase(request)
        self._buckets.take(tries, TRIES)
        try:
            async with timeout(MOST_SECONDS_TO_WAIT), self._turn:  # each try takes 32 MB
                is_right = await to_thread(access.is_passphrase, typed, link.settings.passphrase)
        except TimeoutError:
            return self._page(TOO_MANY, 429)
        if not is_right:
            for who, rate in self._wrong_tries(link.id, address):
                self._buckets.take(who, rate)
            return self._page(WRONG, 403)
        return self._unlocked(request, link)

    def _wrong_tries(self, link_id: str, address: str) -> list[tuple[Who, Rate]]:
        """Return the buckets that the next wrong passphrase from an address is taken from."""
        own = ("own", link_id, address)
        has_own = self._buckets.left(own, OWN_WRONG_TRIES) >= 1
        first = (own, OWN_WRONG_TRIES) if has_own else (("shared", link_id), SHARED_WRONG_TRIES)
        return [first, (("here", link_id, address), WRONG_TRIES_HERE)]

    async def _locked(self, request: Request) -> ResultsLink | None:
        try:
            link = await to_thread(self._store.results_link, request.path_params["key"])
        except (NotFound, StoreUnavailable):
            return None
        return link if link.is_open and link.settings.passphrase else None

    def _unlocked(self, request: Request, link: ResultsLink) -> Response:
        response = self._results(request)
        name = access.unlocking_cookie(link.id)
        value = access.unlocked(self._store.secret(), link.id, link.settings.passphrase)
        keep_cookie(request, response, name, value, seconds=access.UNLOCKED_SECONDS, path=self._root or "/")
        return response

    def _results(self, request: Request) -> Response:
        """Lead to the results, with the choices that the address of the link held."""
        chosen = [(name, value) for name, value in parse_qsl(request.url.query) if name != "key"]
        return redirect(f"{self._root}/results?{urlencode([('key', request.path_params['key']), *chosen])}")

    def _page(self, said: str = "", status: int = 200) -> Response:
        body = BODY.format(title=escape(TITLE), said=escape(said))
        return HTMLResponse(page(TITLE, body, self._root, self._version), status, HEADERS)


async def _passphrase(request: Request) -> str:
    """Return the passphrase that a form sent, empty where there is none or what was sent is too long for one."""
    try:
        body = await read_body(request, MOST_BYTES)
    except UnreadBody:
        return ""
    return dict(parse_qsl(body.decode("ascii", "replace"))).get("passphrase", "")
