"""Simulated rooms in which careless respondents are planted among honest ones."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

Answers = npt.NDArray[np.float64]
Random = np.random.Generator

WORLDS = {
    "spread": ((3.7, 0.5), (3.2, 0.6)),
    "flat": ((3.9, 0.15), (3.3, 0.2)),
    "few": ((3.6, 0.3), (3.4, 0.3)),
    "odi": ((4.2, 0.2), (2.9, 0.15)),
}
"""Mean and standard deviation of the latent means of outcomes: importance, experience."""

KINDS = {"random": 6, "straight": 3, "pair": 3, "alternating": 3, "copy": 3, "tired": 2}
"""The kinds of careless respondents, out of 20: without a consistency index the random ones stay undetected.

They pick each answer uniformly at random; give one answer to one question; one to each question; repeat a pattern of 2
to 4 answers; copy an honest respondent; or answer honestly on 40 % of the outcomes and give one pair from there on.
"""


class Room(NamedTuple):
    """Ratings of people numbered from 0 and, by person, `honest` or the kind of carelessness."""

    ratings: pd.DataFrame
    kind: npt.NDArray[np.object_]


def room(random: Random, world: str, people: int, outcomes: int, careless: float = 0.2) -> Room:
    """Return a room with a share of careless respondents, who come in any order; a copy comes after its original."""
    answers = honest_answers(random, world, people, outcomes)
    kind = np.full(people, "honest", dtype=object)
    places = random.permutation(np.arange(1, people))[: round(careless * people)]
    kind[places] = random.choice(list(KINDS), len(places), p=np.array(list(KINDS.values())) / sum(KINDS.values()))
    for place in np.sort(places):
        before = np.flatnonzero(kind[:place] == "honest")
        original = answers[random.choice(before)] if len(before) else answers[place]
        answers[place] = careless_answers(random, kind[place], answers[place], original)
    return Room(ratings_of_answers(answers), kind)


def honest_answers(random: Random, world: str, people: int, outcomes: int) -> Answers:
    """Return honest answers from 1 to 5, indexed `[person, question, outcome]`, correlated within a person by 0.25."""
    means = np.array([random.normal(*latent, outcomes) for latent in WORLDS[world]])
    if world == "few":
        means[:, random.choice(outcomes, 4, replace=False)] += np.array([[0.8], [-1.0]])
    person = random.normal(size=(people, 2, 1))
    width = random.uniform(0.8, 1.2, (people, 1, 1))
    noise = random.normal(size=(people, 2, outcomes))
    return np.clip(np.rint(means + width * (0.5 * person + 0.87 * noise)), 1, 5)


def careless_answers(random: Random, kind: str, own: Answers, other: Answers) -> Answers:
    """Return the answers of a careless respondent, `[question, outcome]`, who would answer honestly with `own`."""
    outcomes = own.shape[1]
    if kind == "random":
        return random.integers(1, 6, own.shape).astype(float)
    if kind == "straight":
        return np.where(random.permutation([[True], [False]]), random.integers(1, 6), own)
    if kind == "pair":
        return np.broadcast_to(random.integers(1, 6, (2, 1)), own.shape)
    if kind == "alternating":
        return np.resize(
            random.permuted(np.tile(np.arange(1.0, 6), (2, 1)), axis=1)[:, : random.integers(2, 5)].T, (outcomes, 2)
        ).T
    if kind == "tired":
        return np.where(np.arange(outcomes) < 0.4 * outcomes, own, random.integers(1, 6, (2, 1)))
    return other


def ratings_of_answers(answers: Answers) -> pd.DataFrame:
    """Return answers as ratings, a row per person and outcome in the order shown."""
    people, _, outcomes = answers.shape
    return pd.DataFrame(
        {
            "respondent": np.repeat(np.arange(people), outcomes),
            "outcome": np.tile(np.arange(outcomes), people),
            "importance": answers[:, 0].ravel(),
            "experience": answers[:, 1].ravel(),
        }
    )
