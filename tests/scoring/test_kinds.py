"""Kinds of ratings as numbers."""

import numpy as np
import pytest

from jtbd_core.scoring.kinds import added, kind_numbers, kinds
from jtbd_core.study.scale import ELEVEN, FIVE, SEVEN, Points, Reading

READINGS = (
    *(Reading(anchor=anchor) for anchor in FIVE.anchors),
    Reading(anchor=4, experience=SEVEN, cut=6, importance=SEVEN),
    Reading(anchor=8, experience=ELEVEN, cut=8, importance=ELEVEN),
    Reading(anchor=0, experience=Points(lowest=-6, highest=6), cut=6, importance=SEVEN),
)


@pytest.mark.parametrize("reading", READINGS)
def test_each_pair_of_codes_has_its_kind(reading: Reading) -> None:
    """The number of a pair's kind is that of what the scale says of the pair, on scales of any points."""
    known = kinds(reading.deepest)
    for importance in reading.importance.codes:
        for experience in reading.experience.codes:
            number = int(kind_numbers(importance >= reading.cut, np.int16(reading.anchor - experience)))
            assert known[number - 1] == reading.kind_of(importance, experience)


def test_a_kind_has_one_number_on_scales_of_any_depth() -> None:
    """The kinds of a shallow scale come first on a deeper one."""
    assert kinds(100)[: len(kinds(3))] == kinds(3)
    assert len(kinds(100)) < np.iinfo(np.uint8).max


def test_a_kind_adds_to_the_sums_what_it_says() -> None:
    """Each rating counts once; it is important or not, and satisfied or so deep below the anchor; a missing one not."""
    assert added(6)[:, 0].tolist() == [0, 0, 0, 0, 0]
    rated, important, satisfied, depth, unmet = added(6)[:, 1:]
    assert set(rated) == {1}
    assert important.tolist() == [kind.is_important for kind in kinds(6)]
    assert satisfied.tolist() == [kind.depth == 0 for kind in kinds(6)]
    assert depth.tolist() == [kind.depth for kind in kinds(6)]
    assert unmet.tolist() == [kind.is_important and kind.depth > 0 for kind in kinds(6)]
