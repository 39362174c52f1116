"""The scale that the numbers of a kind are on."""

import pytest

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.headings import Kind
from jtbd_core.exchange.points import DoubtfulScale, Numbers, numbers_of, onto
from jtbd_core.study.scale import ELEVEN, FIVE, HUNDRED, SEVEN, TEN, Points

ALL = dict.fromkeys(range(1, 6), 40)
NONE: dict[Kind, list[int]] = {"importance": [], "experience": []}


def read(numbers: dict[int, int], labelled: tuple[int, ...] = ()) -> Numbers:
    """Return what the numbers of importance mean where it is the only kind."""
    return numbers_of({"importance": numbers}, {"importance": labelled})["importance"]


@pytest.mark.parametrize(
    "codes",
    [
        {},
        {0: 7},
        {6: 7},
        {0: 7, 6: 6},
        {9: 90},
        {99: 150, 98: 20},
        {8: 10},
        {8: 60, 9: 60},
        {7: 30, 8: 60, 9: 60},
        {-1: 90},
        {-9: 40, -99: 90, 77: 30},
        {12: 1},
    ],
)
def test_a_few_codes_leave_five_points(codes: dict[int, int]) -> None:
    """Rare numbers next to the scale, and usual codes beyond a gap, are codes for no answer."""
    found = numbers_of({"importance": ALL | codes, "experience": ALL}, NONE)
    assert found == {"importance": Numbers(FIVE), "experience": Numbers(FIVE)}


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        (range(-2, 3), Numbers(FIVE, 3)),
        (range(5), Numbers(FIVE, 1)),
        ([-2, 0, 1, 2, 99], Numbers(FIVE, 3)),
        ([0, 2, 3, 4, 9], Numbers(FIVE, 1)),
        ([1, 2], Numbers(FIVE)),
        (range(1, 8), Numbers(SEVEN)),
        ([3, 4, 5, 6, 7], Numbers(SEVEN)),
        ([1, 2, 3, 4, 5, 7], Numbers(SEVEN)),
        ([*range(1, 8), 99], Numbers(SEVEN)),
        (range(-3, 4), Numbers(SEVEN, 4)),
        (range(1, 11), Numbers(TEN)),
        (range(11), Numbers(ELEVEN)),
        (range(-5, 6), Numbers(ELEVEN, 5)),
        (range(101), Numbers(HUNDRED)),
        ([1, 3, 5, 20, 50, 70, 80], Numbers(HUNDRED)),
    ],
)
def test_a_scale_is_known_by_its_ends(numbers: range | list[int], found: Numbers) -> None:
    """Also where a point between is not used, or a code stands beyond; scales of as many points are one."""
    assert read(dict.fromkeys(numbers, 10)) == found


@pytest.mark.parametrize(
    ("numbers", "scales"),
    [
        ([1, 4, 5, 6, 8], "1 to 10 or 0 to 10"),
        (range(1, 7), "1 to 7 or 1 to 10 or 0 to 10"),
        (range(6), "0 to 10"),
        (range(8), "0 to 10"),
        (range(-4, 5), "−4 to 4"),
        ([10, 20, 30, 40], "0 to 100"),
    ],
)
def test_unused_ends_leave_a_doubt(numbers: range | list[int], scales: str) -> None:
    """They are never scored as five points: the line names the values, the scales that it can be, and the option."""
    with pytest.raises(DoubtfulScale) as doubt:
        read(dict.fromkeys(numbers, 10))
    assert f"this can be a scale of {scales}. Say which it is with --scale LOW..HIGH" in str(doubt.value)


def test_a_scale_of_which_no_point_is_used_is_none() -> None:
    """Two people at the ends of eleven points are no five points with two codes."""
    assert read({0: 1, 10: 1}) == Numbers(ELEVEN)
    with pytest.raises(DoubtfulScale, match="7: this can be a scale of 1 to 7"):
        read({7: 1})


