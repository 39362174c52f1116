"""Whether more answers would make the top list surer."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest

from jtbd_core import score
from jtbd_core.scoring.forecast import MORE, Forecast, forecast
from jtbd_core.scoring.posterior import posterior
from jtbd_core.scoring.ratings import rating_matrix
from jtbd_core.scoring.table import DRAWS, SEED
from tests.scoring.samples import workshop


def shares_of(ratings: pd.DataFrame, top: int = 5, more: Sequence[int] = MORE) -> list[float]:
    """Return the expected shares for ratings of outcomes in the order that they have by default."""
    return [one.share for one in forecasts(ratings, top, more)]


def forecasts(ratings: pd.DataFrame, top: int = 5, more: Sequence[int] = MORE) -> list[Forecast]:
    """Return what is forecast for ratings of outcomes in the order that they have by default."""
    matrix = rating_matrix(ratings, 4)
    by = "opportunity" if matrix.has_importance else "value_wanted"
    return forecast(matrix, posterior(matrix, DRAWS, SEED), by, top, more)


def test_the_interval_holds_what_is_expected_and_narrows() -> None:
    """Whole outcomes around the share; with many more people all of the list are surely right."""
    now, *_, most = forecasts(workshop(12), top=4, more=(0, 10, 30_000))
    assert 0 <= now.low < now.share * 4 < now.high <= 4
    assert most.high - most.low < now.high - now.low


@pytest.mark.parametrize("asked", [True, False])
def test_more_people_make_the_list_surer(asked: bool) -> None:
    """The expected share rises with the number of people to come, towards 1."""
    ratings = workshop(12) if asked else workshop(12).drop(columns="importance")
    shares = shares_of(ratings, top=4, more=(0, 10, 30, 100, 30_000))
    assert (np.diff(shares) > 0).all()
    assert shares[-1] > 0.9


def test_the_forecast_comes_true() -> None:
    """Over many workshops of 20, what is expected now and of 80 more is the share of the list that is truly right."""
    true_top, expected, reached = {"o00", "o01", "o02", "o03"}, [], []
    for seed in range(80):
        now, later = workshop(20, seed=seed), workshop(100, seed=1000 + seed)
        expected.append(shares_of(now, top=4, more=(0, 80)))
        lists = [score(ratings, top=4, draws=100)["outcome"].head(4) for ratings in (now, later)]
        reached.append([len(true_top.intersection(shown)) / 4 for shown in lists])
    assert np.mean(expected, axis=0) == pytest.approx(np.mean(reached, axis=0), abs=0.06)


def test_the_forecast_among_equals_is_low() -> None:
    """Where 20 outcomes are truly alike a list of 5 is mostly luck, and 100 more people are not said to mend it."""
    alike = [workshop(40, outcomes=20, seed=seed) for seed in range(8)]
    for ratings in alike:
        ratings["experience"] = np.random.default_rng(len(alike)).permutation(ratings["experience"])
    shares = np.mean([shares_of(ratings, more=(0, 100)) for ratings in alike], axis=0)
    assert shares[0] < 0.5
    assert shares[1] < 0.6


def test_the_forecast_among_exact_equals_is_chance() -> None:
    """Where ten outcomes have the very same answers, a list of two holds two of the true top two by chance alone."""
    ratings = pd.concat([workshop(30, outcomes=1).assign(outcome=f"o{number}") for number in range(10)])
    assert shares_of(ratings, top=2)[0] == pytest.approx(0.2, abs=0.15)


def test_the_forecast_is_the_same_in_any_order() -> None:
    """Shuffled rows do not change a digit of the forecast."""
    ratings = workshop(9)
    assert shares_of(ratings) == shares_of(ratings.sample(frac=1, random_state=2))


def test_the_forecast_above_4096_people() -> None:
    """Where blocks are weighted ten more people hardly matter, and twice as many do."""
    now, ten_more, twice = shares_of(workshop(5000, outcomes=4), top=2, more=(0, 10, 5000))
    assert ten_more == pytest.approx(now, abs=0.01)
    assert min(now, ten_more, twice) > 0.9


def test_the_forecast_without_a_rating() -> None:
    """With nothing rated there is no share to expect, only NaN for each number."""
    assert np.isnan(shares_of(workshop(3).assign(experience=np.nan))).tolist() == [True] * 4


def test_the_forecast_when_everything_is_on_the_list() -> None:
    """A top list that holds every outcome is always right."""
    assert shares_of(workshop(5, outcomes=3), top=3) == [1.0] * 4
