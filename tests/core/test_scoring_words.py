"""Scores in words, chances above a limit, and differences between groups."""

import numpy as np
import pandas as pd
import pytest

from jtbd_core import score
from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring import band, difference, is_overserved, p_above, verdict
from jtbd_core.scoring.sureness import Sureness


def ratings_of(people: range, experience: int | list[int], outcomes: tuple[str, ...] = ("speed",)) -> pd.DataFrame:
    """Return ratings in which all people find all outcomes important."""
    many = len(people) * len(outcomes)
    return pd.DataFrame(
        {
            "respondent": np.repeat(list(people), len(outcomes)),
            "outcome": np.tile(outcomes, len(people)),
            "importance": 5,
            "experience": np.resize(experience, many),
        }
    )


def test_verdict() -> None:
    """A verdict is the share falling short with its interval, in whole per cent."""
    row = {"n": 34, "share_short": 0.6176, "share_short_low": 0.4849, "share_short_high": 0.745}
    assert verdict(row) == "falls short for 62 % (48–75 %)"


def test_verdict_of_a_row_of_the_table() -> None:
    """A verdict can be had of any row, also of an outcome nobody rated."""
    ratings = pd.concat([ratings_of(range(8), [1, 5]), ratings_of(range(1), [1], ("calm",)).assign(experience=np.nan)])
    said = [verdict(row) for _, row in score(ratings).iterrows()]
    assert said[0].startswith("falls short for 50 % (")
    assert said[1] == "not rated by anybody yet"


@pytest.mark.parametrize(
    ("opportunity", "name"),
    [
        (15.01, "extreme"),
        (15, "high"),
        (12, "high"),
        (11.99, "solid"),
        (10, "solid"),
        (9.99, "limited"),
        (0, "limited"),
    ],
)
def test_bands(opportunity: float, name: str) -> None:
    """Ulwick's bands include their lower bound, but extreme begins above 15."""
    assert band(opportunity) == name


@pytest.mark.parametrize(("opportunity", "anchor"), [(14.0, 3), (float("nan"), 4)])
def test_no_band(opportunity: float, anchor: float) -> None:
    """There is no band on another scale, nor without a score."""
    assert band(opportunity, anchor) is None


def test_overserved_whatever_the_score() -> None:
    """More satisfaction than importance is over-served even at an opportunity of 10 and more."""
    assert is_overserved({"satisfaction": 10.0, "importance": 9.0, "opportunity": 10.5})
    assert not is_overserved({"satisfaction": 2.0, "importance": 2.0, "opportunity": 2.0})


def test_p_above_agrees_with_the_interval() -> None:
    """The chance of lying above the lower limit is 97.5 %, and it falls with the level."""
    ratings = ratings_of(range(40), [1, 2, 4])
    low = score(ratings).loc[0, "opportunity_low"]
    chances = p_above(ratings, levels=(low, 15, 20)).iloc[0].drop("outcome")
    assert chances.iloc[0] == pytest.approx(0.975, abs=0.001)
    assert chances.is_monotonic_decreasing
    assert chances["above_20"] == 0


def test_p_above_needs_a_score_that_exists() -> None:
    """Opportunity cannot be asked for where importance was not."""
    with pytest.raises(UnusableRatings, match="no score opportunity"):
        p_above(ratings_of(range(4), 2).drop(columns="importance"))


def test_difference_between_groups() -> None:
    """The first group minus the second, with limits, for the outcomes that both rated."""
    first = ratings_of(range(30), [1, 2, 4], ("speed", "calm"))
    second = ratings_of(range(100, 130), [4, 5, 4, 2], ("speed",))
    row = difference(first, second).iloc[0]
    assert len(difference(first, second)) == 1
    expected = [score(group).set_index("outcome").loc["speed", "opportunity"] for group in (first, second)]
    assert [row["first"], row["second"], row["difference"]] == pytest.approx([*expected, expected[0] - expected[1]])
    assert row["difference_low"] < row["difference"] < row["difference_high"]
    assert row["p_higher"] > 0.95


def test_a_group_does_not_differ_from_its_like() -> None:
    """Two groups of different people who answer alike differ by 0, give or take what 30 people leave open."""
    row = difference(ratings_of(range(30), [1, 5]), ratings_of(range(50, 80), [1, 5])).iloc[0]
    assert row["difference"] == 0
    assert row["difference_low"] == pytest.approx(-row["difference_high"], abs=0.3)
    assert row["difference_high"] > 2


def test_people_in_both_waves_are_paired() -> None:
    """The same people answering the same twice leave less doubt than two groups of strangers."""
    first, again, strangers = (ratings_of(people, [1, 5]) for people in (range(60), range(60), range(60, 120)))
    paired, unpaired = (difference(first, second).iloc[0] for second in (again, strangers))
    widths = [row["difference_high"] - row["difference_low"] for row in (paired, unpaired)]
    assert widths[0] < 0.6 * widths[1]


def test_groups_asked_differently_are_not_compared() -> None:
    """A group without importance cannot be set against one with it."""
    with pytest.raises(UnusableRatings, match="importance"):
        difference(ratings_of(range(4), 2), ratings_of(range(4), 2).drop(columns="importance"))


def test_difference_takes_anchors_by_outcome() -> None:
    """A mapping of anchors holds for both groups."""
    row = difference(ratings_of(range(4), 3), ratings_of(range(9, 13), 3), anchor={"speed": 3}, by="value_wanted")
    assert row.loc[0, ["first", "second"]].tolist() == [0.0, 0.0]


@pytest.mark.parametrize(
    ("expected", "then"),
    [
        ({0: 3.4, 10: 4.0, 30: 4.3, 100: 4.7}, "4.0 with 10 more people, 4.3 with 30 more people"),
        ({0: 4.74, 10: 4.8, 30: 4.9, 100: 5.0}, "30 more people would hardly change that"),
    ],
    ids=["worth asking", "hardly"],
)
def test_how_sure_the_top_is_at_a_glance(expected: dict[int, float], then: str) -> None:
    """As it stands and with as many more people as a room could ask, unless they would hardly add to it."""
    glance = Sureness(top=5, expected=expected, stays={"gap": 5}).glance()
    assert glance == f"About {expected[0]:.1f} of the top 5 belong there; {then}."
