"""Rounds side by side, from one snapshot."""

import numpy as np
import pandas as pd

from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.live.over_time import KindOverTime, Named, over_time
from jtbd_core.live.snapshot import whole_snapshot

STUDY = demo_study()
MOVED = STUDY.success_outcomes[0]
ROUNDS = tuple(Named(number, f"Round {number}", f"round {number}") for number in "12")


def found() -> dict[str, KindOverTime]:
    """Return what changed where one outcome got worse by three points."""
    empty = pd.DataFrame(columns=["respondent", "question", "option"], dtype="str")
    answers = {}
    for number, seed in (("1", 1), ("2", 2)):
        ratings, _ = demo_answers(STUDY, 60, seed)
        moved = (ratings["outcome"] == MOVED.id) & (number == "2")
        ratings.loc[moved, "experience"] = np.clip(ratings.loc[moved, "experience"] - 3, 1, 5)
        answers[number] = ratings, empty
    return over_time(ROUNDS, ("1", "2"), STUDY, whole_snapshot(STUDY, answers))


def test_both_kinds_are_compared_and_pictured() -> None:
    """The planted change is the headline of its kind; figures are rounded to what is shown, and keys are apart."""
    kinds = found()
    assert f"Matters and falls short for more people: “{MOVED.statement}”," in kinds["success"].headline
    assert list(kinds) == ["success", "key"]
    tables = [rows for kind in kinds.values() for rows in kind.slopes.spec["datasets"].values()]
    lows = [row["low"] for rows in tables for row in rows if row.get("low", 1) < 1]
    assert lows
    assert lows == [round(one, 2) for one in lows]
    assert kinds["success"].key != kinds["key"].key
