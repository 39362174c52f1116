"""Differences of groups from the others of their question, tested by shuffling the labels of people.

Per outcome the statistic is the score of the group less that of all other raters, less its mean under shuffled labels,
divided by its standard deviation under shuffled labels. Its p-value (two-sided) is the share of all outcomes' shuffled
statistics of the same group that are as large (with the observed one: (1 + how many) / (1 + all)), so a few hundred
shuffles tell small p-values apart. Over all rows together at most 5 % of the marks are false (Benjamini & Hochberg
1995).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from jtbd_core.scoring.kinds import SUMS
from jtbd_core.scoring.labels import Chosen, Strata
from jtbd_core.scoring.ratings import RatingMatrix
from jtbd_core.scoring.scores import Floats, scores_of

Bools = npt.NDArray[np.bool_]

FEWEST_SHUFFLES, MOST_SHUFFLES, STATISTICS = 1000, 5000, 20_000
"""As many shuffles as give so many statistics of a group, within bounds: outcomes share theirs."""

SAMPLED = 4096
"""Of more people a sample is shuffled."""

LEVEL = 0.042
"""The level of Benjamini and Hochberg's procedure, so that at most 5 % of the marks are false.

P-values that all outcomes share are right on average, not for each outcome: at 5 % 25 of 400 simulated pages without
differences had a mark by opportunity (`tests/bench/honesty_differences`).
"""

POWER = 0.84
"""The normal quantile of 80 %: a difference so many spreads beyond the least that is marked is found that often."""

NEEDED = {
    "importance": (0, 1),
    "satisfaction": (0, 2),
    "opportunity": (0, 1, 2),
    "unmet": (0, 4),
    "value_wanted": (0, 3),
    "share_short": (0, 2),
}
"""The sums (`kinds.added`) that each score is made of."""

TOLERANCE = 1e-9


class Chance(NamedTuple):
    """What shuffling says of one group and one score, by outcome; NaN where nothing can be said.

    `p` is the p-value, `middle` and `spread` the mean and the standard deviation of the difference under shuffled
    labels, in the units of the score, and `pool` all shuffled statistics without their sign, sorted.
    """

    p: Floats
    middle: Floats
    spread: Floats
    pool: Floats


class Shuffles(NamedTuple):
    """Shuffled labels `[shuffle, person]` of the people who are shuffled, and what these add to the sums needed.

    `units` is indexed `[person, sum, outcome]`.
    """

    labels: Chosen
    units: npt.NDArray[np.float32]
    needed: tuple[int, ...]
    has_importance: bool

    def sums(self, option: int) -> Floats:
        """Return the sums of the group with this label in each shuffle, `[sum, shuffle, outcome]`; unneeded are 0."""
        is_in = (self.labels == option).astype(np.float32)
        flat = is_in @ self.units.reshape(len(self.units), -1)  # whole numbers below 2²⁴: exact in any order
        return self._spread(flat.reshape(len(is_in), len(self.needed), -1).transpose(1, 0, 2))

    def all(self) -> Floats:
        """Return the sums of all people, indexed as `sums`."""
        return self._spread(self.units.sum(axis=0, dtype=np.float64)[:, None])

    def _spread(self, sums: npt.NDArray[np.float32] | Floats) -> Floats:
        found = np.zeros((SUMS, *sums.shape[1:]))
        found[list(self.needed)] = sums
        return found


def shuffles(
    matrix: RatingMatrix, strata: Strata, labels: Chosen, names: Sequence[str], random: np.random.Generator
) -> Shuffles:
    """Return shuffles of the labels of a question inside strata, for the scores of these names."""
    needed = tuple(sorted({place for name in names for place in NEEDED[name]}))
    if len(strata) == 1 and len(labels) > SAMPLED:
        chosen = sampled(labels, random)
        strata = [np.arange(len(chosen))]
    else:
        chosen = np.arange(len(labels))
    many = np.clip(STATISTICS // max(len(matrix.outcomes), 1), FEWEST_SHUFFLES, MOST_SHUFFLES)
    shuffled = np.tile(labels[chosen], (int(many), 1))
    for people in strata:
        if len(np.unique(shuffled[0, people])) > 1:
            shuffled[:, people] = random.permuted(shuffled[:, people], axis=1)
    units = matrix.added.astype(np.float32)[list(needed)].T[matrix.kinds[chosen]].transpose(0, 2, 1)
    return Shuffles(shuffled, np.ascontiguousarray(units), needed, matrix.has_importance)


def sampled(chosen: Chosen, random: np.random.Generator) -> npt.NDArray[np.intp]:
    """Return a sample of `SAMPLED` people or a few fewer: all of the small groups, as many of each large one."""
    groups = [np.flatnonzero(chosen == option) for option in np.unique(chosen)]
    left, most = SAMPLED, 0
    for rest, size in zip(range(len(groups), 0, -1), sorted(map(len, groups)), strict=True):
        most = left // rest
        left -= min(size, most)
    kept = [group if len(group) <= most else random.choice(group, most, replace=False) for group in groups]
    return np.sort(np.concatenate(kept))


def chances(
    drawn: Shuffles, option: int, observed: dict[str, Floats], people: tuple[Floats, Floats], shown: Bools
) -> dict[str, Chance]:
    """Return what the shuffles say of an option, by name of score.

    `observed` are the differences by name of score, `people` the numbers of raters of the group and of the others; all
    are indexed by the outcomes that are `shown`, the only ones that enter.
    """
    own = drawn.sums(option)[..., shown]
    others = drawn.all()[..., shown] - own
    with np.errstate(divide="ignore", invalid="ignore"):
        wide = (1 / people[0] + 1 / people[1]) / _mean(1 / own[0] + 1 / others[0])
        one, other = (scores_of(sums, drawn.has_importance) for sums in (own, others))
        return {
            name: _chance(one[name] - other[name], difference, np.sqrt(wide)) for name, difference in observed.items()
        }


def _chance(differences: Floats, observed: Floats, wide: Floats) -> Chance:
    """Return the test of one score; `wide` makes up for how many more or fewer rated than in the shuffles."""
    middle = _mean(differences)
    apart = differences - middle
    spread = np.sqrt(_mean(apart**2))
    good = spread > TOLERANCE
    found = np.abs(apart[:, good] / spread[good])
    pool = np.sort(found[np.isfinite(found)])
    p = np.full(len(observed), np.nan)
    statistic = np.abs((observed - middle)[good]) / (spread * wide)[good]
    p[good] = (1 + len(pool) - np.searchsorted(pool, statistic - TOLERANCE)) / (1 + len(pool))
    return Chance(p, middle, np.where(good, spread * wide, np.nan), pool)


def _mean(values: Floats) -> Floats:
    """Return the mean over shuffles of the values that are finite."""
    good = np.isfinite(values)
    mean: Floats = np.where(good, values, 0.0).sum(axis=0) / good.sum(axis=0)
    return mean


def is_marked(p: Floats) -> Bools:
    """Return which p-values are marked so that at most 5 % of the marks are false; missing ones are not counted."""
    marked = np.zeros(len(p), bool)
    given = np.flatnonzero(np.isfinite(p))
    order = given[np.argsort(p[given], kind="stable")]
    passes = np.flatnonzero(p[order] <= LEVEL * np.arange(1, len(order) + 1) / max(len(order), 1))
    marked[order[: passes.max(initial=-1) + 1]] = True
    return marked


def findable(tests: Sequence[Chance]) -> float:
    """Return the smallest difference that would have been found in four of five cases if it were the only one.

    It is that of the group in which an outcome in the middle needs the smallest; NaN without any test.
    """
    rows = sum(np.count_nonzero(np.isfinite(one.p)) for one in tests)
    found = [
        float(np.nanmedian(one.spread) * (one.pool[int(np.ceil((1 - LEVEL / rows) * len(one.pool))) - 1] + POWER))
        for one in tests
        if np.isfinite(one.p).any()
    ]
    return min(found, default=float("nan"))
