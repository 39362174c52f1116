"""The check of a database: whether it is whole, and serves a study that is thrown away from launch to deletion."""

import asyncio
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.types import Message, Receive, Scope, Send

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.errors import JtbdError, NotFound
from jtbd_core.form.routes import Form
from jtbd_core.study import Outcome, Step, Study
from jtbd_core.wave import Wave

STUDY = Study(
    title="A check by Headway, to be deleted",
    job="Check that answers are kept",
    steps=(Step(id="answer", name="Answer", is_core=True),),
    outcomes=(Outcome(id="time", statement="Minimize the time it takes to answer", step="answer"),),
)
TYPE = b"application/x-www-form-urlencoded"


def checkup(store: Store) -> str:
    """Check what is stored, serve a throw-away study, delete it, and return a sentence that all is well.

    Raises:
        JtbdError: something is not, and what.
    """
    if faults := store.faults():
        raise JtbdError(f"The database is not whole: {' '.join(faults)}")
    study_id = store.add_study(STUDY).id
    try:
        store.shelve_study(study_id, "archive")  # not among the studies that people work on
        asyncio.run(_serve(store, store.open_wave(study_id)))
    finally:
        store.delete_study(study_id)
    return "The database is whole, and a study was served from launch to deletion."


async def _serve(store: Store, wave: Wave) -> None:
    """Open the form, begin, rate, read the rating, and delete it by its receipt."""
    form = Form(_nothing_else, store)
    address = f"/r/{wave.rate_key}"
    await _expect(form, "GET", address, {}, 200)
    begun = await _expect(form, "POST", address, {}, 303)
    token = begun[b"location"].decode().split("/p/")[1].split("/")[0]
    rating = {"outcome": "time", "i.time": "4", "e.time": "2"}
    await _expect(form, "POST", f"{address}/p/{token}/card", rating, 204)
    kept = store.ratings(wave.id)[["importance", "experience"]].to_numpy().tolist()
    if kept != [[4, 2]]:
        raise JtbdError(f"A rating of 4 and 2 was stored as {kept}.")
    code = access.receipt(token)
    await _expect(form, "POST", "/r/receipt/delete", {"code": code, "sure": "1"}, 200)
    try:
        store.response_by_receipt(code)
    except NotFound:
        return
    raise JtbdError("An answer was deleted by its receipt, and is still there.")


async def _expect(form: Form, method: str, path: str, fields: Mapping[str, str], status: int) -> dict[bytes, bytes]:
    """Send a request to the form and return the headers of its reply, which must have this status."""
    replies: list[Message] = []
    body = urlencode(fields).encode()

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        replies.append(message)

    await form(_scope(method, path, len(body)), receive, send)
    if replies[0]["status"] != status:
        raise JtbdError(f"The form answered {method} {path} with {replies[0]['status']} instead of {status}.")
    return dict(replies[0]["headers"])


def _scope(method: str, path: str, length: int) -> dict[str, Any]:
    headers = [(b"host", b"localhost"), (b"content-type", TYPE), (b"content-length", str(length).encode())]
    return {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": headers,
        "client": None,
        "server": ("localhost", 80),
    }


async def _nothing_else(scope: Scope, receive: Receive, send: Send) -> None:
    raise JtbdError(f"The form does not serve {scope['path']}.")