def test_few_cells_do_not_tell_seven_points_from_ten() -> None:
    """That none of a dozen people rated 8 to 10 says little."""
    with pytest.raises(DoubtfulScale, match="1 to 7 or 1 to 10"):
        read(dict.fromkeys(range(1, 8), 2))


def test_what_is_on_no_scale_is_refused() -> None:
    """Years are no ratings."""
    with pytest.raises(UnreadableFile, match="values from 2010 to 2025, which are points of no scale known here"):
        read(dict.fromkeys(range(2010, 2026), 10))


def test_a_number_with_a_label_is_a_point() -> None:
    """Even a rare one: "7 - extremely" is no code for a missing answer, and shows where the scale ends."""
    assert read(ALL | {7: 1}, (1, 7)) == Numbers(SEVEN)
    with pytest.raises(DoubtfulScale, match="1 to 7"):
        read(ALL | {7: 1}, (7,))


def test_one_kind_on_a_longer_scale_leaves_the_other_in_doubt() -> None:
    """Few people of whom none is well served can be on seven points, too; many would have used them."""
    few, many = (dict.fromkeys(range(1, 6), cells) for cells in (10, 40))
    seven = dict.fromkeys(range(1, 8), 10)
    with pytest.raises(DoubtfulScale, match="Experience holds 1, 2, 3, 4, 5: this can be a scale of 1 to 7 or 1 to 5"):
        numbers_of({"importance": seven, "experience": few}, NONE)
    found = numbers_of({"importance": seven, "experience": many}, NONE)
    assert found == {"importance": Numbers(SEVEN), "experience": Numbers(FIVE)}


def test_nought_in_doubt_is_asked() -> None:
    """Without a 5 a nought can be a point or a code: not if cells are few, nor if the other kind has a 5."""
    for counts in ({"experience": {0: 2, 3: 5, 4: 6}}, {"importance": ALL, "experience": dict.fromkeys(range(5), 40)}):
        with pytest.raises(DoubtfulScale, match=r"Experience holds 0, .* and no 5: this can be a scale of 0 to 4 or 1"):
            numbers_of(counts, NONE)


def test_scales_of_as_many_points_are_one() -> None:
    """A chosen scale is moved onto the known one, and kept where none has as many points."""
    assert onto(Points(lowest=-2, highest=2)) == Numbers(FIVE, 3)
    assert onto(Points(lowest=0, highest=6)) == Numbers(SEVEN, 1)
    assert onto(Points(lowest=1, highest=6)) == Numbers(Points(lowest=1, highest=6))


@pytest.mark.parametrize(
    ("importance", "experience", "points"),
    [
        (dict.fromkeys(range(1, 8), 20), {**dict.fromkeys(range(1, 7), 40), 7: 3}, SEVEN),
        (dict.fromkeys(range(1, 11), 20), dict.fromkeys(range(11), 20), ELEVEN),
        (dict.fromkeys(range(3, 11), 20), dict.fromkeys(range(6), 20) | {8: 2}, ELEVEN),
    ],
)
def test_kinds_on_a_longer_scale_share_it(
    importance: dict[int, int], experience: dict[int, int], points: Points
) -> None:
    """What one kind leaves in doubt or unused the other tells: people answer both on one scale."""
    found = numbers_of({"importance": importance, "experience": experience}, NONE)
    assert found == {"importance": Numbers(points), "experience": Numbers(points)}


def test_what_is_chosen_of_one_kind_settles_the_other() -> None:
    """A kind that can be on the points chosen is; one that seems to be on five points is asked about."""
    chosen: dict[Kind, Numbers] = {"importance": Numbers(SEVEN)}
    six = {"importance": {6: 9, 7: 9}, "experience": dict.fromkeys(range(1, 8), 9) | {7: 1}}
    assert numbers_of(six, NONE, chosen)["experience"] == Numbers(SEVEN)
    with pytest.raises(DoubtfulScale, match="1 to 7 or 1 to 5"):
        numbers_of({"importance": {6: 9, 7: 9}, "experience": {1: 9, 3: 9}}, NONE, chosen)
