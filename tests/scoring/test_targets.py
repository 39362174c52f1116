"""Value targets: reach, and whether it keeps to what was stated."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binom

from jtbd_core.scoring.targets import Reach, met, reach
from jtbd_core.study.scale import Reading

READINGS = {"a": Reading(anchor=3), "b": Reading(anchor=4)}


def ratings(*people: tuple[float, ...]) -> pd.DataFrame:
    """Return ratings of the outcomes a and b, NaN where somebody did not rate one."""
    rows = [(who, name, code) for who, codes in enumerate(people) for name, code in zip("ab", codes, strict=True)]
    return pd.DataFrame(rows, columns=["respondent", "outcome", "experience"])


def test_reach_counts_who_falls_short_in_any_outcome() -> None:
    """One short outcome is enough, each by its own anchor; who did not rate all of them is left out."""
    found = reach(ratings((2, 5), (3, 3), (3, 4), (5, 5), (1, float("nan"))), ["a", "b"], READINGS)
    assert found is not None
    assert (found.people, found.share) == (4, 0.5)
    assert 0 < found.low < 0.5 < found.high < 1
    assert (found.low, found.high) == (0.12, 0.88)


def test_reach_of_too_few_people_is_not_told() -> None:
    """Below the fewest there is none, and none where nobody rated all outcomes."""
    assert reach(ratings((2, 5), (3, 3)), ["a", "b"], READINGS, fewest=3) is None
    assert reach(ratings((2, float("nan"))), ["a", "b"], READINGS) is None


@pytest.mark.parametrize(
    ("interval", "verdict"),
    [((0.1, 0.3), "met"), ((0.1, 0.31), "undecided"), ((0.3, 0.5), "undecided"), ((0.31, 0.5), "not met")],
)
def test_a_target_is_undecided_while_its_interval_reaches_both_sides(
    interval: tuple[float, float], verdict: str
) -> None:
    """Met is what lies wholly inside of at most 30 %, not met what lies wholly outside."""
    assert met(Reach(40, 0.3, *interval), 0.3) == verdict


def test_whole_shares_lie_in_their_interval() -> None:
    """Where it falls short for nobody, or for everybody, the interval begins or ends there."""
    none = reach(ratings(*[(5.0, 5.0)] * 8), ["a", "b"], READINGS)
    every = reach(ratings(*[(1.0, 5.0)] * 8), ["a", "b"], READINGS)
    assert none is not None
    assert every is not None
    assert (none.low, every.high) == (0.0, 1.0)
    assert none.high == pytest.approx(1 - every.low)


@pytest.mark.parametrize("people", [8, 60])
def test_met_and_not_met_are_wrong_in_one_of_twenty_rooms(people: int) -> None:
    """Where the truth is just what was stated, 5 % of rooms say met or not met, over all truths; none above 12 %."""
    rooms = [[(1.0, 5.0)] * short + [(5.0, 5.0)] * (people - short) for short in range(people + 1)]
    said = [reach(ratings(*room), ["a", "b"], READINGS) for room in rooms]
    wrong = []
    for truth in np.arange(1, 100) / 100:
        chances = binom.pmf(np.arange(people + 1), people, truth)
        wrong.append(sum(chances[[one is not None and met(one, truth) != "undecided" for one in said]]))
    assert np.mean(wrong) <= 0.052
    assert max(wrong) <= 0.12
