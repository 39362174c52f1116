"""Which people count for value targets: those who rated all outcomes of one, released as a set of each of them.

Reach is a figure of one set of people and several outcomes, so the set is released in the ledger of each outcome, as a
group is: on an occasion, once, where it tells of nobody beside all sets that were ever released (`row_space`). Those
who rated one outcome but not another are often 1 to 4 people: then some more are left out of the set, at most
`MOST_LEFT_OUT`. Erased answers leave it as they leave groups. Where its outcomes then no longer have the same people,
the target has no reach.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

import numpy as np

from jtbd_core.privacy.outcome_ledger import Masks, OutcomeLedger, masks_of
from jtbd_core.privacy.saves import Bools, Integers, Saves
from jtbd_core.privacy.threshold import THRESHOLD
from jtbd_core.wave import Group
from jtbd_core.wave.ledger import TARGET, Ledger, Release

MOST_LEFT_OUT = 10


def target_group(outcomes: Collection[str]) -> Group:
    """Return the group that stands in the ledger for all who rated these outcomes."""
    return Group(TARGET, sha256(" ".join(sorted(outcomes)).encode()).hexdigest()[:16])


def next_targets(saves: Mapping[str, Saves], ledger: Ledger, targets: Sequence[Collection[str]]) -> Ledger:
    """Return what is released of targets, by their outcomes, on the last occasion beside everything in the ledger."""
    occasion, found = ledger.occasion, ledger
    number = max((one.number for one in ledger.releases), default=0)
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
        known = {**masks, (ledger.occasion, group): people.mask(some)}
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


def target_rows(saves: Mapping[str, Saves], ledger: Ledger, outcomes: Collection[str]) -> Integers:
    """Return the index of the log's rows of those who count for a target; empty where nothing of it is shown."""
    group, nothing = target_group(outcomes), np.zeros(0, np.int64)
    current = ledger.current()
    shown = {outcome: current.get((outcome, group)) for outcome in outcomes}
    masks = masks_of(saves, ledger.members)
    rows, people = [], set[bytes]()
    for outcome, one in shown.items():
        if one is None or not one.is_shown or one.occasion != ledger.occasion or outcome not in saves:
            return nothing
        mine = saves[outcome]
        rows.append(mine.rows[OutcomeLedger(mine, masks).members(one) & ~mine.is_erased])
        people.add(_who(mine, masks, one).tobytes())
    return np.concatenate(rows) if len(people) == 1 else nothing
