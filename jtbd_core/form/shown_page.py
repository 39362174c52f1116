"""The pages of the form that a respondent is shown between the introduction and the thanks."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response as Reply

from jtbd_core.errors import NotFound
from jtbd_core.form import itinerary
from jtbd_core.form.screens import screen
from jtbd_core.form.texts import text
from jtbd_core.form.visit import Visit, questions, used_solution


def shown_page(request: Request, visit: Visit, name: str) -> Reply:
    """Return the page of this name: about the respondent, of cards, or one that waits."""
    if name.startswith(itinerary.WAIT):
        return _waiting(request, visit, name.removeprefix(itinerary.WAIT))
    if name == itinerary.ABOUT:
        if not visit.study.questions():
            raise NotFound(text("en", "missing"))
        return about_page(request, visit, visit.response.profile if visit.response else {})
    page = visit.itinerary.page(name)
    ratings = visit.response.ratings if visit.response else {}
    return screen(
        request,
        "page.html",
        visit=visit,
        page=page,
        ratings=ratings,
        done=itinerary.rated(visit.study.outcomes, visit.study, ratings),
        pace=itinerary.pace(visit.study, visit.response),
        used=used_solution(visit),
        before=visit.itinerary.before(name),
    )


def about_page(request: Request, visit: Visit, given: Mapping[str, str], message: str = "") -> Reply:
    """Return the page about the respondent with the answers given so far, and what is wrong with them."""
    status = 422 if message else 200
    return screen(request, "about.html", status, visit=visit, questions=questions(visit), given=given, message=message)


def _waiting(request: Request, visit: Visit, after: str) -> Reply:
    known = {page.name for page in visit.itinerary.pages if not visit.itinerary.is_shut(page.name)}
    if visit.study.questions():
        known.add(itinerary.ABOUT)
    reply = screen(request, "wait.html", visit=visit, back=after if after in known else "")
    reply.headers["Refresh"] = str(itinerary.SECONDS_BETWEEN_RELOADS)
    return reply
