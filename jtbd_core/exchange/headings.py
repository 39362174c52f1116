"""Headings of a file of ratings: how they are compared, what they name, and the outcome that one of them rates."""

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from jtbd_core.errors import UnreadableFile
from jtbd_core.study import scale
from jtbd_core.study.value import comparable

Kind = scale.Rated

RESPONDENT = (
    "respondent",
    "respondent_id",
    "respondentid",
    "participant",
    "participant_id",
    "response_id",
    "responseid",
    "record_id",
    "person",
    "person_id",
    "teilnehmer",
    "id",
)
OUTCOME = ("outcome", "outcome_id")
STATEMENT = ("statement",)
IMPORTANCE = ("importance", "imp", "wichtigkeit", "importancia", "importância")
EXPERIENCE = (
    "experience",
    "exp",
    "satisfaction",
    "sat",
    "zufriedenheit",
    "satisfacción",
    "satisfaccion",
    "satisfação",
    "satisfacao",
)
EXPECTATION = ("expectation", "expectations", "expected", "erwartung", "attente", "expectativa")
"""What is expected of an outcome, where another column says how it is experienced; alone it is the experience."""

SATISFACTION = re.compile(r"\bsat\b|satisf|zufrieden")
"""What a question says in lower case that asks how satisfied people are."""

ASKS_IMPORTANCE = re.compile(r"importan|wichtig")
ASKS_EXPERIENCE = re.compile(
    r"satisf|zufrieden|\bexpect|erwart|\battendez\b|\battentes?\b|\bespera|expectativ|experience|erfüllt"
)

WORDS = (*IMPORTANCE, *EXPERIENCE, *EXPECTATION)
_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_OF = "of|with|von|mit|der|de|du|des|con|com|do|da|del"
PREFIX = re.compile(rf"({_WORD})(?:[\s_]+(?:{_OF}))?[\s_:.–—-]+(.+)|({_WORD})(\d+)", re.IGNORECASE)
SUFFIX = re.compile(rf"(.+?)[\s_:.–—-]+[(\[]?({_WORD})[)\]]?", re.IGNORECASE)
ROWS = (
    re.compile(r"(.*)\[([^\[\]]+)\]"),
    re.compile(r"(.*?\?)\s*[-–—:]?\s+(.+)"),
    re.compile(r"(.+?)\s+[-–—]\s+(.+)"),
    re.compile(r"(.+?):\s+(.+)"),
)
"""A question and one of its rows in one heading."""

NUMBERED = re.compile(r"\d+[.)]\s+")


Row = tuple[str, ...]


class Rated(NamedTuple):
    """What a column of a wide file holds: ratings of one kind, of an outcome, and the words that ask for them.

    `is_part` is whether it holds one answer of several, which have a column each.
    """

    kind: Kind
    outcome: str
    asked: str
    is_part: bool = False


class AmbiguousRespondent(UnreadableFile):
    """Two columns could name the person; `columns` are their headings."""

    def __init__(self, *columns: str) -> None:
        super().__init__(*columns)
        self.columns = columns

    def __str__(self) -> str:
        named = " and ".join(self.columns)
        return f"Columns {named} could both name the person: choose one with --respondent COLUMN."


def plain_heading(heading: str) -> str:
    """Return a heading as it is compared: in lower case, its words joined by underscores."""
    return re.sub(r"[\s_-]+", "_", comparable(heading).casefold())


def only_heading(headings: Sequence[str], names: Sequence[str]) -> int | None:
    """Return the position of the heading that is one of the plain names, None if there is none; refuse two."""
    found = [at for at, heading in enumerate(headings) if plain_heading(heading) in names]
    if len(found) > 1:
        raise UnreadableFile(f"Columns {headings[found[0]]} and {headings[found[1]]} mean the same.")
    return found[0] if found else None


def respondent_heading(headings: Sequence[str], chosen: str | None = None) -> int | None:
    """Return the position of the column that names the person, or that is chosen to; None if there is none.

    Raises:
        AmbiguousRespondent: two could name the person, and none is chosen.
        UnreadableFile: the chosen column is not there.
    """
    if chosen is not None:
        found = only_heading(headings, [plain_heading(chosen)])
        if found is None:
            raise UnreadableFile(f"There is no column {chosen} that could name the person.")
        return found
    plain = [plain_heading(heading) for heading in headings]
    named = [at for at, one in enumerate(plain) if one in RESPONDENT or one == "id._response_id"]
    if len(named) > 1:
        raise AmbiguousRespondent(*(headings[at] for at in named))
    return named[0] if named else None


def rated_by_prefix(heading: str) -> Rated | None:
    """Return what a heading such as `imp_speed`, `imp1` or `Satisfaction with speed` names."""
    found = PREFIX.fullmatch(heading)
    if not found:
        return None
    word = found[1] or found[3]
    return Rated(_kind(word), found[2] or found[4], word)


def rated_by_suffix(heading: str) -> Rated | None:
    """Return what a heading such as `speed_importance` or `Speed (satisfaction)` names."""
    found = SUFFIX.fullmatch(heading)
    return Rated(_kind(found[2]), found[1], found[2]) if found else None


def rated_in_grid(heading: str) -> Rated | None:
    """Return what a heading of a grid names: `Question [outcome]`, `code[SQ001]` or `Question - outcome`."""
    for pattern in ROWS:
        if found := pattern.fullmatch(heading):
            return rated_row(found[1].strip(), found[2].strip())
    return None


def rated_row(question: str, row: str) -> Rated | None:
    """Return what a question and one of its rows name; either may be the word for the kind of rating."""
    kind = asked_kind(question)
    if kind:
        return Rated(kind, row, question)
    swapped = plain_heading(row) in WORDS and question
    return Rated(_kind(row), NUMBERED.sub("", question, count=1), row) if swapped else None


def merged(above: Row, below: Row = (), *_: Row) -> Row:
    """Return headings of two rows as one: a question, and its row behind it where it has several."""
    questions = list(zip_longest(above, below, fillvalue=""))
    found, last = [], ""
    for at, (question, row) in enumerate(questions):
        is_alone = question and (at + 1 == len(questions) or questions[at + 1][0])
        last = question or last
        found.append((question or row) if is_alone or not (last and row) else f"{last} - {row}")
    return tuple(found)


def asked_kind(question: str) -> Kind | None:
    """Return the kind of rating that a question asks for, None where it asks for neither or for both."""
    words = comparable(question).casefold()
    if plain_heading(question) in WORDS:
        return _kind(question)
    asked = bool(ASKS_IMPORTANCE.search(words)), bool(ASKS_EXPERIENCE.search(words))
    return {(True, False): "importance", (False, True): "experience"}.get(asked)  # type: ignore[return-value]


def _kind(word: str) -> Kind:
    plain = plain_heading(word)
    return "importance" if plain in IMPORTANCE else "expectation" if plain in EXPECTATION else "experience"
