"""The groups of a study, and their crossings."""

from jtbd_core.wave import Group
from jtbd_core.wave.groups import crossing, crossings_of, groups_of, parts
from tests.store.studies import PARCEL


def test_solutions_cross_with_circumstances_only() -> None:
    """Of 2 solutions and a question with 2 options there are 4 groups and 4 crossings, each made of two groups."""
    groups, crossings = groups_of(PARCEL), crossings_of(PARCEL)
    assert len(groups) == len(crossings) == 4
    assert crossings[1] == Group("solution+haste", "post+high")
    assert all(one.question == "solution+haste" and set(parts(one)) <= set(groups) for one in crossings)


def test_a_group_is_made_of_itself() -> None:
    """A crossing is of two groups, any other group of one."""
    post, high = Group("solution", "post"), Group("haste", "high")
    assert parts(post) == [post]
    assert parts(crossing(post, high)) == [post, high]
