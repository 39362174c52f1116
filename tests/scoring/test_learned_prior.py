"""The learned prior against a second implementation, `learned_oracle`, which shares no line with it."""

from functools import cache
from itertools import cycle
from typing import NamedTuple

import numpy as np
import pandas as pd
import pytest

from jtbd_core import score
from tests.scoring.learned_oracle import learned_columns, learned_draws

# Draws of the oracle, which is slow, and of the product, which is quick.
DRAWS, PRODUCT_DRAWS = 2500, 15000
# Two Monte-Carlo results further apart than this many standard errors are not of the same method: of the 620 numbers
# compared, one would be by chance in 1 of 250 runs.
STANDARD_ERRORS = 4.5
SE_OF_UNIT = np.sqrt(1 / DRAWS + 1 / PRODUCT_DRAWS)
LIMITS = {"low": 0.025, "high": 0.975}


class Sample(NamedTuple):
    """Ratings and the anchor of each outcome."""

    ratings: pd.DataFrame
    anchors: dict[str, int]


def rated(people: int, importance: float | list[float], experience: list[float], seed: int) -> pd.DataFrame:
    """Return ratings around these levels, one per outcome; to whom an outcome matters more, it falls shorter."""
    random = np.random.default_rng(seed)
    size = (people, len(experience))
    taste, luck = random.normal(size=size), random.normal(size=size)
    return pd.DataFrame(
        {
            "respondent": np.repeat(np.arange(people), len(experience)),
            "outcome": np.tile([f"o{number:02}" for number in range(len(experience))], people),
            "importance": np.clip(np.rint(importance + taste), 1, 5).ravel(),
            "experience": np.clip(np.rint(experience + 0.8 * luck - 0.6 * taste), 1, 5).ravel(),
        }
    )


def moody() -> pd.DataFrame:
    """Return experience of four people, half of whom find all outcomes but the last bad and half of whom good."""
    ratings = rated(4, 4, [5, 5, 5, 1], seed=7).drop(columns="importance")
    ratings["experience"] = np.clip(ratings["experience"] - 3 * (ratings["respondent"] % 2), 1, 5)
    return ratings


def partly_missing() -> pd.DataFrame:
    """Return ratings of which people were asked for six in ten, and some gave only one of the pair."""
    ratings = rated(40, 3.5, list(np.linspace(2, 3.5, 12)), seed=3)
    random = np.random.default_rng(4)
    ratings.loc[random.random(len(ratings)) < 0.4, ["importance", "experience"]] = np.nan
    ratings.loc[random.random(len(ratings)) < 0.05, "importance"] = np.nan
    ratings.loc[random.random(len(ratings)) < 0.05, "experience"] = np.nan
    return ratings


def sample(ratings: pd.DataFrame, anchors: tuple[int, ...] = (4,)) -> Sample:
    """Return ratings whose outcomes take these anchors in turn."""
    return Sample(ratings, dict(zip(ratings["outcome"].unique(), cycle(anchors), strict=False)))


SAMPLES = {
    "flat": sample(rated(12, 4, [3.4] * 20, seed=1)),
    "outlier": sample(rated(30, [5.0] + [3.0] * 9, [1.5] + [4.2] * 9, seed=2)),
    "partly missing, anchors 3 and 4": sample(partly_missing(), anchors=(3, 4)),
    "without importance": sample(rated(20, 4, list(np.linspace(1, 5.5, 8)), seed=5).drop(columns="importance")),
    "moods, without importance": sample(moody()),
}


@cache
def oracle(name: str) -> dict[str, pd.DataFrame]:
    """Return the oracle's draws of each score."""
    return learned_draws(*SAMPLES[name], DRAWS, seed=77)


@cache
def product(name: str) -> pd.DataFrame:
    """Return the scores of the product, a row per outcome."""
    ratings, anchors = SAMPLES[name]
    scores = score(ratings, anchor=anchors, draws=PRODUCT_DRAWS, seed=1)
    return scores.set_index("outcome").sort_index()


def gap_of_means(name: str) -> float:
    """Return the largest difference between the means of product and oracle, in standard errors."""
    expected = learned_columns(oracle(name))
    gaps = [
        (product(name)[f"{kind}_expected"] - expected[f"{kind}_expected"]).abs() / (draws.std() * SE_OF_UNIT)
        for kind, draws in oracle(name).items()
    ]
    return float(np.max(gaps))


def gap_of_limits(name: str, suffix: str) -> float:
    """Return the largest difference between the product's limits (`…{suffix}_low` and `_high`) and the oracle's.

    It is in standard errors of the share of draws beneath a limit, which need no density: √(p(1 − p)(1/n + 1/m)).
    """
    gaps = []
    for kind, draws in oracle(name).items():
        for side, aim in LIMITS.items():
            beneath = (draws <= product(name)[f"{kind}{suffix}_{side}"]).mean()
            gaps.append((beneath - aim).abs() / (np.sqrt(aim * (1 - aim)) * SE_OF_UNIT))
    return float(np.max(gaps))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_expected_scores_are_those_of_the_oracle(name: str) -> None:
    """Means and limits of all scores agree within Monte-Carlo error."""
    assert set(learned_columns(oracle(name))) == {column for column in product(name) if "_expected" in column}
    assert gap_of_means(name) < STANDARD_ERRORS
    assert gap_of_limits(name, "_expected") < STANDARD_ERRORS


@pytest.mark.parametrize("name", SAMPLES)
def test_limits_under_the_plain_prior_are_not_those_of_the_oracle(name: str) -> None:
    """The comparison tells the learned prior from a quarter of a person per quadrant."""
    assert gap_of_limits(name, "") > 2 * STANDARD_ERRORS


def test_one_or_two_outcomes_teach_each_other_nothing() -> None:
    """From three outcomes on the prior is learned; of fewer the limits are those under the plain prior."""
    ratings = rated(10, 4, [2, 3, 4], seed=6)
    for outcomes, is_learned in ((["o00"], False), (["o00", "o01"], False), (["o00", "o01", "o02"], True)):
        scores = score(ratings[ratings["outcome"].isin(outcomes)], draws=500)
        differs = scores["unmet_expected_high"] != scores["unmet_high"]
        assert differs.tolist() == [is_learned] * len(outcomes)
