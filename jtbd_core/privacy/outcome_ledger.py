"""The ledger of one outcome: its releases, and which sets of its saves can be released beside them or withheld."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from jtbd_core.privacy.codes import Bools, Integers
from jtbd_core.privacy.companions import companions, is_covered
from jtbd_core.privacy.masks import Masks
from jtbd_core.privacy.row_space import Span
from jtbd_core.privacy.saves import NEVER, Saves
from jtbd_core.privacy.threshold import THRESHOLD
from jtbd_core.wave import Group
from jtbd_core.wave.groups import CROSS, parts
from jtbd_core.wave.ledger import EVERYBODY, Ledger, Release, is_declared

MOST_WITHHELD = 10
"""The part of everybody, one in so many, that is withheld at most so that groups can stay beside a deletion."""


class OutcomeLedger:
    """The releases of one outcome, each as the saves that are in it, and what can be released beside them.

    By `turns`, a number for each person, others are withheld with erased answers.
    """

    def __init__(
        self, saves: Saves, masks: Masks | None, releases: Sequence[Release] = (), turns: Integers | None = None
    ) -> None:
        self._saves = saves
        self._masks = masks
        self._turns = np.arange(len(saves.people.names)) if turns is None else turns
        self.releases = list(releases)
        self._held: dict[Release, Bools] = {}

    def members(self, release: Release) -> Bools:
        """Return which saves are in a released set."""
        if release not in self._held:
            self._held[release] = self._found(release)
        return self._held[release]

    def _found(self, release: Release) -> Bools:
        found = self._saves.at(release.until)
        if release.without:
            found &= ~self._saves.belongs(release.without)
        if release.group != EVERYBODY:
            for part in parts(release.group):
                mask = self._masks.get((release.occasion, part)) if self._masks else None
                found &= mask[self._saves.person] if mask is not None else False
        return found

    def current(self, group: Group = EVERYBODY) -> Release | None:
        """Return what is shown of a group, if something is."""
        last = next((one for one in reversed(self.releases) if one.group == group), None)
        return last if last and last.is_shown else None

    @cached_property
    def _columns(self) -> list[tuple[Integers, Integers]]:
        """By what figures are of: whose answer each column of a set is, and each save's column.

        Saves of the same person that are alike are one column: who goes back to an answer has changed nothing, who
        changes the importance alone covers nobody in figures of experience, and who stays important nobody in figures
        of that. All saves of a person are alike in numbers of people.
        """
        saves = self._saves
        counted = np.flatnonzero(saves.at_any([NEVER - 1, *(one.until for one in self.releases)]))
        person = saves.person[counted].astype(np.int64)
        is_changed = len(np.unique(person)) < len(person)
        found: dict[bytes, tuple[Integers, Integers]] = {}
        for alike in (*(saves.figures(counted) if is_changed else ()), np.zeros(len(counted))):
            kinds, kind = np.unique(alike, return_inverse=True)
            distinct, inverse = np.unique(person * len(kinds) + kind, return_inverse=True)
            column = np.full(len(saves.seq), -1)
            column[counted] = inverse
            found.setdefault(column.tobytes(), (distinct // max(len(kinds), 1), column))
        return list(found.values())

    def _sets(self, releases: Sequence[Release]) -> list[npt.NDArray[np.bool_]]:
        """Return a row per release, of which each column is true that is in it; by what figures are of."""
        members = [self.members(one) for one in releases]
        found = [np.zeros((len(releases), len(person)), bool) for person, _ in self._columns]
        for sets, (_, column) in zip(found, self._columns, strict=True):
            for row, mine in zip(sets, members, strict=True):
                row[column[mine]] = True
        return found

    def is_safe(self, *candidates: Release) -> bool:
        """Whether these sets beside all released ones tell of nobody."""
        return self._wider(self._spans(), candidates) is not None

    def _wider(self, spans: Sequence[Span], candidates: Sequence[Release]) -> list[Span] | None:
        """Return the spaces of sets with those of candidates, by what figures are of; None where one is telling."""
        found = []
        for span, sets in zip(spans, self._sets(candidates), strict=True):
            found.append(span.plus(sets))
            if found[-1].is_telling():
                return None
        return found

    def _spans(self) -> list[Span]:
        sets = self._sets([one for one in self.releases if one.is_shown])
        return [Span(person).plus(one) for (person, _), one in zip(self._columns, sets, strict=True)]

    def served(self, frozen_at: int | None) -> list[Release]:
        """Return what is shown: everybody's sets, as on the last occasion, on a frozen display and now; the groups'."""
        ledger = Ledger(tuple(self.releases))
        on_display = [] if frozen_at is None else ledger.current(frozen_at).values()
        earlier = sorted((*ledger.marked().values(), *on_display), key=lambda one: one.until)
        everybody = [one for one in (*earlier, *ledger.current().values()) if one.group == EVERYBODY]
        groups = [one for one in ledger.current().values() if one.group != EVERYBODY]
        return [one for one in dict.fromkeys((*everybody, *groups)) if one.is_shown]

    def erase(self, frozen_at: int | None) -> None:
        """Withhold, with answers that were erased, others beside whom nobody can be told."""
        for person in self._erased:
            theirs = np.flatnonzero(self._saves.person == person)
            served = self.served(frozen_at)
            if any(self.members(one)[theirs].any() for one in served):
                self._withhold(person, served)

    @property
    def _erased(self) -> list[int]:
        if not self._saves.has_erased:
            return []
        erased: list[int] = np.unique(self._saves.person[self._saves.is_erased]).tolist()
        return erased

    def _people(self, release: Release) -> Integers:
        return np.unique(self._saves.person[self.members(release)])

    def _without(self, release: Release, people: Iterable[int]) -> Release:
        names = {self._saves.people.names[one] for one in people}
        return replace(release, without=tuple(sorted({*release.without, *names})))

    def _withhold(self, person: int, served: Sequence[Release]) -> None:
        """Withhold a person from everybody's sets with others, or hide these sets; then the same from the groups'.

        Groups of an occasion with that person stay where `companions` cover them, whichever of them the person was in.
        Of an occasion before that person came nobody leaves: views of its groups would lack whom the groups still have.
        """
        everybody, groups = ([one for one in served if (one.group == EVERYBODY) == is_all] for is_all in (True, False))
        sides = {one: self._sides(one) for one in groups}
        theirs = [one for one in groups if any(person in side for side in sides[one])]
        single = [one for one in theirs if is_declared(one.group) and CROSS not in one.group.question]
        large = [sides[one] for one in single if all(len(side) >= 2 * THRESHOLD for side in sides[one])]
        asked = [side for both in large for side in both]
        gone = {person, *self._withhold_from_everybody(person, everybody, asked)}
        for one in theirs:
            less = self._without(one, gone)
            stays = is_covered(gone, asked) and is_covered(gone, sides[one]) and self.is_safe(less)
            self.releases.append(less if stays else replace(one, is_shown=False))

    def _sides(self, group: Release) -> list[set[int]]:
        """Return the people of a group, and the others beside them, if there are any."""
        theirs, whole = (set(self._people(one).tolist()) for one in (group, replace(group, group=EVERYBODY)))
        return [side for side in (theirs, whole - theirs) if side]

    def _withhold_from_everybody(
        self, person: int, served: Sequence[Release], asked: Sequence[set[int]]
    ) -> Sequence[int]:
        """Withhold a person from everybody's sets, the newest last, with others, who are returned.

        With nobody the sets are hidden; instead of the newest one that nobody was erased from is shown again.
        """
        theirs = [one for one in served if person in self._people(one)]
        if served and served[-1] in theirs:
            for mates in self._mates(served[-1], person, asked):
                less = [self._without(one, (person, *mates)) for one in served]
                if self.is_safe(*less):
                    self.releases += less
                    return mates
        self.releases += [replace(one, is_shown=False) for one in theirs]
        self.releases += [one for one in served if one not in theirs]
        if served and served[-1] in theirs:
            whole = [one for one in self.releases if one.group == EVERYBODY and one.is_shown]
            self.releases += [one for one in whole if not np.isin(self._erased, self._people(one)).any()][-1:]
        return ()

    def _mates(self, everybody: Release, person: int, asked: Sequence[set[int]]) -> Iterator[list[int]]:
        """Give people to withhold with one, by the steps in which they came.

        Others who deleted their answers are no cover: they know what theirs were.
        """
        people = self._people(everybody)
        chain = [set(self._people(one).tolist()) for one in self.releases if one.is_shown and one.group == EVERYBODY]
        steps: dict[tuple[bool, ...], list[int]] = {tuple(person in one for one in chain): []}
        for one in sorted(np.setdiff1d(people, self._erased).tolist(), key=lambda one: int(self._turns[one])):
            steps.setdefault(tuple(one in shown for shown in chain), []).append(one)
        return companions(person, [*steps.values()], asked, self._turns.tolist(), len(people) // MOST_WITHHELD)

    def move_everybody(self, until: int, *, is_occasion: bool) -> None:
        """Release everybody's answers so far where those of at least 5 people are fresh.

        On an occasion those that were changed will do, where the set is safe by whatever figures are of.
        """
        untils = [one.until for one in self.releases if one.group == EVERYBODY]
        everybody = Release(number=0, outcome="", group=EVERYBODY, until=until, occasion="")
        now = self._without(everybody, self._erased)
        is_changed = is_occasion and self._saves.fresh(untils, with_changes=True) >= THRESHOLD
        if self._saves.fresh(untils) >= THRESHOLD or (is_changed and self.is_safe(now)):
            self.releases.append(now)

    def had(self, occasion: str) -> bool:
        """Whether sets were released on an occasion."""
        return any(one.occasion == occasion for one in self.releases)

    def move_groups(self, kinds: Sequence[Sequence[Group]], occasion: str) -> None:
        """Release the groups of an occasion, once, of one kind after the other: those that are safe, the larger first.

        A group that cannot be released beside everything before it is left out.
        """
        everybody = self.current()
        if everybody is None or self.had(occasion):
            return
        marked = replace(everybody, occasion=occasion)
        self.releases.append(marked)
        for groups in kinds:
            self.release_groups(groups, marked)

    def release_groups(self, groups: Sequence[Group], marked: Release) -> None:
        """Release the parts of everybody's `marked` set that are in these groups and safe, the larger first."""
        candidates = [replace(marked, group=group) for group in groups]
        large = sorted((one for one in candidates if self._size(one) >= THRESHOLD), key=self._size, reverse=True)
        self._release_safe(self._apart(large))

    def _apart(self, candidates: Sequence[Release]) -> list[Release]:
        """Return the candidates that differ from each released set by nobody, or by `THRESHOLD` answers or more."""
        if not candidates:
            return []
        released = self._sets([one for one in self.releases if one.is_shown])[0].astype(np.int64)
        mine = self._sets(candidates)[0].astype(np.int64)
        differing = mine.sum(axis=1)[:, None] + released.sum(axis=1) - 2 * mine @ released.T
        is_apart = ((differing == 0) | (differing >= THRESHOLD)).all(axis=1)
        return [one for one, apart in zip(candidates, is_apart, strict=True) if apart]

    def _release_safe(self, candidates: Sequence[Release]) -> None:
        """Release those candidates, one after the other, that are safe beside all before."""
        spans = self._spans()
        for one in candidates:
            if wider := self._wider(spans, [one]):
                spans = wider
                self.releases.append(one)

    def _size(self, release: Release) -> int:
        return int(self.members(release).sum())
