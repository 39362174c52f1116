"""The table of scores: its shape, what it refuses, and what must not change a digit."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtbd_core import score
from jtbd_core.errors import UnusableRatings

SCORES = ["importance", "satisfaction", "opportunity", "unmet", "value_wanted", "share_short"]
ENDS = {"importance": 10, "satisfaction": 10, "opportunity": 20, "unmet": 1, "value_wanted": 3, "share_short": 1}
EXPECTED = [f"{name}_expected" for name in SCORES[2:]]
STANDING = ["p_top", "rank_low", "rank_high", "rank_set_low", "rank_set_high", "tie_group"]


def with_limits(names: list[str]) -> list[str]:
    """Return the columns of scores with their limits."""
    return [name + ending for name in names for ending in ("", "_low", "_high")]


def ratings_of(codes: np.ndarray[Any, np.dtype[np.int64]]) -> pd.DataFrame:
    """Return ratings from codes indexed `[respondent, outcome, importance or experience]`; 0 is missing."""
    people, outcomes = codes.shape[:2]
    values = np.where(codes == 0, np.nan, codes).reshape(-1, 2)
    return pd.DataFrame(
        {
            "respondent": np.repeat([f"r{number}" for number in range(people)], outcomes),
            "outcome": np.tile([f"o{number}" for number in range(outcomes)], people),
            "importance": values[:, 0],
            "experience": values[:, 1],
        }
    )


def random_ratings(people: int, outcomes: int, seed: int = 1) -> pd.DataFrame:
    """Return ratings of which some are missing."""
    return ratings_of(np.random.default_rng(seed).integers(0, 6, (people, outcomes, 2)))


@st.composite
def small_ratings(draw: st.DrawFn) -> pd.DataFrame:
    """Draw ratings of up to six people and five outcomes."""
    people, outcomes = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    codes = draw(st.lists(st.integers(0, 5), min_size=people * outcomes * 2, max_size=people * outcomes * 2))
    return ratings_of(np.array(codes).reshape(people, outcomes, 2))


def test_columns() -> None:
    """One row per outcome with the documented columns, in their order."""
    table = score(random_ratings(9, 4))
    assert list(table.columns) == ["outcome", "n", *with_limits(SCORES), *with_limits(EXPECTED), *STANDING]
    assert sorted(table["outcome"]) == ["o0", "o1", "o2", "o3"]


def test_columns_without_importance() -> None:
    """Where importance was not asked there is none, no opportunity either, and value wanted decides the order."""
    table = score(random_ratings(9, 4).drop(columns="importance"))
    names = ["satisfaction", "value_wanted", "share_short", "value_wanted_expected", "share_short_expected"]
    assert list(table.columns) == ["outcome", "n", *with_limits(names), *STANDING]
    assert table["value_wanted"].is_monotonic_decreasing


def test_importance_does_not_move_what_does_not_depend_on_it() -> None:
    """Value wanted has the same interval whether or not importance was asked."""
    asked = ratings_of(np.random.default_rng(2).integers(1, 6, (12, 3, 2)))
    columns = ["outcome", *with_limits(["satisfaction", "value_wanted", "share_short"])]
    pd.testing.assert_frame_equal(
        score(asked, by="value_wanted")[columns], score(asked.drop(columns="importance"))[columns], check_exact=True
    )


@pytest.mark.parametrize("by", ["opportunity", "unmet", "value_wanted", "share_short"])
def test_best_first(by: str) -> None:
    """The chosen score falls from row to row, and the tie groups rise."""
    table = score(random_ratings(60, 8), by=by)
    assert table[by].is_monotonic_decreasing
    assert table["tie_group"].is_monotonic_increasing
    assert (table["rank_low"] <= table["rank_high"]).all()
    assert (table["rank_set_low"] <= table["rank_low"]).all()
    assert (table["rank_set_high"] >= table["rank_high"]).all()


def test_an_outcome_that_matters_and_falls_short_for_nobody_is_not_unmet() -> None:
    """By opportunity what is important to all leads, though it serves all; by unmet it comes last."""
    codes = np.array([[[5, 5], [5, 1] if person % 3 else [2, 4], [2, 1]] for person in range(30)])
    ratings = ratings_of(codes)
    table = score(ratings, by="unmet").set_index("outcome")
    assert table["unmet"].to_dict() == pytest.approx({"o1": 2 / 3, "o0": 0, "o2": 0})
    assert table.index[0] == "o1"
    without = score(ratings.drop(columns="importance"), by="unmet")
    assert without["share_short"].is_monotonic_decreasing


@pytest.mark.parametrize("outcomes", [1, 2])
def test_two_outcomes_teach_each_other_nothing(outcomes: int) -> None:
    """With one outcome or two expected and measured scores share one posterior."""
    table = score(random_ratings(40, outcomes))
    low, high = table["unmet_expected_low"], table["unmet_expected_high"]
    assert (low == table["unmet_low"]).all()
    assert (high == table["unmet_high"]).all()


@given(small_ratings())
def test_scores_lie_within_their_limits_and_ranges(ratings: pd.DataFrame) -> None:
    """Every score lies within its interval, every interval within its range, and none has zero width."""
    table = score(ratings, draws=100)
    rated = table[table["n"] > 0]
    for name, end in ENDS.items():
        low, point, high = (rated[name + ending] for ending in ("_low", "", "_high"))
        assert ((low >= 0) & (low <= point) & (point <= high) & (high <= end)).all()
        assert (low < high).all()


@given(small_ratings())
def test_p_top_adds_up(ratings: pd.DataFrame) -> None:
    """The chances of being in the top two add up to two, or to the number of outcomes when there are fewer."""
    table = score(ratings, top=2, draws=100)
    assert table["p_top"].sum() == pytest.approx(min(2, (table["n"] > 0).sum()))


@given(small_ratings(), st.data())
def test_raising_importance_never_lowers_opportunity(ratings: pd.DataFrame, data: st.DataObject) -> None:
    """One person who finds an outcome more important lowers neither its opportunity nor its limits."""
    row = data.draw(st.sampled_from(list(ratings.index)))
    raised = ratings.copy()
    raised.loc[row, "importance"] = np.minimum(5, ratings.loc[row, "importance"] + 1)
    columns = ["opportunity", "opportunity_low", "opportunity_high"]
    before, after = (score(one, draws=100).set_index("outcome")[columns] for one in (ratings, raised))
    assert ((after >= before.loc[after.index]) | before.loc[after.index].isna()).all(axis=None)


@pytest.mark.parametrize("people", [40, 4500])
def test_no_order_changes_a_digit(people: int) -> None:
    """Shuffled rows, reversed outcomes and integer codes give the same table to the last digit."""
    ratings = random_ratings(people, 5)
    shuffled = ratings.sample(frac=1, random_state=4).astype({"importance": "Int8", "outcome": "category"})
    pd.testing.assert_frame_equal(score(ratings), score(shuffled), check_exact=True)


def test_equals_stand_in_the_order_of_their_text() -> None:
    """Outcomes with the same score are listed alphabetically, whichever came first in the file."""
    ratings = ratings_of(np.full((5, 3, 2), [5, 1])).iloc[::-1]
    assert score(ratings)["outcome"].tolist() == ["o0", "o1", "o2"]


@pytest.mark.parametrize("people", [40, 4500])
def test_another_outcome_moves_no_interval(people: int) -> None:
    """Every outcome draws from its own stream, so the same people's other answers leave its limits alone."""
    ratings = ratings_of(np.random.default_rng(6).integers(1, 6, (people, 4, 2)))
    columns = ["outcome", *with_limits(SCORES)]
    fewer = score(ratings[ratings["outcome"] != "o1"])[columns]
    more = score(ratings)[columns].query("outcome != 'o1'").reset_index(drop=True)
    pd.testing.assert_frame_equal(fewer, more, check_exact=True)


