"""Which sets of people are released next of a wave, so that nobody can be told from all that was ever released.

The rule: per outcome, no rational combination of all released sets is other than 0 for 1 to 4 people only. Why it
holds:

- Everybody's set moves only where the answers of at least 5 people are *fresh*: of people who are in no released set
  of the outcome. A combination with a part of the new set is then not 0 for these 5; all others combine older sets.
  On an occasion changed answers are fresh too; not always, as one person could then cover others again and again.
- Groups move on an occasion only (a reveal, the end of the wave), with profiles frozen on it, and only where the row
  space of all released sets of the outcome and the new ones holds no vector of such a low weight (`row_space`).
- When an answer that was released is erased, it leaves every set at once, frozen ones too, and with it at least 4
  living others of those who came in with it, so that no small part of a release step is left; what is left passes the
  same test, or is hidden. The others come back with the next 5 fresh answers.

A set that no page was served was not released: the ledger is written by whoever refreshes findings, before they are
served.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pandas as pd

from jtbd_core.privacy.row_space import is_telling
from jtbd_core.privacy.saves import Bools, Integers, Saves
from jtbd_core.privacy.threshold import THRESHOLD
from jtbd_core.wave import Group
from jtbd_core.wave.ledger import EVERYBODY, Ledger, Members, Release

Masks = Mapping[tuple[str, Group], Bools]
"""Which people of a log, by number, belonged to a group on an occasion."""


class Occasion(NamedTuple):
    """What allows a release: `name` tells the last reveal or the end of the wave, empty before there was one.

    Everybody's set moves only where the wave `is_moving`: always, or in a wave that waits for its reveal from then on.
    """

    name: str
    is_moving: bool


class OutcomeLedger:
    """The releases of one outcome, each as the saves that are in it, and what can be released beside them."""

    def __init__(self, saves: Saves, masks: Masks, releases: Sequence[Release] = ()) -> None:
        self._saves = saves
        self._masks = masks
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
            mask = self._masks.get((release.occasion, release.group))
            found &= mask[self._saves.person] if mask is not None else False
        return found

    def current(self, group: Group = EVERYBODY) -> Release | None:
        """Return what is shown of a group, if something is."""
        last = next((one for one in reversed(self.releases) if one.group == group), None)
        return last if last and last.is_shown else None

    def is_safe(self, *candidates: Release) -> bool:
        """Whether these sets beside all released ones tell of nobody."""
        released = [one for one in self.releases if one.is_shown]
        rows = [self.members(one) for one in (*released, *candidates)]
        # Saves of the same answer of the same person are one column: who goes back to it has changed nothing.
        pairs = np.column_stack(
            (self._saves.person, np.where(self._saves.is_erased, -self._saves.seq, self._saves.answer))
        )
        distinct, column = np.unique(pairs, axis=0, return_inverse=True)
        sets = np.zeros((len(rows), len(distinct)), bool)
        for merged, row in zip(sets, rows, strict=True):
            merged[column[row]] = True
        return not is_telling(sets, distinct[:, 0])

    def served(self) -> list[Release]:
        """Return what can be shown now: the sets of all groups, and those of everybody on displays frozen before."""
        ledger = Ledger(tuple(self.releases))
        frozen = {one.until for one in self.releases if one.group == EVERYBODY}
        shown = [one for until in sorted(frozen) for one in ledger.current(until).values() if one.group == EVERYBODY]
        return [one for one in dict.fromkeys((*shown, *ledger.current().values())) if one.is_shown]

    def erase(self) -> None:
        """Withhold, with answers that were erased, others beside whom nobody can be told."""
        for person in np.unique(self._saves.person[self._saves.is_erased]).tolist():
            if any(person in self._people(one) for one in self.served()):
                self._withhold(person)

    def _people(self, release: Release) -> Integers:
        return np.unique(self._saves.person[self.members(release)])

    def _withhold(self, person: int) -> None:
        """Withhold a person from everybody's sets with others, or hide these sets; then the same from the groups'."""
        gone = {person, *self._withhold_from_everybody(person)}
        names = {self._saves.people.names[one] for one in gone}
        for one in [one for one in self.served() if one.group != EVERYBODY and gone & set(self._people(one).tolist())]:
            less = replace(one, without=tuple(sorted({*one.without, *names})))
            self.releases.append(less if len(gone) > 1 and self.is_safe(less) else replace(one, is_shown=False))

    def _withhold_from_everybody(self, person: int) -> Sequence[int]:
        """Withhold a person from everybody's sets with others, who are returned.

        With nobody the sets are hidden, and the newest one that the person is not in is shown again.
        """
        served = [one for one in self.served() if one.group == EVERYBODY]
        theirs = [one for one in served if person in self._people(one)]
        if not theirs:
            return ()
        for now in [one for one in theirs if one == self.current()]:
            for mates in self._mates(now, person):
                names = {self._saves.people.names[one] for one in (person, *mates)}
                less = replace(now, without=tuple(sorted({*now.without, *names})))
                if self.is_safe(less):
                    self.releases.append(less)
                    return mates
        self.releases.append(replace(theirs[-1], is_shown=False))
        self.releases += [one for one in served if one not in theirs][-1:]
        return ()

    def _mates(self, everybody: Release, person: int) -> Iterator[list[int]]:
        """Give people to withhold with one: of those in all the same sets, then of those in the same steps.

        Others who deleted their answers are no cover: they know what theirs were.
        """
        erased = np.unique(self._saves.person[self._saves.is_erased])
        living = np.setdiff1d(self._people(everybody), erased).tolist()
        chain = [one for one in self.releases if one.is_shown and one.group == EVERYBODY]
        for releases in ([one for one in self.releases if one.is_shown], chain):
            held = [set(self._people(one).tolist()) for one in releases]
            alike = [one for one in living if all((one in people) == (person in people) for people in held)]
            if len(alike) + 1 >= 2 * THRESHOLD:
                chosen = np.random.default_rng().choice(alike, THRESHOLD - 1, replace=False)  # nobody can foretell it
                yield sorted(chosen.tolist())
            if len(alike) + 1 >= THRESHOLD:
                yield alike

    def move_everybody(self, until: int, *, is_occasion: bool) -> None:
        """Release everybody's answers so far where those of at least 5 people are fresh."""
        untils = [one.until for one in self.releases if one.group == EVERYBODY]
        if self._saves.fresh(untils, with_changes=is_occasion) >= THRESHOLD:
            erased = np.unique(self._saves.person[self._saves.is_erased]).tolist()
            without = tuple(sorted(self._saves.people.names[one] for one in erased))
            self.releases.append(
                Release(number=0, outcome="", group=EVERYBODY, until=until, occasion="", without=without)
            )

    def had(self, occasion: str) -> bool:
        """Whether sets were released on an occasion."""
        return any(one.occasion == occasion for one in self.releases)

    def move_groups(self, groups: Sequence[Group], occasion: str) -> None:
        """Release the groups of an occasion, once: all of them, or the larger ones that are safe beside each other."""
        everybody = self.current()
        if everybody is None or self.had(occasion):
            return
        marked = replace(everybody, occasion=occasion)
        self.releases.append(marked)
        candidates = [replace(marked, group=group) for group in groups]
        candidates = sorted((one for one in candidates if self._size(one)), key=self._size, reverse=True)
        if candidates and self.is_safe(*candidates):
            for one in candidates:
                self.releases.append(one)
            return
        for one in candidates:
            if self._size(one) >= THRESHOLD and self.is_safe(one):
                self.releases.append(one)

    def _size(self, release: Release) -> int:
        return int(self.members(release).sum())


