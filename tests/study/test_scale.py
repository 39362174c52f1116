"""The scales, and the meaning of their codes."""

import pytest

from jtbd_core.study.scale import POINTS, Points, RatingKind, kind_of


@pytest.mark.parametrize(
    ("importance", "experience", "kind"),
    [
        (3, 1, RatingKind(is_important=False, depth=2, is_exceeded=False)),
        (4, 2, RatingKind(is_important=True, depth=1, is_exceeded=False)),
        (5, 3, RatingKind(is_important=True, depth=0, is_exceeded=False)),
        (1, 4, RatingKind(is_important=False, depth=0, is_exceeded=True)),
    ],
)
def test_the_kind_of_a_rating(importance: int, experience: int, kind: RatingKind) -> None:
    """Against the anchor 3 an experience falls short by some points, meets expectations or exceeds them."""
    assert kind_of(importance, experience, 3) == kind


def test_every_pair_of_codes_has_a_kind_of_the_scale() -> None:
    """For every anchor each pair of codes has one of the kinds, and each kind occurs."""
    found = {
        kind_of(importance, experience, anchor)
        for importance in POINTS.codes
        for experience in POINTS.codes
        for anchor in POINTS.anchors
    }
    assert found == set(POINTS.kinds())


def test_the_points_of_a_scale() -> None:
    """Codes, anchors and ends follow from the lowest and the highest code."""
    points = Points(lowest=0, highest=10)
    assert (str(points), points.length, points.anchors) == ("0 to 10", 10, range(1, 11))
    assert (list(points.bottom_two), list(points.top_two)) == ([0, 1], [9, 10])
