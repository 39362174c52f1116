"""A visit to the form: the wave of the address, and the response of the personal token.

The token stands in a cookie for the wave's own addresses, or in the personal link. Pages are shown at the wave's
own address, so that no token is visible on the screen, once the browser has sent the cookie back; before that at the
personal address. Answers are posted to the personal address alone: a foreign page, which does not know the token,
cannot forge them (CSRF).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import Response as Reply

from jtbd_core.access import is_token, response_id
from jtbd_core.contract import Store
from jtbd_core.errors import NotFound
from jtbd_core.form import languages, tokens
from jtbd_core.form.itinerary import Itinerary
from jtbd_core.form.panelist import keep_panelist, panelist
from jtbd_core.form.texts import text
from jtbd_core.study import OTHER_SOLUTION, SOLUTION_QUESTION, Study, StudyRecord
from jtbd_core.study.rotation import has_rotation, part
from jtbd_core.study.sections import Section, asked_sections
from jtbd_core.study.translation import in_language
from jtbd_core.wave import Response, Wave, asked_study
from jtbd_core.wave.panel import Panelist
from jtbd_core.web.cookies import keep_cookie

COOKIE = "headway"
SECONDS_KEPT = 90 * 24 * 3600
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Visit:
    """One request of one respondent; `token` is empty before *Start*, `response` None before the first answer.

    `record` is the study as stored; `study` holds the outcomes that this respondent is shown: those the wave asks and,
    with a rotation, those assigned.
    `opened` are the sections that the facilitator has opened so far, None where everybody goes at their own pace.
    `panelist` is who visits of a panel; one who `is_another` than the browser knew has no token yet.
    """

    address: str
    record: StudyRecord
    wave: Wave
    study: Study
    token: str
    response: Response | None
    is_by_link: bool
    is_remembered: bool
    language: str
    opened: tuple[Section, ...] | None = None
    panelist: Panelist | None = None
    is_another: bool = False

    @property
    def must_qualify(self) -> bool:
        """Whether this is a newcomer to a wave where it depends on answers who is asked."""
        return bool(self.wave.panel.gate) and self.response is None

    @property
    def personal(self) -> str:
        """The personal address, without host."""
        return f"{self.address}/p/{self.token}"

    @property
    def response_id(self) -> str:
        """The id of the response, a digest from which the token cannot be recovered."""
        return response_id(self.token)

    @property
    def shown_at(self) -> str:
        """The address below which this visitor's pages are shown."""
        return self.personal if self.is_by_link and not self.is_remembered else self.address

    @cached_property
    def itinerary(self) -> Itinerary:
        """The itinerary of this respondent."""
        return Itinerary(self.study, self.response_id, self.response, self.opened)

    def spoken(self) -> "Visit":
        """Return the visit with its study translated into the language of the page."""
        return replace(self, study=in_language(self.study, self.language))

    def remember(self, request: Request, reply: Reply) -> None:
        """Set the cookies of token and panelist for this wave's addresses, unless the browser has sent them."""
        if self.panelist and self.is_another:
            keep_panelist(request, reply, self.panelist, seconds=SECONDS_KEPT, path=self.address)
            if not self.token:  # that of whoever answered before on this device
                forget_visitor(reply, self.address)
        if self.token and not self.is_remembered:
            keep_cookie(request, reply, COOKIE, self.token, seconds=SECONDS_KEPT, path=self.address)


def arrive(store: Store, secret: str, request: Request, sent: Mapping[str, str] = NOTHING) -> Visit:
    """Return the visit that a request, with the fields that it sent, belongs to.

    Raises:
        NotFound: the wave's key, or the token of the personal link, opens nothing.
    """
    wave, by_link = arrive_at(store, request), request.path_params.get("token", "")
    known, is_another = panelist(request, wave, sent)
    by_cookie = "" if is_another else request.cookies.get(COOKIE, "")
    token = by_link or by_cookie
    if not (is_token(token) and tokens.is_issued(secret, wave.id, token)):
        if by_link:
            raise NotFound(text("en", "missing"))
        token = ""
    record = store.study(wave.study_id)
    asked = asked_study(record.study, wave)
    opened = store.stage(wave.id).opened
    return Visit(
        address=f"{root(request)}/r/{wave.rate_key}",
        record=record,
        wave=wave,
        study=shown_study(store, asked, wave, token),
        token=token,
        response=_response(store, token) if token else None,
        is_by_link=bool(by_link),
        is_remembered=bool(token) and token == by_cookie,
        language=languages.settle_language(request, asked).language,
        opened=None if opened is None else tuple(asked_sections(asked))[:opened],
        panelist=known,
        is_another=is_another,
    )


def forget_visitor(reply: Reply, address: str, cookie: str = COOKIE) -> None:
    """Delete a cookie for the addresses of a wave."""
    reply.delete_cookie(cookie, path=address, httponly=True, samesite="lax")


def arrive_at(store: Store, request: Request) -> Wave:
    """Return the wave whose rate key is in the address; `NotFound` if there is none."""
    key = request.path_params["key"]
    if not is_token(key):
        raise NotFound(text("en", "missing"))
    return store.wave_by_key("rate", key)


def keep_language(request: Request, reply: Reply) -> None:
    """Set the cookie of a language that was chosen by the address, for this wave's addresses."""
    key, asked = request.path_params.get("key", ""), request.query_params.get(languages.FIELD)
    if asked and is_token(key) and (chosen := languages.language_choice(request).chosen) == asked:
        path = f"{root(request)}/r/{key}"
        keep_cookie(request, reply, languages.COOKIE, chosen, seconds=SECONDS_KEPT, path=path)


def root(request: Request) -> str:
    """Return the path under which the app is mounted, mostly empty."""
    return str(request.scope.get("root_path", "")).rstrip("/")


def shown_study(store: Store, study: Study, wave: Wave, token: str) -> Study:
    """Return the study with the outcomes assigned to a token; all of them unless the wave rotates."""
    if not token or wave.status != "open" or not has_rotation(study):
        return study
    return part(study, store.assigned(study, wave.id, token))


def questions(visit: Visit) -> list[tuple[str, str, dict[str, str]]]:
    """Return the questions about the respondent: id, question in the language of the visit, option id → label."""
    asked = {part.id: part.question for part in visit.study.circumstances}
    return [
        (name, asked.get(name, text(languages.interface_language(visit.language), "solution")), options)
        for name, options in visit.study.questions().items()
    ]


def used_solution(visit: Visit) -> tuple[str, str]:
    """Return the option id and the name of the solution that the respondent uses, both empty where none was named."""
    profile = visit.response.profile if visit.response else {}
    option = profile.get(SOLUTION_QUESTION, "")
    if option == OTHER_SOLUTION and visit.response:
        return option, visit.response.own_solution
    return option, visit.study.questions().get(SOLUTION_QUESTION, {}).get(option, "")


def _response(store: Store, token: str) -> Response | None:
    try:
        return store.response(token)
    except NotFound:
        return None
