"""How well each person is served in each job step, from their experience with its key outcomes."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring.ratings import MISSING, Ratings
from jtbd_core.scoring.scores import Floats

KEY = "key outcome"
"""The kind of the outcomes that belong to a job step; all other kinds are success outcomes."""


class JobSteps(NamedTuple):
    """The key outcomes of each job step by its name, and the success outcomes, both in the order of the study."""

    steps: Mapping[str, Sequence[object]]
    success: Sequence[object]


def job_steps(outcomes: pd.DataFrame, most: int) -> JobSteps:
    """Return the job steps of outcomes (`outcome, kind, step`), at most so many.

    Of more steps neighbours are taken together, their names joined by " + ". Raises UnusableRatings.
    """
    missing = [name for name in ("outcome", "kind", "step") if name not in outcomes.columns]
    if missing:
        raise UnusableRatings(f"The outcomes have no column {missing[0]!r}.")
    is_key = outcomes["kind"] == KEY
    named = [(str(step), list(part["outcome"])) for step, part in outcomes[is_key].groupby("step", sort=False)]
    groups = [[named[place] for place in places] for places in np.array_split(np.arange(len(named)), most)]
    steps = {" + ".join(name for name, _ in group): [one for _, part in group for one in part] for group in groups}
    return JobSteps({name: part for name, part in steps.items() if part}, list(outcomes.loc[~is_key, "outcome"]))


def served(rows: Ratings, steps: Mapping[str, Sequence[object]]) -> Floats:
    """Return how well each respondent is served in each step, `[respondent, step]`, NaN where they rated nothing.

    It is the mean of their experience with the step's key outcomes, each less its own mean over people: who was shown
    the outcomes that serve everybody badly is not served worse.
    """
    found = np.empty((len(rows.respondents), len(steps)))
    for at, outcomes in enumerate(steps.values()):
        given = experiences(rows, outcomes)
        rated = ~np.isnan(given)
        filled = np.where(rated, given, 0.0)
        centred = np.where(rated, filled - filled.sum(axis=0) / np.maximum(rated.sum(axis=0), 1), 0.0)
        many = rated.sum(axis=1)
        found[:, at] = np.where(many > 0, centred.sum(axis=1) / np.maximum(many, 1), np.nan)
    return found


def experiences(rows: Ratings, outcomes: Sequence[object]) -> Floats:
    """Return the experience of each respondent with some outcomes, `[respondent, outcome]`, NaN where missing."""
    many = len(rows.outcomes)
    table = np.full((len(rows.respondents), many + 1), np.nan)
    table[np.divmod(rows.cell, max(many, 1))] = np.where(rows.experience == MISSING, np.nan, rows.experience)
    place = {str(outcome): at for at, outcome in enumerate(rows.outcomes)}
    found: Floats = table[:, [place.get(str(outcome), many) for outcome in outcomes]]
    return found


def pair_counts(first: Floats, second: Floats) -> npt.NDArray[np.int64]:
    """Return how many people have both of two columns, NaN being missing, indexed `[first, second]`."""
    counted: Floats = (~np.isnan(first)).astype(np.float64).T @ (~np.isnan(second)).astype(np.float64)
    return counted.astype(np.int64)
