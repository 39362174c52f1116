"""The origin of a request: whether one of our own pages sent it."""

from urllib.parse import urlsplit

from starlette.requests import Request


def is_own_page(request: Request) -> bool:
    """Whether the request comes from a page of ours, as far as the browser says.

    An old browser may say nothing, or the origin `null`, because our pages ask for no referrer. Each write needs
    the unguessable token as well.
    """
    if site := request.headers.get("sec-fetch-site"):
        return site in ("same-origin", "none")
    origin = request.headers.get("origin", "null")
    try:
        return origin == "null" or urlsplit(origin).netloc == request.headers.get("host")
    except ValueError:  # such as an IPv6 address without its bracket
        return False
