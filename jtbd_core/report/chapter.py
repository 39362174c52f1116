"""A chapter of the full report: each text as it is printed, each figure as it is printed and as a sheet holds it."""

import re
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from jtbd_core.report.report import Mark, Plane

Reach = Literal["slides", "pages", "paper", "sheets"]
"""Where a table is found: in all files; in all but slides, which show its chart; on pages or in the workbook alone."""


def printed(value: float, decimals: int) -> str:
    """Return a number with so many decimals and a true minus: "15.8", "−3"."""
    return f"{value:.{decimals}f}".replace("-", "−")


class Quantity(Struct, frozen=True):
    """A figure with so many decimals; its unit stands in the heading of its column."""

    value: float
    decimals: int = 0

    def __str__(self) -> str:
        return printed(self.value, self.decimals)


class Range(Struct, frozen=True):
    """The ends of an interval, with so many decimals; a sheet has a column for each."""

    low: float
    high: float
    decimals: int = 0

    def __str__(self) -> str:
        between = " to " if self.low < 0 else "–"
        return between.join(printed(end, self.decimals) for end in (self.low, self.high))


Cell = str | Quantity | Range

FIGURE = re.compile(r"([<−–\d][\d.−– to▲▼%<]*)?")
"""What is printed of a figure, or of one that may not be shown."""


class Line(Struct, frozen=True):
    """A row of a table, under a heading of its own where it is the first of several.

    A row with a mark has its kind of outcome, and whether it contends, as a `Row` has.
    """

    cells: tuple[Cell, ...]
    heading: str = ""
    is_strong: bool = False
    kind: str = ""
    mark: Mark | None = None


class Table(Struct, frozen=True):
    """A table: the headings of its columns, the first of which names the rows, and its rows.

    Marks stand on an axis with a title and ticks (place 0–1, label), right of the first column; `key` explains them.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[Line, ...]
    reach: Reach = "slides"
    axis: str = ""
    ticks: tuple[tuple[float, str], ...] = ()
    key: str = ""

    def is_figure(self, column: int) -> bool:
        """Whether a column holds figures alone, which stand at its right; the first never does."""
        cells = [row.cells[column] for row in self.rows]
        return column > 0 and all(FIGURE.fullmatch(str(cell)) for cell in cells) and any(map(str, cells))


class Series(Struct, frozen=True):
    """Values of a chart, by name: a colour of all or one for each, and the ends of intervals where it has any."""

    name: str
    values: tuple[float, ...]
    colours: tuple[str, ...]
    ends: tuple[tuple[float, float], ...] = ()
    is_hidden: bool = False


class Bars(Struct, frozen=True):
    """A chart of bars, one or several for each name: its axis, from low to high, how figures are printed, its key."""

    title: str
    axis: str
    low: float
    high: float
    decimals: int
    names: tuple[str, ...]
    series: tuple[Series, ...]
    is_stacked: bool = False
    key: str = ""


class Points(Struct, frozen=True):
    """A chart of points by two scores: its axes across and up with their ends, and each point's name, group and colour.

    A name may be empty. A diagonal parts what is more across from what is more up.
    """

    axes: tuple[str, str]
    ends: tuple[tuple[float, float], tuple[float, float]]
    names: tuple[str, ...]
    groups: tuple[str, ...]
    colours: tuple[str, ...]
    across: tuple[float, ...]
    up: tuple[float, ...]
    across_ends: tuple[tuple[float, float], ...] = ()
    up_ends: tuple[tuple[float, float], ...] = ()
    has_diagonal: bool = False


class Chapter(Struct, frozen=True):
    """A part of the results: its name, its finding as a sentence, and of which rounds, people and group that is.

    `pictures` are drawn on pages, `charts` are made anew on slides, where they can be edited. `formula` says what its
    figures mean. Those `for_board` make the short deck and workbook.
    """

    name: str
    title: str
    about: str
    lines: tuple[str, ...] = ()
    pictures: tuple[Plane, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Bars | Points, ...] = ()
    formula: str = ""
    for_board: bool = False


class FullReport(Struct, frozen=True):
    """What the results page shows, a chapter a part, in its order; `context` and `formulas` stand on every page."""

    study: str
    language: str
    context: str
    headline: str
    formulas: tuple[str, ...]
    made: str
    chapters: tuple[Chapter, ...]
    is_short: bool = False

    def for_board(self) -> "FullReport":
        """Return the chapters for a board alone, if there are any: what is waited for has none."""
        chapters = tuple(one for one in self.chapters if one.for_board)
        return replace(self, chapters=chapters or self.chapters, is_short=True)
