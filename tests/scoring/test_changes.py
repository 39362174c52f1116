"""What changed between two rounds: planted changes are found, and what did not change is not said to have."""

import numpy as np
import pandas as pd
import pytest

from jtbd_core.scoring.changes import changes
from jtbd_core.study import Outcome, Step, Study

OUTCOMES = 12
STUDY = Study(
    title="Rounds",
    job="Rate",
    steps=(Step(id="do", name="Do", is_core=True),),
    outcomes=(
        *(Outcome(id=f"s{n:02}", statement=f"Success {n}", dimension="functional") for n in range(OUTCOMES)),
        *(Outcome(id=f"k{n:02}", statement=f"Key {n}", step="do") for n in range(OUTCOMES)),
    ),
)


def answers(people: int, seed: int, moved: tuple[str, ...] = (), by: float = 0.0) -> pd.DataFrame:
    """Return a round of answers: latent experience 3, moved outcomes by so many points."""
    random = np.random.default_rng(seed)
    rows = []
    for one in STUDY.outcomes:
        shift = by if one.id in moved else 0.0
        importance = np.clip(np.rint(random.normal(4, 1, people)), 1, 5)
        experience = np.clip(np.rint(random.normal(3 + shift, 1, people)), 1, 5)
        rows += [(f"{seed}-{n}", one.id, importance[n], experience[n]) for n in range(people)]
    return pd.DataFrame(rows, columns=["respondent", "outcome", "importance", "experience"])


def rounds(*frames: pd.DataFrame) -> pd.DataFrame:
    """Return rounds in one frame, numbered from 1."""
    return pd.concat([one.assign(round=str(n)) for n, one in enumerate(frames, 1)], ignore_index=True)


def test_a_planted_change_is_told_and_the_rest_is_not() -> None:
    """Of 80 people each round, one success outcome improved and one key outcome got worse."""
    later = answers(80, 2, ("s03",), 1.5)
    later.loc[later["outcome"] == "k05", "experience"] = answers(80, 2, ("k05",), -1.5)["experience"]
    found = changes(STUDY, rounds(answers(80, 1), later), ["1", "2"], ("1", "2"), 5)
    told = found.changed.set_index("outcome")["verdict"]
    assert (told["s03"], told["k05"]) == ("less", "more")
    assert told.drop(["s03", "k05"]).isin(["cannot tell", "unchanged"]).all()
    assert found.by == {"success outcomes": "unmet", "key outcomes": "opportunity"}
    row = found.changed.set_index("outcome").loc["s03"]
    assert row["now"] - row["before"] == pytest.approx(row["difference"])
    assert row["difference_low"] <= row["difference_high"] < 0


def test_unchanged_is_said_within_a_margin_that_holds_the_interval() -> None:
    """Of 600 people each round, intervals are narrow; the margin is a multiple of 5 points, or of half a point."""
    found = changes(STUDY, rounds(answers(600, 1), answers(600, 2)), ["1", "2"], ("1", "2"), 5)
    same = found.changed[found.changed["verdict"] == "unchanged"]
    assert len(same) >= OUTCOMES
    widest = same[["difference_low", "difference_high"]].abs().max(axis=1)
    steps = same["outcome"].str.startswith("s").map({True: 0.05, False: 0.5})
    assert (widest <= same["within"] + 1e-9).all()
    assert (widest > same["within"] - steps - 1e-9).all()
    assert (same["within"] / steps).round(6).isin([1, 2, 3, 4]).all()


def test_rounds_without_a_change_are_seldom_said_to_have_changed() -> None:
    """In 6 pairs of rounds of one truth, at most one tells of any change in 24 outcomes."""
    told = 0
    for seed in range(6):
        found = changes(STUDY, rounds(answers(15, 2 * seed), answers(15, 2 * seed + 1)), ["1", "2"], ("1", "2"), 5)
        told += bool(found.changed["is_marked"].any())
    assert told <= 1


def test_only_what_both_rounds_rated_is_compared() -> None:
    """An outcome that a round did not ask, or that too few rated, has its score where it was rated, and no change."""
    earlier, later = answers(30, 1), answers(30, 2)
    earlier = earlier[earlier["outcome"] != "s00"]
    few = later["outcome"].eq("s01") & ~later["respondent"].isin([f"2-{n}" for n in range(4)])
    found = changes(STUDY, rounds(earlier, later[~few], answers(10, 3)), ["1", "2", "3"], ("1", "2"), 5)
    assert not found.changed["outcome"].isin(["s00", "s01"]).any()
    asked = found.scores[found.scores["outcome"].isin(["s00", "s01"])].groupby("outcome")["round"].agg(list)
    assert asked.to_dict() == {"s00": ["2", "3"], "s01": ["1", "3"]}
    assert ((found.scores["low"] <= found.scores["score"]) & (found.scores["score"] <= found.scores["high"])).all()


def test_rounds_that_share_no_outcome_have_no_changes() -> None:
    """The table is there, with its columns, and empty."""
    earlier, later = answers(10, 1), answers(10, 2)
    parts = earlier[earlier["outcome"] == "s00"], later[later["outcome"] == "s01"]
    found = changes(STUDY, rounds(*parts), ["1", "2"], ("1", "2"), 5)
    assert found.changed.empty
    assert {"verdict", "within", "before", "now"} <= set(found.changed)
