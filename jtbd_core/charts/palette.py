"""Colours and shapes that hold on light and dark pages, and for readers who do not see every colour."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

Palette = Mapping[str, str]
"""Colours or shapes by kind of outcome, in the order of every legend."""

COLOURS: Palette = {"key outcome": "#0d9488", "functional": "#4f7fd9", "emotional": "#d97706", "social": "#b25fb8"}
SHAPES: Palette = {"key outcome": "circle", "functional": "square", "emotional": "cross", "social": "diamond"}

OWN_COLOUR: Mapping[str, Any] = {"field": "colour", "type": "nominal", "scale": None}
"""The encoding of a colour that each row has itself, which leaves the legend to shapes."""

SOLUTION_COLOURS = ("#0d9488", "#8a5bb5", "#4f7fd9", "#b8641a", "#6f7a88", "#b1487f", "#5f7f22", "#3f7f9f")
_STAR = "M0,-1L.24,-.32L.95,-.31L.38,.12L.59,.81L0,.4L-.59,.81L-.38,.12L-.95,-.31L-.24,-.32Z"
_CORNER = "M-.9,-.9L.9,.9L-.9,.9Z"
SOLUTION_SHAPES = ("square", "diamond", "circle", _STAR, "cross", "triangle-right", "triangle-left", _CORNER)
SIGNS = "■◆●★✚▶◀◣"
"""The colour and the shape of each solution, in the order of the study, and the shape as a letter of a text.

No kind and no solution is a triangle that points up or down: these mean more and less.
"""

ACCENT = "#0d9488"
GREY = "#848b98"
WARM = "#d97706"

# Vega knows the page's background as a signal; Streamlit's theme sets it, and so does an exported file.
INK = alt.ExprRef("luminance(background) > 0.4 ? '#262b36' : '#f3f4f6'")
SOFT_INK = alt.ExprRef("luminance(background) > 0.4 ? '#5b6270' : '#b4bac5'")
PAPER = alt.ExprRef("background")
BAR = alt.ExprRef("luminance(background) > 0.4 ? 0.4 : 0.65")
"""How opaque the bar of an interval is, so that it is seen on the page and the mark on the bar."""

CROSS = alt.ExprRef("luminance(background) > 0.4 ? 0.5 : 0.85")
"""The same of an interval both ways, on which no other mark lies but its point."""

WARM_GROUND = alt.ExprRef("luminance(background) > 0.4 ? 0.08 : 0.24")
"""How opaque a warm ground is that is seen on the page and leaves words on it legible."""


def _on(light: str, dark: str) -> alt.ExprRef:
    """Return the colour for light pages, or that for dark ones."""
    return alt.ExprRef(f"luminance(background) > 0.4 ? '{light}' : '{dark}'")


MORE, MORE_TINT = _on("#9a3412", "#f0a070"), _on("#fdeee6", "#3a2419")
LESS, LESS_TINT = _on("#0f6e68", "#5cc8be"), _on("#e3f2f0", "#16302f")
"""What falls short more or less often than elsewhere, beyond noise: as text and edge, and as ground."""


def scale(kinds: pd.Series, palette: Palette) -> alt.Scale:
    """Return the scale that gives each kind present its colour or shape, in the order every legend uses.

    Raises ValueError for a kind that has none.
    """
    if unknown := set(kinds) - set(palette):
        raise ValueError(f"The palette has nothing for {sorted(unknown)}.")
    present = [kind for kind in palette if kind in set(kinds)]
    return alt.Scale(domain=present, range=[palette[kind] for kind in present])


def colours(kinds: pd.Series) -> "pd.Series[str]":
    """Return the colour of each of `kinds`."""
    return kinds.map(dict(COLOURS)).astype(str)


def shapes(kinds: pd.Series) -> "pd.Series[str]":
    """Return the shape of each of `kinds`."""
    return kinds.map(dict(SHAPES)).astype(str)


def legend(chart: alt.Chart, kinds: pd.Series) -> alt.Chart:
    """Return a layer that draws nothing but the legend of the shapes of `kinds`, grey as most marks are.

    Marks have their colour and shape in columns of their own: Vega-Lite has one legend for all that has one domain.
    """
    columns = alt.ExprRef("width < 260 ? 2 : 4")  # on a narrow phone three kinds do not fit beside each other
    look: dict[str, Any] = {"symbolSize": 70, "symbolOpacity": 1, "symbolStrokeWidth": 1.75}
    symbols = alt.Legend(title=None, orient="bottom", columns=columns, **look)
    named: alt.Chart = chart.mark_point(color=GREY, opacity=0, tooltip=None, aria=False).encode(
        shape=alt.Shape("kind:N", scale=scale(kinds, SHAPES), legend=symbols)
    )
    return named
