"""A wave: one period of collecting answers to a study, its limits, its progress, and the outcomes that it asks."""

from datetime import datetime
from typing import Literal, NamedTuple

from msgspec.structs import replace

from jtbd_core.cache import for_same_objects
from jtbd_core.errors import Refused
from jtbd_core.study import Study
from jtbd_core.study.offer import offering
from jtbd_core.study.value import Value
from jtbd_core.wave.limits import NO_LIMITS, Limits
from jtbd_core.wave.panel import NO_PANEL, Panel
from jtbd_core.wave.retention import Retention

WaveStatus = Literal["open", "paused", "closed"]

MOST_OPEN = 2
"""How many waves of a study take answers at the same time, such as of two rooms."""

LONGEST_NAME = 40
MOST_CODES = 10_000
"""The most single-use codes that are made at once; more can be made later."""


class Wave(Value, frozen=True, kw_only=True):
    """One period of collecting answers to a study; `number` counts the waves of the study from 1.

    A trial wave has the number 0; trial and archived waves are left out of the results. `asked` has the ids of the
    outcomes that it asks, in the order of the study; None means all that are not retired. `offered` has the ids (as in
    `translation.texts`) of the solutions, questions and options that it offers; None means all that there are. With
    `asks_code`, only respondents with a single-use code can begin. `rate_key`, `display_key` and `join_code` open form
    and display. Of a wave that `waits_for_reveal` nothing is shared before its reveal; of others, in steps. Of one that
    `is_copied` from an archive nothing more is shared than was of the first. `name` is what the facilitator calls it,
    empty where it goes by its number. Of one that `is_undated` nobody knows when its answers were given: they came from
    a file without dates, and its times are those of the import. `panel` is how it is fielded to people of a panel.
    `retention` is until when its answers are kept as they are, None for good; `anonymised_at` (UTC) when that ended.
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
    is_copied: bool = False
    name: str = ""
    offered: tuple[str, ...] | None = None
    is_undated: bool = False
    panel: Panel = NO_PANEL
    retention: Retention | None = None
    anonymised_at: datetime | None = None


def check_name(name: str) -> None:
    """Raise Refused if the name of a wave is too long or has a line break or another control character."""
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise Refused(f"The name of a round is one line of at most {LONGEST_NAME} characters.")


@for_same_objects
def asked_study(study: Study, *waves: Wave) -> Study:
    """Return the study with what a wave, or any of several, asks and offers, in its current wording."""
    asked = [one.id for one in study.without_retired().outcomes] if any(one.asked is None for one in waves) else []
    known = {*asked, *(outcome for wave in waves for outcome in wave.asked or ())}
    if len(known) < len(study.outcomes):
        study = replace(study, outcomes=tuple(one for one in study.outcomes if one.id in known))
    if any(wave.offered is None for wave in waves):
        return study
    return offering(study, {name for wave in waves for name in wave.offered or ()})


def reported_study(study: Study, *waves: Wave) -> Study:
    """Return the study as the results of waves show it: the outcomes they asked, without those retired since."""
    return asked_study(study, *waves).without_retired()


class Group(NamedTuple):
    """The respondents who gave one answer to a profile question: question id and option id."""

    question: str
    option: str


class Progress(NamedTuple):
    """The number of people who have joined a wave, rated at least one outcome, and finished.

    `imported` are those whose answers came from a file.
    """

    joined: int
    rated: int
    finished: int
    imported: int = 0


class Version(NamedTuple):
    """The version of a wave's log of ratings, the key under which results are cached.

    `rows` is its number of rows and `last` the number of the last one. Answers up to row `revealed` may be shown:
    after a reveal, or because the wave is closed. `erased` is the number of rows that were deleted.
    """

    rows: int
    last: int
    revealed: int = 0
    erased: int = 0


class Mark(NamedTuple):
    """What a `Version` says without a look at the log: up to which row it is revealed, and how many were deleted."""

    revealed: int = 0
    erased: int = 0
