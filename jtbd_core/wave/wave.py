"""A wave: one period of collecting answers to a study, its limits, its progress, and the outcomes that it asks."""

from datetime import datetime
from typing import Literal, NamedTuple

from msgspec.structs import replace

from jtbd_core.errors import Refused
from jtbd_core.study import Study
from jtbd_core.study.value import Value

WaveStatus = Literal["open", "paused", "closed"]

MOST_PEOPLE = 1_000_000
MOST_CODES = 10_000
"""The most single-use codes that are made at once; more can be made later."""


class Limits(Value, frozen=True, kw_only=True):
    """When a wave closes automatically: `cap` people have begun, or it is `closes_at` (UTC, without a zone)."""

    cap: int | None = None
    closes_at: datetime | None = None

    def __post_init__(self) -> None:
        if self.cap is not None and not 1 <= self.cap <= MOST_PEOPLE:
            raise Refused(f"A round takes from 1 to {MOST_PEOPLE:,} people, not {self.cap}.")


NO_LIMITS = Limits()


class Wave(Value, frozen=True, kw_only=True):
    """One period of collecting answers to a study; `number` counts the waves of the study from 1.

    A trial wave has the number 0; trial and archived waves are left out of the results. `asked` has the ids of the
    outcomes that it asks, in the order of the study; None means all that are not retired. With `asks_code`, only
    respondents with a single-use code can begin. `rate_key`, `display_key` and `join_code` open form and display.
    Of a wave that `waits_for_reveal` nothing is shared before its reveal; of others, in steps.
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
    waits_for_reveal: bool = False


def asked_study(study: Study, wave: Wave) -> Study:
    """Return the study with the outcomes that a wave asks, in their current wording."""
    if wave.asked is None:
        return study.without_retired()
    if len(wave.asked) == len(study.outcomes):  # outcomes of a launched study are never taken away
        return study
    asked = set(wave.asked)
    return replace(study, outcomes=tuple(one for one in study.outcomes if one.id in asked))


def reported_study(study: Study, wave: Wave) -> Study:
    """Return the study as the results of a wave show it: the outcomes it asked, without those retired since."""
    return asked_study(study, wave).without_retired()


class Group(NamedTuple):
    """The respondents who gave one answer to a profile question: question id and option id."""

    question: str
    option: str


class Progress(NamedTuple):
    """The number of people who have joined a wave, rated at least one outcome, and finished."""

    joined: int
    rated: int
    finished: int


class Version(NamedTuple):
    """The version of a wave's log of ratings, the key under which results are cached.

    `rows` is its number of rows and `last` the number of the last one. Answers up to row `revealed` may be shown:
    after a reveal, or because the wave is closed. `erased` is the number of rows that were deleted.
    """

    rows: int
    last: int
    revealed: int = 0
    erased: int = 0
