"""Shares at an equal mix of circumstances, against direct standardisation."""

import numpy as np
import pandas as pd
import pytest

from jtbd_core.scoring.equal_mix import Groups, Strata, equal_shares, merged, strata
from jtbd_core.scoring.scores import Floats

PEOPLE = [f"p{at}" for at in range(40)]


def placed(homes: int) -> pd.DataFrame:
    """Return groups of 40 people: some at home, the others away, but for the last, who did not say."""
    where = ["home"] * homes + ["away"] * (39 - homes)
    return pd.DataFrame({"respondent": PEOPLE[:39], "question": "place", "option": where})


def sums(one: Strata, hits: Floats, weights: Floats | None = None) -> tuple[Floats, Floats]:
    """Return the sums over people and over hits by draw; without weights, of one in which everybody counts once."""
    drawn = np.ones((1, len(hits))) if weights is None else weights
    return drawn @ one.columns, drawn @ (hits[:, None] * one.columns)


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


def answered(answers: dict[str, tuple[str, ...]]) -> tuple[Strata, list[Groups]]:
    """Return the strata of people who all answered some questions, each of them alone."""
    people = [f"p{at:04}" for at in range(len(next(iter(answers.values()))))]
    groups = pd.concat(
        [pd.DataFrame({"respondent": people, "question": name, "option": given}) for name, given in answers.items()]
    )
    one = strata(groups, people, list(answers))
    return one, merged(one, one.columns.sum(axis=0), np.ones(len(one.options), bool), one.columns.mean(axis=0), 5)


def at_half(one: Strata) -> Floats:
    """Return a mix in which half of all give each of two answers."""
    return np.array([[1.0, *(0.5 if option else 0.0 for option in one.options[1:])]])


def test_two_questions_hold_both_margins() -> None:
    """Effects that add up are told apart."""
    random = np.random.default_rng(0)
    home, daily = random.random(4000) < 0.7, random.random(4000) < 0.3
    where, often = (np.where(home, "home", "away"), np.where(daily, "daily", "seldom"))
    one, parts = answered({"place": tuple(where), "often": tuple(often)})
    hits = (random.random(4000) < 0.2 + 0.3 * home + 0.3 * daily).astype(float)
    assert equal_shares(parts, *sums(one, hits), at_half(one))[0] == pytest.approx(0.5, abs=0.03)


def test_neither_figure_nor_interval_tells_how_many_gave_two_answers() -> None:
    """Of 200 people 100 are at home and 100 do it daily: the same people, or half of them; each sum is the same."""
    weights = np.vstack([np.ones(200), np.random.default_rng(1).standard_exponential((4000, 200))])
    found = []
    for cells in ((100, 60, 0, 0, 0, 0, 100, 40), (50, 35, 50, 25, 50, 25, 50, 15)):
        many, hits = cells[::2], cells[1::2]
        one, parts = answered(
            {
                "place": tuple(np.repeat(["home", "home", "away", "away"], many)),
                "often": tuple(np.repeat(["daily", "seldom", "daily", "seldom"], many)),
            }
        )
        hit = np.concatenate([np.arange(there) < met for there, met in zip(many, hits, strict=True)]).astype(float)
        assert sums(one, hit)[1].tolist() == [[100, 60, 40, 0, 60, 40, 0]]
        mix = np.array([[1.0, *({"home": 0.9, "daily": 0.9, "": 0.0}.get(name, 0.1) for name in one.options[1:])]])
        found.append(equal_shares(parts, *sums(one, hit, weights), mix))
    assert found[0][0] == pytest.approx(0.5 + 2 * 0.08)
    assert found[1][0] == pytest.approx(found[0][0])
    assert found[1][1:].std() == pytest.approx(found[0][1:].std(), rel=0.05)
