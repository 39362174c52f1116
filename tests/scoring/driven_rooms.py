"""Rooms of people whose success outcomes go with their mood, with one job step, or with nothing.

As in `tests.worlds`, an answer is a latent mean + s · (0.5 · mood + 0.87 · noise), rounded and cut to 1 … 5: the mood
is the person's own and the same for all outcomes, s their use of the scale. A driven outcome takes a part of its noise
from the mean noise of the key outcomes of the planted step.
"""

import math

import numpy as np
import numpy.typing as npt
import pandas as pd

from tests.worlds import HIGHEST, LEAST_SCALE, LOWEST, MOOD, MOST_SCALE, NOISE

STEPS, PER_STEP = 5, 3
PLANTED = "step-2"
NOTHING, MOOD_ONLY, SIXTH, FIFTH = "nothing", "mood only", "a sixth", "a fifth"
DRIVEN = {SIXTH: math.sqrt(1 / 6), FIFTH: math.sqrt(1 / 5)}
"""The weight of the planted step's noise, which makes up a sixth or a fifth of the outcome's latent variation."""

Values = npt.NDArray[np.float64]


def outcomes_of(success: int = 3, steps: int = STEPS, per_step: int = PER_STEP) -> pd.DataFrame:
    """Return the outcomes of a room, in the columns of `drivers`."""
    key = [(f"k{step}-{at}", "key outcome", f"step-{step}") for step in range(steps) for at in range(per_step)]
    felt = [(f"s{at}", "emotional", None) for at in range(success)]
    return pd.DataFrame([*key, *felt], columns=["outcome", "kind", "step"])


def driven_room(
    random: np.random.Generator,
    world: str,
    people: int,
    success: int = 3,
    steps: int = STEPS,
    per_step: int = PER_STEP,
) -> pd.DataFrame:
    """Return the ratings of a room; of the success outcomes the first is driven, in a world that has a driver."""
    mood = random.normal(size=(people, 1))
    noise = random.normal(size=(people, steps, per_step))
    planted = noise[:, int(PLANTED[-1])].mean(axis=1) * math.sqrt(per_step)
    own = random.normal(size=(people, success)) * NOISE
    if world in DRIVEN:
        weight = DRIVEN[world]
        own[:, 0] = weight * planted + math.sqrt(NOISE**2 - weight**2) * own[:, 0] / NOISE
    felt = own + MOOD * (random.normal(size=(people, success)) if world == NOTHING else mood)
    latent = np.hstack([(MOOD * mood + NOISE * noise.reshape(people, -1)), felt])
    use = random.uniform(LEAST_SCALE, MOST_SCALE, (people, 1))
    means = random.normal(3.2, 0.4, latent.shape[1])
    given = np.clip(np.rint(means + use * latent), LOWEST, HIGHEST)
    names = outcomes_of(success, steps, per_step)["outcome"]
    return pd.DataFrame(
        {
            "respondent": np.repeat([f"p{at:05}" for at in range(people)], len(names)),
            "outcome": np.tile(names, people),
            "experience": given.ravel(),
        }
    )
