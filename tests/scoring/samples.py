"""Ratings that several tests score."""

import numpy as np
import pandas as pd


def ratings_of(importance: list[float], experience: list[float], outcome: str = "speed") -> pd.DataFrame:
    """Return ratings of one outcome, one respondent per pair."""
    people = [f"r{number}" for number in range(len(experience))]
    return pd.DataFrame({"respondent": people, "outcome": outcome, "importance": importance, "experience": experience})


def workshop(people: int, outcomes: int = 12, seed: int = 3) -> pd.DataFrame:
    """Return ratings of outcomes whose experience gets better from o00 on, all equally important."""
    random = np.random.default_rng(seed)
    experience = np.clip(np.rint(np.linspace(2.2, 4.2, outcomes) + random.normal(size=(people, outcomes))), 1, 5)
    return pd.DataFrame(
        {
            "respondent": np.repeat(np.arange(people), outcomes),
            "outcome": np.tile([f"o{number:02}" for number in range(outcomes)], people),
            "importance": np.clip(np.rint(4 + random.normal(size=people * outcomes)), 1, 5),
            "experience": experience.ravel(),
        }
    )


def group_of(people: range, experience: int | list[int], outcomes: tuple[str, ...] = ("speed",)) -> pd.DataFrame:
    """Return ratings in which all people find all outcomes important."""
    many = len(people) * len(outcomes)
    return pd.DataFrame(
        {
            "respondent": np.repeat(list(people), len(outcomes)),
            "outcome": np.tile(outcomes, len(people)),
            "importance": 5,
            "experience": np.resize(experience, many),
        }
    )


def few(rows: list[tuple[str, str, float | None, float | None]]) -> pd.DataFrame:
    """Return ratings of a few people, in the columns of `Store.ratings`."""
    columns = ["respondent", "outcome", "importance", "experience"]
    return pd.DataFrame(rows, columns=columns).assign(not_applicable=False)
