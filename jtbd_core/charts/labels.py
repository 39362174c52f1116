"""Where letters go beside their dots, so that none covers another or leaves the plot.

Sizes are in pixels on the smallest plot. Letters are centred on the place found and grow no faster than the plot, so on
any larger plot each box covers a part of what it covered here: what does not collide on the smallest plot collides on
none.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

LETTER = (17.0, 21.0)
"""The width and height of a letter with a margin: 14 pixels of bold type."""

DOT = 11.0


Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle by its centre and its full width and height, in pixels from the plot's lower left corner."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two rectangles share more than an edge."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width
            and abs(self.y - other.y) * 2 < self.height + other.height
        )

    def inside(self, width: float, height: float) -> bool:
        """Whether the rectangle lies within a plot of this size."""
        return (
            self.width / 2 <= self.x <= width - self.width / 2 and self.height / 2 <= self.y <= height - self.height / 2
        )

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """Return the rectangle's point nearest to a given one."""
        return (
            min(max(x, self.x - self.width / 2), self.x + self.width / 2),
            min(max(y, self.y - self.height / 2), self.y + self.height / 2),
        )

    def meets(self, start: Point, end: Point) -> bool:
        """Whether a line crosses one of the rectangle's diagonals, and so runs through it."""
        left, right = self.x - self.width / 2, self.x + self.width / 2
        low, high = self.y - self.height / 2, self.y + self.height / 2
        return _cross(start, end, (left, low), (right, high)) or _cross(start, end, (left, high), (right, low))


class Label(NamedTuple):
    """A letter in its box, and the dot that it names."""

    text: str
    box: Box
    dot: Point

    @property
    def end(self) -> Point:
        """Where the line from the dot meets the box."""
        return self.box.nearest(*self.dot)


def placed(
    dots: Sequence[Point], letters: Sequence[str], plot: tuple[float, float], avoid: Sequence[Box] = ()
) -> list[Label]:
    """Return a label for each of the first `len(letters)` dots, clear of the labels before it and inside the plot.

    A label covers another dot or what is in `avoid`, or its leader line crosses another, only where every other place
    is worse. A letter that finds no place at all is left out.
    """
    soft = [(Box(*dot, DOT, DOT), 60.0) for dot in dots]
    soft += [(box, 30.0) for box in avoid]
    labels: list[Label] = []
    for dot, letter in zip(dots, letters, strict=False):
        labels += _best(dot, letter, plot, soft, labels)
    return labels


def _best(
    dot: Point, letter: str, plot: tuple[float, float], soft: Sequence[tuple[Box, float]], done: Sequence[Label]
) -> list[Label]:
    """Return the letter at its cheapest free place, far from the dot only if none is near; none if there is none."""
    for places in (_rings(dot, *LETTER), _lattice(*LETTER, plot)):
        inside = [Label(letter, box, dot) for box in places if box.inside(*plot)]
        free = [label for label in inside if not any(label.box.overlaps(other.box) for other in done)]
        if free:
            return [min(free, key=lambda label: _cost(label, soft, done))]
    return []


def _rings(dot: Point, width: float, height: float) -> list[Box]:
    """Return places on widening rings around a dot."""
    directions = [(math.cos(math.pi * step / 8), math.sin(math.pi * step / 8)) for step in range(16)]
    return [
        Box(dot[0] + (width / 2 + gap) * across, dot[1] + (height / 2 + gap) * up, width, height)
        for gap in (7, 12, 20, 32, 48, 70, 100)
        for across, up in directions
    ]


def _lattice(width: float, height: float, plot: tuple[float, float]) -> list[Box]:
    """Return places all over the plot."""
    columns, rows = (int(room // 8) for room in plot)
    return [Box(8.0 * column, 8.0 * row, width, height) for column in range(columns) for row in range(rows)]


def _cost(label: Label, soft: Sequence[tuple[Box, float]], done: Sequence[Label]) -> float:
    """Return how bad a place is, in pixels of distance from its dot."""
    covered = sum(weight for box, weight in soft if label.box.overlaps(box))
    crossed = sum(
        other.box.meets(label.dot, label.end)
        + label.box.meets(other.dot, other.end)
        + _cross(label.dot, label.end, other.dot, other.end)
        for other in done
    )
    return math.dist(label.dot, label.end) + covered + 80 * crossed


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the lines a–b and c–d cross."""
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, point: Point) -> float:
    """Return a number whose sign tells on which side of the line a–b a point lies."""
    return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])


def apart(heights: Sequence[float], room: Sequence[float], top: float) -> list[float]:
    """Return where names stand between 0 and `top`, the lowest first, so that each has its room.

    They are as near as they can be to their lines, in squares: names that would cover each other stand around the
    middle of their lines (pooling of adjacent violators). Where all need more than `top`, the highest end there.
    """
    below = [sum(room[:place]) + mine / 2 for place, mine in enumerate(room)]
    pools: list[tuple[float, int]] = []
    for height, under in zip(heights, below, strict=True):
        pools.append((height - under, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (last, many), (before, few) = pools.pop(), pools.pop()
            pools.append(((last * many + before * few) / (many + few), many + few))
    spare = top - sum(room)
    starts = [min(max(start, 0.0), spare) for start, many in pools for _ in range(many)]
    return [start + under for start, under in zip(starts, below, strict=True)]
