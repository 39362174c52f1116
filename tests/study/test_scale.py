"""The scales, and the meaning of their codes."""

import pytest

from jtbd_core.errors import InvalidStudy
from jtbd_core.study.scale import (
    ELEVEN,
    FIVE,
    HUNDRED,
    IMPORTANT_FROM,
    SCALES,
    SEVEN,
    TEN,
    Importance,
    Instrument,
    Points,
    RatingKind,
    Reading,
    ScaleName,
    Settings,
)


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
    assert Reading(anchor=3).kind_of(importance, experience) == kind


def test_the_usual_cuts_and_anchors() -> None:
    """On 5, 7, 10, 11 points and 0–100 they are those of the table of scales; ten points have no middle to meet."""
    assert [IMPORTANT_FROM[points] for points in (FIVE, SEVEN, TEN, ELEVEN, HUNDRED)] == [4, 6, 8, 8, 70]
    assert [SCALES["satisfaction"].anchors[points] for points in (FIVE, SEVEN, TEN, ELEVEN, HUNDRED)] == [
        4,
        6,
        8,
        8,
        70,
    ]
    assert dict(SCALES["expectation"].anchors) == {FIVE: 3, SEVEN: 4, ELEVEN: 5}
    assert set(SCALES["pair"].anchors.values()) == {0}


def test_a_pair_is_read_by_its_difference() -> None:
    """What is met less what is expected runs from −6 to 6 on seven points, and falls short by up to 6 below 0."""
    settings = Settings(success=Instrument(scale="pair", anchor=0, points=SEVEN))
    reading = settings.reading(settings.success)
    assert (reading.experience, reading.deepest) == (Points(lowest=-6, highest=6), 6)
    assert reading.kind_of(4, -2) == RatingKind(is_important=True, depth=2, is_exceeded=False)
    assert reading.kind_of(4, 0) == RatingKind(is_important=True, depth=0, is_exceeded=False)


def test_the_points_of_a_scale() -> None:
    """Codes, anchors and ends follow from the lowest and the highest code."""
    points = Points(lowest=0, highest=10)
    assert (str(points), points.length, points.anchors, points.ends) == ("0 to 10", 10, range(1, 11), (0, 10))
    assert str(points.differences) == "−10 to 10"
    assert HUNDRED.differences.ends == (-100, 100)


@pytest.mark.parametrize(("lowest", "highest"), [(1, 2), (5, 1), (0, 101), (1000, 1004)])
def test_a_scale_of_odd_points_is_refused(lowest: int, highest: int) -> None:
    """It has 3 points or more, from −100 to 100."""
    with pytest.raises(InvalidStudy, match="A scale has 3 points or more"):
        Points(lowest=lowest, highest=highest)


@pytest.mark.parametrize(
    ("scale", "anchor", "points", "message"),
    [
        ("expectation", 6, TEN, "Points from 1 to 10 cannot be asked here"),
        ("satisfaction", 5, Points(lowest=1, highest=6), "Points from 1 to 6 cannot be asked here"),
        ("satisfaction", 11, TEN, "The anchor must be a point from 2 to 10 of the scale, not 11"),
        ("pair", 3, SEVEN, "The anchor of a pair is 0"),
    ],
)
def test_an_instrument_that_cannot_be_asked_is_refused(
    scale: ScaleName, anchor: int, points: Points, message: str
) -> None:
    """The message names the points or the anchor."""
    with pytest.raises(InvalidStudy, match=message):
        Instrument(scale=scale, anchor=anchor, points=points)


def test_bands_hold_on_the_published_scale_alone() -> None:
    """Ulwick published them for five points of satisfaction and of importance, with their usual anchor and cut."""
    published = Settings()
    assert published.has_bands(published.key)
    assert not published.has_bands(published.success)
    assert not published.has_bands(Instrument(scale="satisfaction", anchor=6, points=SEVEN))
    assert not Settings(importance=Importance(points=SEVEN, cut=6)).has_bands(published.key)
    assert not Settings(importance=Importance(cut=5)).has_bands(published.key)
    assert not Settings(asks_importance=False).has_bands(published.key)
