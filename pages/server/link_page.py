"""The page of a link to results, as the server answers for it before Streamlit draws it."""

from asyncio import to_thread
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, quote

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.errors import NotFound, StoreUnavailable
from jtbd_core.study.results_link import ResultsLink
from pages.components.link import KEY
from pages.server.message_limit import cookies
from pages.server.static_files import Message, Program, Receive, Send, answer


class LinkPage:
    """ASGI middleware that asks for the passphrase of a link, keeps pages of links out of caches, and lets one origin
    frame that of a link which names it.
    """

    def __init__(self, app: Program, store: Store, root: str = "") -> None:
        self._app = app
        self._store = store
        self._path = f"{root}/results"
        self._root = root

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass the request of such a page on, or redirect it to where the passphrase is asked for."""
        if scope["type"] != "http" or scope["path"].rstrip("/") != self._path:
            await self._app(scope, receive, send)
            return
        query = scope.get("query_string", b"").decode("latin-1")
        key = parse_qs(query).get(KEY, [""])[0]
        link = await to_thread(self._link, key) if key else None
        if link and not await to_thread(self._is_unlocked, link, cookies(scope)):
            location = f"{self._root}/unlock/{quote(key, safe='')}?{query}".encode("latin-1")
            await answer(send, 303, [(b"location", location), (b"cache-control", b"no-store")], b"")
            return

        headers = {b"cache-control": b"no-store"} if key else {}
        if link and (origin := link.settings.frame_origin):
            headers[b"content-security-policy"] = f"frame-ancestors 'self' {origin}".encode()

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [header for header in message.get("headers", ()) if header[0].lower() not in headers]
                message = {**message, "headers": [*kept, *headers.items()]}
            await send(message)

        await self._app(scope, receive, send_on)

    def _link(self, key: str) -> ResultsLink | None:
        try:
            link = self._store.results_link(key)
        except (NotFound, StoreUnavailable):
            return None
        return link if link.is_open else None

    def _is_unlocked(self, link: ResultsLink, header: str) -> bool:
        try:
            cookie = SimpleCookie(header).get(access.unlocking_cookie(link.id))
        except CookieError:
            cookie = None
        value = cookie.value if cookie else None
        return access.is_unlocked(self._store.secret(), link.id, link.settings.passphrase, value)