def test_people_without_a_rating_change_nothing() -> None:
    """Somebody who skipped everything is as good as absent."""
    ratings = random_ratings(10, 3)
    nobody = pd.DataFrame({"respondent": "silent", "outcome": ["o0", "o1"], "importance": [np.nan, 4.0]})
    pd.testing.assert_frame_equal(score(ratings), score(pd.concat([ratings, nobody])), check_exact=True)


def test_the_seed_decides_the_draws() -> None:
    """Another seed moves the limits but not the scores."""
    first, second = (score(random_ratings(30, 3), seed=seed) for seed in (0, 1))
    assert (first[SCORES] == second[SCORES]).all(axis=None)
    assert (first["opportunity_low"] != second["opportunity_low"]).all()


def test_one_answer_says_little() -> None:
    """One person and one outcome give a table with wide intervals, rank 1 and one group."""
    table = score(ratings_of(np.array([[[5, 1]]])))
    row = table.iloc[0]
    assert [row["n"], row["opportunity"], row["p_top"], row["rank_low"], row["rank_high"]] == [1, 20.0, 1.0, 1, 1]
    assert row["tie_group"] == 1
    assert row["opportunity_high"] - row["opportunity_low"] > 10


def test_equal_answers_keep_an_interval() -> None:
    """Eight people who all answer alike still leave doubt."""
    row = score(ratings_of(np.full((8, 1, 2), [5, 1]))).iloc[0]
    assert row["share_short"] == 1.0
    assert 0.6 < row["share_short_low"] < 0.9


