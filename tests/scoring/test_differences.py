"""Differences between groups and between waves."""

import pytest

from jtbd_core import score
from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring import difference
from tests.scoring.samples import group_of


def test_difference_between_groups() -> None:
    """The first group minus the second, with limits, for the outcomes that both rated."""
    first = group_of(range(30), [1, 2, 4], ("speed", "calm"))
    second = group_of(range(100, 130), [4, 5, 4, 2], ("speed",))
    row = difference(first, second).iloc[0]
    assert len(difference(first, second)) == 1
    expected = [score(group).set_index("outcome").loc["speed", "opportunity"] for group in (first, second)]
    assert [row["first"], row["second"], row["difference"]] == pytest.approx([*expected, expected[0] - expected[1]])
    assert row["difference_low"] < row["difference"] < row["difference_high"]
    assert row["p_higher"] > 0.95


def test_a_group_does_not_differ_from_its_like() -> None:
    """Two groups of different people who answer alike differ by 0, give or take what 30 people leave open."""
    row = difference(group_of(range(30), [1, 5]), group_of(range(50, 80), [1, 5])).iloc[0]
    assert row["difference"] == 0
    assert row["difference_low"] == pytest.approx(-row["difference_high"], abs=0.3)
    assert row["difference_high"] > 2


def test_people_in_both_waves_are_paired() -> None:
    """The same people answering the same twice leave less doubt than two groups of strangers."""
    first, again, strangers = (group_of(people, [1, 5]) for people in (range(60), range(60), range(60, 120)))
    paired, unpaired = (difference(first, second).iloc[0] for second in (again, strangers))
    widths = [row["difference_high"] - row["difference_low"] for row in (paired, unpaired)]
    assert widths[0] < 0.6 * widths[1]


def test_groups_asked_differently_are_not_compared() -> None:
    """A group without importance cannot be set against one with it."""
    with pytest.raises(UnusableRatings, match="importance"):
        difference(group_of(range(4), 2), group_of(range(4), 2).drop(columns="importance"))


def test_difference_takes_anchors_by_outcome() -> None:
    """A mapping of anchors holds for both groups."""
    row = difference(group_of(range(4), 3), group_of(range(9, 13), 3), anchor={"speed": 3}, by="value_wanted")
    assert row.loc[0, ["first", "second"]].tolist() == [0.0, 0.0]
