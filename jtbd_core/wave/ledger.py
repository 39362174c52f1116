"""The ledger of a wave: every set of people of which figures were released."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import NamedTuple

from jtbd_core.wave.wave import Group

EVERYBODY = Group("", "")
"""Stands among the groups for all who answered."""

ERASED = -1000
"""Stands in a log for the importance or experience of an answer that was deleted: that there was one, not which.

No code is as low, nor a difference of two.
"""

TARGET = "=target"
"""Stands among the questions of groups for the people of value targets; no id of a question is like it."""

SEGMENT = "=segment"
"""Stands among the questions of groups for segments, numbered from 1, and first in their crossings with groups."""

Members = Mapping[tuple[str, Group], frozenset[str]]
"""The respondents of each group, as they were frozen on each occasion."""

Sizes = Mapping[tuple[str, Group], int]
"""How many respondents each group had on each occasion."""


def is_declared(group: Group) -> bool:
    """Whether people are in a group by what they said or how they answered: not as everybody, by target or segment."""
    return group != EVERYBODY and not group.question.startswith((TARGET, SEGMENT))


@dataclass(frozen=True, kw_only=True)
class Release:
    """One released set: a group's answers to an outcome up to row `until` of the log, those `without` withheld.

    `number` counts the releases of a wave; it leaves one out where those before could be seen without those after. Who
    belongs to a group was frozen on the `occasion`. What is not `is_shown` was released before and is hidden since.
    """

    number: int
    outcome: str
    group: Group
    until: int
    occasion: str
    without: tuple[str, ...] = ()
    is_shown: bool = True


class LedgerPart(NamedTuple):
    """What was released after a release, and all members; None where they are those that were known."""

    releases: tuple["Release", ...]
    members: Members | None


@dataclass(frozen=True)
class Ledger:
    """All releases of a wave in their order, and who belonged to which group on each occasion."""

    releases: tuple[Release, ...] = ()
    members: Members = field(default_factory=dict)

    @property
    def number(self) -> int:
        """The number of the last release, 0 before the first."""
        return self.releases[-1].number if self.releases else 0

    def current(self, until: int | None = None) -> dict[tuple[str, Group], Release]:
        """Return the latest release of each outcome and group, at row `until` of the log or now.

        What a later release withholds or hides, an earlier one does too; where that is a set that was never released,
        it is hidden.
        """
        latest: dict[tuple[str, Group], Release] = {}
        withheld: dict[tuple[str, Group], set[str]] = {}
        hidden = set[tuple[str, Group]]()
        for one in self.releases:
            key = (one.outcome, one.group)
            if until is None or one.until <= until:
                latest[key] = one
                withheld[key] = set(one.without)
                hidden.discard(key)
            elif key in latest:
                withheld[key] |= set(one.without)
                if not one.is_shown:
                    hidden.add(key)
        return {
            key: one if withheld[key] == set(one.without) and key not in hidden else replace(one, is_shown=False)
            for key, one in latest.items()
        }

    @property
    def occasion(self) -> str:
        """The last occasion on which sets were released; empty before the first."""
        return next(reversed(dict.fromkeys(one.occasion for one in self.releases if one.occasion)), "")

    def marked(self) -> dict[str, Release]:
        """Return everybody's set of each outcome as released on the last occasion, less those who left it since."""
        last = self.occasion
        return {one.outcome: one for one in self.releases if last and (one.occasion, one.group) == (last, EVERYBODY)}

    def marks(self) -> list[dict[str, Release]]:
        """Return what was `marked` on the last occasion and those before, after each release of several sets at once.

        These have numbers without a gap.
        """
        found: list[dict[str, Release]] = []
        occasions: list[str] = []
        marked: dict[str, Release] = {}
        for one, after in zip_longest(self.releases, self.releases[1:]):
            if one.occasion and one.occasion not in occasions:
                occasions, marked = [*occasions, one.occasion], {}
            if one.group == EVERYBODY and [one.occasion] == occasions[-1:]:
                marked = {**marked, one.outcome: one}
            if (after is None or after.number > one.number + 1) and marked and marked not in found[-1:]:
                found.append(marked)
        return found

    @property
    def sizes(self) -> "Sizes":
        """How many people belonged to each group on each occasion."""
        return {key: len(names) for key, names in self.members.items()}

    def plus(self, more: "Ledger") -> "Ledger":
        """Return the ledger with the next releases, and the members that were frozen with them."""
        return Ledger((*self.releases, *more.releases), {**self.members, **more.members})
