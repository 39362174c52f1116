"""What a rule looks at, and what it says about it."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from jtbd_core.study.study import Dimension, Kind, Outcome, Polarity

Span = tuple[int, int]
WHOLE: Span = (0, 0)

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " "})  # one for one: places stay the same


@lru_cache(maxsize=4096)  # asked for by each rule, several times for each statement
def straight(statement: str) -> str:
    """Return a statement with straight apostrophes and plain spaces, of the same length."""
    return statement.translate(_STRAIGHT)


class Subject(NamedTuple):
    """The job or the statement of an outcome, with what the rules need to know of its study."""

    statement: str
    outcome: Outcome | None
    job: str
    solutions: tuple[str, ...]

    @property
    def text(self) -> str:
        """The statement with straight apostrophes and plain spaces, of the same length."""
        return straight(self.statement)

    @property
    def kind(self) -> Kind | None:
        """The kind of the outcome, None for the job."""
        return self.outcome.kind if self.outcome else None

    @property
    def is_success(self) -> bool:
        """Whether this is a success outcome."""
        return self.outcome is not None and not self.outcome.is_key

    @property
    def polarity(self) -> Polarity:
        """The polarity of the outcome; a job is wanted."""
        return self.outcome.polarity if self.outcome else "wanted"


class Remark(NamedTuple):
    """What a rule says: which part of the statement, why, and what mends it if that is mechanical.

    With a `second` statement, the suggestion and it stand for the one there was.
    """

    span: Span
    why: str
    suggestion: str | None = None
    dimension: Dimension | None = None
    polarity: Polarity | None = None
    second: str | None = None


Rule = Callable[[Subject], Iterator[Remark]]


def phrase(words: str, *, ignore_case: bool = True) -> re.Pattern[str]:
    """Return the pattern of whole words or phrases that are separated by `|`."""
    return re.compile(rf"(?<![\w'-])(?:{words})(?![\w'-])", re.IGNORECASE if ignore_case else 0)


def masked(text: str, exempt: re.Pattern[str]) -> str:
    """Return the text with what a rule must not look at blanked, of the same length."""
    return exempt.sub(lambda found: "\x00" * len(found[0]), text)


def rewritten(statement: str, span: Span, words: str = "") -> str:
    """Return the statement with other words, or none, in this place; a capital letter at its start stays."""
    joined = f"{statement[: span[0]]}{words}{statement[span[1] :]}"
    text = re.sub(r"\s+(?=[,.;]|$)", "", re.sub(r"\s{2,}", " ", joined)).strip(" ,")
    return text[:1].upper() + text[1:] if statement[:1].isupper() else text
