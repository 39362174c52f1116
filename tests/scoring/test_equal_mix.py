"""Shares at an equal mix of circumstances, against direct standardisation."""

import numpy as np
import pandas as pd
import pytest

from jtbd_core.scoring.equal_mix import Strata, equal_shares, merged, strata
from jtbd_core.scoring.scores import Floats

PEOPLE = [f"p{at}" for at in range(40)]


def placed(homes: int) -> pd.DataFrame:
    """Return groups of 40 people: some at home, the others away, but for the last, who did not say."""
    where = ["home"] * homes + ["away"] * (39 - homes)
    return pd.DataFrame({"respondent": PEOPLE[:39], "question": "place", "option": where})


def sums(one: Strata, hits: Floats) -> tuple[Floats, Floats]:
    """Return the sums of pairs and of hits of one draw in which everybody counts once."""
    return (one.columns.T @ one.columns)[None], (hits @ one.columns)[None]


def test_people_stand_in_one_stratum_of_each_question() -> None:
    """Who did not answer has a stratum of their own."""
    one = strata(placed(30), PEOPLE, ["place"])
    assert one.options == ["", "home", "away", ""]
    assert one.questions == {"place": [1, 2, 3]}
    assert one.columns.sum(axis=0).tolist() == [40, 30, 9, 1]
    assert (one.columns[:, 1:].sum(axis=1) == 1).all()


def test_with_one_question_it_is_direct_standardisation() -> None:
    """The share in each stratum counts as often as everybody is in it."""
    one = strata(placed(30), PEOPLE, ["place"])
    hits = np.array([1.0] * 24 + [0] * 6 + [1] * 3 + [0] * 7)  # 24 of 30 at home, 3 of 9 away
    groups = merged(one, one.columns.sum(axis=0), np.ones(4, bool), one.columns.mean(axis=0), fewest=1)
    mix = np.array([[1, 0.4, 0.5, 0.1]])
    found = equal_shares(groups, *sums(one, hits), mix)
    assert found[0] == pytest.approx(0.4 * 24 / 30 + 0.5 * 3 / 9 + 0.1 * 0, abs=1e-5)


def test_small_strata_join_until_they_are_large_enough() -> None:
    """A rest of one person joins the smallest stratum; without a rest all stand alone."""
    one = strata(placed(30), PEOPLE, ["place"])
    people, mix = one.columns.sum(axis=0), one.columns.mean(axis=0)
    everywhere = np.ones(4, bool)
    assert merged(one, people, everywhere, mix, fewest=5) == [[[1], [2, 3]]]
    assert merged(one, people, everywhere, mix, fewest=20) == [[[1, 2, 3]]]
    assert merged(one, people, np.array([True, False, False, True]), mix, fewest=5) == [[[1, 2, 3]]]


def test_two_questions_hold_both_margins() -> None:
    """Effects that add up are told apart, also where the two circumstances go together."""
    random = np.random.default_rng(0)
    people = [f"p{at:04}" for at in range(4000)]
    home = random.random(4000) < 0.7
    daily = random.random(4000) < np.where(home, 0.8, 0.3)
    answers = {"place": np.where(home, "home", "away"), "often": np.where(daily, "daily", "seldom")}
    groups = pd.concat(
        [pd.DataFrame({"respondent": people, "question": name, "option": given}) for name, given in answers.items()]
    )
    one = strata(groups, people, ["place", "often"])
    hits = (random.random(4000) < 0.2 + 0.3 * home + 0.3 * daily).astype(float)
    parts = merged(one, one.columns.sum(axis=0), np.ones(len(one.options), bool), one.columns.mean(axis=0), 5)
    mix = np.array([[1.0, *[0.0] * (len(one.options) - 1)]])
    mix[0, [one.options.index(name) for name in ("home", "away", "daily", "seldom")]] = 0.5
    assert equal_shares(parts, *sums(one, hits), mix)[0] == pytest.approx(0.5, abs=0.03)
