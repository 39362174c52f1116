"""The columns of a matrix: groups, their places by the width that Vega is given, and the headings above them."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple
from unicodedata import east_asian_width

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
LEAST, PADDING = 54, 4  # pixels: the narrowest column, and what stays free beside a word
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
    """Where things stand: the middles and widths of columns in widths of the narrowest, rows in pixels from above.

    `wide` is the width of all columns, `pixels` that of the narrowest on a page of usual width. `start` is where the
    columns begin, an expression in pixels, and `header` where their headings end.
    """

    middles: tuple[float, ...]
    widths: tuple[float, ...]
    wide: float
    pixels: float
    is_narrow: bool
    start: str
    header: int = 0
    height: int = 0

    @classmethod
    def of(cls, columns: Sequence[Column], is_narrow: bool) -> "Place":
        """Return where the columns stand, with a gap between headings, each as wide as its longest word needs."""
        is_new = [n > 0 and _over(one) != _over(columns[n - 1]) for n, one in enumerate(columns)]
        pixels, widths = _widths([_needed(one.title, is_narrow) for one in columns], sum(is_new), is_narrow)
        middles, end = list[float](), 0.0
        for is_apart, width in zip(is_new, widths, strict=True):
            end += GAP if is_apart else 0.0
            middles.append(end + width / 2)
            end += width
        start = "0" if is_narrow else f"min({START}, 0.4 * width)"
        place = cls(tuple(middles), tuple(widths), max(end, FEWEST_COLUMNS), pixels, is_narrow, start)
        lines = max(title.count("\n") + 1 for title in _titles(columns, place))
        over = _most_lines(_spans(columns, place))
        return place._replace(header=30 + lines * TITLE_LINE + (10 + over * TITLE_LINE if over else 0))

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
        """The width of the narrowest column in pixels, as an expression."""
        return f"((width - {self.start}) / {self.wide})"

    @property
    def character(self) -> float:
        """The width of a character of a group's heading in pixels."""
        return SOFT_CHARACTER if self.is_narrow else CHARACTER


def _needed(title: str, is_narrow: bool) -> float:
    """Return the pixels that a column needs for the longest word of its heading; Chinese ones break anywhere."""
    longest = 0 if any(east_asian_width(one) in "WF" for one in title) else max(map(len, title.split()), default=0)
    return max(longest * (SOFT_CHARACTER if is_narrow else CHARACTER) + PADDING, LEAST)


def _widths(needed: Sequence[float], gaps: int, is_narrow: bool) -> tuple[float, list[float]]:
    """Return the pixels of the narrowest column, and the width of each in these: equal but for those that need more."""
    room: float = PHONE_WIDTH if is_narrow else USUAL_WIDTH - START
    each = room / (len(needed) + gaps * GAP)
    for _ in needed:
        wider = [one for one in needed if one > each]
        alike = len(needed) - len(wider) + gaps * GAP
        each = (room - sum(wider)) / alike if alike else each
    if each < min(needed):  # no room for all: words are broken
        each = room / (len(needed) + gaps * GAP)
        return each, [1.0 for _ in needed]
    each = min(each, room / FEWEST_COLUMNS)
    return each, [max(one / each, 1.0) for one in needed]


def _over(column: Column) -> tuple[str, str]:
    return column.question, column.heading


def heads(columns: Sequence[Column], place: Place, tops: Sequence[float] = (0.0,)) -> list[alt.Chart]:
    """Return the headings: the question over its options with a line between, each option with its people.

    They stand below each of `tops`, in pixels.
    """
    titles = _titles(columns, place)
    head = pd.DataFrame(
        {
            "title": titles,
            "people": [f"{one.people:,}" for one in columns],
            "at": place.middles,
            "wide": place.widths,
            "top": [place.header - 28 - title.count("\n") * TITLE_LINE for title in titles],
            "low": place.header - 11,
        }
    )
    heads = _below(head, tops, ("top", "low"))
    look: dict[str, Any] = {"tooltip": None, "baseline": "middle", "fontSize": 12, "lineBreak": "\n"}
    weight: Any = "normal" if place.is_narrow else "bold"  # bold ones would touch in the columns of a phone
    look |= {"lineHeight": TITLE_LINE, "limit": alt.ExprRef(f"datum.wide * {place.column}")}
    return [
        *_questions(columns, place, tops),
        alt.Chart(heads[["title", "at", "wide", "top"]])
        .mark_text(fontWeight=weight, color=palette.INK, **look)
        .encode(place.x(), place.y("top"), text=alt.Text("title:N")),
        alt.Chart(heads[["people", "at", "wide", "low"]])
        .mark_text(color=palette.SOFT_INK, **look)
        .encode(place.x(), place.y("low"), text=alt.Text("people:N")),
    ]


def _below(rows: pd.DataFrame, tops: Sequence[float], names: Sequence[str]) -> pd.DataFrame:
    """Return rows again below each of `tops`; columns of these names are places in pixels."""
    return pd.concat([rows.assign(**{name: rows[name] + top for name in names}) for top in tops], ignore_index=True)


def _titles(columns: Sequence[Column], place: Place) -> list[str]:
    """Return the headings of groups, broken into lines."""
    lines = NARROW_LINES if place.is_narrow else TITLE_LINES
    return [
        wrapped(one.title, max(int(width * place.pixels / place.character), 5), lines)
        for one, width in zip(columns, place.widths, strict=True)
    ]


def _spans(columns: Sequence[Column], place: Place) -> list[tuple[str, float, float]]:
    """Return the headings over several columns, broken into lines, with where their first and last column end."""
    spans = []
    placed = zip(columns, place.middles, place.widths, strict=True)
    for (_, heading), part in groupby(placed, key=lambda one: _over(one[0])):
        under = [(middle - width / 2, middle + width / 2) for _, middle, width in part]
        start, end = under[0][0], under[-1][1]
        if heading:
            room = int((end - start) * place.pixels / SOFT_CHARACTER)
            spans.append((wrapped(heading, room, HEADING_LINES), start, end))
    return spans


def _most_lines(spans: Sequence[tuple[str, float, float]]) -> int:
    return max((text.count("\n") + 1 for text, *_ in spans), default=0)


def _questions(columns: Sequence[Column], place: Place, tops: Sequence[float]) -> list[alt.Chart]:
    """Return the headings over several columns, each with a line under it."""
    spans = _spans(columns, place)
    most = _most_lines(spans)
    rows = [
        (text, start + 0.03, end - 0.03, 8 + (most - text.count("\n") - 1) * TITLE_LINE, 4 + most * TITLE_LINE)
        for text, start, end in spans
    ]
    if not rows:
        return []
    over = alt.Chart(_below(pd.DataFrame(rows, columns=["text", "from", "to", "y", "line"]), tops, ("y", "line")))
    look: dict[str, Any] = {"align": "left", "baseline": "middle", "fontSize": 12, "color": palette.SOFT_INK}
    look |= {"lineBreak": "\n", "lineHeight": TITLE_LINE}
    return [
        over.mark_text(tooltip=None, **look).encode(place.x("from"), place.y("y"), text=alt.Text("text:N")),
        over.mark_rule(color=palette.GREY, opacity=0.7, tooltip=None).encode(
            place.x("from"), place.y("line"), x2=alt.X2(field="to")
        ),
    ]
