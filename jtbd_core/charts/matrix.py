"""The matrix of outcomes × groups: a score in each cell, marked where it differs from the others beyond noise.

A marked cell has a colour, an edge and, after its figure, a small triangle and, where there is room, a word; all others
are plain. Vega places the columns by the width it is given.
"""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from jtbd_core.charts import palette
from jtbd_core.charts.columns import Column, Place, heads
from jtbd_core.charts.statements import wrapped

SIGNS = {"more": "▲", "less": "▼"}
STATEMENT, NARROW_STATEMENT = 33, 40  # characters in a line
CELL, LINE = 28, 16  # pixels: the height of a cell and of a line
WORD_FITS = 88
"""The width of a column, in pixels, from which a marked cell says "more" or "less" too."""

REPEATED, FEWEST = 10, 10
"""After so many rows the headings stand again, above at least so few."""


def group_matrix(
    outcomes: pd.DataFrame, cells: pd.DataFrame, columns: Sequence[Column], *, is_narrow: bool = False
) -> alt.LayerChart:
    """Draw the matrix; its height follows the number of outcomes. Of a long one the headings are repeated.

    `outcomes` has a row per outcome in the order shown: `outcome, statement, letter` (may be empty). `cells` has a row
    per outcome and group: `outcome, question, option, text` and `mark` ("more", "less" or empty); further columns are
    its tooltip. With `is_narrow`, for phones, statements stand above their cells.
    """
    place = Place.of(columns, is_narrow)
    rows = _rows(outcomes, place)
    at = pd.DataFrame(
        {"question": one.question, "option": one.option, "at": middle}
        for one, middle in zip(columns, place.middles, strict=True)
    )
    shown = cells.merge(at, on=["question", "option"]).merge(rows[["outcome", "middle"]], on="outcome")
    height = int(rows["bottom"].max()) if len(rows) else place.header
    place = place._replace(height=height)
    tops = [0.0, *(rows["top"] - place.header)[rows["is_repeated"]]]
    layers = [*_lines(rows, place), *heads(columns, place, tops), *_statements(rows, place), *_cells(shown, place)]
    return alt.LayerChart(layer=layers, height=height, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))


def _rows(outcomes: pd.DataFrame, place: Place) -> pd.DataFrame:
    """Add `text`, and in pixels `top` and `bottom`, its `first` line and the `middle` of the cells.

    Above rows that are `is_repeated` the headings stand again.
    """
    width = NARROW_STATEMENT if place.is_narrow else STATEMENT
    texts = outcomes["statement"].astype(str).map(lambda text: wrapped(text, width)).astype(str)
    lines = texts.str.count("\n") + 1
    high = CELL + 8 + lines * LINE if place.is_narrow else (lines * LINE + 6).clip(lower=CELL + 4)
    number = pd.Series(range(len(outcomes)), index=outcomes.index)
    is_repeated = (number > 0) & (number % REPEATED == 0) & (number <= len(outcomes) - FEWEST)
    bottom = place.header * (1 + is_repeated.cumsum()) + high.cumsum()
    middle = bottom - CELL / 2 - 3 if place.is_narrow else bottom - high / 2
    first = bottom - high + LINE / 2 + 5 if place.is_narrow else middle - (lines - 1) * LINE / 2
    return outcomes.assign(
        text=texts, is_repeated=is_repeated, top=bottom - high, bottom=bottom, first=first, middle=middle
    )


def _lines(rows: pd.DataFrame, place: Place) -> list[alt.Chart]:
    """Return a thin line above each row, and a ground under the contenders."""
    whole: dict[str, Any] = {"x": alt.XValue(0), "x2": alt.X2Value("width")}
    grounds = alt.Chart(rows.loc[rows["letter"].astype(bool), ["top", "bottom"]])
    return [
        grounds.mark_rect(color=palette.GREY, opacity=0.1, tooltip=None).encode(
            place.y("top"), y2=alt.Y2(field="bottom"), **whole
        ),
        alt.Chart(rows[["top"]])
        .mark_rule(color=palette.GREY, opacity=0.3, tooltip=None)
        .encode(place.y("top"), **whole),
    ]


