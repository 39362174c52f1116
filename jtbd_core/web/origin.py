"""The origin of a request: whether one of our own pages sent it."""

from urllib.parse import urlsplit

from starlette.requests import Request


def has_own_origin(request: Request) -> bool:
    """Whether the request comes from a page of ours, by its headers `Sec-Fetch-Site` or else `Origin`.

    It is also taken for ours without either, as old browsers send it, and with the origin `null`, since our pages ask
    for no referrer: each write needs the unguessable token as well.
    """
    if site := request.headers.get("sec-fetch-site"):
        return site in ("same-origin", "none")
    origin = request.headers.get("origin", "null")
    try:
        return origin == "null" or urlsplit(origin).netloc == request.headers.get("host")
    except ValueError:  # such as an IPv6 address without its bracket
        return False
