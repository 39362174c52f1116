"""Practice: a quiz on any phone, by a link without a key, in which a team learns to tell statements of outcomes apart.

It is plain HTML beside the form and not a Streamlit page: a page weighs 2 kB and needs no script and no socket, so a
team can take it before a workshop over any network, and a page costs the server a millisecond at most and no look into
the database. No key is needed, since no page shows anything of a study. All state stands in the query of the address
(`Attempt`): nothing is kept of anybody, not in a row, a cookie or a log, and the log of a proxy such as our nginx has
paths alone. Each network address gets so many pages, and all together too, so that practice cannot load the server.
"""

import os
from functools import partial
from secrets import randbelow
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse

from jtbd_core.errors import JtbdError
from jtbd_core.form.screens import draw
from jtbd_core.form.visit import root
from jtbd_core.glossary import GLOSSARY
from jtbd_core.study.practice import ORDERS, QUESTIONS, Attempt, attempt, exercises
from jtbd_core.web.buckets import Buckets, Rate
from jtbd_core.web.client import client
from jtbd_core.web.headers import HEADERS

PATH = "/practice"
SWITCH = "HEADWAY_PRACTICE"

OF_ADDRESS = Rate(500, 50.0)
"""The pages of one network address: those of 300 people in a room, who open one every six seconds."""

OF_ALL = Rate(2000, 100.0)
"""The pages of everybody together, a tenth of a processor."""


def offers_practice() -> bool:
    """Whether practice is open to anybody who can reach the server: unless HEADWAY_PRACTICE is `off`.

    Raises:
        JtbdError: it is neither `on` nor `off`.
    """
    said = os.environ.get(SWITCH, "on")
    if said not in ("on", "off"):
        raise JtbdError(f"{SWITCH} has to be on or off; it is “{said}”.")
    return said == "on"


class Practice:
    """The pages of practice."""

    def __init__(self, buckets: Buckets) -> None:
        self._buckets = buckets

    def show(self, request: Request) -> HTMLResponse:
        """Show the exercise or the end that the address says, without an order the start; 429 if it is too much.

        Raises:
            NotFound: no page leads to such an address.
        """
        limits = [(("practice", client(request).address), OF_ADDRESS), (("practice",), OF_ALL)]
        if seconds := max(self._buckets.seconds(*one) for one in limits):
            return _busy(request, seconds)
        for one in limits:
            self._buckets.take(*one)
        if "order" not in request.query_params:
            begin = _address(request, Attempt(randbelow(ORDERS)))
            return _page(request, "practice_start.html", begin=begin, total=len(exercises()), terms=_terms())
        return _attempt_page(request, attempt(request.query_params))


def _attempt_page(request: Request, one: Attempt) -> HTMLResponse:
    address = partial(_address, request)
    if one.is_over:
        return _page(request, "practice_end.html", attempt=one, address=address, total=len(exercises()))
    question = QUESTIONS[one.exercise.asked]
    terms = {term: text for term, text in _terms().items() if term in question.terms}
    return _page(request, "practice.html", attempt=one, question=question, address=address, terms=terms)


def _terms() -> dict[str, str]:
    """Return what the questions ask for, each explained in one sentence of plain text."""
    asked = [term for question in QUESTIONS.values() for term in question.terms]
    return {term: GLOSSARY[term].replace("*", "") for term in asked}


def _address(request: Request, one: Attempt) -> str:
    return f"{root(request)}{PATH}?{urlencode(one._asdict())}"


def _page(request: Request, template: str, status: int = 200, **values: object) -> HTMLResponse:
    return HTMLResponse(draw(template, "en", root=root(request), **values), status, HEADERS)


def _busy(request: Request, seconds: int) -> HTMLResponse:
    said = {"title": "One moment", "message": "Very many people practice just now. Try again in a few seconds."}
    reply = _page(request, "notice.html", 429, retry=f"{root(request)}{PATH}?{request.url.query}", **said)
    reply.headers["Retry-After"] = str(seconds)
    return reply
