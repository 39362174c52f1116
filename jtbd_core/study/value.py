"""`Value`, the base of all values, and the checks of ids, texts and counts that their constructors share."""

import re
import unicodedata
from collections.abc import Collection, Iterable

import msgspec

from jtbd_core.errors import InvalidStudy

LONGEST_TEXT = 300
MOST_OUTCOMES = 300
MOST = {
    "job steps": 100,
    "activities of a job step": 30,
    "outcomes": MOST_OUTCOMES,
    "solutions": 300,
    "circumstances": 100,
    "options of a question": 300,
    "translations": 100,
}
"""The most parts of each kind that a study has."""

_ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The base of all values: frozen, keyword-only, without unknown fields."""


def comparable(text: str) -> str:
    """Return a text as it is compared: NFKC, without characters that nobody sees, each run of spaces one space."""
    return text.strip() if text.isalnum() and text.isascii() else _compared(text)


def visible(text: str) -> str:
    """Return a text without characters that nobody sees, such as marks of order, and with spaces for control ones."""
    return _CONTROL.sub(" ", _INVISIBLE.sub("", text))


def _compared(text: str) -> str:
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).split())


def identifier(text: str, taken: Collection[str], fallback: str = "item") -> str:
    """Return an id that is not in `taken`, made of the first six words of `text`, or of `fallback` if it has none."""
    plain = unicodedata.normalize("NFKD", text.lower())  # ü becomes u and a mark, which is then left out
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’\u0300-\u036f]", "", plain))
    stem = "-".join(words[:6])[:40].strip("-") or fallback
    return next(name for n in range(1, len(taken) + 2) if (name := stem if n == 1 else f"{stem}-{n}") not in taken)


def is_id(name: str) -> bool:
    """Whether a name is a valid id: lower-case words and digits joined by - or _, at most 60 characters."""
    return len(name) <= 60 and bool(_ID.fullmatch(name))


def check_id(name: str, what: str) -> None:
    """Raise InvalidStudy unless the name is a valid id; `what` names the part in the message."""
    if not is_id(name):
        raise InvalidStudy(
            f"The {what} id “{name}” must be words of lower-case letters and digits joined by - or _, "
            "at most 60 characters."
        )


def check_language(code: str) -> None:
    """Raise InvalidStudy unless the code has the form of a language tag, such as en or pt-BR."""
    if not _LANGUAGE.fullmatch(code):
        raise InvalidStudy(f"“{code}” is not the code of a language, such as en, de or pt-BR.")


def check_text(text: str, what: str) -> None:
    """Raise InvalidStudy if the text is empty, over `LONGEST_TEXT` characters or more than one line."""
    if not comparable(text):
        raise InvalidStudy(f"{what} is empty.")
    if len(text) > LONGEST_TEXT:
        raise InvalidStudy(f"{what} is longer than {LONGEST_TEXT} characters.")
    if _CONTROL.search(text):
        raise InvalidStudy(f"{what} contains a line break or another control character.")


def check_unique(names: Iterable[str], what: str) -> None:
    """Raise InvalidStudy if a name appears twice."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise InvalidStudy(f"“{name}” appears twice among the {what}.")
        seen.add(name)


def check_count(number: int, what: str) -> None:
    """Raise InvalidStudy if there are too many parts of a kind, one of `MOST`."""
    if number > MOST[what]:
        raise InvalidStudy(f"A study has at most {MOST[what]:,} {what}; this one has {number:,}.")


def check_lines(text: str, what: str) -> None:
    """Raise InvalidStudy if the text, of one or more lines, is too long or contains a control character."""
    if len(text) > 5 * LONGEST_TEXT:
        raise InvalidStudy(f"{what} is longer than {5 * LONGEST_TEXT} characters.")
    if _CONTROL.search(re.sub(r"[\r\n\t]", "", text)):
        raise InvalidStudy(f"{what} contains a control character.")
