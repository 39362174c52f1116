"""What is read from across a room: words and rings whose size follows the screen, so that they fit any."""

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
"""Sizes of letters in units: hundredths of the screen's width or, on a wide one, of what that is at 16:10."""

SCALES = [n / 20 for n in range(28, 7, -1)]
LETTER, LINE, GAP = 0.53, 1.25, 0.4
"""How wide a letter is, how high a line, both as a part of the size; and how far lines of text stand apart in units."""

RINGS_IN_A_ROW = 6
RINGS = {1: 24.0, 2: 12.0}
"""How large a ring is, in units, by the number of rows."""

SMALL_RING = 7.0


class Words(NamedTuple):
    """Text as people wrote it, its size in units, and its looks by the names of the stylesheet."""

    text: str
    size: float = PLAIN
    look: str = ""
    tag: str = "p"

    def __str__(self) -> str:
        """Return it as HTML."""
        return f'<{self.tag} class="{self.look}" style="--size: {self.size}">{escape(self.text)}</{self.tag}>'

    def height(self, width: float) -> float:
        """Return how high it stands, in units, where there is so much room for a line."""
        letters = width / (LETTER * self.size) - 2  # as many are lost to the word that no longer fits
        return LINE * self.size * math.ceil(len(self.text) / letters) + GAP


def head(text: str, look: str = "", tag: str = "h2") -> Words:
    """Return what stands over other words."""
    return Words(text, HEAD, look, tag)


class Column(NamedTuple):
    """Words below each other, and the room for a line of them in units."""

    words: Sequence[Words]
    width: float

    def height(self, scale: float, wider: float) -> float:
        """Return how high it stands where words are larger and columns wider by so much."""
        return scale * sum(one.height(self.width * wider / scale) for one in self.words)


class Screen(NamedTuple):
    """The least room on screens of a kind, in units: its height, a picture's, and how much wider its columns are."""

    height: float
    picture: float
    wider: float = 1.0

    def scale(self, beside_picture: Column, below: Sequence[Column]) -> float:
        """Return by how much words can be larger than their sizes, so that all are seen at once."""

        def height(scale: float) -> float:
            first = max(self.picture, beside_picture.height(scale, self.wider))
            return first + max(one.height(scale, self.wider) for one in below)

        return next((scale for scale in SCALES if height(scale) <= self.height), SCALES[-1])


LAPTOP, PROJECTOR = Screen(49.0, 27.5), Screen(51.0, 20.0, 1.14)
"""From 1280 × 800 on, and from 1920 × 1080 on; the same in the stylesheet."""


def draw_wall(*parts: object, scales: tuple[float, float] = (1.0, 1.0), is_middle: bool = False) -> None:
    """Draw parts below each other or, alone on the screen, in its middle, at a laptop's and a projector's scale."""
    look, (laptop, projector) = "wall middle" if is_middle else "wall", scales
    sizes = f"--laptop: {laptop}; --projector: {projector}"
    st.html(f'<div class="{look}" style="{sizes}">{"".join(map(str, parts))}</div>')


def beside(*parts: object) -> str:
    """Return parts side by side, as far from each other as there is room."""
    return f'<div class="side">{"".join(map(str, parts))}</div>'


def pictures(drawn: Mapping[str, str]) -> str:
    """Return square pictures, SVG by the words that say what each shows, side by side and as large as there is room."""
    shown = (f'<img alt="{escape(alt)}" src="data:image/svg+xml;base64,{_base64(svg)}">' for alt, svg in drawn.items())
    return f'<div class="pictures">{"".join(shown)}</div>'


def _base64(svg: str) -> str:
    return b64encode(svg.encode()).decode()


def rings(counts: Counts, opened: int | None = None) -> str:
    """Return a ring for each section that closes as those who joined finish it.

    Where the form has `opened` so many of them, the last of these stands out, and those that are still shut stand back.
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
