"""The results of a wave as a value."""

import pandas as pd

from jtbd_core.exchange.demo import demo_study
from jtbd_core.scoring.results import Results, leaves_out_zero
from jtbd_core.scoring.study_scores import study_scores
from tests.scoring.samples import few

STUDY = demo_study()
OUTCOMES = [outcome.id for outcome in STUDY.success_outcomes]


def rated(people: int, *experiences: float) -> Results:
    """Return results in which people rate the first success outcomes so, all of them alike."""
    first = dict(zip(OUTCOMES, experiences, strict=False))
    return study_scores(STUDY, few([(f"{i}", one, 5.0, value) for i in range(people) for one, value in first.items()]))


def test_all_scores_have_success_outcomes_first() -> None:
    """Both kinds are in one frame, each ranked within itself."""
    found = rated(9, 1.0, 5.0)
    assert len(found.all) == len(STUDY.outcomes)
    assert found.all["outcome"].tolist() == [*found.success["outcome"], *found.key["outcome"]]


def test_a_kind_without_ratings_is_missing_from_the_rated() -> None:
    """They come by their names, success outcomes first."""
    assert list(rated(9, 1.0, 5.0).rated) == ["success outcomes"]


def test_a_difference_is_beyond_noise_only_if_its_printed_interval_leaves_out_nothing() -> None:
    """A limit of 0.4 percentage points is printed as 0; one of 0.6 as 1."""
    low, high = pd.Series([0.004, 0.006, -0.2, -0.2]), pd.Series([0.3, 0.3, -0.004, -0.006])
    assert leaves_out_zero(low, high, "unmet").tolist() == [False, True, False, True]
    assert not leaves_out_zero(low, high, "opportunity").any()
