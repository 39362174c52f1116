"""How the facilitator runs a wave before people: what is on the display, what the form has opened, what was noted."""

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from jtbd_core.errors import Refused
from jtbd_core.study.value import Value
from jtbd_core.wave.wave import Progress, Version, WaveStatus

NoteKind = Literal["note", "decision"]

LONGEST_NOTE = 2000
LONGEST_AUTHOR = 100
MOST_PREDICTED = 5
LATE = timedelta(minutes=2)
"""Whoever gives a first answer later than this after the rating began came late: by then others have a few."""


class SectionProgress(NamedTuple):
    """How many people have answered all that they are shown of a section."""

    id: str
    name: str
    finished: int


class Counts(NamedTuple):
    """How far the people of a wave have come, and how many of them came late."""

    progress: Progress
    sections: tuple[SectionProgress, ...]
    late: int


class Frozen(Value, frozen=True, kw_only=True):
    """What a display shows since it was frozen `at` a time (UTC, without a zone).

    `opened` is how many sections the form had opened then, None at everybody's own pace.
    `log` is where the log of ratings stood: with the answers up to it, the scores of then can be made again.
    """

    at: datetime
    status: WaveStatus
    revealed_at: datetime | None
    opened: int | None
    log: Version
    counts: Counts


class Stage(Value, frozen=True, kw_only=True):
    """Where a wave stands before its people; times are in UTC without a zone.

    `begun_at` is when the display went from the lobby to the rating. `opened` is how many sections the form has
    opened, None where everybody goes at their own pace. While `frozen` is set the display shows that, and not the wave.
    `prediction` are the ids of the outcomes that the team expects at the top of each list.
    """

    begun_at: datetime | None = None
    opened: int | None = None
    frozen: Frozen | None = None
    prediction: tuple[str, ...] = ()


class Note(Value, frozen=True, kw_only=True):
    """What was said or decided about an outcome in a wave; `written_at` moves when it is changed."""

    id: str
    wave_id: str
    outcome: str
    kind: NoteKind
    author: str
    text: str
    written_at: datetime


def check_note(author: str, text: str) -> None:
    """Refuse a note that is empty, has no author, or is too long."""
    if not text.strip() or not author.strip():
        raise Refused("A note needs a text and a name.")
    if len(text) > LONGEST_NOTE or len(author) > LONGEST_AUTHOR:
        raise Refused(f"A note has at most {LONGEST_NOTE} characters, a name {LONGEST_AUTHOR}.")
    if "\x00" in text + author:
        raise Refused("The note contains a character that cannot be stored.")
