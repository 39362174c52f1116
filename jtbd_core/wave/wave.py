"""What is collected: waves, responses, ratings, and how far a room has come."""

from datetime import datetime
from typing import Literal, NamedTuple

from msgspec.structs import replace

from jtbd_core.errors import Refused
from jtbd_core.study import Study
from jtbd_core.study.value import Value

WaveStatus = Literal["open", "paused", "closed"]

MOST_PEOPLE = 1_000_000
MOST_CODES = 10_000
"""As many single-use codes are made at once; more can be made later."""


class Limits(Value, frozen=True, kw_only=True):
    """When a wave ends by itself: `cap` people have begun, or it is `closes_at` (UTC, without a zone)."""

    cap: int | None = None
    closes_at: datetime | None = None

    def __post_init__(self) -> None:
        if self.cap is not None and not 1 <= self.cap <= MOST_PEOPLE:
            raise Refused(f"A round takes from 1 to {MOST_PEOPLE:,} people, not {self.cap}.")


NO_LIMITS = Limits()


class Wave(Value, frozen=True, kw_only=True):
    """One round of collecting answers; `number` counts the waves of a study from 1.

    A trial wave has the number 0 and never counts; an archived one went wrong and is kept out of the results.
    `asked` are the ids of the outcomes it was opened with, in the order of the study; None means all that are not
    retired.
    Where it `asks_code`, only who has a single-use code can begin.
    """

    id: str
    study_id: str
    number: int
    status: WaveStatus
    rate_key: str
    display_key: str
    join_code: str
    opened_at: datetime
    closed_at: datetime | None = None
    revealed_at: datetime | None = None
    asks_code: bool = False
    limits: Limits = NO_LIMITS
    is_trial: bool = False
    is_archived: bool = False
    asked: tuple[str, ...] | None = None


def asked_study(study: Study, wave: Wave) -> Study:
    """Return the study with the outcomes that a wave asks, in the words it has now."""
    if wave.asked is None:
        return study.without_retired()
    if len(wave.asked) == len(study.outcomes):  # outcomes of a launched study are never taken away
        return study
    asked = set(wave.asked)
    return replace(study, outcomes=tuple(one for one in study.outcomes if one.id in asked))


def reported_study(study: Study, wave: Wave) -> Study:
    """Return the study as the results of a wave show it: what it asked, without what was retired since."""
    return asked_study(study, wave).without_retired()


class Group(NamedTuple):
    """The respondents who gave one answer to one question: the solution used, or a circumstance."""

    question: str
    option: str


class Progress(NamedTuple):
    """How many people have joined a wave, rated at least one outcome, and finished."""

    joined: int
    rated: int
    finished: int


class Version(NamedTuple):
    """The state of a wave's rating log; results are computed again only when it moved.

    All answers up to the number `revealed` in the log may be shown: by a reveal, or because the wave is closed.
    """

    rows: int
    last: int
    revealed: int = 0
