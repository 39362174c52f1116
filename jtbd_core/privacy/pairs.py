"""Of which success outcomes it may be shown with which job steps they go: figures of people who rated two things.

Such a figure, a share of variation or the number of its people, rests on an intersection of released sets. Each of
these moves by at least 5 people, but what two of them have in common can move by one: five come who rated the outcome
and five who rated the step, and only one of them rated both. By what a correlation moves then is that person's doing.
What an adversary can make of it:

- Within one moment nothing is to be subtracted. A correlation and what is made of it (shares, R², p, intervals, rounded
  to per cent) holds no sum of either answer, so it is of no use beside the mean of all who rated one of the two; and no
  two figures are of the same pair. So a pair is held against itself alone.
- Over time a pair is held to the rule of every set: of each pair of two steps, or of a step and the outcome, the sets
  of people who rated both, at all moments at which they were shown, tell of nobody (`row_space`); each is of 5 people
  or more, as a pool of rounds adds them up. A person whose experience with either changed counts as another one, but
  not in numbers of people, which are held to the rule by themselves.
- A number of people is shown only of a pair that may be: it moves by 5 or more too. That somebody skipped something is
  told, as by every number of people beside an outcome; what they answered is not.

The moments are those of the ledger, at which something was released: more than those at which this was looked at, so
that more is held back than need be. Who deletes answers leaves with others, whom `release` chooses alike for all
outcomes, so that pairs lose them together.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

import numpy as np

from jtbd_core.privacy.codes import Integers
from jtbd_core.privacy.outcome_ledger import OutcomeLedger
from jtbd_core.privacy.saves import Saves
from jtbd_core.privacy.shown_sets import ShownSets
from jtbd_core.wave.ledger import Ledger, Release


def without_pairs(
    saves: Mapping[str, Saves], ledger: Ledger, steps: Sequence[Collection[str]], success: Collection[str]
) -> frozenset[str]:
    """Return the success outcomes of which nothing may be shown beside job `steps`, each given by its key outcomes."""
    marks = ledger.marks()
    at_steps = [_versions(saves, marks, one) for one in steps]
    among = [_pair(*both) for both in combinations(at_steps, 2)]
    beside = {one: [*among, *(_pair(_versions(saves, marks, [one]), step) for step in at_steps)] for one in success}
    apart = frozenset(success)
    for moment in range(len(marks)):
        apart = frozenset(one for one, pairs in beside.items() if not all(pair.is_safe(moment) for pair in pairs))
        shown = (one for one, pairs in beside.items() if all(pair.may_be_shown(moment) for pair in pairs))
        for pair in {pair: None for one in tuple(shown) for pair in beside[one]}:
            pair.show(moment)
    return apart


def _versions(
    saves: Mapping[str, Saves], marks: Sequence[Mapping[str, Release]], outcomes: Collection[str]
) -> Integers:
    """Return which answers of each person count, `[way, moment, person]`: alike for the same experience, 0 for none.

    Of an answer that was erased since nobody knows any more whether it was another than the one before: one way takes
    it as another, one as the same. A third way takes all answers of a person as the same, as numbers of people do.
    """
    people = max((len(one.people.names) for one in saves.values()), default=0)
    found = np.zeros((2, len(marks), people, len(outcomes)), np.int64)
    for place, outcome in enumerate(outcomes):
        for moment, released in enumerate(marks):
            if (one := released.get(outcome)) and one.is_shown and outcome in saves:
                mine = saves[outcome]
                at = OutcomeLedger(mine, None).members(one)
                same = np.where(mine.is_erased[at], -1, mine.level[at]).astype(np.int64)
                found[:, moment, mine.person[at], place] = np.where(mine.is_erased[at], -1 - mine.seq[at], same), same
    flat = np.vstack((np.zeros((1, len(outcomes)), np.int64), found.reshape(-1, len(outcomes))))
    kind = np.unique(flat, axis=0, return_inverse=True)[1]
    versions = np.where(flat.any(axis=1), kind + 1, 0)[1:].reshape(found.shape[:3])
    return np.concatenate((versions, np.sign(versions[:1])))


def _pair(first: Integers, second: Integers) -> ShownSets:
    """Return the sets of people who rated two things at each moment."""
    both = np.where((first > 0) & (second > 0), first * (second.max(initial=0) + 1) + second, 0)
    return ShownSets(both)