def _statements(rows: pd.DataFrame, place: Place) -> list[alt.Chart]:
    """Return letters and statements, left of the cells or above them."""
    is_top = rows["letter"].astype(bool)
    indent = 20 if is_top.any() else 2
    look: dict[str, Any] = {"align": "left", "baseline": "middle", "tooltip": None, "color": palette.INK}
    look |= {"lineBreak": "\n", "lineHeight": LINE, "fontSize": 13}
    limit = alt.ExprRef("width - 24" if place.is_narrow else f"{place.start} - {indent + 4}")
    bold: dict[str, Any] = {"fontWeight": "bold"}
    parts = [
        (rows[is_top], "letter", 2, bold),
        (rows[is_top], "text", indent, bold),
        (rows[~is_top], "text", indent, {}),
    ]
    return [
        alt.Chart(part[["first", name]])
        .mark_text(limit=limit, **look, **weight)
        .encode(place.y("first"), x=alt.XValue(at), text=alt.Text(f"{name}:N"))
        for part, name, at, weight in parts
        if len(part)
    ]


def _cells(shown: pd.DataFrame, place: Place) -> list[alt.Chart]:
    """Return the figures; a marked one has a ground with an edge, a triangle and a word where there is room."""
    hidden = {"outcome", "question", "option", "mark", "text", "at", "middle"}
    tips = [alt.Tooltip(f"{name}:N") for name in shown if name not in hidden]
    is_everybody = shown["question"] == ""
    look: dict[str, Any] = {"baseline": "middle", "align": "center", "fontSize": 13}
    ink: dict[str, Any] = {"color": palette.INK, "fontWeight": "bold"}
    soft: dict[str, Any] = {"color": palette.SOFT_INK}
    layers = [
        alt.Chart(part).mark_text(**style, **look).encode(place.x(), place.y(), text=alt.Text("text:N"), tooltip=tips)
        for part, style in ((shown[is_everybody], ink), (shown[~is_everybody & (shown["mark"] == "")], soft))
        if len(part)
    ]
    for mark, color, tint in (("more", palette.MORE, palette.MORE_TINT), ("less", palette.LESS, palette.LESS_TINT)):
        part = shown[shown["mark"] == mark]
        if part.empty:
            continue
        part = part.assign(
            left=part["at"] - 0.47, right=part["at"] + 0.47, top=part["middle"] - 13, bottom=part["middle"] + 13
        )
        ground = alt.Chart(part).mark_rect(fill=tint, stroke=color, strokeWidth=1.25, cornerRadius=4, opacity=1)
        layers.append(
            ground.encode(
                place.x("left"), place.y("top"), x2=alt.X2(field="right"), y2=alt.Y2(field="bottom"), tooltip=tips
            )
        )
        layers += _marked(part, mark, place, tips)
    return layers


def _marked(part: pd.DataFrame, mark: str, place: Place, tips: list[alt.Tooltip]) -> list[alt.Chart]:
    """Return the figures of marked cells, and right of each, smaller, in which direction it differs."""
    ink, fits = palette.INK, f"{place.column} >= {WORD_FITS}"
    look: dict[str, Any] = {"baseline": "middle", "tooltip": None}
    figure = alt.Chart(part).mark_text(
        align="right",
        xOffset=alt.ExprRef(f"{fits} ? -8 : 4"),
        color=ink,
        fontSize=13,
        fontWeight="bold",
        baseline="middle",
    )
    said = alt.Chart(part.assign(sign=SIGNS[mark], word=mark))
    color = palette.MORE if mark == "more" else palette.LESS
    return [
        figure.encode(place.x(), place.y(), text=alt.Text("text:N"), tooltip=tips),
        said.mark_text(align="left", xOffset=alt.ExprRef(f"{fits} ? -4 : 8"), color=color, fontSize=10, **look).encode(
            place.x(), place.y(), text=alt.Text("sign:N")
        ),
        said.mark_text(
            align="left", xOffset=8, color=color, fontSize=12, opacity=alt.ExprRef(f"{fits} ? 1 : 0"), **look
        ).encode(place.x(), place.y(), text=alt.Text("word:N")),
    ]
