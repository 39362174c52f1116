"""Rooms of people whose solution goes with their circumstance, and in whom both decide how well they are served.

A person answers as in `tests.worlds`: a latent mean + s · (0.5 · mood + 0.87 · noise), rounded and cut to 1 … 5. The
mean of the experience is that of the outcome, plus the effect of the solution, plus the effect of the circumstance.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import ndtr

from tests.worlds import HIGHEST, LEAST_SCALE, LOWEST, MOOD, MOST_SCALE, NOISE

ANCHOR = 4
PLACES = {"home": 0.9, "away": -0.9}
"""The effect of the circumstance on experience, in scale points."""

SOLUTIONS = {"app": 0.5, "booklet": 0.1, "visits": -0.3}
"""The effect of the solution. The best one is used away from home most, so that plainly it looks the worst."""

AT_HOME = {"app": 0.2, "booklet": 0.5, "visits": 0.8}
USE = {"app": 0.4, "booklet": 0.3, "visits": 0.3}

Values = npt.NDArray[np.float64]


class Room(NamedTuple):
    """Ratings, groups and outcomes, as `standing` takes them, and the means of the outcomes' experience."""

    ratings: pd.DataFrame
    groups: pd.DataFrame
    outcomes: pd.DataFrame
    means: Values


def solution_room(random: np.random.Generator, people: int, outcomes: int = 8, homes: float | None = None) -> Room:
    """Return a room with so many key and as many success outcomes, all as important to everybody.

    `homes` is the share of people at home, where it is not that of `AT_HOME`.
    """
    names = [f"{kind}{at}" for kind in "ks" for at in range(outcomes)]
    means = random.normal(3.4, 0.3, len(names))
    uses = random.choice(list(USE), people, p=list(USE.values()))
    is_home = random.random(people) < np.array([AT_HOME[one] if homes is None else homes for one in uses])
    where = np.where(is_home, "home", "away")
    level = np.array([SOLUTIONS[one] for one in uses]) + np.array([PLACES[one] for one in where])
    latent = MOOD * random.normal(size=(people, 1)) + NOISE * random.normal(size=(people, len(names)))
    scale = random.uniform(LEAST_SCALE, MOST_SCALE, (people, 1))
    given = np.clip(np.rint(means + level[:, None] + scale * latent), LOWEST, HIGHEST)
    who = np.array([f"p{at:05}" for at in range(people)])
    ratings = pd.DataFrame(
        {
            "respondent": np.repeat(who, len(names)),
            "outcome": np.tile(names, people),
            "importance": random.integers(3, 6, people * len(names)),
            "experience": given.ravel(),
        }
    )
    groups = pd.concat(
        [
            pd.DataFrame({"respondent": who, "question": question, "option": answers})
            for question, answers in (("solution", uses), ("place", where))
        ],
        ignore_index=True,
    )
    kinds = np.repeat(["key outcome", "emotional"], outcomes)
    return Room(ratings, groups, pd.DataFrame({"outcome": names, "kind": kinds}), means)


BY_TWO = {"home": 2.5, "away": 0.0, "daily": 2.0, "seldom": 0.0}
"""The points of satisfaction that circumstances add to the 2.5 of everybody, of ten, whichever solution is used."""

MIXES = {"app": (0.7, 0.65), "visits": (0.4, 0.4)}
"""The share of a solution's users who are at home, and of those who do it daily."""


def even_room(random: np.random.Generator, people: int, outcomes: int = 6) -> tuple[Room, float]:
    """Return a room whose two solutions, used alike, are as good as each other in any circumstances, and their score.

    Their users differ in two circumstances that do not go together.
    """
    uses = random.choice(list(MIXES), people)
    place, often = random.random((2, people)) < np.array([MIXES[one] for one in uses]).T
    given = {"solution": uses, "place": np.where(place, "home", "away"), "often": np.where(often, "daily", "seldom")}
    chance = (2.5 + sum(np.vectorize(BY_TWO.get)(given[question]) for question in ("place", "often"))) / 10
    latent = MOOD * random.normal(size=(people, 1)) + np.sqrt(1 - MOOD**2) * random.normal(size=(people, outcomes))
    who, names = (np.array([f"{kind}{at:05}" for at in range(many)]) for kind, many in (("p", people), ("o", outcomes)))
    met = np.where(ndtr(latent) < chance[:, None], 5, 1).ravel()
    rated = {"respondent": np.repeat(who, outcomes), "outcome": np.tile(names, people), "importance": 5}
    groups = [pd.DataFrame({"respondent": who, "question": one, "option": said}) for one, said in given.items()]
    kinds = pd.DataFrame({"outcome": names, "kind": "emotional"})
    homes, daily = np.mean(list(MIXES.values()), axis=0)
    score = 2.5 + homes * BY_TWO["home"] + daily * BY_TWO["daily"]
    return Room(pd.DataFrame(rated).assign(experience=met), pd.concat(groups), kinds, np.full(outcomes, score)), score


def truth_of(room: Room, homes: float | None = None) -> Mapping[tuple[str, str], float]:
    """Return the true score at everybody's true mix of circumstances, by solution and kind."""
    home = sum(share * AT_HOME[solution] for solution, share in USE.items()) if homes is None else homes
    is_key = (room.outcomes["kind"] == "key outcome").to_numpy()
    found: dict[tuple[str, str], float] = {}
    for solution, effect in SOLUTIONS.items():
        met = home * _met(room.means + effect + PLACES["home"]) + (1 - home) * _met(
            room.means + effect + PLACES["away"]
        )
        found |= {
            (solution, "efficiency"): 10 * met[is_key].mean(),
            (solution, "effectiveness"): 10 * met[~is_key].mean(),
        }
    return found


def _met(means: Values) -> Values:
    """Return the share of answers at the anchor or above, averaged over the use of the scale."""
    nodes, weights = np.polynomial.legendre.leggauss(12)
    scale = (LEAST_SCALE + MOST_SCALE) / 2 + nodes * (MOST_SCALE - LEAST_SCALE) / 2
    spread = scale * np.hypot(MOOD, NOISE)
    return np.asarray(ndtr((means[:, None] - (ANCHOR - 0.5)) / spread) @ weights / 2)
