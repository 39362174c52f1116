"""The top of the list with and without careless respondents, and the false responses that would change it."""

import itertools

import numpy as np
import pandas as pd
import pytest

from jtbd_core.scoring import score
from jtbd_core.scoring.quality import quality_flags
from jtbd_core.scoring.ratings import rating_matrix
from jtbd_core.scoring.scores import best_first, scores_of
from jtbd_core.scoring.top_lists import false_responses, top_with_and_without
from tests.scoring.samples import group_of, workshop


def leaders(ratings: pd.DataFrame, top: int, by: str) -> set[str]:
    """Return the outcomes that come first."""
    matrix = rating_matrix(ratings, 4)
    return {str(matrix.outcomes[place]) for place in best_first(matrix.scores[by])[:top]}


def with_false(ratings: pd.DataFrame, many: int, raised: str, lowered: str) -> pd.DataFrame:
    """Return ratings with people added who rate one outcome worst served and the other best."""
    rows = [(f"false {n}", raised, 5, 1) for n in range(many)] + [(f"false {n}", lowered, 1, 5) for n in range(many)]
    return pd.concat([ratings, pd.DataFrame(rows, columns=["respondent", "outcome", "importance", "experience"])])


def test_both_lists_are_those_of_score() -> None:
    """The second is that of the ratings without the respondents flagged."""
    ratings = workshop(30)
    flags = quality_flags(ratings).assign(is_careless=lambda table: table["respondent"] < 5)
    found = top_with_and_without(ratings, flags, top=4)
    for shown, kept in ((found.everybody, ratings), (found.without_careless, ratings[ratings["respondent"] >= 5])):
        expected = score(kept, top=4, draws=100)[["outcome", "n", "opportunity"]].head(4)
        pd.testing.assert_frame_equal(shown, expected, check_dtype=False)
    assert not found.everybody.equals(found.without_careless)


def test_where_all_are_flagged_the_second_list_is_empty() -> None:
    """Nothing is scored, and nothing fails."""
    ratings = workshop(12)
    flags = quality_flags(ratings).assign(is_careless=True)
    assert top_with_and_without(ratings, flags).without_careless.empty


@pytest.mark.parametrize("by", ["opportunity", "value_wanted"])
@pytest.mark.parametrize("seed", range(4))
def test_so_many_false_responses_change_the_top_and_one_less_does_not(by: str, seed: int) -> None:
    """Some pair of outcomes changes sides with that many in agreement, and no pair does with one less."""
    ratings = workshop(40, seed=seed).astype({"respondent": str})
    many = false_responses(rating_matrix(ratings, 4), by, 5)
    assert many is not None
    inside = leaders(ratings, 5, by)
    pairs = list(itertools.product(sorted(set(ratings["outcome"]) - inside), sorted(inside)))
    assert any(leaders(with_false(ratings, many, *pair), 5, by) != inside for pair in pairs)
    assert all(leaders(with_false(ratings, many - 1, *pair), 5, by) == inside for pair in pairs)


def test_no_other_answers_of_one_person_do_worse() -> None:
    """Where two are needed, none of all answers that one person can give to three outcomes changes the first."""
    ratings = pd.concat(
        [group_of(range(10), [2] * 8 + [5] * 2, ("a",)), group_of(range(10), [2] * 4 + [5] * 6, ("b",))]
    )
    ratings = pd.concat([ratings, group_of(range(10), [2] * 3 + [5] * 7, ("c",))])
    matrix = rating_matrix(ratings, 4)
    assert false_responses(matrix, "opportunity", 1) == 2
    one = np.array(list(itertools.product(range(1, matrix.added.shape[1]), repeat=3)))
    scores = scores_of(matrix.sums[:, None] + matrix.added[:, one], has_importance=True)["opportunity"]
    assert (scores[:, 0] >= scores[:, 1:].max(axis=1)).all()


def test_a_longer_lead_takes_more_false_responses() -> None:
    """Of 100 people, the more fall short in the leader alone, the more have to be added."""
    many = [
        false_responses(
            rating_matrix(pd.concat([group_of(range(100), [1] * short + [5] * (100 - short), ("a",)), flat]), 4),
            "value_wanted",
            1,
        )
        for flat in [group_of(range(100), [1] * 20 + [5] * 80, ("b",))]
        for short in (20, 30, 60)
    ]
    assert many == [
        1,
        11,
        41,
    ]  # who is added counts for the other alone: 20 + m of 100 + m must be more than the leader's


def test_no_answers_change_a_top_that_holds_all() -> None:
    """With as many outcomes as the list is long there is nothing outside."""
    assert false_responses(rating_matrix(workshop(10, outcomes=5), 4), "opportunity", 5) is None
