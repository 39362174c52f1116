"""Worlds in which the true score of every outcome is known, and studies of people who live in them.

A person's answer to a question about an outcome is its latent mean + s · (0.5 · mood + 0.87 · noise), rounded and cut
to 1 … 5. The mood is one standard normal number of the person for each of the two questions, independent of each other,
so answers to one question are correlated within a person by 0.25; s, the person's use of the scale, is uniform in
0.8 … 1.2 and the same for both questions; the noise is standard normal and each answer's own.
"""

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import ndtr

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.float64]

LOWEST, HIGHEST, IMPORTANT = 1, 5, 4
MOOD, NOISE = 0.5, 0.87
LEAST_SCALE, MOST_SCALE = 0.8, 1.2
NODES = 12
"""Of the Gauss–Legendre rule over s: the scores change by less than 1e-8 with more of them."""


class World(NamedTuple):
    """Normal distributions (mean, standard deviation) of the latent means, in scale points.

    Each of `moves` is a number of outcomes, and what is added to their means of importance and experience.
    """

    importance: tuple[float, float]
    experience: tuple[float, float]
    moves: tuple[tuple[int, tuple[float, float]], ...] = ()


WORLDS = {
    "spread": World((3.7, 0.5), (3.2, 0.6)),
    "flat": World((3.9, 0.15), (3.3, 0.2)),
    "few": World((3.6, 0.3), (3.4, 0.3), ((4, (0.8, -1.0)),)),
    "odi": World((4.2, 0.2), (2.9, 0.15)),
    "ends": World((3.6, 0.3), (3.4, 0.3), ((4, (1.8, -2.1)), (4, (-1.6, 0.0)))),
}
"""In `ends` the opportunity of four outcomes lies near 20 and that of four others near 0; no other world has such."""


class Population(NamedTuple):
    """The latent means of the outcomes of one study, in scale points, indexed `[outcome]`."""

    importance: Floats
    experience: Floats

    @property
    def names(self) -> list[str]:
        """The names of the outcomes."""
        return [f"o{place:03}" for place in range(len(self.importance))]


def population(world: World, outcomes: int, random: np.random.Generator) -> Population:
    """Draw the latent means of a study of so many outcomes; those that are moved stand anywhere among them."""
    means = np.array([random.normal(*normal, outcomes) for normal in (world.importance, world.experience)])
    free = random.permutation(outcomes)
    for many, shift in world.moves:
        moved, free = free[:many], free[many:]
        means[:, moved] += np.array(shift)[:, None]
    return Population(*means)


def truth_of(found: Population, anchor: int) -> pd.DataFrame:
    """Return the scores of all people who could ever be asked, exact to 1e-6, one row per outcome.

    Columns `importance, satisfaction, opportunity, unmet, value_wanted, share_short` with the units of `score`. Given
    s, an answer is a rounded normal number with the standard deviation s · √(0.5² + 0.87²), and the two questions are
    independent; the shares are integrated over s.
    """
    nodes, weights = np.polynomial.legendre.leggauss(NODES)
    scale = (LEAST_SCALE + MOST_SCALE) / 2 + nodes * (MOST_SCALE - LEAST_SCALE) / 2
    deviation, weights = scale * math.hypot(MOOD, NOISE), weights / 2
    important = ndtr((found.importance[:, None] - (IMPORTANT - 0.5)) / deviation)
    below = [ndtr(((code - 0.5) - found.experience[:, None]) / deviation) for code in range(LOWEST + 1, anchor + 1)]
    importance, short = 10 * important @ weights, below[-1] @ weights
    satisfaction = 10 * (1 - short)
    return pd.DataFrame(
        {
            "importance": importance,
            "satisfaction": satisfaction,
            "opportunity": importance + np.maximum(importance - satisfaction, 0),
            "unmet": (important * below[-1]) @ weights,
            "value_wanted": np.sum(below, axis=0) @ weights,
            "share_short": short,
        },
        index=found.names,
    )


class Answers(NamedTuple):
    """The two answers of each person about each outcome, indexed `[person, outcome]`; NaN where it was not shown."""

    importance: Codes
    experience: Codes


def answers(found: Population, people: int, random: np.random.Generator, is_half: bool = False) -> Answers:
    """Ask so many people; with `is_half` each of them is shown half of the outcomes (rounded up), at random."""
    outcomes = len(found.importance)
    scale = random.uniform(LEAST_SCALE, MOST_SCALE, (people, 1))
    shown = np.ones((people, outcomes), bool)
    if is_half:
        shown = random.permuted(np.tile(np.arange(outcomes) < -(-outcomes // 2), (people, 1)), axis=1)
    given = []
    for means in found:
        mood, noise = random.standard_normal((people, 1)), random.standard_normal((people, outcomes))
        codes = np.clip(np.rint(means + scale * (MOOD * mood + NOISE * noise)), LOWEST, HIGHEST)
        given.append(np.where(shown, codes, np.nan))
    return Answers(*given)


def ratings_of(given: Answers, names: list[str]) -> pd.DataFrame:
    """Return answers as ratings, one row per person and outcome that was shown."""
    people, outcomes = given.importance.shape
    rows = {
        "respondent": np.repeat(np.arange(people), outcomes),
        "outcome": np.tile(names, people),
        "importance": given.importance.ravel(),
        "experience": given.experience.ravel(),
    }
    return pd.DataFrame(rows)[~np.isnan(rows["experience"])].reset_index(drop=True)


def measured(given: Answers, anchor: int) -> pd.DataFrame:
    """Return the plain scores of answers, as `opportunity` and `unmet`, worked out without the code under test."""
    shown = ~np.isnan(given.experience)
    important, short = given.importance >= IMPORTANT, given.experience < anchor
    raters = shown.sum(axis=0)
    importance, unsatisfied = 10 * important.sum(axis=0) / raters, 10 * short.sum(axis=0) / raters
    gap = importance - (10 - unsatisfied)
    unmet = (important & short).sum(axis=0) / raters
    return pd.DataFrame({"opportunity": importance + np.maximum(gap, 0), "unmet": unmet})
