"""Where the names of solutions stand beside their points, and the words in the corners of their plane."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd

from jtbd_core.charts.labels import Box
from jtbd_core.charts.statements import wrapped

SMALL, WIDE = (250.0, 250.0), (360.0, 290.0)  # the plots of a 340 × 330 chart on a phone, and wider ones, without axes
LETTER_WIDTH, LINE = 7.2, 16.0  # pixels: a character of 13-pixel bold type, and a line of it
NAME = 16  # characters in a line of a name
GAP = 12.0  # pixels between a point and the name beside it
CORNERS = (
    ("effective, not efficient", 0, 1),
    ("effective and efficient", 1, 1),
    ("neither", 0, 0),
    ("efficient, not effective", 1, 0),
)
"""The words of the four corners, with their place: left or right, below or above."""


def name_places(
    points: pd.DataFrame,
    everybody: Mapping[str, float],
    axes: tuple[tuple[int, int], tuple[int, int]],
    plot: tuple[float, float],
) -> pd.DataFrame:
    """Return the names that have a place on plots of so many pixels and more, with the side of their point.

    Columns `text, lines, efficiency, effectiveness, right, above`, the last two 1 or −1. A name stays inside the plot
    and covers no other name, no point and not the words of a corner; of the places left it takes the first of those
    that cross fewest lines: those of everybody, and intervals.
    """
    (across, up), (width, height) = axes, plot
    on_x, on_y = partial(_on, across, width), partial(_on, up, height)
    dots = [(on_x(row.efficiency), on_y(row.effectiveness)) for row in points.itertuples()]
    taken = [Box(*dot, 16, 16) for dot in dots]
    taken += [Box(width * (0.25 + right / 2), 10 + (height - 20) * top, width * 0.46, 20) for _, right, top in CORNERS]
    crossed = [Box(on_x(everybody["efficiency"]), height / 2, 2, height)]
    crossed.append(Box(width / 2, on_y(everybody["effectiveness"]), width, 2))
    for (x, y), row in zip(dots, points.itertuples(), strict=True):
        low, high = on_x(row.efficiency_low), on_x(row.efficiency_high)
        crossed.append(Box((low + high) / 2, y, high - low, 3))
        low, high = on_y(row.effectiveness_low), on_y(row.effectiveness_high)
        crossed.append(Box(x, (low + high) / 2, 3, high - low))
    rows = []
    for (x, y), row in zip(dots, points.itertuples(), strict=True):
        text = wrapped(str(row.name), NAME)
        lines = text.count("\n") + 1
        wide, tall = LETTER_WIDTH * max(map(len, text.split("\n"))), LINE * lines
        free = []
        for right, above in ((1, 1), (-1, 1), (1, -1), (-1, -1)):
            box = Box(x + right * (GAP + wide / 2), y + above * (GAP / 2 + tall / 2), wide, tall)
            if box.inside(width, height) and not any(box.overlaps(other) for other in taken):
                free.append((sum(box.overlaps(other) for other in crossed), box, right, above))
        if free:
            _, box, right, above = min(free, key=lambda one: one[0])
            taken.append(box)
            rows.append((text, lines, row.efficiency, row.effectiveness, right, above))
    return pd.DataFrame(rows, columns=["text", "lines", "efficiency", "effectiveness", "right", "above"])


def _on(domain: tuple[int, int], room: float, at: Any) -> float:  # noqa: ANN401 - a cell of a frame
    """Return where a score stands on an axis of so many pixels."""
    return float(room * (at - domain[0]) / (domain[1] - domain[0]))
