"""One person's answers compared with the group's."""

from collections.abc import Iterable

import pandas as pd
from msgspec.structs import replace

from jtbd_core.scoring.cells import cells_of
from jtbd_core.scoring.own_and_group import Means, OwnAndGroup, group_means, largest_differences
from jtbd_core.study import Outcome, Study
from jtbd_core.study.scale import ELEVEN, FIVE, HUNDRED, Importance, Instrument, Points, Settings
from jtbd_core.wave import Rating

NAMES = ("time", "calm", "other", *(f"o{n}" for n in range(8)))
OUTCOMES = tuple(Outcome(id=name, statement=f"I am sure of {name}", dimension="social") for name in NAMES)
STUDY = Study(title="Parcels", job="Send a package", outcomes=OUTCOMES)


def rated(**outcomes: list[tuple[float | None, float]]) -> pd.DataFrame:
    """Return the ratings of a group: importance and experience of one person after another, by outcome."""
    rows = [
        (f"p{person}", outcome, *pair, False)
        for outcome, pairs in outcomes.items()
        for person, pair in enumerate(pairs)
    ]
    columns = ["respondent", "outcome", "importance", "experience", "not_applicable"]
    return pd.DataFrame(rows, columns=columns).astype({"importance": "float64", "experience": "float64"})


def typical(ratings: pd.DataFrame, study: Study = STUDY) -> Means:
    """Return the means of what six people or more answered."""
    return group_means(cells_of(ratings), study, fewest=6)


def largest(own: Iterable[Rating], group: Means, study: Study = STUDY) -> tuple[OwnAndGroup, ...]:
    """Return where own answers differ most from a group's means."""
    return largest_differences({rating.outcome: rating for rating in own}, group, study)


def test_the_largest_difference_comes_first() -> None:
    """Each outcome is named once, for the question where the difference is larger."""
    group = typical(rated(time=[(2, 3)] * 6, calm=[(4, 5)] * 6))
    own = [Rating(outcome="time", importance=4, experience=4), Rating(outcome="calm", importance=5, experience=1)]
    assert largest(own, group) == (
        OwnAndGroup("calm", "experience", 1, 5.0, FIVE),
        OwnAndGroup("time", "importance", 4, 2.0, FIVE),
    )


def test_an_outcome_needs_five_others() -> None:
    """Among five raters, oneself included, there are only four others: there is no mean."""
    own = [Rating(outcome="time", importance=5, experience=1)]
    assert largest(own, typical(rated(time=[(1, 5)] * 5))) == ()
    assert len(largest(own, typical(rated(time=[(1, 5)] * 6)))) == 1


def test_questions_that_were_not_answered_do_not_differ() -> None:
    """What does not apply, was skipped, or was asked of nobody is left out."""
    group = typical(rated(time=[(None, 3)] * 6))
    own = [
        Rating(outcome="time", importance=5),
        Rating(outcome="calm", importance=5, experience=5),
        Rating(outcome="other", not_applicable=True),
    ]
    assert largest(own, group) == ()


def test_what_is_told_in_the_same_word_is_no_difference() -> None:
    """Half a point away from the mean is the same answer; of many differences five are shown."""
    own = [Rating(outcome="time", importance=3, experience=3)]
    assert largest(own, typical(rated(time=[(3, 3), (4, 3)] * 3))) == ()
    many = {f"o{n}": [(1.0, 3.0)] * 6 for n in range(8)}
    assert len(largest([Rating(outcome=name, importance=5) for name in many], typical(rated(**many)))) == 5


def test_differences_are_compared_as_shares_of_their_scales() -> None:
    """Twenty of 100 points are closer than 3 of 10; less than three sixteenths of a scale is no difference."""
    asks = Settings(
        importance=Importance(points=HUNDRED, cut=70), success=Instrument(scale="satisfaction", anchor=8, points=ELEVEN)
    )
    study = replace(STUDY, settings=asks)
    group = typical(rated(time=[(50, 5)] * 6, calm=[(50, 5)] * 6), study)
    own = [Rating(outcome="time", importance=70, experience=8), Rating(outcome="calm", importance=68, experience=6)]
    assert largest(own, group, study) == (OwnAndGroup("time", "experience", 8, 5.0, ELEVEN),)


def test_a_mean_is_no_finer_on_a_longer_scale() -> None:
    """Means are rounded to a 40th of the scale's length, 2.5 of 100 points: from them nobody's answer is reckoned."""
    asks = Settings(importance=Importance(points=HUNDRED, cut=70))
    group = typical(rated(time=[(51, 3)] * 5 + [(60, 4)]), replace(STUDY, settings=asks))
    assert group == {("time", "importance"): 52.5, ("time", "experience"): 3.2}


def test_of_a_pair_the_differences_are_compared() -> None:
    """What is met less what is expected stands beside the mean difference; not half a pair or a code off its scale."""
    paired = replace(STUDY, settings=Settings(success=Instrument(scale="pair", anchor=0)))
    group = typical(rated(time=[(3, -2)] * 6, calm=[(3, 0)] * 6, other=[(3, -2)] * 6), paired)
    own = [
        Rating(outcome="time", importance=3, experience=5, expectation=4),
        Rating(outcome="calm", importance=9, experience=5),
        Rating(outcome="other", importance=3, experience=3, expectation=5),
    ]
    assert largest(own, group, paired) == (OwnAndGroup("time", "experience", 1, -2.0, Points(lowest=-4, highest=4)),)
