"""Strips of marks without a word in them, as SVG: a row of a list each, between statement and figures."""

from collections.abc import Sequence

from jtbd_core.charts.palette import COLOURS, GREY, SHAPES
from jtbd_core.report.chapter import Line
from jtbd_core.report.report import Mark, Row

WIDTH, HEIGHT = 200, 16
EDGE = 8
"""The size of a strip and what it leaves free at both ends, in pixels."""

LINE = "#dfe4e8"
OUTLINES = {
    "square": "M-4.5-4.5h9v9h-9z",
    "diamond": "M0-6.2L6.2 0L0 6.2L-6.2 0z",
    "cross": "M-1.9-5.6h3.8v3.7h3.7v3.8h-3.7v3.7h-3.8v-3.7h-3.7v-3.8h3.7z",
    "circle": "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
}


def interval_strip(row: Row | Line, ticks: Sequence[tuple[float, str]]) -> str:
    """Return the mark of an outcome, its expected score as a tick and the interval as a bar, over the axis' ticks.

    Empty for a row without a mark.
    """
    if row.mark is None:
        return ""
    colour = COLOURS[row.kind] if row.is_strong else GREY
    fill = colour if row.is_strong else "#ffffff"
    grid = "".join(f'<path d="M{_x(at)} 0v{HEIGHT}" stroke="{LINE}"/>' for at, _ in ticks)
    return _svg(grid + _interval(row.mark, colour) + _point(row.kind, row.mark, colour, fill))


def place(at: float) -> float:
    """Return where a place on the axis (0–1) lies on the strip (0–1)."""
    return (EDGE + at * (WIDTH - 2 * EDGE)) / WIDTH


def _interval(mark: Mark, colour: str) -> str:
    middle, low, high = HEIGHT / 2, _x(mark.low), _x(mark.high)
    return (
        f'<path d="M{low} {middle}H{high}" stroke="{colour}" stroke-opacity=".4" stroke-width="5"/>'
        f'<path d="M{_x(mark.expected)} {middle - 7}v14" stroke="{colour}" stroke-width="2"/>'
    )


def _point(kind: str, mark: Mark, colour: str, fill: str) -> str:
    at = f"translate({_x(mark.measured)} {HEIGHT / 2})"
    return f'<path d="{OUTLINES[SHAPES[kind]]}" transform="{at}" fill="{fill}" stroke="{colour}" stroke-width="1.6"/>'


def _x(at: float) -> str:
    return f"{place(at) * WIDTH:.1f}"


def _svg(inside: str) -> str:
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} aria-hidden="true">{inside}</svg>'
