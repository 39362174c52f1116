"""The groups of a study, and their crossings."""

from jtbd_core.wave import Group
from jtbd_core.wave.groups import CAREFUL, careful_of, crossing, crossings_of, groups_of, parts
from tests.store.studies import PARCEL


def test_solutions_cross_with_circumstances_only() -> None:
    """Of 2 solutions and a question with 2 options there are 4 groups and 4 crossings, each made of two groups."""
    groups, crossings = groups_of(PARCEL), crossings_of(PARCEL)
    assert len(groups) == len(crossings) == 4
    assert crossings[1] == Group("solution+haste", "post+high")
    assert all(one.question == "solution+haste" and set(parts(one)) <= set(groups) for one in crossings)


def test_those_without_a_flag_are_a_part_of_each_group() -> None:
    """Of 4 groups there are 4 parts, each made of the group and of those without a flag."""
    careful = careful_of(groups_of(PARCEL))
    assert [parts(one) for one in careful] == [[group, CAREFUL] for group in groups_of(PARCEL)]


def test_a_group_is_made_of_itself() -> None:
    """A crossing is of two groups, any other group of one."""
    post, high = Group("solution", "post"), Group("haste", "high")
    assert parts(post) == [post]
    assert parts(crossing(post, high)) == [post, high]
