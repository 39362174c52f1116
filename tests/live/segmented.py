"""A part of the demo study with answers of people of two kinds, who have unlike needs."""

import numpy as np
import pandas as pd

from jtbd_core.exchange.demo import demo_study
from jtbd_core.live.snapshot import Snapshot, whole_snapshot

STUDY = demo_study()
OUTCOMES = [one.id for one in STUDY.outcomes[:12]]


Kinds = tuple[pd.DataFrame, dict[str, dict[str, str]]]
"""Ratings and profiles, as a wave is imported from them."""


def answers_of(people: int, gap: float = 4.0, streaming: int | None = None, seed: int = 1) -> Kinds:
    """Return the ratings and profiles of people of whom the first half has needs of its own.

    The gap is by how many points each half finds six of the outcomes more important and experiences them worse. The
    first so many people use streaming (without a number, the first half), the others vinyl.
    """
    random = np.random.default_rng(seed)
    names = [f"p{n:03}" for n in range(people)]
    own = (np.arange(people)[:, None] < people // 2) == (np.arange(len(OUTCOMES)) < len(OUTCOMES) // 2)
    noise = random.normal(size=(2, *own.shape))
    importance, experience = np.clip(np.rint([3 + own * gap / 2 + noise[0], 4 - own * gap / 2 + noise[1]]), 1, 5)
    ratings = pd.DataFrame(
        {
            "respondent": np.repeat(names, len(OUTCOMES)),
            "outcome": np.tile(OUTCOMES, people),
            "importance": importance.ravel(),
            "experience": experience.ravel(),
            "not_applicable": False,
        }
    )
    uses = people // 2 if streaming is None else streaming
    return ratings, {name: {"solution": "streaming" if at < uses else "vinyl"} for at, name in enumerate(names)}


def snapshot_of(people: int, gap: float = 4.0, seed: int = 1) -> Snapshot:
    """Return all answers of such people."""
    ratings, profiles = answers_of(people, gap, seed=seed)
    said = [(name, question, option) for name, given in profiles.items() for question, option in given.items()]
    return whole_snapshot(STUDY, {"1": (ratings, pd.DataFrame(said, columns=["respondent", "question", "option"]))})
