"""The standing of solutions, in rooms in which the best one is used where all are served badly."""

import numpy as np
import pandas as pd
import pytest

from jtbd_core import standing
from jtbd_core.scoring.job_steps import KEY
from jtbd_core.scoring.standing import standings
from tests.scoring.solution_rooms import even_room, solution_room, truth_of

BEST_FIRST = ["app", "booklet", "visits"]
ROOMS = 12
PLACES = [("home", "daily"), ("home", "seldom"), ("away", "daily"), ("away", "seldom")]


def order(table: pd.DataFrame, score: str, kind: str) -> list[str]:
    """Return the solutions by a score, the best first."""
    return table[table["kind"] == kind].sort_values(score, ascending=False)["solution"].tolist()


def test_an_equal_mix_recovers_the_planted_order() -> None:
    """Plain figures turn it round, for the best solution is used in the worst place; the intervals hold the truth."""
    held = []
    for number in range(ROOMS):
        room = solution_room(np.random.default_rng(number), 400)
        table, truth = standing(room.ratings, room.groups, room.outcomes), truth_of(room)
        for kind in ("effectiveness", "efficiency"):
            assert order(table, "equal", kind) == BEST_FIRST
            assert order(table, "plain", kind)[0] != "app"
        held += [row.equal_low <= truth[row.solution, row.kind] <= row.equal_high for row in table.itertuples()]
    assert np.mean(held) > 0.88


def test_intervals_of_few_people_hold_the_truth_too() -> None:
    """Of solutions with 5 to 15 users each, all in one place; random weights alone would hold it in 87 of 100."""
    held = []
    for number in range(30):
        room = solution_room(np.random.default_rng(number), 30, homes=1.0)
        truth = truth_of(room, homes=1.0)
        table = standing(room.ratings, room.groups[room.groups["question"] == "solution"], room.outcomes)
        held += [row.plain_low <= truth[row.solution, row.kind] <= row.plain_high for row in table.itertuples()]
    assert np.mean(held) > 0.9


def test_two_circumstances_are_held_equal_at_once() -> None:
    """Of two solutions equally good wherever they are used, the one used in better circumstances is no better."""
    held, plain, equal = [], [], []
    for number in range(100):
        room, truth = even_room(np.random.default_rng(number), 150)
        found = standings(room.ratings, room.groups, room.outcomes)
        by = found.table.set_index("solution")
        plain.append(by.loc["app", "plain"] - by.loc["visits", "plain"])
        equal.append(by.loc["app", "equal"] - by.loc["visits", "equal"])
        held += list((by["equal_low"] <= truth) & (truth <= by["equal_high"]))
        held += list((found.differences["difference_low"] <= 0) & (found.differences["difference_high"] >= 0))
    assert np.mean(plain) > 1
    assert np.mean(equal) == pytest.approx(0, abs=0.15)
    assert np.mean(held) >= 0.93


def test_three_answers_of_one_person_are_not_told() -> None:
    """All that is released of the app's users is the same in both rooms; the score is, whoever was where how often."""
    found = []
    for many, hits in (((8, 2, 2, 8), (7, 1, 1, 1)), ((9, 1, 1, 9), (8, 0, 0, 2))):
        cells = zip((*many, 8, 2, 2, 1), (*hits, 4, 1, 1, 0), ["app"] * 4 + ["visits"] * 4, PLACES * 2, strict=True)
        people = [(*said, at < met) for there, met, *said in cells for at in range(there)]
        who = [f"p{at:02}" for at in range(len(people))]
        ratings = pd.DataFrame({"respondent": who, "outcome": "o", "importance": 5})
        ratings["experience"] = [5 if met else 1 for *_, met in people]
        said = [
            (name, question, option)
            for name, (solution, (place, often), _) in zip(who, people, strict=True)
            for question, option in (("solution", solution), ("place", place), ("often", often))
        ]
        groups = pd.DataFrame(said, columns=["respondent", "question", "option"])
        table = standing(ratings, groups, pd.DataFrame([("o", "social")], columns=["outcome", "kind"]))
        found.append(table.set_index("solution").loc["app", "equal"])
    assert found[0] == pytest.approx(found[1], abs=1e-6)


def test_the_table_to_the_letter() -> None:
    """A row per solution and kind, effectiveness first, with the figures in their intervals."""
    room = solution_room(np.random.default_rng(1), 300)
    table = standing(room.ratings, room.groups, room.outcomes)
    names = [f"{name}{end}" for name in ("plain", "equal") for end in ("", "_low", "_high")]
    assert table.columns.tolist() == ["solution", "kind", "n", *names, "merged"]
    assert table["kind"].tolist() == ["effectiveness"] * 3 + ["efficiency"] * 3
    assert table.groupby("kind")["n"].sum().eq(300).all()
    for name in ("plain", "equal"):
        assert table[f"{name}_low"].le(table[name]).all()
        assert table[name].le(table[f"{name}_high"]).all()
    assert (table["merged"] == "").all()


