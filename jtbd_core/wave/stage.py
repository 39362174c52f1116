"""The stage of a wave that is run in a room: state of the display, pace of the form, and notes on outcomes."""

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
"""A respondent is late whose first answer comes later than this after the rating began."""


class SectionProgress(NamedTuple):
    """The number of people who have finished a section: answered all outcomes of it that they are shown."""

    id: str
    name: str
    finished: int


class Counts(NamedTuple):
    """The progress of a wave as a whole and by section, and the number of late respondents."""

    progress: Progress
    sections: tuple[SectionProgress, ...]
    late: int


class Frozen(Value, frozen=True, kw_only=True):
    """The snapshot that a frozen display shows, taken `at` a time (UTC, without a zone).

    `opened` is the number of sections that the form had opened, None at everybody's own pace. `log` is the version of
    the log of ratings: the scores of the snapshot are computed from the answers up to it.
    """

    at: datetime
    status: WaveStatus
    revealed_at: datetime | None
    opened: int | None
    log: Version
    counts: Counts


class Stage(Value, frozen=True, kw_only=True):
    """The state of the display and the pace of a wave; times are in UTC without a zone.

    `begun_at` is when the display switched from the lobby to the rating. `opened` is the number of sections that the
    form has opened, None at everybody's own pace. While `frozen` is set, the display shows that snapshot.
    `prediction` has the ids of the outcomes that the team expects at the top of each list.
    """

    begun_at: datetime | None = None
    opened: int | None = None
    frozen: Frozen | None = None
    prediction: tuple[str, ...] = ()


class Note(Value, frozen=True, kw_only=True):
    """A note or a decision on an outcome in a wave; `written_at` (UTC) is the time of its last change."""

    id: str
    wave_id: str
    outcome: str
    kind: NoteKind
    author: str
    text: str
    written_at: datetime


def check_note(author: str, text: str) -> None:
    """Raise Refused if a note is empty, has no author, is too long or contains a NUL."""
    if not text.strip() or not author.strip():
        raise Refused("A note needs a text and a name.")
    if len(text) > LONGEST_NOTE or len(author) > LONGEST_AUTHOR:
        raise Refused(f"A note has at most {LONGEST_NOTE} characters, a name {LONGEST_AUTHOR}.")
    if "\x00" in text + author:
        raise Refused("The note contains a character that cannot be stored.")
