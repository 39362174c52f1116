"""The languages of a page: negotiated from the form's choice, else the browser's, else the study's own."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple, cast

from babel import Locale, UnknownLocaleError
from starlette.requests import Request

from jtbd_core.form.texts import TEXTS
from jtbd_core.study import Study
from jtbd_core.study.translation import spoken

COOKIE = "headway-language"
FIELD = "language"


class LanguageChoice(NamedTuple):
    """The language of one request, the one `chosen` on the form (empty if none), and those `offered`: code → name."""

    language: str
    chosen: str
    offered: Mapping[str, str]

    @property
    def interface(self) -> str:
        """The language of the form's own words."""
        return interface_language(self.language)


def settle_language(request: Request, study: Study | None = None, sent: str = "") -> LanguageChoice:
    """Negotiate the language of a request and store it in `request.state`; `sent` is that of a posted field.

    Offered are those that a study is translated into: questions in German about English statements help nobody.
    """
    offered = _offered(spoken(study) if study else tuple(TEXTS))
    asked = (sent, request.query_params.get(FIELD, ""), request.cookies.get(COOKIE, ""))
    chosen = next((code for code in asked if code in offered), "")
    accepted = _first(_accepted(request.headers.get("accept-language", "")[:500]), offered)
    language = chosen or accepted or (study.language if study else "en")
    request.state.choice = LanguageChoice(language, chosen, offered)
    return cast(LanguageChoice, request.state.choice)


def language_choice(request: Request) -> LanguageChoice:
    """Return the language settled for a request; if none is, settle it without a study."""
    return getattr(request.state, "choice", None) or settle_language(request)


@cache
def _offered(codes: tuple[str, ...]) -> Mapping[str, str]:
    return MappingProxyType({code: own_name(code) for code in codes})


def interface_language(language: str) -> str:
    """Return the language of the form's own texts on a page in `language`: the same where it has them, else English."""
    return _first([language], TEXTS) or "en"


@cache
def own_name(language: str) -> str:
    """Return the name of a language in that language; of an unknown one, its code."""
    found = _locale(language)
    name = str(found.display_name) if found else language
    return name[:1].upper() + name[1:] if found else name


@cache
def text_direction(language: str) -> str:
    """Return the writing direction of a language: `ltr` or `rtl`."""
    found = _locale(language)
    return found.text_direction if found else "ltr"


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@lru_cache(maxsize=256)
def _accepted(header: str) -> list[str]:
    """Return the languages of an Accept-Language header, the preferred first; malformed entries are left out."""
    weights: dict[str, float] = {}
    for part in header.split(","):
        tag, _, weight = part.strip().partition(";q=")
        try:
            weights[tag] = float(weight or 1)
        except ValueError:
            continue
    return sorted((tag for tag in weights if weights[tag] > 0), key=lambda tag: -weights[tag])


def _first(wanted: Iterable[str], offered: Iterable[str]) -> str:
    known = {code.lower(): code for code in offered}
    return next((known[one] for tag in wanted for one in _wider(tag.lower()) if one in known), "")


def _wider(tag: str) -> Iterator[str]:
    """Yield a language tag and its prefixes: `de-ch-1901`, `de-ch`, `de`."""
    parts = tag.split("-")
    return ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
