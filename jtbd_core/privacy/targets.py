"""Which people count for value targets: those who rated all outcomes of one, released as a set of each of them.

Reach is a figure of one set of people and several outcomes, so the set is released in the ledger of each outcome, as a
group is: on an occasion, once, where it tells of nobody beside all sets that were ever released (`row_space`). Those
who rated one outcome but not another are often 1 to 4 people: then some more are left out of the set, at most
`MOST_LEFT_OUT`. Erased answers leave it as they leave groups. Where its outcomes then no longer have the same people,
the target has no reach.

Of five people who think again about an outcome four may have another one that falls short anyway: by what reach moves
then is the fifth's doing. So reach is held against itself too: the sets of people for whom something falls short, at
all moments at which it was shown, tell of nobody (`shown_sets`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

import numpy as np

from jtbd_core.privacy.codes import Bools, Integers
from jtbd_core.privacy.masks import Masks, masks_of
from jtbd_core.privacy.outcome_ledger import OutcomeLedger
from jtbd_core.privacy.rating_log import Rows
from jtbd_core.privacy.saves import Saves
from jtbd_core.privacy.shown_sets import ShownSets
from jtbd_core.privacy.threshold import THRESHOLD
from jtbd_core.wave import Group
from jtbd_core.wave.ledger import TARGET, Ledger, Release

MOST_LEFT_OUT = 10


def target_group(outcomes: Collection[str]) -> Group:
    """Return the group that stands in the ledger for all who rated these outcomes."""
    return Group(TARGET, sha256(" ".join(sorted(outcomes)).encode()).hexdigest()[:16])


def next_targets(saves: Mapping[str, Saves], ledger: Ledger, targets: Sequence[Collection[str]]) -> Ledger:
    """Return what is released of targets, by their outcomes, on the last occasion beside everything in the ledger."""
    occasion, number, found = ledger.occasion, ledger.number, ledger
    for outcomes in targets:
        if occasion and (occasion, target_group(outcomes)) not in found.members:
            found = found.plus(_released(saves, found, outcomes))
    more = found.releases[len(ledger.releases) :]
    members = {key: names for key, names in found.members.items() if key not in ledger.members}
    return Ledger(tuple(replace(one, number=number + at) for at, one in enumerate(more, 1)), members)


def _released(saves: Mapping[str, Saves], ledger: Ledger, outcomes: Collection[str]) -> Ledger:
    """Return the release of a target, empty where no set of its people is safe."""
    marked = {outcome: one for outcome, one in ledger.marked().items() if one.is_shown and outcome in saves}
    if not set(outcomes) <= marked.keys():
        return Ledger()
    group, people = target_group(outcomes), saves[next(iter(outcomes))].people
    masks = masks_of(saves, ledger.members)
    rated = np.logical_and.reduce([_who(saves[one], masks, marked[one]) for one in outcomes])
    names = sorted(people.names[at] for at in np.flatnonzero(rated))  # ids are random
    for left_out in range(min(MOST_LEFT_OUT, len(names) - THRESHOLD) + 1):
        some = frozenset(names[left_out:])
        known = masks.plus((ledger.occasion, group), people.mask(some))
        wanted = {outcome: replace(marked[outcome], group=group) for outcome in outcomes}
        if all(_ledger_of(saves, ledger, known, outcome).is_safe(one) for outcome, one in wanted.items()):
            return Ledger(tuple(wanted.values()), {(ledger.occasion, group): some})
    return Ledger()


def _ledger_of(saves: Mapping[str, Saves], ledger: Ledger, masks: Masks, outcome: str) -> OutcomeLedger:
    return OutcomeLedger(saves[outcome], masks, [one for one in ledger.releases if one.outcome == outcome])


def _who(saves: Saves, masks: Masks, release: Release) -> Bools:
    """Return which people, by number, have an answer in a released set that was not erased."""
    who: Bools = np.zeros(len(saves.people.names), bool)
    who[saves.person[OutcomeLedger(saves, masks).members(release) & ~saves.is_erased]] = True
    return who


def target_rows(saves: Mapping[str, Saves], ledger: Ledger, outcomes: Collection[str]) -> Rows:
    """Return the rows of the log of those who count for a target; empty where nothing of it is shown."""
    group = target_group(outcomes)
    current = ledger.current()
    shown = {outcome: current.get((outcome, group)) for outcome in outcomes}
    masks = masks_of(saves, ledger.members)
    rows, people = dict[str, Bools](), set[bytes]()
    for outcome, one in shown.items():
        if one is None or not one.is_shown or one.occasion != ledger.occasion or outcome not in saves:
            return {}
        mine = saves[outcome]
        rows[outcome] = OutcomeLedger(mine, masks).members(one) & ~mine.is_erased
        people.add(_who(mine, masks, one).tobytes())
    return rows if len(people) == 1 and _is_apart(saves, ledger, masks, outcomes) else {}


def _is_apart(saves: Mapping[str, Saves], ledger: Ledger, masks: Masks, outcomes: Collection[str]) -> bool:
    """Whether the reach that a target has now tells of nobody beside all that it had before."""
    moments = _moments(ledger, outcomes)
    sets, is_apart = ShownSets(_versions(saves, masks, moments)), False
    for moment in range(len(moments)):
        is_apart = sets.is_safe(moment)
        if sets.may_be_shown(moment):
            sets.show(moment)
    return is_apart


def _moments(ledger: Ledger, outcomes: Collection[str]) -> list[Mapping[str, Release]]:
    """Return what is released of each outcome of a target whenever all of them are, on the same occasion."""
    group, found = target_group(outcomes), list[Mapping[str, Release]]()
    current = dict[str, Release]()
    for one in ledger.releases:
        if one.group == group and one.outcome in outcomes:
            current = {**current, one.outcome: one}
            is_shown = len(current) == len(set(outcomes)) and all(one.is_shown for one in current.values())
            if is_shown and len({one.occasion for one in current.values()}) == 1:
                found.append(current)
    return found


def _versions(saves: Mapping[str, Saves], masks: Masks, moments: Sequence[Mapping[str, Release]]) -> Integers:
    """Return for whom something falls short at each moment, `[way, moment, person]`: 1 or 2, 0 for who is not counted.

    Whether it did for who deleted answers nobody knows any more: one way takes it as another at each moment.
    """
    people = max((len(one.people.names) for one in saves.values()), default=0)
    found = np.zeros((2, len(moments), people), np.int64)
    for moment, released in enumerate(moments):
        for outcome, one in released.items():
            mine = saves[outcome]
            at = OutcomeLedger(mine, masks).members(one)
            who, is_erased = mine.person[at], mine.is_erased[at]
            short = np.where(is_erased, 3, 1 + mine.is_short[at])
            found[1, moment, who] = np.maximum(found[1, moment, who], short)
        found[0, moment] = np.where(found[1, moment] == 3, 3 + moment, found[1, moment])
    return np.concatenate((found, np.sign(found[:1])))
