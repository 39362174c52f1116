"""The scale that the numbers of a kind are on."""

import pytest

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.headings import Kind
from jtbd_core.exchange.points import shifts

FIVE = dict.fromkeys(range(1, 6), 40)
NONE: dict[Kind, list[int]] = {"importance": [], "experience": []}


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
    assert shifts({"importance": FIVE | codes, "experience": FIVE}, NONE) == {"importance": 0, "experience": 0}


@pytest.mark.parametrize(
    ("numbers", "shift"), [(range(-2, 3), 3), (range(5), 1), ([-2, 0, 1, 2, 99], 3), ([0, 2, 3, 4, 9], 1), ([1, 2], 0)]
)
def test_other_scales_of_five_points(numbers: range | list[int], shift: int) -> None:
    """−2 to 2 and 0 to 4 are moved to 1 to 5, also where a point is not used."""
    assert shifts({"importance": dict.fromkeys(numbers, 10)}, NONE) == {"importance": shift}


@pytest.mark.parametrize(
    ("numbers", "scale"),
    [
        (range(1, 8), "1 to 7"),
        ([3, 4, 5, 6, 7], "1 to 7"),
        (range(11), "0 to 10"),
        (range(1, 11), "1 to 10"),
        ([1, 4, 5, 6, 8], "1 to 10"),
        (range(101), "0 to 100"),
        ([1, 3, 5, 20, 50, 70, 80], "0 to 100"),
        ([1, 2, 3, 4, 5, 7], "1 to 7"),
        (range(1, 7), "1 to 6"),
        (range(6), "0 to 5"),
        (range(-3, 4), "−3 to 3"),
    ],
)
def test_longer_scales_are_named_and_refused(numbers: range | list[int], scale: str) -> None:
    """They are never scored as five points: the line says what they look like."""
    with pytest.raises(UnreadableFile, match=f"Experience holds .* a scale of {scale}. Only five points"):
        shifts({"importance": FIVE, "experience": dict.fromkeys(numbers, 10)}, NONE)


def test_a_number_with_a_label_is_a_point() -> None:
    """Even a rare one: "7 - extremely" is no code for a missing answer."""
    with pytest.raises(UnreadableFile, match="a scale of 1 to 7"):
        shifts({"importance": FIVE | {7: 1}}, {"importance": [1, 7]})


def test_nought_in_doubt_is_asked() -> None:
    """Without a 5 a nought can be a point or a code: not if cells are few, nor if the other kind has a 5."""
    for counts in ({"experience": {0: 2, 3: 5, 4: 6}}, {"importance": FIVE, "experience": dict.fromkeys(range(5), 40)}):
        with pytest.raises(UnreadableFile, match=r"Experience holds 0, .* and no 5: this can be a scale of 0 to 4, or"):
            shifts(counts, NONE)
