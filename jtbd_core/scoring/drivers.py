"""Where success comes from: how much of a success outcome's variation goes with how people are served in each job step.

It goes with it, which is not to cause it. People who are content are content with everything, and that shared mood
alone makes every step go with every outcome. So there are two tests. *Does anything go with it?* is R² against shuffles
of the outcome over people. *Does a step stand out?* asks whether its share is surely greater than those of all others.
"""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.scoring.correlations import correlations, explained, proper, shuffled_correlations
from jtbd_core.scoring.dominance import MOST_STEPS, dominance
from jtbd_core.scoring.job_steps import experiences, job_steps, pair_counts, served
from jtbd_core.scoring.posterior import LEVELS
from jtbd_core.scoring.ratings import Keys, checked, keys_of_respondents
from jtbd_core.scoring.scores import Floats
from jtbd_core.scoring.streams import stream

DRAWS, SHUFFLES = 200, 999
MOST_SHUFFLED = 2048
"""The most people whose answers are shuffled; of more, that many are looked at in that test."""

NEEDED = 20
"""The fewest people who rated two things for their correlation to be computed."""

FALSE = 0.05
"""The rate of false discoveries over all success outcomes, in either test."""

SURE = 0.9
"""The probability from which on the step of a single success outcome stands out."""

FIGURES = ("share", "share_low", "share_high", "r2", "r2_low", "r2_high", "p")

Table = npt.NDArray[Any]


class People(NamedTuple):
    """The people: keys that name their streams of weights, how each is served in each step, and their experience.

    `served` is indexed `[person, step]`, `felt` `[person, success outcome]`; NaN is missing.
    """

    keys: Keys
    served: Floats
    felt: Floats


def drivers(ratings: pd.DataFrame, outcomes: pd.DataFrame, seed: int = 0) -> pd.DataFrame:
    """Return how much of each success outcome's variation goes with each job step; a row per outcome and step.

    Ratings have the columns of `score`, of which importance is not used; `outcomes` has `outcome, kind, step`, kind
    being "key outcome" where there is a step. How a person is served in a step is told by `job_steps.served`. Columns:

    - `outcome, step`, in the order of `outcomes`; beyond 10 steps neighbours are taken together, joined by " + ";
      `n`, the people who rated both.
    - `share`: the step's general dominance (`dominance`), 0–1, with its 95 % limits from 200 draws of the respondents'
      weights, all less what a step of chance would explain; `r2`, the sum of the shares (adjusted R²), with its limits.
    - `p`: that shuffled answers explain as much. Of all success outcomes with p ≤ 0.05 at most 5 % are expected to be
      false (Benjamini and Hochberg 1995); of the others the steps tell nothing.
    - `is_opposite`: people served well in the step are those served badly with the outcome (correlation below 0).
    - `stands_out`: where p ≤ 0.05, a step whose share is greater than all others with probability 0.9, or two whose
      lesser is; for several success outcomes with as much more as keeps false ones below 5 %.

    Figures are missing where fewer than 20 people rated two things that are compared. Raises UnusableRatings.
    """
    rows = checked(ratings)
    steps, success = job_steps(outcomes, MOST_STEPS)
    people = People(keys_of_respondents(rows.respondents), served(rows, steps), experiences(rows, success))
    shape = len(success), len(steps)
    table: dict[str, Table] = {name: np.full(shape, np.nan) for name in FIGURES}
    table |= {name: np.zeros(shape, bool) for name in ("is_opposite", "stands_out")}
    at_steps, at_success = _compared(people)
    if len(at_success):
        compared = People(people.keys, people.served[:, at_steps], people.felt[:, at_success])
        for name, values in _analysed(compared, seed).items():
            table[name][np.ix_(at_success, at_steps)] = values.T
    named = {"outcome": [one for one in success for _ in steps], "step": list(steps) * len(success)}
    n = pair_counts(people.served, people.felt).T.ravel()
    return pd.DataFrame({**named, "n": n, **{name: values.ravel() for name, values in table.items()}})


