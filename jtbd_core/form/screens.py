"""The form's pages as HTML: one template each, nothing but our own style and script, nothing kept by the browser."""

from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from jtbd_core.errors import JtbdError, NotFound, StoreUnavailable
from jtbd_core.form.assets import HERE, version
from jtbd_core.form.guesses import TooManyGuesses
from jtbd_core.form.intake import BadRequest
from jtbd_core.form.texts import text
from jtbd_core.form.visit import root
from jtbd_core.scale import IMPORTANCE, SCALES

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
# Paused is for a while (423), closed for good (410); a full round refuses because of its present state (409).
STATES: Mapping[str, int] = {"paused": 423, "closed": 410, "full": 409, "draft": 404}


def screen(request: Request, template: str, status: int = 200, **values: object) -> HTMLResponse:
    """Return a page drawn from a template."""
    return HTMLResponse(draw(template, root=root(request), is_live=True, **values), status, HEADERS)


def draw(template: str, root: str = "", **values: object) -> str:
    """Return the HTML of a page drawn from a template; `root` is the path under which the program is mounted.

    Only with `is_live` it has the script, which sends what is tapped.
    """
    return _templates().get_template(template).render(root=root, **values)


def lead(address: str) -> RedirectResponse:
    """Return the redirect to a page of the form, to be fetched with GET."""
    return RedirectResponse(address, 303, HEADERS)


def state(request: Request, status: str, receipt: str = "") -> HTMLResponse:
    """Return the page that says why no answers are taken; `receipt` is the code of answers that are kept."""
    known = status if status in STATES else "closed"
    return screen(
        request,
        "notice.html",
        STATES[known],
        title=text(f"{known}_title"),
        message=text(known),
        retry=str(request.url.path) if known in ("paused", "draft") else "",
        receipt=receipt,
    )


def refusal(request: Request, error: JtbdError) -> HTMLResponse:
    """Return the page that says in one sentence what is wrong."""
    status, title = _meaning(error)
    # Whoever guesses keys learns nothing but that there is nothing.
    message = text("missing") if isinstance(error, NotFound) else str(error)
    key = request.path_params.get("key") if status != 404 else None
    back = f"{root(request)}/r/{key}" if key else ""
    reply = screen(request, "notice.html", status, title=text(title), message=message, back=back)
    if isinstance(error, TooManyGuesses):
        reply.headers["Retry-After"] = str(error.seconds)
    return reply


def _meaning(error: JtbdError) -> tuple[int, str]:
    match error:
        case NotFound():
            return 404, "missing_title"
        case BadRequest():
            return error.status, "method_title" if error.status == 405 else "refused_title"
        case TooManyGuesses():
            return 429, "too_fast_title"
        case StoreUnavailable():
            return 503, "sorry_title"
        case _:
            return 422, "refused_title"


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals.update(
        t=text,
        importance=IMPORTANCE,
        scales=SCALES,
        version=version(),
        is_live=False,
    )
    return templates
