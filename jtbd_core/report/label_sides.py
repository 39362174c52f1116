"""On which side of a point of a slide its name stands, so that names and points lie over each other seldom."""

from math import ceil
from typing import Literal, NamedTuple

from jtbd_core.report.chapter import Points
from jtbd_core.report.native_charts import wide

Side = Literal["right", "left", "above", "below"]

ROOM = (11.2, 3.7)
"""The width and height of the plane that points are drawn on, in inches."""

LETTER, LINE, DOT, WIDEST = 0.13, 0.24, 0.14, 1.7
"""The width of a letter, the height of a line, the width of a point and that at which names wrap, in inches."""


class _Box(NamedTuple):
    left: float
    low: float
    right: float
    high: float

    def meets(self, other: "_Box") -> bool:
        """Whether two boxes have a part in common."""
        is_beside = self.right <= other.left or other.right <= self.left
        return not (is_beside or self.high <= other.low or other.high <= self.low)


def label_sides(points: Points) -> list[Side]:
    """Return a side for each point; of sides where a name meets as few points and names, the first."""
    places = [_place(at, points.ends) for at in zip(points.across, points.up, strict=True)]
    taken = [_box(place, DOT, DOT) for place in places]
    plane = _Box(0, 0, *ROOM)
    chosen: list[Side] = []
    for name, place in zip(points.names, places, strict=True):
        boxes = _boxes(place, wide(name) * LETTER)
        meets = {side: sum(map(box.meets, taken)) + _sticks_out(box, plane) for side, box in boxes.items()}
        side = min(meets, key=lambda one: meets[one])
        chosen.append(side)
        taken += [boxes[side]] if name else []
    return chosen


def _place(at: tuple[float, float], ends: tuple[tuple[float, float], ...]) -> tuple[float, float]:
    """Return where a point is on the plane, in inches."""
    x, y = (size * (one - low) / (high - low) for one, (low, high), size in zip(at, ends, ROOM, strict=True))
    return x, y


def _box(middle: tuple[float, float], width: float, height: float) -> _Box:
    x, y = middle
    return _Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _boxes(place: tuple[float, float], length: float) -> dict[Side, _Box]:
    """Return the boxes of a name on each side of its point, the best first."""
    width, height = min(length, WIDEST), LINE * max(ceil(length / WIDEST), 1)
    (x, y), aside, over = place, (DOT + width) / 2 + 0.02, (DOT + height) / 2 + 0.02
    return {
        "right": _box((x + aside, y), width, height),
        "left": _box((x - aside, y), width, height),
        "above": _box((x, y + over), width, height),
        "below": _box((x, y - over), width, height),
    }


def _sticks_out(box: _Box, plane: _Box) -> int:
    return int(box.left < plane.left or box.low < plane.low or box.right > plane.right or box.high > plane.high)
