"""The cookies of our pages: out of reach of scripts, and of what other sites send."""

from starlette.requests import Request
from starlette.responses import Response


def keep_cookie(request: Request, response: Response, name: str, value: str, *, seconds: int, path: str) -> None:
    """Set a cookie for the addresses below a path, for so many seconds; behind TLS it is sent over TLS alone."""
    response.set_cookie(
        name,
        value,
        max_age=seconds,
        path=path,
        secure=request.scope["scheme"] == "https",
        httponly=True,
        samesite="lax",
    )
