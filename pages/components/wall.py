"""The wall: words, pictures and progress rings in units of the screen, to be read from across a room."""

import math
from base64 import b64encode
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from jtbd_core.wave.stage import Counts

STYLE = Path(__file__).with_name("wall.css")

LOW, PLAIN, FIRST, HEAD, LARGE, HUGE = 1.4, 1.5, 1.65, 1.9, 2.7, 8.0
"""Font sizes in units: 1 % of the screen's width or, on screens wider than 16:10, of 1.65 times its height."""

SCALES = [n / 20 for n in range(28, 7, -1)]
LETTER, LINE, GAP = 0.53, 1.25, 0.4
"""The mean width of a letter and the height of a line, in font sizes; the gap below a paragraph, in units."""

RINGS_IN_A_ROW = 6
RINGS = {1: 24.0, 2: 12.0}
"""The diameter of a ring, in units, by the number of rows; more rows take `SMALL_RING`."""

SMALL_RING = 7.0


class Words(NamedTuple):
    """Text as people wrote it, its font size in units, and its classes in the stylesheet."""

    text: str
    size: float = PLAIN
    look: str = ""
    tag: str = "p"

    def __str__(self) -> str:
        """Return the words as HTML, with the text escaped."""
        return f'<{self.tag} class="{self.look}" style="--size: {self.size}">{escape(self.text)}</{self.tag}>'

    def height(self, width: float) -> float:
        """Return the estimated height in units when wrapped to lines of this width (in units)."""
        letters = width / (LETTER * self.size) - 2  # what a wrapped word leaves empty on average
        return LINE * self.size * math.ceil(len(self.text) / letters) + GAP


def head(text: str, look: str = "", tag: str = "h2") -> Words:
    """Return a heading."""
    return Words(text, HEAD, look, tag)


class Column(NamedTuple):
    """Words below each other, wrapped to a width in units."""

    words: Sequence[Words]
    width: float

    def height(self, scale: float, wider: float) -> float:
        """Return its height in units with words scaled by `scale` and the column widened by the factor `wider`."""
        return scale * sum(one.height(self.width * wider / scale) for one in self.words)


class Screen(NamedTuple):
    """The smallest screen of a class, in units: its height, a picture's height, and the factor of its column widths."""

    height: float
    picture: float
    wider: float = 1.0

    def scale(self, right: Column, below: Sequence[Column]) -> float:
        """Return the largest of `SCALES` at which the column right of the picture and those below it fit the screen."""

        def height(scale: float) -> float:
            first = max(self.picture, right.height(scale, self.wider))
            return first + max(one.height(scale, self.wider) for one in below)

        return next((scale for scale in SCALES if height(scale) <= self.height), SCALES[-1])


LAPTOP, PROJECTOR = Screen(49.0, 27.5), Screen(51.0, 20.0, 1.14)
"""From 1280 × 800 and from 1920 × 1080 pixels on; the stylesheet has the same breakpoint."""


def draw_wall(*parts: object, scales: tuple[float, float] = (1.0, 1.0), is_middle: bool = False) -> None:
    """Draw parts below each other, or centred on the screen, at the scales of `LAPTOP` and `PROJECTOR`."""
    look, (laptop, projector) = "wall middle" if is_middle else "wall", scales
    sizes = f"--laptop: {laptop}; --projector: {projector}"
    st.html(f'<div class="{look}" style="{sizes}">{"".join(map(str, parts))}</div>')


def side_by_side(*parts: object) -> str:
    """Return HTML of parts in one row, spread over its width."""
    return f'<div class="side">{"".join(map(str, parts))}</div>'


def pictures(drawn: Mapping[str, str]) -> str:
    """Return HTML of square pictures (alternative text → SVG) in one row, as large as the screen allows."""
    shown = (f'<img alt="{escape(alt)}" src="data:image/svg+xml;base64,{_base64(svg)}">' for alt, svg in drawn.items())
    return f'<div class="pictures">{"".join(shown)}</div>'


def _base64(svg: str) -> str:
    return b64encode(svg.encode()).decode()


def rings(counts: Counts, opened: int | None = None) -> str:
    """Return HTML of a progress ring for each section: its share of finished people among those who joined.

    `opened` is the number of sections the form has opened, None for all: the last of them is highlighted, those not
    opened yet are dimmed.
    """
    shown, people = counts.sections, counts.progress.joined
    across = max(1, min(RINGS_IN_A_ROW, len(shown) if len(shown) <= 4 else (len(shown) + 1) // 2))
    size = RINGS.get(math.ceil(len(shown) / across), SMALL_RING)
    drawn = "".join(
        f'<div class="{_state(number, opened)}">{_ring(one.name, one.finished, people)}{Words(one.name, FIRST)}</div>'
        for number, one in enumerate(shown, 1)
    )
    return f'<div class="rings" style="--across: {across}; --ring: {size}">{drawn}</div>'


def _state(number: int, opened: int | None) -> str:
    if opened is None or number < opened:
        return ""
    return "open" if number == opened else "shut"


def _ring(name: str, done: int, people: int) -> str:
    share = done / people if people else 0.0
    return (
        f'<div class="ring" role="img" aria-label="{escape(name)}: {done} of {people} finished" '
        f'style="--done: {share:.1%}"><b>{done}</b><span>of {people}</span></div>'
    )