def frozen_members(profiles: pd.DataFrame, occasion: str) -> Members:
    """Return the respondents of each group on an occasion, from profiles as `Store.profiles` gives them."""
    people = profiles.groupby(["question", "option"])["respondent"]
    return {(occasion, Group(str(question), str(option))): frozenset(names) for (question, option), names in people}


def next_releases(
    saves: Mapping[str, Saves], ledger: Ledger, profiles: pd.DataFrame, groups: Sequence[Group], occasion: Occasion
) -> Ledger:
    """Return what is released beside everything in the ledger: new releases, and members newly frozen."""
    is_known = not occasion.name or any(name == occasion.name for name, _ in ledger.members)
    frozen = {} if is_known else frozen_members(profiles, occasion.name)
    masks = _masks(saves, {**ledger.members, **frozen})
    last = max((int(one.seq.max()) for one in saves.values()), default=0)
    number = max((one.number for one in ledger.releases), default=0)
    before: dict[str, list[Release]] = {}
    for one in ledger.releases:
        before.setdefault(one.outcome, []).append(one)
    moved: list[Release] = []
    for outcome, mine in saves.items():
        earlier = before.get(outcome, [])
        releases = OutcomeLedger(mine, masks, earlier)
        releases.erase()
        if occasion.is_moving:
            releases.move_everybody(last, is_occasion=bool(occasion.name) and not releases.had(occasion.name))
        if occasion.name:
            releases.move_groups(groups, occasion.name)
        moved += [replace(one, outcome=outcome) for one in releases.releases[len(earlier) :]]
    return Ledger(tuple(replace(one, number=number + at) for at, one in enumerate(moved, 1)), frozen)


def shown_rows(
    saves: Mapping[str, Saves], ledger: Ledger, group: Group = EVERYBODY, until: int | None = None
) -> Integers:
    """Return the index of the log's rows that are released of a group: at a row of the log, or now."""
    found = _shown(saves, ledger, until)
    return np.concatenate([np.zeros(0, np.int64), *(one.rows[mine] for whose, one, mine in found if whose == group)])


def shown_people(saves: Mapping[str, Saves], ledger: Ledger) -> dict[Group, int]:
    """Return how many people's answers are released of each group, everybody among them; not of those hidden."""
    people: dict[Group, Bools] = {}
    for group, one, mine in _shown(saves, ledger, None):
        people.setdefault(group, np.zeros(len(one.people.names), bool))[one.person[mine]] = True
    return {group: int(theirs.sum()) for group, theirs in people.items() if theirs.any()}


def _shown(saves: Mapping[str, Saves], ledger: Ledger, until: int | None) -> Iterator[tuple[Group, Saves, Bools]]:
    """Give each group and outcome of which something is released, with the saves that are."""
    masks = _masks(saves, ledger.members)
    for (outcome, group), release in ledger.current(until).items():
        if release.is_shown and outcome in saves:
            mine = saves[outcome]
            yield group, mine, OutcomeLedger(mine, masks).members(release) & ~mine.is_erased


def _masks(saves: Mapping[str, Saves], members: Members) -> Masks:
    people = next((one.people for one in saves.values()), None)
    return {key: people.mask(names) for key, names in members.items()} if people else {}
