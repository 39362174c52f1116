"""Reading a post of the form: its origin, content type, size and encoding are checked, each field comes once."""

from urllib.parse import parse_qsl

from starlette.requests import Request

from jtbd_core.form.fields import Fields
from jtbd_core.form.refusal import FormRefusal
from jtbd_core.web.body import UnreadBody, read_body
from jtbd_core.web.origin import has_own_origin

MOST_BYTES = 64 * 1024  # the longest remark is 24 kB, the widest page of cards below 10 kB
MOST_FIELDS = 1000
UNREAD = {400: "refused_form", 408: "refused_slow", 413: "refused_size"}
"""What is said of a body that was not read, by the status of the reason."""

FORM = "application/x-www-form-urlencoded"


class BadRequest(FormRefusal):
    """The request is no post of our form; `status` is the HTTP status of the reason."""

    def __init__(self, status: int, key: str) -> None:
        super().__init__(key)
        self.status = status


async def read_post(request: Request) -> Fields:
    """Return the fields of a posted form.

    Raises:
        BadRequest: sent from a foreign page, another content type, too large, too slow, or not a form.
    """
    if not has_own_origin(request):
        raise BadRequest(403, "refused_origin")
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind not in (FORM, ""):
        raise BadRequest(415, "refused_form")
    try:
        body = await read_body(request, MOST_BYTES)
    except UnreadBody as error:
        raise BadRequest(error.status, UNREAD[error.status]) from error
    if body and not kind:
        raise BadRequest(415, "refused_form")
    return _parse(body)


def _parse(body: bytes) -> Fields:
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError as error:  # bytes that are no text, or too many fields
        raise BadRequest(400, "refused_form") from error
    if any("\0" in name + value for name, value in pairs):
        raise BadRequest(400, "refused_form")
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise BadRequest(400, "refused_twice")
    return fields
