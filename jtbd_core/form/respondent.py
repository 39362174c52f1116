"""The requests of a respondent: pages of the form, and saves of answers."""

from concurrent.futures import Future
from dataclasses import replace

from msgspec.structs import replace as replaced
from starlette.requests import Request
from starlette.responses import Response as Reply

from jtbd_core.access import receipt, response_id
from jtbd_core.contract import Store
from jtbd_core.errors import CodeUsed, NotFound, WaveClosed
from jtbd_core.form import fields, itinerary, tokens
from jtbd_core.form.acknowledgement import Acknowledgement
from jtbd_core.form.fields import Fields
from jtbd_core.form.posted_answers import posted_answers
from jtbd_core.form.screens import say, screen, state
from jtbd_core.form.texts import text
from jtbd_core.form.throttle import Throttle
from jtbd_core.form.visit import COOKIE, Visit, arrive, arrive_at, questions, root, shown_study, used_solution
from jtbd_core.live.group_means import GroupMeans
from jtbd_core.study.duration import duration
from jtbd_core.wave import Answers, asked_study
from jtbd_core.web.client import client
from jtbd_core.web.headers import redirect


class Respondent:
    """Shows the pages of one wave and saves what they send; every save is idempotent."""

    def __init__(self, store: Store, means: GroupMeans, throttle: Throttle) -> None:
        self._store = store
        self._throttle = throttle
        self._secret = store.secret()
        self._means = means

    def enter(self, request: Request) -> Reply:
        """Show the introduction, or redirect to the page where a begun response resumes."""
        visit = self._arrive(request).spoken()
        if self._needs_code(visit):
            return _ask_code(request, self._with_token(visit), request.query_params.get("code", "")[:20])
        if visit.is_by_link or visit.response:
            return _go(request, visit, visit.itinerary.resume())
        return screen(request, "intro.html", visit=visit, minutes=duration(visit.study))

    def start(self, request: Request, sent: Fields) -> Acknowledgement:
        """Issue the respondent's token and redirect to the first page; the response begins with the first answer."""
        visit = self._arrive(request)
        is_remembered, visit = bool(visit.token), self._with_token(visit)
        if self._needs_code(visit) and (refused := self._admit(request, visit, sent.get("code", "")[:20])):
            return Acknowledgement(refused)
        visit = replace(visit, is_by_link=True, is_remembered=is_remembered)
        return Acknowledgement(_go(request, visit, visit.itinerary.resume()))

    def leave(self, request: Request, sent: Fields) -> Acknowledgement:
        """Delete the token's cookie, so that the next person can answer on this device."""
        address = f"{root(request)}/r/{request.path_params['key']}"
        reply = redirect(address)
        reply.delete_cookie(COOKIE, path=address, httponly=True, samesite="lax")
        return Acknowledgement(reply)

    def show(self, request: Request) -> Reply | Acknowledgement:
        """Show one page of the form with the answers stored so far; where the facilitator opens the pages, join.

        Not at *Start*: tapped twice before a reply is there, it issues two tokens, one of which the browser drops.
        """
        visit = self._arrive(request).spoken()
        name = request.path_params["page"]
        if not visit.token or (name == itinerary.THANKS and visit.response is None) or self._needs_code(visit):
            return redirect(visit.address)
        if visit.is_by_link and visit.is_remembered:
            return _go(request, visit, name)
        if visit.itinerary.is_shut(name) or (
            name.startswith(itinerary.WAIT) and visit.itinerary.after_wait(name) != name
        ):
            return _go(request, visit, visit.itinerary.after_wait(name))
        reply = self._thanks(request, visit) if name == itinerary.THANKS else _page(request, visit, name)
        visit.remember(request, reply)
        if visit.opened is None or visit.response:
            return reply
        return Acknowledgement(reply, self._store.saving(visit.record, visit.wave, visit.token, Answers()))

    def save(self, request: Request, sent: Fields) -> Acknowledgement:
        """Save the answers of a posted page, and redirect to the page that the button leads to."""
        visit = self._arrive(request)
        name, pressed = request.path_params["page"], fields.pressed_button(sent)
        save = self._saving(visit, posted_answers(visit, name, sent, pressed))
        return Acknowledgement(_go(request, visit, visit.itinerary.target(name, pressed)), save)

    def save_card(self, request: Request, sent: Fields) -> Acknowledgement:
        """Save one card, as the page's script does at every tap, without reading the response."""
        token = request.path_params["token"]
        wave = arrive_at(self._store, request)
        if wave.status != "open" or not tokens.is_issued(self._secret, wave.id, token):
            wave = self._arrive(request).wave  # refuses, and says why
        record = self._store.study(wave.study_id)
        study = shown_study(self._store, asked_study(record.study, wave), wave, token)
        card = fields.card(study, sent)
        if not fields.has_trusted_clock(sent):
            card = replaced(card, tapped=max(card.tapped or 0, self._last_tap(token) + 1))
        ratings = itinerary.placed((card,), study, response_id(token))
        save = self._store.saving(record, wave, token, Answers(ratings=ratings))
        return Acknowledgement(Reply(status_code=204), save)

    def save_question(self, request: Request, sent: Fields) -> Acknowledgement:
        """Save one answer about the respondent, as the script does; an empty post probes whether it could."""
        visit = self._arrive(request)
        given = fields.profile(visit.study, sent)
        if given.tapped and visit.response and not fields.has_trusted_clock(sent):
            given = replaced(given, tapped=max(given.tapped, visit.response.tapped + 1))
        return Acknowledgement(Reply(status_code=204), self._saving(visit, given))

    def turned_away(self, request: Request, error: WaveClosed) -> Reply:
        """Show why no answers are accepted now, with the receipt code of those that are stored."""
        visit = arrive(self._store, self._secret, request).spoken()
        found = self._means.differences(visit.wave, visit.response)
        kept = receipt(visit.token) if visit.response else ""
        return state(request, error.status, kept, study=visit.study, differences=found)

    def _thanks(self, request: Request, visit: Visit) -> Reply:
        ratings = visit.response.ratings if visit.response else {}
        counts = [(page, itinerary.rated(page.outcomes, visit.study, ratings)) for page in visit.itinerary.pages]
        return screen(
            request,
            "thanks.html",
            visit=visit,
            counts=counts,
            done=sum(count for _, count in counts),
            rest=next((page.name for page, count in counts if count < len(page.outcomes)), None),
            study=visit.study,
            differences=self._means.differences(visit.wave, visit.response),
            receipt=receipt(visit.token),
            link=f"{request.base_url.scheme}://{request.base_url.netloc}{visit.personal}",
        )

    def _with_token(self, visit: Visit) -> Visit:
        if visit.token:
            return visit
        token = tokens.issue_token(self._secret, visit.wave.id)
        self._store.expect(token)
        return replace(visit, token=token, is_remembered=False)

    def _needs_code(self, visit: Visit) -> bool:
        if not visit.wave.asks_code or visit.response:
            return False
        return not visit.token or not self._store.may_begin(visit.wave.id, visit.token)

    def _admit(self, request: Request, visit: Visit, typed: str) -> Reply | None:
        """Redeem a single-use code for the token; return the page that asks for another one if it is wrong or used."""
        try:
            with self._throttle.guess(client(request)):
                self._store.use_code(visit.wave.id, typed, visit.token)
        except NotFound:
            return _ask_code(request, visit.spoken(), typed, 404, "code_unknown")
        except CodeUsed:
            return _ask_code(request, visit.spoken(), typed, 409, "code_used")
        return None

    def _last_tap(self, token: str) -> int:
        try:
            return self._store.response(token).tapped
        except NotFound:
            return 0

    def _saving(self, visit: Visit, answers: Answers) -> Future[None] | None:
        if answers == Answers():
            return None
        return self._store.saving(visit.record, visit.wave, visit.token, answers)

    def _arrive(self, request: Request) -> Visit:
        visit = arrive(self._store, self._secret, request)
        if visit.record.shelf == "bin":
            raise WaveClosed("binned")
        if visit.wave.status != "open":
            raise WaveClosed(visit.wave.status)
        if visit.wave.limits.cap is not None and not visit.response and self._store.is_full(visit.wave.id):
            raise WaveClosed("full")
        return visit


