"""Drivers: which job steps success outcomes go with, in rooms whose truth is known."""

from importlib import import_module

import numpy as np
import pandas as pd
import pytest

from jtbd_core import drivers
from tests.bench.honesty_drivers import tally
from tests.scoring.driven_rooms import FIFTH, MOOD_ONLY, NOTHING, PLANTED, driven_room, outcomes_of

SHARES = ["share", "share_low", "share_high", "r2", "r2_low", "r2_high", "p"]
COLUMNS = ["outcome", "step", "n", *SHARES, "is_opposite", "stands_out"]
ROOMS = 25


def room(world: str, people: int, success: int = 3, seed: int = 0) -> pd.DataFrame:
    """Return the drivers of one room."""
    return drivers(driven_room(np.random.default_rng(seed), world, people, success), outcomes_of(success))


def test_a_planted_step_comes_first_and_stands_out() -> None:
    """In most rooms of 200 people in whom a step makes up a fifth of an outcome; no other step does."""
    found = tally(FIFTH, 200, success=1, rooms=ROOMS)
    assert (found.first, found.others) == (ROOMS, 0)
    assert found.planted >= ROOMS - 1


@pytest.mark.parametrize("world", [NOTHING, MOOD_ONLY])
def test_where_no_step_is_planted_none_stands_out(world: str) -> None:
    """Mood makes everything go with everything, and that is no driver."""
    found = tally(world, 60, success=3, rooms=ROOMS)
    assert found.planted + found.others <= 4


def test_without_the_second_test_mood_passes_for_a_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    """R² beats shuffles in nearly all rooms in which people are merely content or not; the leading step is no more."""
    monkeypatch.setattr(
        import_module("jtbd_core.scoring.drivers"), "_surely", lambda drawn, *_: np.ones(drawn.shape[2])
    )
    found = tally(MOOD_ONLY, 200, success=1, rooms=ROOMS)
    assert found.planted + found.others > ROOMS / 2


def test_the_table_has_a_row_per_outcome_and_step() -> None:
    """Shares lie in their intervals and add up to R²; an outcome that goes with nothing says so by p."""
    found = room(FIFTH, 200)
    assert found.columns.tolist() == COLUMNS
    assert found["outcome"].tolist() == ["s0"] * 5 + ["s1"] * 5 + ["s2"] * 5
    assert found["step"].tolist() == [f"step-{at}" for at in range(5)] * 3
    assert (found["n"] == 200).all()
    assert (found["share_low"] <= found["share"]).all()
    assert (found["share"] <= found["share_high"]).all()
    driven = found[found["outcome"] == "s0"]
    assert driven["share"].sum() == pytest.approx(driven["r2"].iloc[0])
    assert driven.loc[driven["stands_out"], "step"].tolist() == [PLANTED]
    assert room(NOTHING, 200)["p"].min() > 0.05


def test_a_step_can_go_with_an_outcome_the_other_way_round() -> None:
    """Where those who are served well in a step are served badly in what it is for, the table says so."""
    ratings = driven_room(np.random.default_rng(4), FIFTH, 200, 1)
    is_driven = ratings["outcome"] == "s0"
    turned = ratings.assign(experience=ratings["experience"].where(~is_driven, 6 - ratings["experience"]))
    leading = [drivers(one, outcomes_of(1)).set_index("step").loc[PLANTED] for one in (ratings, turned)]
    assert [one["is_opposite"] for one in leading] == [False, True]
    assert leading[1]["stands_out"]


def test_planned_missing_keeps_the_planted_step() -> None:
    """Where each person was shown half of the outcomes, every pair counts with its own people."""
    random = np.random.default_rng(5)
    ratings = driven_room(random, FIFTH, 600, 1)
    found = drivers(ratings[random.random(len(ratings)) < 0.5], outcomes_of(1))
    assert found.loc[found["stands_out"], "step"].tolist() == [PLANTED]
    assert (found["n"] < 400).all()


def test_the_order_of_rows_changes_no_digit() -> None:
    """The same ratings and seed give the same table."""
    ratings = driven_room(np.random.default_rng(3), FIFTH, 60)
    shuffled = ratings.sample(frac=1, random_state=1)
    pd.testing.assert_frame_equal(drivers(ratings, outcomes_of()), drivers(shuffled, outcomes_of()))


def test_two_steps_can_stand_out_together() -> None:
    """An outcome that follows two steps alike has neither above the other, but both above all others."""
    ratings = driven_room(np.random.default_rng(8), MOOD_ONLY, 300, 1)
    wide = ratings.pivot(index="respondent", columns="outcome", values="experience")
    wide["s0"] = np.rint(wide[[f"k{step}-{at}" for step in (0, 3) for at in range(3)]].mean(axis=1))
    found = drivers(wide.reset_index().melt("respondent", value_name="experience"), outcomes_of(1))
    assert found.loc[found["stands_out"], "step"].tolist() == ["step-0", "step-3"]


def test_too_few_people_give_no_figures() -> None:
    """Of fewer than 20 who rated both there are rows without shares, and nothing stands out."""
    found = room(FIFTH, 19)
    assert found[SHARES].isna().all(axis=None)
    assert not found["stands_out"].any()
    assert (found["n"] == 19).all()


def test_a_study_without_steps_has_no_rows() -> None:
    """There is nothing that success could go with."""
    success = outcomes_of()[lambda table: table["step"].isna()]
    assert drivers(driven_room(np.random.default_rng(0), NOTHING, 30), success).columns.tolist() == COLUMNS
