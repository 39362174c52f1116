"""Scores of weighted respondents: what `svy` says, what weights of one leave alone, and intervals as wide as n_eff."""

import numpy as np
import numpy.typing as npt
import pandas as pd
import polars as pl
import pytest
import svy
from scipy.stats import beta

from jtbd_core import score
from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring import posterior
from jtbd_core.scoring.weights import effective_n
from tests.scoring.samples import workshop

SCORES = ["importance", "satisfaction", "opportunity", "value_wanted", "share_short"]


def weights_of(people: int, spread: float = 0.8, seed: int = 2) -> pd.Series:
    """Return a weight for each of the people of `workshop`, log-normal with this spread."""
    return pd.Series(np.exp(np.random.default_rng(seed).normal(0, spread, people)))


@pytest.mark.parametrize("people", [40, 4500])
@pytest.mark.parametrize("weight", [1.0, 3.7])
def test_equal_weights_change_no_digit(people: int, weight: float) -> None:
    """Weights that are all equal give the table without weights to the last digit, with n_eff beside n."""
    ratings = workshop(people, 5)
    weighted = score(ratings, draws=200, weights=dict.fromkeys(range(people), weight))
    assert list(weighted.columns[:3]) == ["outcome", "n", "n_eff"]
    assert (weighted["n_eff"] == weighted["n"]).all()
    pd.testing.assert_frame_equal(weighted.drop(columns="n_eff"), score(ratings, draws=200), check_exact=True)


def test_points_are_those_of_svy() -> None:
    """Weighted scores are the weighted means that a library for survey estimation gives."""
    weights = weights_of(60)
    ratings = workshop(60, 3)
    ratings.loc[::7, "experience"] = np.nan
    table = score(ratings, weights=weights).set_index("outcome")
    for outcome, rows in ratings.dropna().groupby("outcome"):
        columns = {
            "importance": (rows["importance"] >= 4) * 10.0,
            "satisfaction": (rows["experience"] >= 4) * 10.0,
            "value_wanted": np.maximum(4 - rows["experience"], 0),
            "share_short": (rows["experience"] < 4) * 1.0,
            "unmet": ((rows["importance"] >= 4) & (rows["experience"] < 4)) * 1.0,
        }
        data = pl.DataFrame({name: column.to_numpy() for name, column in columns.items()})
        data = data.with_columns(weight=pl.Series(weights[rows["respondent"]].to_numpy()))
        sample = svy.Sample(data=data, design=svy.Design(wgt="weight"))
        expected = {name: sample.estimation.mean(y=name).estimates[0].est for name in columns}
        assert table.loc[outcome, list(columns)].to_dict() == pytest.approx(expected, abs=1e-6, rel=0)


def test_n_eff_is_that_of_those_who_rated() -> None:
    """Beside the number of people of each outcome stands the effective number of them (Kish 1965)."""
    ratings, weights = workshop(30, 3), weights_of(30)
    ratings.loc[ratings["outcome"].eq("o01") & ratings["respondent"].lt(12), "experience"] = np.nan
    table = score(ratings, weights=weights).set_index("outcome")
    assert table["n"].to_dict() == {"o00": 30, "o01": 18, "o02": 30}
    assert table.loc["o00", "n_eff"] == pytest.approx(effective_n(weights))
    assert table.loc["o01", "n_eff"] == pytest.approx(effective_n(weights[12:]))


@pytest.mark.parametrize("people", [40, 4500])
def test_no_order_nor_unit_changes_a_digit(people: int) -> None:
    """Shuffled rows, weights in another unit or under text, and another outcome leave every digit of the table."""
    ratings, weights = workshop(people, 4), weights_of(people)
    table = score(ratings, draws=200, weights=weights)
    other = {str(respondent): 1024 * weight for respondent, weight in weights[::-1].items()}
    shuffled = score(ratings.sample(frac=1, random_state=1), draws=200, weights=other)
    pd.testing.assert_frame_equal(table, shuffled, check_exact=True)
    columns = ["outcome", "n_eff", *(name + ending for name in SCORES for ending in ("", "_low", "_high"))]
    fewer = score(ratings[ratings["outcome"] != "o01"], draws=200, weights=weights)[columns]
    more = table.loc[table["outcome"] != "o01", columns].reset_index(drop=True)
    pd.testing.assert_frame_equal(fewer, more, check_exact=True)


