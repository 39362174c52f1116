"""Labels: none covers another or leaves the plot, on the smallest plot and on every larger one."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from jtbd_core.charts.labels import Box, Label, placed
from jtbd_core.charts.landscape import ROOMY, SMALL
from jtbd_core.charts.letters import LETTERS
from jtbd_core.charts.statements import short_statements

PLACES = st.tuples(st.floats(0, 1), st.floats(0, 1))
GRID = st.tuples(st.integers(0, 5), st.integers(0, 5)).map(lambda place: (place[0] / 5, place[1] / 5))
DOTS = st.lists(PLACES | GRID, min_size=1, max_size=40)
STATEMENTS = st.lists(st.text("aeinst mW", min_size=1, max_size=90), min_size=8, max_size=8)
GROWTH = st.floats(1, 4)


def labelled(dots: list[tuple[float, float]], statements: list[str], plot: tuple[float, float]) -> list[Label]:
    """Return the labels of the first eight dots, given as shares of the plot."""
    at = [(x * plot[0], y * plot[1]) for x, y in dots]
    named = zip(LETTERS, statements, strict=True)
    texts = [(*short_statements(f"{letter} · {statement}"), letter) for letter, statement in named]
    return [done for done in placed(at, texts[: len(dots)], plot) if done]


def on_larger(box: Box, across: float, up: float) -> Box:
    """Return a label's box where the same place in scale points lies on a larger plot."""
    return Box(box.x * across, box.y * up, box.width, box.height)


@given(DOTS, STATEMENTS, GROWTH, GROWTH)
def test_statements_never_collide(
    dots: list[tuple[float, float]], statements: list[str], across: float, up: float
) -> None:
    """On a wide plot of any size no label covers another or is cut off."""
    boxes = [on_larger(done.box, across, up) for done in labelled(dots, statements, ROOMY)]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert all(box.inside(ROOMY[0] * across + 1e-6, ROOMY[1] * up + 1e-6) for box in boxes)


@given(DOTS, GROWTH, GROWTH)
def test_letters_never_collide_on_a_phone(dots: list[tuple[float, float]], across: float, up: float) -> None:
    """On a phone every labelled dot has its letter, and no letter covers another or is cut off."""
    boxes = [on_larger(done.box, across, up) for done in labelled(dots, [""] * 8, SMALL)]
    assert len(boxes) == min(len(dots), 8)
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert all(box.inside(SMALL[0] * across + 1e-6, SMALL[1] * up + 1e-6) for box in boxes)


@given(DOTS, STATEMENTS)
def test_every_dot_of_the_top_group_is_named(dots: list[tuple[float, float]], statements: list[str]) -> None:
    """Where a statement finds no room near its dot the letter stands in for it."""
    names = [done.text[0] for done in labelled(dots, statements, ROOMY)]
    assert names == list(LETTERS[: len(dots)])


def test_statement_stands_beside_a_lone_dot() -> None:
    """With room all round, a label has its words and stands next to its dot."""
    [done] = labelled([(0.5, 0.5)], ["I am promoted"] * 8, ROOMY)
    assert done.text == "A · I am promoted"
    assert abs(done.end[0] - done.dot[0]) + abs(done.end[1] - done.dot[1]) < 16


def test_crowded_dots_get_letters() -> None:
    """Dots too close for words are named by letters alone."""
    texts = [
        done.text for done in labelled([(0.5, 0.5), (0.51, 0.5), (0.5, 0.51)] * 2, ["I feel confident"] * 8, ROOMY)
    ]
    assert min(map(len, texts)) == 1


def test_same_dots_same_labels() -> None:
    """Labels do not jump between two drawings of the same scores."""
    dots = [(0.9, 0.1), (0.8, 0.2), (0.85, 0.1)]
    assert labelled(dots, ["words"] * 8, ROOMY) == labelled(dots, ["words"] * 8, ROOMY)