def _compared(people: People) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return the places of the steps and of the success outcomes that enough people rated, alone and together."""
    both = pair_counts(people.served, people.served)
    steps = np.flatnonzero(both.diagonal() >= NEEDED)
    if not len(steps) or both[np.ix_(steps, steps)].min() < NEEDED:
        return steps, np.array([], np.intp)
    return steps, np.flatnonzero((pair_counts(people.served[:, steps], people.felt) >= NEEDED).all(axis=0))


def _analysed(people: People, seed: int) -> dict[str, Table]:
    """Return the columns of `drivers` from `share` on, each indexed `[step, success outcome]`."""
    many = people.served.shape[1]
    weights = np.ones((DRAWS + 1, len(people.keys)))  # the first row is no draw: everybody once
    for at, key in enumerate(people.keys):
        weights[1:, at] = stream(seed, key).standard_exponential(DRAWS, np.float32)
    both = correlations(people.served, np.hstack([people.served, people.felt]), weights)
    among, to = proper(both[:, :, :many]), both[:, :, many:]
    r2, raw = explained(among, to), dominance(among, to)
    # Random weights leave half as many effective people; chance explains 1 / n of the rest per step.
    n = pair_counts(people.served, people.felt).min(axis=0) * np.where(np.arange(DRAWS + 1) > 0, 0.5, 1.0)[:, None]
    share = raw - ((1 - r2) / np.maximum(n - many - 1, 1))[:, None, :]
    p = adjusted(np.array([_chance(people, felt, among[0], r2[0], seed) for felt in range(people.felt.shape[1])]))
    found: dict[str, Table] = _limited("share", share) | _limited("r2", share.sum(axis=1, keepdims=True))
    found |= {"p": p, "is_opposite": to[0] < 0, "stands_out": _stand_out(raw[1:], raw[0], p <= FALSE)}
    return {name: np.broadcast_to(values, share[0].shape) for name, values in found.items()}


def _limited(name: str, drawn: Floats) -> dict[str, Table]:
    """Return the measured value, the first draw, and the 95 % limits of the others; none below 0."""
    low, high = np.quantile(drawn[1:], LEVELS, axis=0)
    ends = {"": drawn[0], "_low": np.fmin(low, drawn[0]), "_high": np.fmax(high, drawn[0])}
    return {f"{name}{end}": np.maximum(values, 0.0) for end, values in ends.items()}


def _chance(people: People, felt: int, among: Floats, r2: Floats, seed: int) -> float:
    """Return the share of shuffles of a success outcome over people that explain as much as is measured."""
    random = np.random.default_rng(seed)
    rated = np.flatnonzero(~np.isnan(people.felt[:, felt]))
    measured = r2[felt]
    if len(rated) > MOST_SHUFFLED:
        rated = random.permutation(rated)[:MOST_SHUFFLED]
        to = correlations(people.served[rated], people.felt[rated][:, [felt]], np.ones((1, len(rated))))
        measured = explained(among, to[0])[0]
    shuffled = shuffled_correlations(people.served[rated], people.felt[rated, felt], SHUFFLES, random)
    return float((1 + np.count_nonzero(explained(among, shuffled.T) >= measured)) / (SHUFFLES + 1))


def _stand_out(drawn: Floats, point: Floats, is_told: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return which steps stand out, `[step, success outcome]`; `drawn` is indexed `[draw, step, success outcome]`.

    Where steps are alike, one has P ≥ x in fewer than (1 − x) / 2 of the studies (simulated from x = 0.9 on): that half
    is taken as a p-value for the rate of false discoveries. With one success outcome it asks for 0.9.
    """
    order = np.argsort(-point, axis=0, kind="stable")
    ones, twos = (_surely(drawn, order, lead) for lead in (1, 2))
    leads = np.where(ones >= SURE, 1, 2)
    unsure = (1 - np.where(ones >= SURE, ones, twos)) / 2
    is_clear = is_told & (adjusted(np.where(is_told, unsure, 1.0)) <= FALSE + 1e-9)
    rank = np.argsort(order, axis=0, kind="stable")
    return (rank < leads) & is_clear


def _surely(drawn: Floats, order: npt.NDArray[np.intp], lead: int) -> Floats:
    """Return P(the least share of the leading steps > the greatest of the rest); 0 where there is no rest."""
    if drawn.shape[1] <= lead:
        return np.zeros(drawn.shape[2])
    ordered = np.take_along_axis(drawn, order[None], axis=1)
    found: Floats = np.mean(ordered[:, :lead].min(axis=1) > ordered[:, lead:].max(axis=1), axis=0)
    return found


def adjusted(p: Floats) -> Floats:
    """Return p-values adjusted so that of those up to a level at most that share is expected to be false."""
    order = np.argsort(p)
    scaled = p[order] * len(p) / np.arange(1, len(p) + 1)
    found = np.empty(len(p))
    found[order] = np.minimum.accumulate(scaled[::-1])[::-1].clip(max=1.0)
    return found
