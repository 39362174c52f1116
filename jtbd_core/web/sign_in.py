"""The facilitator's sign-in link: it sets a signed cookie, which the store revokes at the sign-out."""

import hmac

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.errors import StoreUnavailable
from jtbd_core.web.headers import HEADERS, redirect
from jtbd_core.web.origin import has_own_origin


def sign_in_routes(token: str, store: Store, root: str = "") -> list[Route]:
    """Return the routes `/signin/<token>`, `/signout` and `/studies`, all below `root`.

    The last redirects to the first page, where a browser may expect it: Streamlit knows that by no other address than
    `/`.
    """
    link = SignInLink(token, store, root)
    return [
        Route(f"{root}/signin/{{token}}", link.sign_in),
        Route(f"{root}/signout", link.sign_out),
        Route(f"{root}/studies", lambda _: redirect(f"{root}/")),
    ]


class SignInLink:
    """The endpoints of the link with this token; the cookie they set is signed with the database's secret."""

    def __init__(self, token: str, store: Store, root: str = "") -> None:
        self._token = token
        self._root = root
        self._store = store
        self._secret = store.secret()

    def sign_in(self, request: Request) -> Response:
        """Set the cookie and redirect to the first page; 404 if the token is another one."""
        if not hmac.compare_digest(request.path_params["token"].encode(), self._token.encode()):
            return PlainTextResponse(
                "This sign-in link is no longer valid. Use the one that Headway printed when it was last started.",
                404,
                HEADERS,
            )
        response = redirect(f"{self._root}/")
        response.set_cookie(
            access.SIGN_IN_COOKIE,
            access.signed_in_cookie(self._secret),
            max_age=access.SIGN_IN_SECONDS,
            path=self._root or "/",
            httponly=True,
            samesite="lax",
            secure=request.scope["scheme"] == "https",
        )
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
