"""Kinds of ratings as numbers."""

import pytest

from jtbd_core.scoring.kinds import ADDED, KINDS, kind_tables
from jtbd_core.study.scale import POINTS, kind_of


@pytest.mark.parametrize("anchor", POINTS.anchors)
def test_each_pair_of_codes_has_its_kind(anchor: int) -> None:
    """The table agrees with the scale on all pairs, for each anchor."""
    table = kind_tables()[POINTS.anchors.index(anchor)]
    pairs = [(one, other) for one in POINTS.codes for other in POINTS.codes]
    assert all(KINDS[table[one, other] - 1] == kind_of(one, other, anchor) for one, other in pairs)


def test_without_a_rating_there_is_no_kind() -> None:
    """A pair that lacks a rating is the missing kind, which adds nothing to any sum."""
    assert not kind_tables()[:, 0].any()
    assert not kind_tables()[:, :, 0].any()
    assert ADDED[:, 0].tolist() == [0, 0, 0, 0, 0]


def test_a_kind_adds_to_the_sums_what_it_says() -> None:
    """Each rating counts once; it is important or not, and satisfied or so deep below the anchor."""
    rated, important, satisfied, depth, unmet = ADDED[:, 1:]
    assert set(rated) == {1}
    assert important.tolist() == [kind.is_important for kind in KINDS]
    assert satisfied.tolist() == [kind.depth == 0 for kind in KINDS]
    assert depth.tolist() == [kind.depth for kind in KINDS]
    assert unmet.tolist() == [kind.is_important and kind.depth > 0 for kind in KINDS]
