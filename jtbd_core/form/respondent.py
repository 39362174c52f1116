"""The requests of a respondent: pages of the form, and saves of answers."""

from concurrent.futures import Future
from dataclasses import replace

from msgspec.structs import replace as replaced
from starlette.requests import Request
from starlette.responses import Response as Reply

from jtbd_core.access import receipt, response_id
from jtbd_core.contract import Store
from jtbd_core.errors import NotFound, WaveClosed
from jtbd_core.form import ending, fields, itinerary, panelist, tokens
from jtbd_core.form.acknowledgement import Acknowledgement
from jtbd_core.form.fields import Fields
from jtbd_core.form.posted_answers import check_fixed, posted_answers
from jtbd_core.form.screens import kept_until, say, screen, state
from jtbd_core.form.shown_page import about_page, shown_page
from jtbd_core.form.throttle import Throttle
from jtbd_core.form.visit import (
    COOKIE,
    NOTHING,
    Visit,
    arrive,
    arrive_at,
    forget_visitor,
    root,
    shown_study,
)
from jtbd_core.live.group_means import GroupMeans
from jtbd_core.study.duration import duration
from jtbd_core.wave import Answers, asked_study
from jtbd_core.web.client import client
from jtbd_core.web.headers import redirect


class Respondent:
    """Shows the pages of one wave and saves what they send; every save is idempotent."""

    def __init__(self, store: Store, means: GroupMeans, codes: Throttle, links: Throttle) -> None:
        self._store = store
        self._codes = codes
        self._links = links
        self._secret = store.secret()
        self._means = means

    def enter(self, request: Request) -> Reply:
        """Show the introduction, or redirect to the page where a begun response resumes."""
        visit = self._arrive(request).spoken()
        if self._needs_code(visit):
            return _ask_code(request, self._with_token(visit), request.query_params.get("code", "")[:20])
        if visit.is_by_link or visit.response:
            return _go(request, visit, visit.itinerary.resume())
        reply = screen(request, "intro.html", visit=visit, minutes=duration(visit.study))
        visit.remember(request, reply)
        return reply

    def start(self, request: Request, sent: Fields) -> Acknowledgement:
        """Issue the respondent's token and redirect to the first page; the response begins with the first answer."""
        visit = self._arrive(request, sent)
        if visit.panelist:  # before a code is used up
            with self._links.guess(client(request)):
                self._store.check_panelist(visit.wave.id, visit.panelist)
        is_remembered, visit = bool(visit.token), self._with_token(visit)
        if self._needs_code(visit) and (refused := self._admit(request, visit, sent.get("code", "")[:20])):
            return Acknowledgement(refused)
        visit = replace(visit, is_by_link=True, is_remembered=is_remembered)
        listing = self._store.note_panelist(visit.wave.id, visit.panelist, "started") if visit.panelist else None
        return Acknowledgement(_go(request, visit, visit.itinerary.resume()), listing)

    def leave(self, request: Request, sent: Fields) -> Acknowledgement:
        """Delete the token's cookie, so that the next person can answer on this device."""
        address = f"{root(request)}/r/{request.path_params['key']}"
        reply = redirect(address)
        for cookie in (COOKIE, panelist.COOKIE):
            forget_visitor(reply, address, cookie)
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
        if (following := _instead(visit, name)) != name:
            return _go(request, visit, following)
        if name == itinerary.THANKS:
            return self._thanks(request, visit)
        reply = shown_page(request, visit, name)
        visit.remember(request, reply)
        if visit.opened is None or visit.response or visit.must_qualify:
            return reply
        return Acknowledgement(reply, self._store.saving(visit.record, visit.wave, visit.token, Answers()))

    def save(self, request: Request, sent: Fields) -> Acknowledgement:
        """Save the answers of a posted page, and redirect to the page that the button leads to."""
        visit = self._arrive(request)
        name, pressed = request.path_params["page"], fields.pressed_button(sent)
        answers = posted_answers(visit, name, sent, pressed)
        if visit.must_qualify and not all(answers.profile.get(question) for question in visit.wave.panel.gate):
            return Acknowledgement(about_page(request, visit.spoken(), answers.profile, say(request, "gate_missing")))
        save = self._saving(visit, answers)
        led_on = ending.LED_ON if answers.is_finished else ""
        return Acknowledgement(_go(request, visit, visit.itinerary.target(name, pressed) + led_on), save)

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
        check_fixed(visit, given.profile)
        if given.tapped and visit.response and not fields.has_trusted_clock(sent):
            given = replaced(given, tapped=max(given.tapped, visit.response.tapped + 1))
        return Acknowledgement(Reply(status_code=204), self._saving(visit, given))

    def turned_away(self, request: Request, error: WaveClosed) -> Reply:
        """Show why no answers are accepted now, with the receipt code of those that are stored."""
        visit = arrive(self._store, self._secret, request).spoken()
        found = self._means.differences(visit.wave, visit.response)
        kept = receipt(visit.token) if visit.response else ""
        way_back = "" if visit.response else ending.way_back(visit, error.status)
        reply = state(request, error.status, kept, study=visit.study, differences=found, way_back=way_back)
        visit.remember(request, reply)
        ending.note_end(self._store, visit, error)
        return ending.led_on(visit, reply, way_back) if error.status in ending.ENDS else reply

    def _thanks(self, request: Request, visit: Visit) -> Acknowledgement:
        """Show the thanks; who has finished is noted in the list of the panel before, and led back to it."""
        is_done = visit.response is not None and visit.response.is_finished
        way_back = ending.way_back(visit, "completed") if is_done else ""
        reply = self._thanked(request, visit, way_back)
        visit.remember(request, reply)
        if ending.LED_ON.strip("?") in request.query_params:
            ending.led_on(visit, reply, way_back)
        noted = is_done and visit.panelist
        return Acknowledgement(reply, self._store.note_panelist(visit.wave.id, noted, "completed") if noted else None)

    def _thanked(self, request: Request, visit: Visit, way_back: str) -> Reply:
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
            kept=kept_until(request, visit.wave),
            way_back=way_back,
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
            with self._codes.guess(client(request)):
                self._store.use_code(visit.wave.id, typed, visit.token)
        except NotFound:
            return _ask_code(request, visit.spoken(), typed, 404, "code_wrong")
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

    def _arrive(self, request: Request, sent: Fields = NOTHING) -> Visit:
        visit = arrive(self._store, self._secret, request, sent)
        if visit.record.shelf == "bin":
            raise WaveClosed("binned")
        if visit.wave.status != "open":
            raise WaveClosed(visit.wave.status)
        if visit.wave.limits.cap is not None and not visit.response and self._store.is_full(visit.wave.id):
            raise WaveClosed("full")
        if visit.must_qualify and visit.token and (reason := self._store.turned_away(visit.wave.id, visit.token)):
            raise WaveClosed(reason)
        return visit


def _instead(visit: Visit, name: str) -> str:
    """Return the page to be shown instead of one that is not open to this visitor, else the page itself."""
    if visit.must_qualify:
        return itinerary.ABOUT
    if visit.itinerary.is_shut(name) or name.startswith(itinerary.WAIT):
        return visit.itinerary.after_wait(name)
    return name


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
