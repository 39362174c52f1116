"""One person's answers compared with the group's."""

import pandas as pd

from jtbd_core.scoring.own_and_group import Means, OwnAndGroup, group_means, largest_differences
from jtbd_core.wave import Rating


def rated(**outcomes: list[tuple[float | None, float]]) -> pd.DataFrame:
    """Return the ratings of a group: importance and experience of one person after another, by outcome."""
    rows = [
        (f"p{person}", outcome, *pair, False)
        for outcome, pairs in outcomes.items()
        for person, pair in enumerate(pairs)
    ]
    columns = ["respondent", "outcome", "importance", "experience", "not_applicable"]
    return pd.DataFrame(rows, columns=columns).astype({"importance": "float64", "experience": "float64"})


def typical(ratings: pd.DataFrame) -> Means:
    """Return the means of what six people or more answered."""
    return group_means(ratings, fewest=6)


def test_the_largest_difference_comes_first() -> None:
    """Each outcome is named once, for the question where the difference is larger."""
    group = typical(rated(time=[(2, 3)] * 6, calm=[(4, 5)] * 6))
    own = [Rating(outcome="time", importance=4, experience=4), Rating(outcome="calm", importance=5, experience=1)]
    assert largest_differences(own, group) == (
        OwnAndGroup("calm", "experience", 1, 5.0),
        OwnAndGroup("time", "importance", 4, 2.0),
    )


def test_an_outcome_needs_five_others() -> None:
    """Among five raters, oneself included, there are only four others: there is no mean."""
    own = [Rating(outcome="time", importance=5, experience=1)]
    assert largest_differences(own, typical(rated(time=[(1, 5)] * 5))) == ()
    assert len(largest_differences(own, typical(rated(time=[(1, 5)] * 6)))) == 1


def test_questions_that_were_not_answered_do_not_differ() -> None:
    """What does not apply, was skipped, or was asked of nobody is left out."""
    group = typical(rated(time=[(None, 3)] * 6))
    own = [
        Rating(outcome="time", importance=5),
        Rating(outcome="calm", importance=5, experience=5),
        Rating(outcome="other", not_applicable=True),
    ]
    assert largest_differences(own, group) == ()


def test_what_is_told_in_the_same_word_is_no_difference() -> None:
    """Half a point away from the mean is the same answer; of many differences five are shown."""
    own = [Rating(outcome="time", importance=3, experience=3)]
    assert largest_differences(own, typical(rated(time=[(3, 3), (4, 3)] * 3))) == ()
    many = {f"o{n}": [(1.0, 3.0)] * 6 for n in range(8)}
    assert len(largest_differences([Rating(outcome=name, importance=5) for name in many], typical(rated(**many)))) == 5
