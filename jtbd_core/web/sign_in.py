"""The facilitator's sign-in link: its button works once and sets a signed cookie, revoked at the sign-out.

To open the link uses nothing up: a chat's preview and a scanner of mail open it too, and press no button.
"""

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.errors import StoreUnavailable
from jtbd_core.web.cookies import keep_cookie
from jtbd_core.web.headers import HEADERS, redirect
from jtbd_core.web.origin import has_own_origin
from jtbd_core.web.page import page

USED = (
    "This sign-in link is no longer valid: it works once, within a day. `python -m jtbd_core sign-in` prints a new one."
)
BODY = """<h1>Sign in to Headway</h1>
<p class="lead">This link signs you in as the facilitator. It works once, in one browser.</p>
<form method="post"><button class="primary">Sign in</button></form>"""


def new_sign_in_link(store: Store, address: str) -> str:
    """Return a link under an address of the server that signs in one browser, whichever process is asked."""
    token = access.new_key()
    store.add_sign_in_link(token)
    return f"{address.rstrip('/')}/signin/{token}"


def sign_in_routes(store: Store, root: str = "", version: str = "") -> list[Route]:
    """Return the routes `/signin/<token>`, `/signout` and `/studies`, all below `root`.

    The last redirects to the first page, where a browser may expect it: Streamlit knows that by no other address than
    `/`. `version` is that of the form's assets, whose style the page of the link has.
    """
    link = SignInLink(store, root, version)
    return [
        Route(f"{root}/signin/{{token}}", link.ask, methods=["GET"]),
        Route(f"{root}/signin/{{token}}", link.sign_in, methods=["POST"]),
        Route(f"{root}/signout", link.sign_out),
        Route(f"{root}/studies", lambda _: redirect(f"{root}/")),
    ]


class SignInLink:
    """The endpoints of the link; the cookie they set is signed with the database's secret."""

    def __init__(self, store: Store, root: str, version: str) -> None:
        self._root = root
        self._page = page("Sign in to Headway", BODY, root, version)
        self._store = store
        self._secret = store.secret()

    def ask(self, request: Request) -> Response:
        """Show the button that signs in; 404 if the address has no token."""
        if not access.is_token(request.path_params["token"]):
            return PlainTextResponse(USED, 404, HEADERS)
        return HTMLResponse(self._page, headers=HEADERS)

    def sign_in(self, request: Request) -> Response:
        """Use up the link, set the cookie and redirect to the first page; 404 if the token is not valid.

        503 if the store cannot write that it was used. What a foreign page sends uses nothing up.
        """
        token = request.path_params["token"]
        if not has_own_origin(request):
            return self.ask(request)
        try:
            is_valid = access.is_token(token) and self._store.use_sign_in_link(token)
        except StoreUnavailable as error:
            return PlainTextResponse(f"Nobody can sign in now. {error}", 503, HEADERS)
        if not is_valid:
            return PlainTextResponse(USED, 404, HEADERS)
        response = redirect(f"{self._root}/")
        value, path = access.signed_in_cookie(self._secret), self._root or "/"
        keep_cookie(request, response, access.SIGN_IN_COOKIE, value, seconds=access.SIGN_IN_SECONDS, path=path)
        return response

    def sign_out(self, request: Request) -> Response:
        """Revoke the sign-in of the cookie and delete it; 503 if the store cannot write."""
        response = redirect(f"{self._root}/")
        if not has_own_origin(request):  # a picture on a foreign page must not sign anybody out
            return response
        try:
            if known := access.sign_in(self._secret, request.cookies.get(access.SIGN_IN_COOKIE)):
                self._store.sign_out(known)
        except StoreUnavailable as error:
            return PlainTextResponse(f"You are still signed in. {error}", 503, HEADERS)
        response.delete_cookie(access.SIGN_IN_COOKIE, path=self._root or "/", httponly=True, samesite="lax")
        return response
