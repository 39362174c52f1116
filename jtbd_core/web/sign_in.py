"""The facilitator's sign-in link: it sets a signed cookie, which the store revokes when the facilitator signs out."""

import hmac

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.errors import StoreUnavailable
from jtbd_core.web.headers import HEADERS, redirect
from jtbd_core.web.origin import has_own_origin


def sign_in_routes(token: str, store: Store) -> list[Route]:
    """Return the routes `/signin/<token>` and `/signout`; the cookie is signed with the database's secret.

    `/studies` redirects to the first page, which Streamlit serves at `/` alone.
    """
    secret = store.secret()

    def sign_in(request: Request) -> Response:
        if not hmac.compare_digest(request.path_params["token"].encode(), token.encode()):
            return PlainTextResponse(
                "This sign-in link is no longer valid. Use the one that Headway printed when it was last started.",
                404,
                HEADERS,
            )
        response = redirect("/")
        response.set_cookie(
            access.SIGN_IN_COOKIE,
            access.signed_in_cookie(secret),
            max_age=access.SIGN_IN_SECONDS,
            httponly=True,
            samesite="lax",
            secure=request.scope["scheme"] == "https",
        )
        return response

    def sign_out(request: Request) -> Response:
        response = redirect("/")
        if not has_own_origin(request):  # a picture on a foreign page must not sign anybody out
            return response
        try:
            if known := access.sign_in(secret, request.cookies.get(access.SIGN_IN_COOKIE)):
                store.sign_out(known)
        except StoreUnavailable as error:
            return PlainTextResponse(f"You are still signed in. {error}", 503, HEADERS)
        response.delete_cookie(access.SIGN_IN_COOKIE, httponly=True, samesite="lax")
        return response

    def to_first_page(_: Request) -> Response:
        return redirect("/")

    return [Route("/signin/{token}", sign_in), Route("/signout", sign_out), Route("/studies", to_first_page)]
