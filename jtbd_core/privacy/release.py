"""Which sets of people are released next of a wave, so that nobody can be told from all that was ever released.

The rule: per outcome, no rational combination of all released sets is other than 0 for 1 to 4 people only. Why it
holds:

- Everybody's set moves only where the answers of at least 5 people are *fresh*: of people who are in no released set
  of the outcome. A combination with a part of the new set is then not 0 for these 5; all others combine older sets.
  On an occasion changed answers are fresh too; not always, as one person could then cover others again and again. As
  who changed one thing covers nobody in figures of another, the set then passes the test of groups, by each of them.
- Groups move on an occasion only (a reveal, the end of the wave), with profiles frozen on it, in which few changes wait
  for others (`profiles`), and only where the row space of all released sets of the outcome and the new ones holds no
  vector of such a low weight (`row_space`): the weight in people whose answers differ, whose importance or experience
  does, or what scores are sums of (who stays important is the same there), and who rated at all. Crossings are groups
  too, tried when those of single questions are released.
- When an answer that was released is erased, it leaves every set at once, frozen ones too, and with it at least 4
  living others of those who came in with it, so that no small part of a release step is left; what is left passes the
  same test, or is hidden. Groups either all lose 5 or more, or are all hidden until the next occasion, so that none
  tells whose answer it was (`companions`). The others come back with the next 5 fresh answers. Nobody can foretell who
  they are; where it can be they are the same for all outcomes, so that who rated two of them moves with both (`pairs`).

A limit: outcomes are not held against each other, so that where one person stopped early, by how much the numbers of
people beside two outcomes differ, in everybody and in each group, tells which groups that person is in.

A set that no page was served was not released: the ledger is written by whoever refreshes findings, before they are
served.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pandas as pd

from jtbd_core.privacy.codes import Bools
from jtbd_core.privacy.masks import masks_of
from jtbd_core.privacy.outcome_ledger import OutcomeLedger
from jtbd_core.privacy.people import People
from jtbd_core.privacy.profiles import settled_profiles
from jtbd_core.privacy.rating_log import Rows
from jtbd_core.privacy.saves import Saves
from jtbd_core.wave import Group
from jtbd_core.wave.groups import CAREFUL
from jtbd_core.wave.ledger import EVERYBODY, Ledger, Members, Release, is_declared


class Occasion(NamedTuple):
    """What allows a release: `name` tells the last reveal or the end of the wave, empty before there was one.

    Everybody's set moves only where the wave `is_moving`: always, or in a wave that waits for its reveal from then on.
    """

    name: str
    is_moving: bool


def frozen_members(profiles: pd.DataFrame, occasion: str) -> Members:
    """Return the respondents of each group on an occasion, from profiles as `Store.profiles` gives them."""
    people = profiles.groupby(["question", "option"])["respondent"]
    return {(occasion, Group(str(question), str(option))): frozenset(names) for (question, option), names in people}


def next_releases(
    saves: Mapping[str, Saves],
    ledger: Ledger,
    profiles: pd.DataFrame,
    kinds: Sequence[Sequence[Group]],
    occasion: Occasion,
    frozen_at: int | None = None,
) -> Ledger:
    """Return what is released beside everything in the ledger: new releases, and members newly frozen.

    Groups of one of the `kinds` are tried after those of the kinds before. `frozen_at` is the row of the log at which a
    display is frozen, if one is.
    """
    is_known = not occasion.name or any(name == occasion.name for name, _ in ledger.members)
    frozen = (
        {} if is_known else frozen_members(settled_profiles(profiles, ledger, _living(saves, ledger)), occasion.name)
    )
    masks = masks_of(saves, {**ledger.members, **frozen})
    last = max((int(one.seq[-1]) for one in saves.values()), default=0)
    number = ledger.number
    before: dict[str, list[Release]] = {}
    for one in ledger.releases:
        before.setdefault(one.outcome, []).append(one)
    moved: list[Release] = []
    turns = np.random.default_rng().permutation(len(next(iter(saves.values())).people.names) if saves else 0)
    for outcome, mine in saves.items():
        earlier = before.get(outcome, [])
        releases = OutcomeLedger(mine, masks, earlier, turns)
        releases.erase(frozen_at)
        if occasion.is_moving:
            releases.move_everybody(last, is_occasion=bool(occasion.name) and not releases.had(occasion.name))
        if occasion.name:
            releases.move_groups(kinds, occasion.name)
        moved += [replace(one, outcome=outcome) for one in releases.releases[len(earlier) :]]
    return Ledger(tuple(replace(one, number=number + at) for at, one in enumerate(moved, 2)), frozen)


def _living(saves: Mapping[str, Saves], ledger: Ledger) -> set[str]:
    """Return who has an answer that was released on the last occasion, less those who deleted theirs."""
    masks = masks_of(saves, ledger.members)
    return {
        mine.people.names[person]
        for outcome, release in ledger.marked().items()
        if (mine := saves.get(outcome)) is not None
        for person in mine.person[OutcomeLedger(mine, masks).members(release) & ~mine.is_erased].tolist()
    }


def shown_rows(saves: Mapping[str, Saves], ledger: Ledger, group: Group = EVERYBODY, until: int | None = None) -> Rows:
    """Return the rows of the log that are released of a group: at a row of the log, or now."""
    return {outcome: mine for outcome, whose, mine in _shown(saves, ledger, until) if whose == group}


def marked_rows(saves: Mapping[str, Saves], ledger: Ledger) -> Rows:
    """Return the rows of the log that were released of everybody on the last occasion, and still are."""
    masks = masks_of(saves, ledger.members)
    return {
        outcome: OutcomeLedger(mine, masks).members(release) & ~mine.is_erased
        for outcome, release in ledger.marked().items()
        if release.is_shown and (mine := saves.get(outcome)) is not None
    }


def marked_groups(ledger: Ledger) -> list[tuple[str, Group]]:
    """Return each outcome and group that was released on the last occasion beside everybody's set, and still is."""
    marked = {outcome for outcome, release in ledger.marked().items() if release.is_shown}
    return [
        (outcome, group)
        for (outcome, group), release in ledger.current().items()
        if is_declared(group) and release.occasion == ledger.occasion and release.is_shown and outcome in marked
    ]


