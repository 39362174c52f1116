"""What a report is about, and what the analyses of the results page find in it."""

from functools import partial
from typing import NamedTuple

from jtbd_core.contract import Store
from jtbd_core.live.findings import Findings, progress
from jtbd_core.live.insights import Analyse, Found, insight
from jtbd_core.live.over_time import KindOverTime, Named, over_time
from jtbd_core.privacy import THRESHOLD
from jtbd_core.study import Study, StudyRecord
from jtbd_core.wave import Wave, reported_study
from jtbd_core.wave.rounds import Clock, round_days, round_name, round_said


class Subject(NamedTuple):
    """What a report is about: waves of a study with their findings, and the waves that count, the latest first.

    `study` holds the outcomes that the findings cover. `group` are the words of the chosen group, empty for everybody;
    `waiting` says why nothing is shown, empty where something is. Those `with_unreleased` answers are for the
    facilitator alone; what is not `with_groups` is about everybody alone, solutions too, and what is not `with_remarks`
    has none. `clock` is that of the reader.
    """

    record: StudyRecord
    study: Study
    waves: tuple[Wave, ...]
    counting: tuple[Wave, ...]
    found: Findings
    group: str
    with_unreleased: bool
    clock: Clock
    waiting: str = ""
    with_groups: bool = True
    with_remarks: bool = True

    @property
    def context(self) -> str:
        """The study's rounds, days, people and group in a line."""
        return self._context(self.found.results.people, self.group or "everybody")

    @property
    def everybody(self) -> str:
        """The same of everybody, for parts that do not follow the choice of a group."""
        return self._context(self.found.sizes.everybody, "everybody") if self.group else self.context

    def _context(self, many: int, who: str) -> str:
        names = " + ".join(round_name(wave) for wave in self.waves)
        days = [] if len(self.waves) > 1 else [round_days(self.waves[0], self.clock)]
        people = [f"{many:,} people"] if many >= THRESHOLD else []
        is_open = ["still open"] if any(wave.status != "closed" for wave in self.waves) else []
        return " · ".join((names, *days, *people, who, *is_open))


def analysed(store: Store, subject: Subject, analyse: Analyse[Found]) -> Found | None:
    """Return what an analysis finds in the waves; the page asks the same."""
    return insight(store, subject.study, subject.waves, analyse, with_unreleased=subject.with_unreleased)


def compared(store: Store, subject: Subject) -> list[Wave]:
    """Return the waves that changes are told of, the earliest first: those chosen, where they are several; else all."""
    every = subject.waves if len(subject.waves) > 1 else subject.counting
    return sorted((one for one in every if progress(store, one.id).rated >= THRESHOLD), key=lambda one: one.number)


def changes(store: Store, subject: Subject) -> dict[str, KindOverTime]:
    """Return what changed between the last two rounds, for "success" and "key" outcomes; empty of one round."""
    waves = compared(store, subject)
    if len(waves) < 2:
        return {}
    named = tuple(Named(str(one.number), round_name(one), round_said(one)) for one in waves)
    analyse = partial(over_time, named, (named[-2].number, named[-1].number))
    study, own = reported_study(subject.record.study, *waves), subject.with_unreleased
    return insight(store, study, waves, analyse, with_unreleased=own, moment="now") or {}