def test_plain_is_the_importance_weighted_share_that_is_met() -> None:
    """Importance is everybody's, experience the users': 10 × Σ I · met / Σ I."""
    rows = [
        *[(f"a{at}", "o1", 5, 4) for at in range(6)],  # users of a: o1 met by all, o2 by none
        *[(f"a{at}", "o2", 5, 1) for at in range(6)],
        *[(f"b{at}", "o1", 5, 1) for at in range(6)],
        *[(f"b{at}", "o2", 1, 4) for at in range(6)],
    ]
    ratings = pd.DataFrame(rows, columns=["respondent", "outcome", "importance", "experience"])
    people = ratings["respondent"].unique()
    groups = pd.DataFrame({"respondent": people, "question": "solution", "option": [one[0] for one in people]})
    outcomes = pd.DataFrame({"outcome": ["o1", "o2"], "kind": "social"})
    table = standing(ratings, groups, outcomes).set_index("solution")
    assert table.loc["a", "plain"] == pytest.approx(10 * 1 / 1.5)  # importance of o1 is 1, of o2 one half
    assert table.loc["b", "plain"] == pytest.approx(10 * 0.5 / 1.5)
    without = standing(ratings.drop(columns="importance"), groups, outcomes).set_index("solution")
    assert without.loc["a", "plain"] == pytest.approx(5)


def test_strata_of_few_are_merged_and_said() -> None:
    """With three users of the app at home its score stays as it is, and the table says what was merged."""
    room = solution_room(np.random.default_rng(2), 60)
    uses = room.groups["question"] == "solution"
    users = room.groups.loc[uses & (room.groups["option"] == "app"), "respondent"]
    moved = ~uses & room.groups["respondent"].isin(users[3:])
    groups = room.groups.assign(option=room.groups["option"].mask(moved, "away"))
    table = standing(room.ratings, groups, room.outcomes).set_index(["solution", "kind"])
    app = table.loc[("app", "efficiency")]
    assert app["merged"] in ("place: away + home", "place: home + away")
    assert app["equal"] == pytest.approx(app["plain"], abs=1e-5)
    assert table.loc[("booklet", "efficiency"), "merged"] == ""


def test_only_cells_that_may_be_shown_are_used() -> None:
    """A solution whose cells are hidden has no row, and a hidden stratum does not stand alone."""
    room = solution_room(np.random.default_rng(3), 400)
    outcomes = room.outcomes["outcome"]
    cells = [(one, "solution", name) for one in outcomes for name in ("app", "visits")]
    cells += [(one, "solution+place", f"app+{place}") for one in outcomes for place in ("home", "away")]
    cells += [(one, "place", place) for one in outcomes for place in ("home", "away")]
    shown = pd.DataFrame(cells, columns=["outcome", "question", "option"])
    found = standings(room.ratings, room.groups, room.outcomes, shown=shown)
    assert set(found.table["solution"]) == {"app", "visits"}
    by = found.table.set_index(["solution", "kind"])
    assert by.loc[("app", "efficiency"), "equal"] > by.loc[("app", "efficiency"), "plain"] + 0.5
    assert by.loc[("visits", "efficiency"), "equal"] == pytest.approx(by.loc[("visits", "efficiency"), "plain"])
    assert found.questions == ("place",)


def test_who_rated_something_else_alone_counts_nowhere() -> None:
    """People and the mix of circumstances are those of the outcome that most rated: one more is in no released set."""
    room = solution_room(np.random.default_rng(3), 400)
    key = room.outcomes[room.outcomes["kind"] == KEY].head(2)
    first, second = key["outcome"]
    names = room.ratings["respondent"].unique()
    rated = room.ratings[(room.ratings["outcome"] == first) & ~room.ratings["respondent"].isin(names[:40])]
    others = room.ratings[(room.ratings["outcome"] == second) & room.ratings["respondent"].isin(names[:50])]
    both = pd.concat([rated, others])
    found = standings(both, room.groups, key)
    assert (found.everybody["n"].tolist(), found.table["n"].sum()) == ([360], 360)
    alone, beside = (standings(one, room.groups, key.head(1)).table for one in (rated, both))
    pd.testing.assert_frame_equal(alone[["n", "plain", "equal"]], beside[["n", "plain", "equal"]])


def test_differences_and_everybody_stand_beside() -> None:
    """Everybody lies between the solutions; each pair of them has a difference with its interval, by kind."""
    room = solution_room(np.random.default_rng(4), 300)
    found = standings(room.ratings, room.groups, room.outcomes)
    for row in found.everybody.itertuples():
        scores = found.table.loc[found.table["kind"] == row.kind, "plain"]
        assert scores.min() < row.score < scores.max()
        assert row.n == 300
    assert len(found.differences) == 6
    score = found.table.set_index(["kind", "solution"])["equal"]
    for row in found.differences.itertuples():
        assert row.difference == pytest.approx(score[row.kind, row.first] - score[row.kind, row.second])
        assert row.difference_low <= row.difference <= row.difference_high


@pytest.mark.parametrize("groups", [[], [("p00000", "place", "home")]])
def test_without_solutions_there_are_no_rows(groups: list[tuple[str, str, str]]) -> None:
    """The frames keep their columns."""
    room = solution_room(np.random.default_rng(5), 20)
    frame = pd.DataFrame(groups, columns=["respondent", "question", "option"])
    found = standings(room.ratings, frame, room.outcomes)
    assert (len(found.table), len(found.everybody), len(found.differences)) == (0, 0, 0)
    assert "equal_low" in found.table


def test_the_order_of_rows_changes_no_digit() -> None:
    """The same ratings give the same table."""
    room = solution_room(np.random.default_rng(6), 60)
    shuffled = room.ratings.sample(frac=1, random_state=1)
    tables = [standing(one, room.groups, room.outcomes) for one in (room.ratings, shuffled)]
    pd.testing.assert_frame_equal(*tables)
