"""The screens of the form: HTML of a template each, with our own style and script only, and never cached."""

from collections.abc import Mapping
from functools import cache, lru_cache, partial
from urllib.parse import quote

from babel import Locale
from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from jtbd_core.errors import JtbdError, NotFound, StoreUnavailable
from jtbd_core.form.assets import HERE, version
from jtbd_core.form.card_questions import CardQuestion, card_questions, said_difference
from jtbd_core.form.languages import FIELD, interface_language, language_choice, text_direction
from jtbd_core.form.post import BadRequest
from jtbd_core.form.refusal import FormRefusal
from jtbd_core.form.texts import text
from jtbd_core.form.throttle import TooManyGuesses
from jtbd_core.form.visit import root
from jtbd_core.privacy import THRESHOLD
from jtbd_core.study import DAYS_IN_BIN, OTHER_SOLUTION, Outcome, Study
from jtbd_core.study.duration import minutes_left
from jtbd_core.study.translation import language_of
from jtbd_core.wave import LONGEST_SOLUTION, Rating, Wave
from jtbd_core.wave.retention import End
from jtbd_core.web.headers import HEADERS

SHORT = ("about.html", "page.html")  # pages that show one language until it is pressed: 100 B less each
MOST_CARDS_KEPT = 4096  # 2 kB each: most cards of a room are drawn unrated, and alike
# Paused is temporary (423 Locked), closed and binned are final (410 Gone), full may change (409 Conflict).
# Whom a round turned away for good did nothing wrong (200), but a second browser with a link did (409).
STATES: Mapping[str, int] = {
    "paused": 423,
    "closed": 410,
    "binned": 410,
    "full": 409,
    "draft": 404,
    "screened": 200,
    "quota": 200,
    "listed": 409,
}

KEPT: Mapping[End, str] = {"anonymise": "kept_anonymise", "delete": "kept_delete"}
"""The texts that say until when answers are kept, by their end."""


def screen(request: Request, template: str, status: int = 200, **values: object) -> HTMLResponse:
    """Return a page drawn from a template."""
    settled = language_choice(request)
    if request.method == "GET" or "here" in values:  # the page can be requested again in another language
        is_short = template in SHORT and FIELD not in request.query_params
        offer = {"here": address(request), "method": request.method.lower(), "is_short": is_short}
        values = {**offer, "offered": settled.offered, **values}
    page = draw(template, settled.language, root=root(request), is_live=True, chosen=settled.chosen, **values)
    return HTMLResponse(page, status, HEADERS)


def address(request: Request) -> str:
    """Return the path of a request, quoted; without the query, which may hold bytes that are no text."""
    return quote(str(request.scope["path"]))


def draw(template: str, language: str, root: str = "", **values: object) -> str:
    """Return the HTML of a page drawn from a template; `root` is the path under which the app is mounted.

    Only with `is_live` it has the script, which saves each tap.
    """
    words = interface_language(language)
    said = {
        "t": partial(text, words),
        "card_questions": partial(card_questions, words),
        "said_difference": partial(said_difference, words),
        "lang": words,
        "dir": text_direction(words),
        "lang_of": partial(_lang_of, language),
        "card": partial(_card, language),
        "language": language,
    }
    return _templates().get_template(template).render(root=root, **said, **values)


def _card(language: str, study: Study, outcome: Outcome, rating: Rating | None, used: tuple[str, str]) -> Markup:
    words = interface_language(language)
    return _drawn_card(
        words,
        outcome.statement,
        _lang_of(language, study, f"outcome.{outcome.id}"),
        card_questions(words, study, outcome),
        rating or Rating(outcome=outcome.id),
        _solution(language, study, *used),
    )


def _solution(language: str, study: Study, option: str, name: str) -> Markup:
    """Return the name of the solution that a respondent uses, in its own direction; empty if it is not known."""
    spoken = Markup() if option == OTHER_SOLUTION else _lang_of(language, study, f"solution.{option}")
    return Markup("<bdi{}>{}</bdi>").format(spoken, name) if name else Markup()


@lru_cache(MOST_CARDS_KEPT)
def _drawn_card(
    words: str, statement: str, spoken: Markup, questions: tuple[CardQuestion, ...], rating: Rating, solution: Markup
) -> Markup:
    drawn = (
        _templates()
        .get_template("card.html")
        .render(
            t=partial(text, words),
            statement=statement,
            spoken=spoken,
            rating=rating,
            questions=[(question, getattr(rating, question.rated)) for question in questions],
            solution=solution,
        )
    )
    return Markup(drawn)  # noqa: S704 - the template has escaped it


def say(request: Request, key: str, **values: object) -> str:
    """Return one text in the interface language of a request."""
    return text(language_choice(request).interface, key, **values)


def kept_until(request: Request, wave: Wave) -> str:
    """Return in words until when the answers of a wave are kept, and their end; empty where they are kept for good."""
    if wave.retention is None:
        return ""
    day = format_date(wave.retention.until, "long", Locale(language_choice(request).interface))
    return say(request, KEPT[wave.retention.end], day=day)


def _lang_of(language: str, study: Study, name: str) -> Markup:
    """Return the `lang` and `dir` attributes of a text of the study that is not in the language of the page."""
    spoken = language_of(study, name, language)
    if spoken == interface_language(language):
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(spoken, text_direction(spoken))


def state(request: Request, status: str, receipt: str = "", **values: object) -> HTMLResponse:
    """Return the page that says why no answers are accepted; `receipt` is the code of a stored response, else empty."""
    known = status if status in STATES else "closed"
    return screen(
        request,
        "notice.html",
        STATES[known],
        title=say(request, f"{known}_title"),
        message=say(request, known, days=DAYS_IN_BIN),
        is_safe=bool(receipt) and known != "binned",
        retry=address(request) if known in ("paused", "draft") else "",
        receipt=receipt,
        has_receipts=known not in ("screened", "quota", "listed"),
        **values,
    )


def refusal(request: Request, error: JtbdError) -> HTMLResponse:
    """Return the page of an error: its HTTP status, title and message."""
    status, title = _meaning(error)
    if status == 503 and request.method == "POST":
        title = "refused_title"  # the answers of this post were not saved
    message = _message(request, error)
    key = request.path_params.get("key") if status != 404 else None
    back = f"{root(request)}/r/{key}" if key else ""
    reply = screen(request, "notice.html", status, title=say(request, title), message=message, back=back)
    if isinstance(error, TooManyGuesses):
        reply.headers["Retry-After"] = str(error.seconds)
    return reply


def _message(request: Request, error: JtbdError) -> str:
    match error:
        case NotFound():  # one message for all: a guessed key learns no more
            return say(request, "missing")
        case StoreUnavailable():
            return say(request, "sorry")
        case FormRefusal():
            return say(request, error.key, **error.values)
        case _:
            return str(error)


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
        auto_reload=False,  # else each page looks whether its template's file has changed
    )
    templates.globals.update(
        minutes_left=minutes_left,
        offered={},
        chosen="",
        version=version(),
        is_live=False,
        way_back="",
        threshold=THRESHOLD,
        other=OTHER_SOLUTION,
        longest_solution=LONGEST_SOLUTION,
    )
    return templates