def _ask_code(request: Request, visit: Visit, typed: str, status: int = 200, wrong: str = "") -> Reply:
    message = say(request, wrong) if wrong else ""
    about = {"visit": visit, "minutes": duration(visit.study)}
    reply = screen(request, "intro.html", status, code=typed, message=message, **about)
    # The token is set before the code is sent: if the reply is lost, the browser can send the code again.
    visit.remember(request, reply)
    return reply


def _go(request: Request, visit: Visit, name: str) -> Reply:
    reply = redirect(f"{visit.shown_at}/{name}")
    visit.remember(request, reply)
    return reply


def _page(request: Request, visit: Visit, name: str) -> Reply:
    if name.startswith(itinerary.WAIT):
        return _waiting(request, visit, name.removeprefix(itinerary.WAIT))
    if name == itinerary.ABOUT:
        if not visit.study.questions():
            raise NotFound(text("en", "missing"))
        return screen(request, "about.html", visit=visit, questions=questions(visit))
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


def _waiting(request: Request, visit: Visit, after: str) -> Reply:
    known = {page.name for page in visit.itinerary.pages if not visit.itinerary.is_shut(page.name)}
    if visit.study.questions():
        known.add(itinerary.ABOUT)
    reply = screen(request, "wait.html", visit=visit, back=after if after in known else "")
    reply.headers["Refresh"] = str(itinerary.SECONDS_BETWEEN_RELOADS)
    return reply
