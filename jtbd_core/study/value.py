"""What all values share: frozen and strict, and the checks of names and texts that their parts make."""

import re
import unicodedata
from collections.abc import Collection, Iterable

import msgspec

from jtbd_core.errors import InvalidStudy

LONGEST_TEXT = 300

_ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A frozen, strict value; every part of a study is one."""


def identifier(text: str, taken: Collection[str], fallback: str = "item") -> str:
    """Return a readable id made of the first words of `text` that is not in `taken`."""
    plain = unicodedata.normalize("NFKD", text.lower())  # ü becomes u and a mark, which is then left out
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’\u0300-\u036f]", "", plain))
    stem = "-".join(words[:6])[:40].strip("-") or fallback
    return next(name for n in range(1, len(taken) + 2) if (name := stem if n == 1 else f"{stem}-{n}") not in taken)


def is_id(name: str) -> bool:
    """Whether a name can be the id of a part of a study."""
    return len(name) <= 60 and bool(_ID.fullmatch(name))


def check_id(name: str, what: str) -> None:
    """Refuse a name that cannot be the id of such a part."""
    if not is_id(name):
        raise InvalidStudy(
            f"The {what} id “{name}” must be words of lower-case letters and digits joined by - or _, "
            "at most 60 characters."
        )


def check_language(code: str) -> None:
    """Refuse what is no code of a language."""
    if not _LANGUAGE.fullmatch(code):
        raise InvalidStudy(f"“{code}” is not the code of a language, such as en, de or pt-BR.")


def check_text(text: str, what: str) -> None:
    """Refuse a text that is empty, long or more than one line."""
    if not text.strip():
        raise InvalidStudy(f"{what} is empty.")
    if len(text) > LONGEST_TEXT:
        raise InvalidStudy(f"{what} is longer than {LONGEST_TEXT} characters.")
    if _CONTROL.search(text):
        raise InvalidStudy(f"{what} contains a line break or another control character.")


def check_unique(names: Iterable[str], what: str) -> None:
    """Refuse names of which one appears twice."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise InvalidStudy(f"“{name}” appears twice among the {what}.")
        seen.add(name)


def check_lines(text: str, what: str) -> None:
    """Refuse a text of several lines that is long or holds a control character."""
    if len(text) > 5 * LONGEST_TEXT:
        raise InvalidStudy(f"{what} is longer than {5 * LONGEST_TEXT} characters.")
    if _CONTROL.search(re.sub(r"[\r\n\t]", "", text)):
        raise InvalidStudy(f"{what} contains a control character.")
