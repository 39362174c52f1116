"""How sure the top of a list is, in words."""

import pytest

from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.scoring.study_scores import study_scores
from jtbd_core.scoring.sureness import Sureness
from tests.scoring.samples import few

STUDY = demo_study()
RATINGS, _ = demo_answers(STUDY)


@pytest.mark.parametrize(
    ("expected", "then"),
    [
        (
            {0: 3.4, 10: 4.0, 30: 4.3, 100: 4.7},
            "on average that is 3.4, 4.0 with 10 more people, 4.3 with 30 more people",
        ),
        ({0: 4.74, 10: 4.8, 30: 4.9, 100: 5.0}, "30 more people would hardly change that"),
    ],
    ids=["worth asking", "hardly"],
)
def test_how_sure_the_top_is_at_a_glance(expected: dict[int, float], then: str) -> None:
    """As it stands and with as many more people as a room could ask, unless they would hardly add to it."""
    likely = {0: (3, 5), 10: (4, 5), 30: (5, 5)}
    sure = Sureness(top=5, expected=expected, likely=likely, outcomes=tuple("abcde"), drops={"gap": ()})
    kept = "Very likely 3 to 5 of the top 5 outcomes would stay if all such people answered"
    assert sure.glance() == f"{kept}; {then}."
    assert "of the top 5 key outcomes would" in sure.glance("key outcomes")
    assert (sure.range(10), sure.range(30)) == ("4 or 5", "5")


def test_sureness_speaks_of_the_top_and_of_more_answers() -> None:
    """The top list's expected share, its future and the other formulas are told in sentences."""
    now, other = study_scores(STUDY, RATINGS).sure["key outcomes"].sentences()
    assert now.startswith("Of the 5 outcomes at the top, ")
    assert now.endswith("100 more people would hardly change that.")
    assert "value wanted" in other
    people = [f"g{number:03}" for number in range(1, 25)]
    unsure = study_scores(STUDY, RATINGS[RATINGS["respondent"].isin(people)]).sure["success outcomes"].sentences()[0]
    assert all(f"with {more} more people" in unsure for more in (10, 30, 100))


def test_a_short_list_has_no_top_to_be_sure_of() -> None:
    """With five outcomes or fewer all are at the top."""
    rated = few([(f"{i}", outcome.id, 4.0, 2.0) for i in range(9) for outcome in STUDY.success_outcomes[:5]])
    assert study_scores(STUDY, rated).sure == {}


def test_what_another_formula_drops_is_named() -> None:
    """Of the outcomes in the list, and not under the formula that the list is ordered by."""
    for kind, by in (("success outcomes", "unmet"), ("key outcomes", "opportunity")):
        sure = study_scores(STUDY, RATINGS).sure[kind]
        assert len(sure.outcomes) == sure.top == 5
        assert by not in sure.drops
        assert all(set(gone) <= set(sure.outcomes) for gone in sure.drops.values())