@pytest.mark.parametrize("seed", range(5))
def test_weights_carry_no_score_beyond_its_range(seed: int) -> None:
    """Where all people fall short, by more or less, the weighted share of them is 1 to the last digit."""
    ratings = workshop(33, 6).assign(importance=5.0, experience=np.resize([1.0, 2.0, 3.0, 2.0, 1.0], 33 * 6))
    table = score(ratings, weights=weights_of(33, seed=seed))
    assert (table[["importance", "opportunity", "share_short", "satisfaction"]] == [10, 20, 1, 0]).all(axis=None)


def test_blocks_agree_with_weighting_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above 4,096 people blocks of them give the figures of one weight per respondent, within the noise of draws."""
    weights = weights_of(4500)
    content = np.where(weights.to_numpy()[:, None] > 1, [0.5, 0.52, 0.5], [0.5, 0.4, 0.45])
    met = np.random.default_rng(7).random(content.shape) < content
    ratings = workshop(4500, 3).assign(experience=np.where(met, 5.0, 2.0).ravel())
    blocked = score(ratings, top=1, draws=1000, weights=weights).set_index("outcome")
    plain = score(ratings, top=1, draws=1000).set_index("outcome").loc[blocked.index]
    monkeypatch.setattr(posterior, "BLOCKS", 4500)
    exact = score(ratings, top=1, draws=1000, weights=weights).set_index("outcome").loc[blocked.index]
    assert ((blocked["p_top"] - exact["p_top"]).abs() < 0.1).all()
    assert ((plain["p_top"] - exact["p_top"]).abs() > 0.2).any()
    for name in SCORES:
        assert (blocked[name] == exact[name]).all()
        width = exact[name + "_high"] - exact[name + "_low"]
        for ending in ("_low", "_high"):
            assert ((blocked[name + ending] - exact[name + ending]).abs() < 0.12 * width).all()


REFUSED: dict[str, dict[int, float]] = {
    "weight of the respondent 3 must be a number above 0, not nan": {0: 1, 1: 1, 2: 1},
    "weight of the respondent 2 must be a number above 0, not 0": {0: 1, 1: 1, 2: 0, 3: 1},
    "weight of the respondent 1 must be a number above 0, not inf": {0: 1, 1: np.inf, 2: 1, 3: 1},
    "weight of the respondent 0 is less than 0.0001 of their mean": {0: 1e-6, 1: 1, 2: 1, 3: 1},
}


@pytest.mark.parametrize("message", REFUSED)
def test_refusals(message: str) -> None:
    """A weight that is missing, or none, is refused with the respondent it belongs to."""
    with pytest.raises(UnusableRatings, match=message):
        score(workshop(4, 2), weights=REFUSED[message])


def test_weights_of_others_are_passed_over() -> None:
    """Weights may name people who rated nothing."""
    ratings, weights = workshop(8, 3), weights_of(9)
    pd.testing.assert_frame_equal(score(ratings, weights=weights), score(ratings, weights=weights[:8]))


def satisfied(weights: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the chance that people of these weights are satisfied: who stands for many is less content."""
    return 1 / (1 + np.exp(0.6 * np.log(weights) - 0.2))


def test_intervals_are_as_wide_as_n_eff() -> None:
    """Of 1,000 weighted intervals 92 to 97 of 100 hold the truth; with the spread of n people far fewer do."""
    people, outcomes, random = 60, 100, np.random.default_rng(6)
    everybody = np.exp(random.normal(0, 0.8, 1_000_000))
    truth = 1 - np.average(satisfied(everybody), weights=everybody)
    covered, ignored = [], []
    for _ in range(10):
        weights = np.exp(random.normal(0, 0.8, people))
        met = random.random((people, outcomes)) < satisfied(weights)[:, None]
        ratings = workshop(people, outcomes).assign(experience=np.where(met, 5.0, 3.0).ravel())
        table = score(ratings, draws=500, weights=dict(enumerate(weights)))
        covered.append((table["share_short_low"] <= truth) & (truth <= table["share_short_high"]))
        counts = people * table["share_short"] + 0.5, people * (1 - table["share_short"]) + 0.5
        ignored.append((beta.ppf(0.025, *counts) <= truth) & (truth <= beta.ppf(0.975, *counts)))
    assert 0.92 <= np.mean(covered) <= 0.97
    assert np.mean(ignored) < 0.9
