"""The columns of a matrix: groups, their places by the width that Vega is given, and the headings above them."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from jtbd_core.charts import palette
from jtbd_core.charts.statements import wrapped

START = 300
"""Where the columns begin on a wide page, right of the statements, in pixels; in a narrow window earlier."""

TITLE_LINE, TITLE_LINES, NARROW_LINES = 14, 3, 6
HEADING_LINES = 3
CHARACTER, SOFT_CHARACTER = 7.8, 6.9  # pixels, of 12-pixel bold and plain type
FEWEST_COLUMNS = 3.0
EVERYBODY = 1.25  # columns: the width of the first one on a wide page
GAP = 0.3
"""The gap between headings, in widths of a column."""

USUAL_WIDTH, PHONE_WIDTH = 1120, 350
"""The widths that headings are wrapped for; where there is less room they end in an ellipsis."""


class Column(NamedTuple):
    """A group as a column: its question and option (both empty for everybody), their words, and its people.

    Columns of one question that stand side by side with the same `heading` stand under it.
    """

    question: str
    option: str
    heading: str
    title: str
    people: int


class Place(NamedTuple):
    """Where things stand: the middles of columns and all their width in widths of a column, rows in pixels from above.

    `start` is where the columns begin, an expression in pixels, and `header` where their headings end.
    """

    middles: tuple[float, ...]
    wide: float
    is_narrow: bool
    start: str
    header: int
    height: int = 0

    @classmethod
    def of(cls, columns: Sequence[Column], is_narrow: bool) -> "Place":
        """Return where the columns stand, with a gap between headings."""
        middles, end = list[float](), 0.0
        for number, column in enumerate(columns):
            is_new = number > 0 and _over(column) != _over(columns[number - 1])
            width = 1.0 if column.question or is_narrow else EVERYBODY
            end += GAP if is_new else 0.0
            middles.append(end + width / 2)
            end += width
        start = "0" if is_narrow else f"min({START}, 0.4 * width)"
        characters = _characters(is_narrow, max(end, FEWEST_COLUMNS))
        lines = max(_titled(one, characters, is_narrow).count("\n") + 1 for one in columns)
        over = _most_lines(_spans(columns, middles, characters))
        header = 30 + lines * TITLE_LINE + (10 + over * TITLE_LINE if over else 0)
        return cls(tuple(middles), max(end, FEWEST_COLUMNS), is_narrow, start, header)

    def y(self, name: str = "middle") -> alt.Y:
        """Return the vertical place, in pixels."""
        scale = alt.Scale(domain=[0, self.height], range=[0, self.height], nice=False, zero=False)
        return alt.Y(field=name, type="quantitative", axis=None, scale=scale)

    def x(self, name: str = "at") -> alt.X:
        """Return the horizontal place, in columns."""
        ends: list[Any] = [alt.ExprRef(self.start), alt.ExprRef("width")]
        scale = alt.Scale(domain=[0, self.wide], range=ends, nice=False)
        return alt.X(field=name, type="quantitative", axis=None, scale=scale)

    @property
    def column(self) -> str:
        """The width of a column in pixels, as an expression."""
        return f"((width - {self.start}) / {self.wide})"

    @property
    def characters(self) -> int:
        """How many characters of a heading fit in a column of the usual width."""
        return _characters(self.is_narrow, self.wide)


def _characters(is_narrow: bool, wide: float) -> int:
    width = PHONE_WIDTH if is_narrow else USUAL_WIDTH - START
    return max(int(width / wide / (SOFT_CHARACTER if is_narrow else CHARACTER)), 5)


def _over(column: Column) -> tuple[str, str]:
    return column.question, column.heading


def heads(columns: Sequence[Column], place: Place) -> list[alt.Chart]:
    """Return the headings: the question over its options with a line between, each option with its people."""
    titles = [_titled(one, place.characters, place.is_narrow) for one in columns]
    heads = pd.DataFrame(
        {
            "title": titles,
            "people": [f"{one.people:,}" for one in columns],
            "at": place.middles,
            "top": [place.header - 28 - title.count("\n") * TITLE_LINE for title in titles],
            "low": place.header - 11,
        }
    )
    look: dict[str, Any] = {"tooltip": None, "baseline": "middle", "fontSize": 12, "lineBreak": "\n"}
    weight: Any = "normal" if place.is_narrow else "bold"  # bold ones would touch in the columns of a phone
    look |= {"lineHeight": TITLE_LINE, "limit": alt.ExprRef(place.column)}
    return [
        *_questions(columns, place),
        alt.Chart(heads[["title", "at", "top"]])
        .mark_text(fontWeight=weight, color=palette.INK, **look)
        .encode(place.x(), place.y("top"), text=alt.Text("title:N")),
        alt.Chart(heads[["people", "at", "low"]])
        .mark_text(color=palette.SOFT_INK, **look)
        .encode(place.x(), place.y("low"), text=alt.Text("people:N")),
    ]


def _titled(column: Column, characters: int, is_narrow: bool) -> str:
    return wrapped(column.title, characters, NARROW_LINES if is_narrow else TITLE_LINES)


def _spans(columns: Sequence[Column], middles: Sequence[float], characters: int) -> list[tuple[str, float, float]]:
    """Return the headings over several columns, broken into lines, with the middles of their first and last column."""
    spans = []
    for (_, heading), part in groupby(zip(columns, middles, strict=True), key=lambda pair: _over(pair[0])):
        under = [middle for _, middle in part]
        if heading:
            room = int(characters * CHARACTER / SOFT_CHARACTER * len(under))
            spans.append((wrapped(heading, room, HEADING_LINES), under[0], under[-1]))
    return spans


def _most_lines(spans: Sequence[tuple[str, float, float]]) -> int:
    return max((text.count("\n") + 1 for text, *_ in spans), default=0)


def _questions(columns: Sequence[Column], place: Place) -> list[alt.Chart]:
    """Return the headings over several columns, each with a line under it."""
    spans = _spans(columns, place.middles, place.characters)
    most = _most_lines(spans)
    rows = [
        (text, first - 0.47, last + 0.47, 8 + (most - text.count("\n") - 1) * TITLE_LINE, 4 + most * TITLE_LINE)
        for text, first, last in spans
    ]
    if not rows:
        return []
    over = alt.Chart(pd.DataFrame(rows, columns=["text", "from", "to", "y", "line"]))
    look: dict[str, Any] = {"align": "left", "baseline": "middle", "fontSize": 12, "color": palette.SOFT_INK}
    look |= {"lineBreak": "\n", "lineHeight": TITLE_LINE}
    return [
        over.mark_text(tooltip=None, **look).encode(place.x("from"), place.y("y"), text=alt.Text("text:N")),
        over.mark_rule(color=palette.GREY, opacity=0.7, tooltip=None).encode(
            place.x("from"), place.y("line"), x2=alt.X2(field="to")
        ),
    ]
