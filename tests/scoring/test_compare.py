"""Compare: groups against the others of their question, in simulated pages whose truth is known too."""

import inspect

import numpy as np
import pandas as pd
import pytest

from jtbd_core import compare, score
from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring.compare import comparisons
from tests.bench.honesty_differences import marks_on, null_page, planted, planted_page, rates

COLUMNS = [
    *("question", "option", "outcome", "n", "score", "n_others", "others"),
    *("difference", "difference_low", "difference_high", "p", "is_marked"),
]


@pytest.fixture(scope="module")
def page() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return ratings and groups of 90 people on a page where nothing differs."""
    found = null_page("spread", 1, people=90, outcomes=6)
    return found.ratings, found.groups


def test_the_scores_are_those_of_the_group_and_of_all_others(page: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    """Others are all other raters, also those who skipped the question; scores are those of `score`."""
    ratings, groups = page
    table = compare(ratings, groups)
    assert table.columns.tolist() == COLUMNS
    assert len(table) == 9 * 6
    members = groups.loc[(groups["question"] == "four") & (groups["option"] == "2"), "respondent"]
    is_in = ratings["respondent"].isin(members)
    for name, part in (("score", ratings[is_in]), ("others", ratings[~is_in])):
        row = table[(table["question"] == "four") & (table["option"] == "2")].set_index("outcome")
        expected = score(part, draws=100).set_index("outcome").loc[row.index]
        assert row[name].to_numpy() == pytest.approx(expected["unmet"].to_numpy())
        assert row["n" if name == "score" else "n_others"].tolist() == expected["n"].tolist()
    assert (table["difference_low"] <= table["difference"]).all()
    assert (table["difference"] <= table["difference_high"]).all()


def test_the_same_answers_give_the_same_digits(page: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    """Whatever the order of the rows; and a question's shuffles are its own, whatever else is compared."""
    ratings, groups = page
    table = compare(ratings, groups)
    again = compare(ratings.sample(frac=1, random_state=1), groups.sample(frac=1, random_state=2))
    pd.testing.assert_frame_equal(table, again)
    alone = compare(ratings, groups[groups["question"] == "two"])
    both = table[table["question"] == "two"].reset_index(drop=True)
    pd.testing.assert_frame_equal(alone.drop(columns="is_marked"), both.drop(columns="is_marked"))


@pytest.mark.parametrize("by", ["importance", "satisfaction", "opportunity", "value_wanted", "share_short"])
def test_any_score_can_be_compared(page: tuple[pd.DataFrame, pd.DataFrame], by: str) -> None:
    """Differences are in its units, and every row has a p-value."""
    table = compare(*page, by=by)
    assert table["difference"].to_numpy() == pytest.approx((table["score"] - table["others"]).to_numpy())
    assert table["p"].between(0, 1).all()