def test_outcomes_nobody_rated_come_last() -> None:
    """An outcome without ratings is listed with n 0, without scores, rank or group."""
    codes = np.random.default_rng(5).integers(1, 6, (9, 3, 2))
    codes[:, 1] = 0
    last = score(ratings_of(codes)).iloc[-1]
    assert [last["outcome"], last["n"]] == ["o1", 0]
    assert last.drop(["outcome", "n"]).isna().all()


@pytest.mark.parametrize("frame", [random_ratings(4, 3).assign(experience=np.nan), random_ratings(4, 3).head(0)])
def test_nothing_rated(frame: pd.DataFrame) -> None:
    """Without a single rating there is a table all the same, with all its columns."""
    table = score(frame)
    assert list(table.columns) == ["outcome", "n", *with_limits(SCORES), *with_limits(EXPECTED), *STANDING]
    assert table["n"].sum() == 0
    assert table.drop(columns=["outcome", "n"]).isna().all(axis=None)


def test_a_top_list_longer_than_the_list() -> None:
    """Everything is in the top 50 of three."""
    assert (score(random_ratings(9, 3), top=50)["p_top"] == 1).all()


def test_a_clear_leader_stands_alone() -> None:
    """With 60 people an outcome that fails everybody forms a group of its own."""
    codes = np.random.default_rng(7).integers(3, 5, (60, 3, 2))
    codes[:, 2] = (5, 1)
    table = score(ratings_of(codes), top=1)
    assert [table.loc[0, "outcome"], table.loc[0, "p_top"], table.loc[0, "rank_high"]] == ["o2", 1.0, 1]
    assert table["tie_group"].tolist()[:2] == [1, 2]


REFUSED: dict[str, dict[str, Any]] = {
    "order must be by": {"by": "satisfaction"},
    "at least 1 outcome": {"top": 0},
    "draws must be at least": {"draws": 10},
    "seed": {"seed": -1},
}


@pytest.mark.parametrize("message", REFUSED)
def test_refusals(message: str) -> None:
    """What the table cannot be made with is refused in a sentence that names the argument."""
    with pytest.raises(UnusableRatings, match=message):
        score(random_ratings(3, 2), **REFUSED[message])


def test_numbers_and_their_text_are_the_same_respondent() -> None:
    """A file's text identifiers give the digits that the database's numbers gave."""
    ratings = random_ratings(12, 3).assign(respondent=lambda frame: frame["respondent"].str[1:].astype(int))
    as_text = ratings.assign(respondent=ratings["respondent"].astype(str))
    pd.testing.assert_frame_equal(score(ratings), score(as_text), check_exact=True)
