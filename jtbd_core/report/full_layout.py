"""What both layouts of a full report place: its values as plain data, its charts and marks drawn."""

import re
from collections.abc import Sequence
from typing import Any

from jtbd_core.charts.files import chart_svg
from jtbd_core.report.chapter import Cell, Chapter, FullReport, Line, Table
from jtbd_core.report.layout import typeset
from jtbd_core.report.native_charts import wide
from jtbd_core.report.report import Plane
from jtbd_core.report.strips import interval_strip, place

WIDTH, HIGH = 690, 380
"""The width of a picture in pixels, and its height where that does not follow from its rows."""

SMALL = 335
"""The width of each of several pictures that stand side by side."""

MARKED = {"▲": "more", "▼": "less"}
"""What a cell tells that ends so."""

MOST_ROWS, MOST_LETTERS = 12, 1500
"""A table of no more rows and letters stands on one page."""

SIDE_BY_SIDE = 3
"""From so many pictures on they stand side by side."""


def full_layout(report: FullReport) -> dict[str, Any]:
    """Return what the templates place, by name; figures do not wrap."""
    return {
        "study": typeset(report.study),
        "language": report.language,
        "context": typeset(report.context),
        "headline": typeset(report.headline),
        "formulas": [typeset(one) for one in report.formulas],
        "made": report.made,
        "chapters": [_chapter(number, one) for number, one in enumerate(report.chapters, start=1)],
    }


def _chapter(number: int, chapter: Chapter) -> dict[str, Any]:
    several = len(chapter.pictures) >= SIDE_BY_SIDE
    return {
        "number": number,
        "name": chapter.name,
        "title": typeset(chapter.title),
        "about": typeset(chapter.about),
        "lines": [typeset(one) for one in chapter.lines],
        "several": several,
        "pictures": [
            _picture(f"p{number}-{at}-", one, SMALL if several else WIDTH) for at, one in enumerate(chapter.pictures)
        ],
        "tables": [_table(one) for one in chapter.tables if one.reach != "sheets"],
        "formula": typeset(" ".join(filter(None, (chapter.formula, *(one.key for one in chapter.tables))))),
    }


def _picture(prefix: str, picture: Plane, width: int) -> dict[str, str]:
    """Return a chart as SVG with ids that no other chart of the file has, what it shows, and its key."""
    drawn = chart_svg(picture.spec, width, None if "height" in picture.spec else HIGH, titles=12)
    svg = re.sub(r"(\bid=\"|url\(#|href=\"#)", rf"\g<1>{prefix}", drawn)
    return {"svg": svg, "text": picture.text, "key": typeset(picture.key)}


def _table(table: Table) -> dict[str, Any]:
    columns = list(zip(*(one.cells for one in table.rows), strict=True))
    letters = sum(wide(str(cell)) for column in columns for cell in column)
    return {
        "title": typeset(table.title),
        "axis": table.axis,
        "ticks": [(place(at), label) for at, label in table.ticks],
        "headings": [typeset(one) for one in table.headings],
        "is_figure": [table.is_figure(column) for column in range(len(table.headings))],
        "letters": [*zip(map(_longest, columns), map(_longest_word, table.headings), strict=True)],
        "rows": [_row(one, table) for one in table.rows],
        "is_short": len(table.rows) <= MOST_ROWS and letters <= MOST_LETTERS,
    }


def _longest_word(heading: str) -> int:
    return max(map(wide, typeset(heading).split(" ")))


def _longest(cells: Sequence[Cell]) -> int:
    return max((wide(str(one)) for one in cells), default=0)


def _row(line: Line, table: Table) -> dict[str, Any]:
    return {
        "cells": [typeset(str(one)) for one in line.cells],
        "marks": [MARKED.get(str(one)[-1:], "") for one in line.cells],
        "heading": typeset(line.heading),
        "is_strong": line.is_strong,
        "strip": interval_strip(line, table.ticks),
    }
