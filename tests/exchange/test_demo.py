"""The generated answers to the demo study."""

import numpy as np
import pandas as pd
import pytest

from jtbd_core import score
from jtbd_core.exchange.demo import demo_answers, demo_study, examples

STUDY = demo_study()
SOLUTIONS = [solution.id for solution in STUDY.solutions]


@pytest.fixture(scope="module")
def ratings() -> pd.DataFrame:
    """Return the ratings of the demo."""
    return demo_answers(STUDY)[0]


@pytest.fixture(scope="module")
def used() -> "pd.Series[str]":
    """Return the solution of each respondent of the demo."""
    return pd.Series({name: profile["solution"] for name, profile in demo_answers(STUDY)[1].items()})


def test_the_same_seed_gives_the_same_answers(ratings: pd.DataFrame) -> None:
    """Answers are the same for the same seed, and others for another."""
    pd.testing.assert_frame_equal(ratings, demo_answers(STUDY, seed=0)[0])
    assert not ratings.equals(demo_answers(STUDY, seed=1)[0])


def test_answers_have_the_columns_of_the_store(ratings: pd.DataFrame) -> None:
    """Ratings have the columns and types that the store imports, one row per respondent and outcome."""
    assert list(ratings) == ["respondent", "outcome", "importance", "experience", "not_applicable"]
    assert ratings[["importance", "experience"]].dtypes.eq("float64").all()
    assert ratings["not_applicable"].dtype == bool
    assert not ratings.duplicated(["respondent", "outcome"]).any()


def test_answers_are_from_1_to_5_or_missing(ratings: pd.DataFrame) -> None:
    """A rating is a point of the scale or missing, and missing wherever the outcome does not apply."""
    given = ratings[["importance", "experience"]]
    assert (given.isin(range(1, 6)) | given.isna()).all(axis=None)
    assert given[ratings["not_applicable"]].isna().all(axis=None)


def test_240_people_answer(ratings: pd.DataFrame, used: "pd.Series[str]") -> None:
    """There are 240 respondents, each with ratings and an answer to every question."""
    assert set(ratings["respondent"]) == set(used.index)
    assert len(used) == 240
    assert all(profile.keys() == STUDY.questions().keys() for profile in demo_answers(STUDY)[1].values())


@pytest.mark.parametrize("seed", range(5))
def test_every_solution_has_its_group(seed: int) -> None:
    """At least 20 respondents use each solution, whatever the seed."""
    people = pd.DataFrame(demo_answers(STUDY, seed=seed)[1].values())
    assert (people["solution"].value_counts().reindex(SOLUTIONS) >= 20).all()


def test_people_answer_as_people_do(ratings: pd.DataFrame) -> None:
    """Some stop early, some answer all alike, and a few per cent of the outcomes do not apply."""
    rated = ratings.groupby("respondent").agg(shown=("outcome", "size"), points=("experience", "nunique"))
    assert 0.05 < np.mean(rated["shown"] < len(STUDY.outcomes)) < 0.2
    assert 0.01 < np.mean(rated["points"] == 1) < 0.08
    assert 0.01 < ratings["not_applicable"].mean() < 0.06


def test_experience_alone_has_no_importance() -> None:
    """A study that asks for experience alone gets no importance."""
    generated, _ = demo_answers(examples()["send-a-package"], respondents=20)
    assert generated["importance"].isna().all()
    assert generated["experience"].notna().any()


def test_the_demo_has_a_clear_leading_group(ratings: pd.DataFrame) -> None:
    """Three key outcomes are under-served beyond doubt and tied; others are over-served."""
    key = ratings[ratings["outcome"].isin([outcome.id for outcome in STUDY.key_outcomes])]
    scores = score(key, anchor=STUDY.readings())
    leaders = scores[scores["tie_group"] == 1]
    assert set(leaders["outcome"]) == {"artist-discovered", "interruptions", "album-disappears"}
    assert (leaders["opportunity_low"] > 10).all()
    assert (scores["satisfaction"] > scores["importance"] + 2).any()


def test_streaming_wins_the_job_and_loses_its_result(ratings: pd.DataFrame, used: "pd.Series[str]") -> None:
    """Streaming falls short least often in key outcomes and most often in success outcomes."""
    rated = ratings.dropna(subset=["experience"])
    is_short = rated["experience"] < rated["outcome"].map({name: one.anchor for name, one in STUDY.readings().items()})
    kind = rated["outcome"].map({part.id: "key" if part.is_key else "success" for part in STUDY.outcomes})
    short = is_short.groupby([kind, rated["respondent"].map(used)]).mean().unstack()
    assert short.loc["key"].idxmin() == "streaming"
    assert short.loc["success"].idxmax() == "streaming"
