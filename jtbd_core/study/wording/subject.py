"""The input of a wording rule, the `Subject`, and its output, a `Remark`."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from jtbd_core.study.study import Dimension, Kind, Outcome, Polarity

Severity = Literal["error", "warning", "info"]
Span = tuple[int, int]
WHOLE: Span = (0, 0)
"""The span of a remark about the whole statement."""

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " "})  # one for one: places stay the same


@lru_cache(maxsize=4096)  # asked for by each rule, several times for each statement
def straight(statement: str) -> str:
    """Return a statement with straight apostrophes and plain spaces, of the same length."""
    return statement.translate(_STRAIGHT)


class Subject(NamedTuple):
    """The statement that a rule checks: that of an `outcome`, or the job where it is None.

    `job` and `solutions` are the wording of the study's job and the names of its solutions; `is_group` is whether an
    organisation does the job, and speaks of “we”.
    """

    statement: str
    outcome: Outcome | None
    job: str
    solutions: tuple[str, ...]
    is_group: bool = False

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
    """What a rule finds in a subject: the `span` of the words, why they are wrong, and the fix if it is mechanical.

    The fix is as in `Problem`: a statement, a dimension, a polarity; with a `second` statement the outcome is split.
    Where the words may be right all the same, the remark `is_doubtful`: what would be an error is a warning.
    """

    span: Span
    why: str
    suggestion: str | None = None
    dimension: Dimension | None = None
    polarity: Polarity | None = None
    second: str | None = None
    is_doubtful: bool = False


Rule = Callable[[Subject], Iterator[Remark]]


def phrase(words: str, *, ignore_case: bool = True) -> re.Pattern[str]:
    """Return the pattern that matches the alternatives `words`, separated by `|`, as whole words."""
    return re.compile(rf"(?<![\w'-])(?:{words})(?![\w'-])", re.IGNORECASE if ignore_case else 0)


def masked(text: str, exempt: re.Pattern[str]) -> str:
    """Return the text with each match of `exempt` blanked out, of the same length, so that no rule matches there."""
    return exempt.sub(lambda found: "\x00" * len(found[0]), text)


def rewritten(statement: str, span: Span, words: str = "") -> str:
    """Return the statement with the span replaced by `words`, or cut out; a capital letter at its start stays."""
    joined = f"{statement[: span[0]]}{words}{statement[span[1] :]}"
    text = re.sub(r"\s+(?=[,.;]|$)", "", re.sub(r"\s{2,}", " ", joined)).strip(" ,")
    return text[:1].upper() + text[1:] if statement[:1].isupper() else text
