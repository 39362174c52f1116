"""All scores of all outcomes: on a wide page a table whose headings stay in view, on a phone a list to open."""

from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from jtbd_core.exchange.score_table import HEADINGS
from jtbd_core.live.findings import Stamp
from jtbd_core.scoring.measures import MEASURES, Measure
from jtbd_core.scoring.results import Results, Scores
from pages.components.escape import unbroken
from pages.components.note import QUIET
from pages.components.watch import MOST_KEPT

PLAIN = {"importance": 1, "satisfaction": 1}
SHARES = ("p_top", "not_applicable")
"""Scores without an interval: decimals of those from 0 to 10; the others are shares."""

PAGE = "light-dark(#ffffff, #10181f)"
LINE = "border-bottom: 1px solid rgba(128, 138, 150, .35)"
CELL = f"{LINE}; padding: 6px 4px; vertical-align: top; text-align: right; overflow-wrap: normal"
HEAD = f"{CELL}; position: sticky; top: 40px; z-index: 1; background: {PAGE}; font-size: 12px; vertical-align: bottom"
NAME = "text-align: left; font-weight: 400; min-width: 200px"
SMALL = f"font-size: 12px; line-height: 16px; white-space: nowrap; {QUIET}"
PAIR = "display: grid; grid-template-columns: 1fr auto; gap: 0 12px; padding: 8px 0; font-size: 15px"
TITLE = "font-size: 16px; font-weight: 700; padding: 0; margin: 16px 0 4px"

Row = dict[str, Any]


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def draw_all_scores(stamp: Stamp, _results: Results, *, is_narrow: bool) -> None:
    """Draw the outcomes of each kind in the order of its score, which a heading names; cached by stamp."""
    drawn = _list if is_narrow else _table
    parts = []
    for kind, scores in _results.rated.items():
        by = _results.by[kind]
        order = f"{kind.capitalize()}, highest “{MEASURES[by].title}” first"
        rows = scores.sort_values(by, ascending=False, kind="stable", na_position="last")
        parts.append(f'<h3 style="{TITLE}">{escape(order)}</h3>{drawn(rows, _shown(scores, by))}')
    st.html(unbroken("".join(parts)))


def _shown(scores: Scores, by: str) -> list[str]:
    """Return the scores there are, the one that orders them first."""
    return [name for name in dict.fromkeys((by, *MEASURES, *PLAIN, *SHARES)) if name in scores]


def _table(scores: Scores, shown: Sequence[str]) -> str:
    heads = "".join(f'<th scope="col" style="{HEAD}">{escape(HEADINGS[name])}</th>' for name in ("n", *shown))
    rows = "".join(_row(row, shown) for row in scores.to_dict("records"))
    look = "border-collapse: separate; border-spacing: 0; width: 100%; font-size: 14px; line-height: 20px"
    head = f'<th scope="col" style="{HEAD}; text-align: left">Outcome</th>'
    return f'<table style="{look}"><thead><tr>{head}{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _row(row: Row, shown: Sequence[str]) -> str:
    statement, figures = escape(row["statement"]), (_people(row), *(_figure(row, name) for name in shown))
    cells = "".join(f'<td style="{CELL}">{figure}</td>' for figure in figures)
    return f'<tr><th scope="row" style="{CELL}; {NAME}">{statement}</th>{cells}</tr>'


def _list(scores: Scores, shown: Sequence[str]) -> str:
    """Return a line for each outcome with its first score, which opens all others."""
    return "".join(_item(row, shown) for row in scores.to_dict("records"))


def _item(row: Row, shown: Sequence[str]) -> str:
    first, *others = shown
    rest = [_line(HEADINGS["n"], _people(row)), *(_line(HEADINGS[name], _figure(row, name)) for name in others)]
    inside = "".join(f'<div style="{PAIR}; {LINE}">{line}</div>' for line in rest)
    over = _line(f"{row['statement']}\u00a0›", _figure(row, first))
    summary = f'<summary style="{PAIR}; cursor: pointer; line-height: 20px">{over}</summary>'
    return f'<details style="{LINE}">{summary}<div style="padding: 0 0 8px 16px">{inside}</div></details>'


def _line(name: str, figure: str) -> str:
    return f'<span>{escape(name)}</span><span style="text-align: right">{figure}</span>'


def _people(row: Row) -> str:
    return f"{int(row['n']):,}" if row["n"] > 0 else "–"


def _figure(row: Row, name: str) -> str:
    """Return a score in bold; below it, where there is one, its interval and what is expected when asked again."""
    if not row["n"] > 0 or row[name] != row[name]:
        return "–"
    if name in MEASURES:
        return _with_interval(row, MEASURES[name])
    return f"{row[name]:.{PLAIN[name]}f}" if name in PLAIN else f"{100 * row[name]:.0f} %"


def _with_interval(row: Row, measure: Measure) -> str:
    below = f"{measure.interval(row)}<br>→ {measure.expected(row)}"
    return f'<b>{measure.measured(row)}</b><div style="{SMALL}">{below}</div>'
