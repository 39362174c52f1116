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
  or more, as a pool of rounds adds them up. A person who changed an answer to either counts as another one.
- A number of people is shown only of a pair that may be: it moves by 5 or more too. That somebody skipped something is
  told, as by every number of people beside an outcome; what they answered is not.

The moments are those of the ledger, at which something was released: more than those at which this was looked at, so
that more is held back than need be. Who deletes answers leaves with others, whom `release` chooses alike for all
outcomes, so that pairs lose them together.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

import numpy as np

from jtbd_core.privacy.outcome_ledger import OutcomeLedger
from jtbd_core.privacy.row_space import Span
from jtbd_core.privacy.saves import Integers, Saves
from jtbd_core.privacy.threshold import THRESHOLD
from jtbd_core.wave.ledger import Ledger, Release


def without_pairs(
    saves: Mapping[str, Saves], ledger: Ledger, steps: Sequence[Collection[str]], success: Collection[str]
) -> frozenset[str]:
    """Return the success outcomes of which nothing may be shown beside job `steps`, each given by its key outcomes."""
    marks = ledger.marks()
    at_steps = [_versions(saves, marks, one) for one in steps]
    among = [_Pair(*both) for both in combinations(at_steps, 2)]
    beside = {one: [_Pair(_versions(saves, marks, [one]), step) for step in at_steps] for one in success}
    shown: list[str] = []
    for moment in range(len(marks)):
        is_safe = all(pair.is_safe(moment) for pair in among)
        shown = [one for one, pairs in beside.items() if is_safe and all(pair.is_safe(moment) for pair in pairs)]
        for pair in [*(among if shown else ()), *(pair for one in shown for pair in beside[one])]:
            pair.show(moment)
    return frozenset(success) - frozenset(shown)


def _versions(
    saves: Mapping[str, Saves], marks: Sequence[Mapping[str, Release]], outcomes: Collection[str]
) -> Integers:
    """Return which answers of each person count at each moment, `[moment, person]`: alike for the same, 0 for none."""
    people = max((len(one.people.names) for one in saves.values()), default=0)
    found = np.zeros((len(marks), people, len(outcomes)), np.int64)
    for place, outcome in enumerate(outcomes):
        for row, released in zip(found[..., place], marks, strict=True):
            if (one := released.get(outcome)) and one.is_shown and outcome in saves:
                mine = saves[outcome]
                at = OutcomeLedger(mine, {}).members(one)
                row[mine.person[at]] = mine.version[at]
    nothing = np.zeros((1, len(outcomes)), np.int64)
    flat = np.vstack((nothing, found.reshape(-1, len(outcomes))))
    kind = np.unique(flat, axis=0, return_inverse=True)[1]
    return np.where(flat.any(axis=1), kind + 1, 0)[1:].reshape(len(marks), people)


class _Pair:
    """The people who rated two things at each moment, and the space of the sets of them that were shown."""

    def __init__(self, first: Integers, second: Integers) -> None:
        both = np.where((first > 0) & (second > 0), first * (second.max(initial=0) + 1) + second, 0)
        person = np.broadcast_to(np.arange(both.shape[1]), both.shape)
        rows = np.column_stack((person.ravel(), both.ravel()))[both.ravel() > 0]
        columns, column = np.unique(rows, axis=0, return_inverse=True)
        self._sets = np.zeros((len(both), len(columns)), bool)
        self._sets[np.nonzero(both)[0], column] = True
        self._span = Span(columns[:, 0])

    def _with(self, moment: int) -> Span:
        return self._span.plus(self._sets[[moment]])

    def is_safe(self, moment: int) -> bool:
        """Whether the set of a moment can be shown beside those that were."""
        many = int(self._sets[moment].sum())
        return many == 0 or (many >= THRESHOLD and not self._with(moment).is_telling())

    def show(self, moment: int) -> None:
        """Take the set of a moment as shown."""
        self._span = self._with(moment)
