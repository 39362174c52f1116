"""What is said about the top list: ties, whether more answers would help, and whether it hangs on the formula."""

import numpy as np
import pandas as pd
import pytest

from jtbd_core import score
from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring import enough_yet, stress_test
from jtbd_core.scoring.ties import tie_groups


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


def test_a_group_lasts_while_the_leader_is_not_surely_ahead() -> None:
    """At 94 of 100 draws an outcome still ties with its leader; at 95 it leads the next group."""
    leader = np.zeros(100)
    beaten_94, beaten_95 = (np.where(np.arange(100) < often, -1.0, 1.0) for often in (94, 95))
    assert tie_groups(np.stack([leader, beaten_94, beaten_95, beaten_95 + 0.5])).tolist() == [1, 1, 2, 2]


def test_groups_are_measured_from_their_leader() -> None:
    """A slow slide ends the group when the leader is out of reach, though each neighbour is within it."""
    slide = np.random.default_rng(1).normal(size=(5, 4000)) - np.arange(5)[:, None]
    assert tie_groups(slide).tolist() == [1, 1, 1, 2, 2]


def test_enough_discounts_the_leaders_luck() -> None:
    """The expected share lies below the mean chance of the shown outcomes, which takes their lead at face value."""
    ratings = workshop(25)
    assert enough_yet(ratings, top=4).loc[0, "expected_share"] < score(ratings, top=4)["p_top"].head(4).mean()


@pytest.mark.parametrize("asked", [True, False])
def test_more_people_make_the_list_surer(asked: bool) -> None:
    """The expected share rises with the number of people to come, towards 1."""
    ratings = workshop(12) if asked else workshop(12).drop(columns="importance")
    table = enough_yet(ratings, top=4, more=(0, 10, 30, 100, 30_000))
    assert list(table["more"]) == [0, 10, 30, 100, 30_000]
    assert (table["expected_share"].diff().dropna() > 0).all()
    assert table["expected_share"].iloc[-1] > 0.9


def test_the_forecast_comes_true() -> None:
    """Over many workshops of 20, what is expected now and of 80 more is the share of the list that is truly right."""
    true_top, expected, reached = {"o00", "o01", "o02", "o03"}, [], []
    for seed in range(80):
        now, later = workshop(20, seed=seed), workshop(100, seed=1000 + seed)
        expected.append(enough_yet(now, top=4, more=(0, 80))["expected_share"].tolist())
        lists = [score(ratings, top=4, draws=100)["outcome"].head(4) for ratings in (now, later)]
        reached.append([len(true_top.intersection(shown)) / 4 for shown in lists])
    assert np.mean(expected, axis=0) == pytest.approx(np.mean(reached, axis=0), abs=0.06)


def test_enough_among_equals_is_little_more_than_chance() -> None:
    """Where 20 outcomes are truly alike a list of 5 is mostly luck, and 100 more people are not said to mend it."""
    alike = [workshop(40, outcomes=20, seed=seed) for seed in range(20)]
    for ratings in alike:
        ratings["experience"] = np.random.default_rng(len(alike)).permutation(ratings["experience"])
    shares = np.mean([enough_yet(ratings, more=(0, 100))["expected_share"].tolist() for ratings in alike], axis=0)
    assert (shares < 0.5).all()


def test_enough_among_exact_equals_is_chance() -> None:
    """Where ten outcomes have the very same answers, a list of two holds two of the true top two by chance alone."""
    ratings = pd.concat([workshop(30, outcomes=1).assign(outcome=f"o{number}") for number in range(10)])
    assert enough_yet(ratings, top=2).loc[0, "expected_share"] == pytest.approx(0.2, abs=0.15)


def test_enough_is_the_same_in_any_order() -> None:
    """Shuffled rows do not change a digit of the forecast."""
    ratings = workshop(9)
    pd.testing.assert_frame_equal(
        enough_yet(ratings), enough_yet(ratings.sample(frac=1, random_state=2)), check_exact=True
    )


def test_enough_above_4096_people() -> None:
    """Where blocks are weighted ten more people hardly matter, and twice as many do."""
    table = enough_yet(workshop(5000, outcomes=4), top=2, more=(0, 10, 5000))
    assert table["expected_share"].iloc[1] == pytest.approx(table["expected_share"].iloc[0], abs=0.01)
    assert (table["expected_share"] > 0.9).all()


def test_enough_without_a_rating() -> None:
    """With nothing rated there is no share to expect, only a row for each number."""
    table = enough_yet(workshop(3).assign(experience=np.nan))
    assert table["expected_share"].isna().tolist() == [True] * 4


def test_enough_when_everything_is_on_the_list() -> None:
    """A top list that holds every outcome is always right."""
    assert (enough_yet(workshop(5, outcomes=3), top=3)["expected_share"] == 1).all()


def test_enough_refuses_fewer_people() -> None:
    """People cannot be taken away."""
    with pytest.raises(UnusableRatings, match="cannot be negative"):
        enough_yet(workshop(5), more=(-1,))


def test_stress_test_with_importance() -> None:
    """Each formula keeps or replaces outcomes of the shown list, and says which."""
    table = stress_test(workshop(30), top=4).set_index("formula")
    assert list(table.index) == ["opportunity", "unclamped", "rescaled means", "value wanted", "gap"]
    assert table.loc["opportunity", ["stay", "of"]].tolist() == [4, 4]
    assert (table["stay"] + table["dropped"].str.len() == table["of"]).all()
    assert (table["dropped"].str.len() == table["joined"].str.len()).all()


def test_stress_test_tells_formulas_apart() -> None:
    """An outcome that is merely important leads by opportunity, and one that merely fails leads by value wanted."""
    rows = [("kept", 5, 4), ("failing", 3, 1)]
    ratings = pd.DataFrame(
        [(person, *row) for person in range(9) for row in rows],
        columns=["respondent", "outcome", "importance", "experience"],
    )
    table = stress_test(ratings, top=1).set_index("formula")
    assert table["stay"].to_dict() == {
        "opportunity": 1,
        "unclamped": 1,
        "rescaled means": 1,
        "value wanted": 0,
        "gap": 0,
    }
    assert table.loc["gap", ["dropped", "joined"]].tolist() == [("kept",), ("failing",)]


def test_stress_test_without_importance() -> None:
    """With experience alone the other formulas are the share falling short and the mean."""
    table = stress_test(workshop(30).drop(columns="importance"), top=4)
    assert list(table["formula"]) == ["value wanted", "share falling short", "mean experience"]
    assert table.loc[0, "stay"] == 4