def test_cells_that_are_not_shown_tell_nothing(page: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    """Other answers in a hidden cell change no row that is shown."""
    ratings, groups = page
    shown = pd.DataFrame({"outcome": ["o000", "o001", "o002"], "question": "two", "option": "0"})
    before = comparisons(ratings, groups, 4, ("unmet",), shown=shown)["unmet"]
    changed = ratings.assign(experience=ratings["experience"].where(ratings["outcome"].isin(shown["outcome"]), 1.0))
    after = comparisons(changed, groups, 4, ("unmet",), shown=shown)["unmet"]
    assert before.table["outcome"].tolist() == shown["outcome"].tolist()
    pd.testing.assert_frame_equal(before.table, after.table)
    assert before.findable == after.findable
    assert comparisons(ratings, groups, 4, ("unmet",), shown=shown.head(0))["unmet"].table.columns.tolist() == COLUMNS


def test_at_equal_circumstances_what_circumstances_explain_is_no_difference() -> None:
    """Beginners fall short and use the app: plainly it seems worse, within beginners and others it is the same."""
    random = np.random.default_rng(2)
    is_new = np.arange(400) < 200
    has_app = random.random(400) < np.where(is_new, 0.8, 0.2)
    outcomes = [f"o{number}" for number in range(5)]
    ratings = pd.DataFrame(
        {
            "respondent": np.repeat(np.arange(400), 5),
            "outcome": np.tile(outcomes, 400),
            "importance": 5,
            "experience": np.where(random.random((400, 5)) < np.where(is_new, 0.7, 0.2)[:, None], 1, 5).ravel(),
        }
    )
    asked = {"solution": np.where(has_app, "app", "book"), "level": np.where(is_new, "new", "old")}
    groups = pd.concat([pd.DataFrame({"respondent": range(400), "question": q, "option": o}) for q, o in asked.items()])
    plain, equal = compare(ratings, groups[groups["question"] == "solution"]), compare(ratings, groups, within="level")
    assert plain["is_marked"].all()
    assert not equal["is_marked"].any()
    assert (equal["difference"].abs() < 0.12).all()
    assert (plain["difference"].abs() > 0.2).all()
    assert equal["question"].unique().tolist() == ["solution"]


def test_a_panel_is_compared_within_persons() -> None:
    """Each of 60 persons is a little better off in the second round: between persons that drowns, within it shows."""
    random = np.random.default_rng(4)
    level = random.integers(1, 6, (60, 1))
    first = np.repeat(level, 4, axis=1)
    second = np.where(random.random((60, 4)) < 0.35, np.minimum(first + 1, 5), first)
    ratings = pd.concat(
        pd.DataFrame(
            {
                "respondent": np.repeat([f"{name}{number}" for number in range(60)], 4),
                "outcome": np.tile(list("wxyz"), 60),
                "importance": 5,
                "experience": codes.ravel(),
            }
        )
        for name, codes in (("a", first), ("b", second))
    )
    people = ratings["respondent"].unique()
    groups = pd.DataFrame({"respondent": people, "question": "round", "option": [one[0] for one in people]})
    by = {"by": "value_wanted"}
    assert not compare(ratings, groups, **by)["is_marked"].any()
    paired = compare(ratings, groups, person={one: one[1:] for one in people}, **by)
    assert paired["is_marked"].all()
    assert (paired["difference_low"] * paired["difference_high"] > 0).all()


def test_wrong_arguments_are_refused(page: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    """The message names what is wrong."""
    ratings, groups = page
    with pytest.raises(UnusableRatings, match="not by mood"):
        compare(ratings, groups, by="mood")
    with pytest.raises(UnusableRatings, match="not by unmet"):
        compare(ratings.drop(columns="importance"), groups)
    with pytest.raises(UnusableRatings, match="no question level"):
        compare(ratings, groups, within="level")


def test_pages_without_differences_are_seldom_marked() -> None:
    """Of 24 pages with 9 groups and 12 outcomes at most 4 have a mark, where 1 is expected; p-values alone mark most.

    Five in a hundred such pages may have one: then more than 4 of 24 come in 1 of 170 runs.
    """
    pages = [null_page(world, number, 60, 12) for number in range(6) for world in ("spread", "flat", "few", "odi")]
    assert sum(marks_on(page, number)["unmet"] for number, page in enumerate(pages)) <= 4
    unadjusted = [marks_on(page, number, lambda table: table["p"] < 0.05) for number, page in enumerate(pages[:6])]
    assert sum(one["unmet"] for one in unadjusted) >= 5


def test_planted_differences_are_found() -> None:
    """Over four pages most of a gap of 3.5 are, few marks are false, and intervals hold the truth."""
    found = rates(planted(number, 3.5) for number in range(4))
    assert found["found"] >= 0.75
    assert found["false"] <= 0.1
    assert found["held"] >= 0.92
    assert found["held, marked"] >= 0.88


def test_a_page_of_many_people_is_compared_from_a_sample() -> None:
    """The p-values of 6,000 people, of whom a sample is shuffled, are those of all of them to within noise."""
    page = planted_page("flat", 3, 1.0, people=6000, outcomes=24)
    table = compare(page.ratings, page.groups, by="opportunity").query("option == '0'").set_index("outcome")
    is_planted = page.truth["opportunity"].abs().loc[table.index] > 0.5
    assert table.loc[is_planted, "is_marked"].mean() >= 0.9
    assert table.loc[~is_planted, "is_marked"].mean() <= 0.34
    standard = (table["difference_high"] - table["difference_low"]) / 3.92
    z = (table["difference"] / standard)[~is_planted]
    assert z.abs().mean() < 2


def test_its_signature_is_the_published_one() -> None:
    """Callers in notebooks rely on names and defaults."""
    assert str(inspect.signature(compare)).startswith("(ratings: pandas.DataFrame, groups: pandas.DataFrame, anchor:")
    defaults = {name: one.default for name, one in inspect.signature(compare).parameters.items()}
    assert list(defaults.items())[2:] == [
        ("anchor", 4),
        ("by", "unmet"),
        ("within", None),
        ("person", None),
        ("seed", 0),
    ]
