"""Joining a wave by its join code, which a room hears or reads on the display."""

from starlette.requests import Request
from starlette.responses import Response as Reply

from jtbd_core.access import JOIN_ALPHABET, join_code
from jtbd_core.contract import Store
from jtbd_core.errors import NotFound
from jtbd_core.form.languages import FIELD, language_choice
from jtbd_core.form.screens import say, screen
from jtbd_core.form.throttle import Throttle
from jtbd_core.form.visit import root
from jtbd_core.web.client import client
from jtbd_core.web.headers import redirect


class Joining:
    """Redirects from a join code to the form of its wave."""

    def __init__(self, store: Store, throttle: Throttle) -> None:
        self._store = store
        self._throttle = throttle

    def ask(self, request: Request) -> Reply:
        """Show the page that asks for a join code, or redirect with the one that was typed."""
        typed = request.query_params.get("code", "")
        if not typed.strip():
            return screen(request, "join.html", code="", message="")
        return self._lead(request, typed)

    def follow(self, request: Request) -> Reply:
        """Redirect from the short link, `/j/<code>`."""
        return self._lead(request, request.path_params["code"])

    def _lead(self, request: Request, typed: str) -> Reply:
        code = join_code(typed)
        if len(code) != 6 or not set(code) <= set(JOIN_ALPHABET):  # a typo, not a guess: no wave has such a code
            return _unknown(request, typed)
        try:
            with self._throttle.guess(client(request)):
                wave = self._store.wave_by_key("join", code)
        except NotFound:
            return _unknown(request, typed)
        chosen = language_choice(request).chosen
        return redirect(f"{root(request)}/r/{wave.rate_key}" + (f"?{FIELD}={chosen}" if chosen else ""))


def _unknown(request: Request, typed: str) -> Reply:
    return screen(request, "join.html", 404, code=typed[:20], message=say(request, "join_unknown"))
