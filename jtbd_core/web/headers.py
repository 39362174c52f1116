"""The headers of every page of ours: nothing foreign runs in it, and no browser or proxy caches it."""

from starlette.responses import RedirectResponse

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'self'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


def redirect(address: str) -> RedirectResponse:
    """Return the redirect to a page of ours, to be fetched with GET."""
    return RedirectResponse(address, 303, HEADERS)