def shown_people(saves: Mapping[str, Saves], ledger: Ledger) -> dict[Group, int]:
    """Return how many people each group has of which something is released, everybody among them; not those hidden.

    Those of a group are those of one outcome, of which most are released: who is in the sets of any of several outcomes
    makes no released set, and may be one more between two occasions. How many have come in all is no secret, nor how
    many of them were careful.
    """
    counted = dict[Group, int]()
    people = next((one.people for one in saves.values()), People())
    whole = {group: np.zeros(len(people.names), bool) for group in (EVERYBODY, CAREFUL)}
    for outcome, group, mine in _shown(saves, ledger, None):
        if group in whole:
            whole[group][saves[outcome].person[mine]] = True
        elif is_declared(group):  # figures of others stand in views of their own
            counted[group] = max(counted.get(group, 0), int(mine.sum()))
    counted.update({group: int(chosen.sum()) for group, chosen in whole.items()})
    return {group: many for group, many in counted.items() if many}


def _shown(saves: Mapping[str, Saves], ledger: Ledger, until: int | None) -> Iterator[tuple[str, Group, Bools]]:
    """Give each outcome and group of which something is released, with the saves that are."""
    masks = masks_of(saves, ledger.members)
    for (outcome, group), release in ledger.current(until).items():
        if release.is_shown and outcome in saves:
            mine = saves[outcome]
            yield outcome, group, OutcomeLedger(mine, masks).members(release) & ~mine.is_erased
