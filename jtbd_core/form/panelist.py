"""The person of a panel who visits: what their link carried, kept in a cookie of its own, apart from the token's.

Only a parameter that the wave names counts. The mark is random, made at the first look, and kept by the browser alone:
with it the same person can press *Start* twice, and another browser with the same id cannot.
"""

import base64
import binascii
from collections.abc import Mapping

import msgspec
from starlette.requests import Request
from starlette.responses import Response as Reply

from jtbd_core.access import is_token, new_key
from jtbd_core.wave import Wave
from jtbd_core.wave.panel import Panelist
from jtbd_core.web.cookies import keep_cookie

COOKIE = "headway-panel"
FIELD = "panel"
"""The hidden field of the mark, and before a dot and its name that of each value."""


def panelist(request: Request, wave: Wave, sent: Mapping[str, str]) -> tuple[Panelist | None, bool]:
    """Return who of a panel visits, None if nobody, and whether it is another one than the browser knows so far."""
    known = _known(request, wave)
    fields = {name: sent[f"{FIELD}.{name}"] for name in wave.panel.parameters if f"{FIELD}.{name}" in sent}
    told = wave.panel.values(fields or request.query_params)
    if not told or "token" in request.path_params or (known and next(iter(told.values())) == known.id):
        return known, False
    mark = sent.get(FIELD, "")
    return Panelist(told, mark if is_token(mark) else new_key()), True


def keep_panelist(request: Request, reply: Reply, panelist: Panelist, *, seconds: int, path: str) -> None:
    """Set the cookie of a panelist."""
    value = base64.urlsafe_b64encode(msgspec.json.encode(panelist)).decode()
    keep_cookie(request, reply, COOKIE, value, seconds=seconds, path=path)


def _known(request: Request, wave: Wave) -> Panelist | None:
    try:
        found = msgspec.json.decode(base64.urlsafe_b64decode(request.cookies.get(COOKIE, "")), type=Panelist)
    except (binascii.Error, ValueError):
        return None
    told = wave.panel.values(found.values)
    return Panelist(told, found.mark) if told and is_token(found.mark) else None
