"""Letters: none covers another or leaves the plot, on the smallest plot and on every larger one."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtbd_core.charts.labels import Box, Label, apart, placed
from jtbd_core.charts.landscape import SMALL

LETTERS = "ABCDEFGH"
PLACES = st.tuples(st.floats(0, 1), st.floats(0, 1))
GRID = st.tuples(st.integers(0, 5), st.integers(0, 5)).map(lambda place: (place[0] / 5, place[1] / 5))
DOTS = st.lists(PLACES | GRID, min_size=1, max_size=40)
GROWTH = st.floats(1, 4)


def labelled(dots: list[tuple[float, float]]) -> list[Label]:
    """Return the letters of the first eight dots, given as shares of the smallest plot."""
    at = [(x * SMALL[0], y * SMALL[1]) for x, y in dots]
    return placed(at, LETTERS[: len(dots)], SMALL)


def on_larger(box: Box, across: float, up: float) -> Box:
    """Return a label's box where the same place in scale points lies on a larger plot."""
    return Box(box.x * across, box.y * up, box.width, box.height)


@given(DOTS, GROWTH, GROWTH)
def test_letters_never_collide(dots: list[tuple[float, float]], across: float, up: float) -> None:
    """Every dot that contends has its letter, and no letter covers another or is cut off."""
    boxes = [on_larger(done.box, across, up) for done in labelled(dots)]
    assert len(boxes) == min(len(dots), 8)
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert all(box.inside(SMALL[0] * across + 1e-6, SMALL[1] * up + 1e-6) for box in boxes)


def test_a_letter_stands_beside_a_lone_dot() -> None:
    """With room all round it stands next to its dot."""
    [done] = labelled([(0.5, 0.5)])
    assert abs(done.end[0] - done.dot[0]) + abs(done.end[1] - done.dot[1]) < 16


def test_a_letter_keeps_off_what_it_can() -> None:
    """What is to be avoided stays free while there is room beside it."""
    [free] = placed([(120, 120)], ["A"], SMALL)
    [done] = placed([(120, 120)], ["A"], SMALL, [free.box])
    assert not done.box.overlaps(free.box)


def test_same_dots_same_letters() -> None:
    """Letters do not jump between two drawings of the same scores."""
    dots = [(0.9, 0.1), (0.8, 0.2), (0.85, 0.1)]
    assert labelled(dots) == labelled(dots)


def test_names_beside_lines_do_not_cover_each_other() -> None:
    """Each stands at its line; those of lines that are close stand around the middle of these, all within the chart."""
    assert apart([0.2, 0.22, 0.9], [0.1, 0.1, 0.1], 1.0) == pytest.approx([0.16, 0.26, 0.9])
    assert apart([0.0], [0.1], 1.0) == [0.05]
    assert apart([0.95, 0.99], [0.1, 0.1], 1.0) == pytest.approx([0.85, 0.95])
