"""The table of solutions: both scores of each with their intervals, at equal circumstances and as measured."""

from html import escape
from typing import Any

import streamlit as st

from jtbd_core.charts.palette import SIGNS, SOLUTION_COLOURS
from jtbd_core.live.solutions import KINDS, SolutionView
from jtbd_core.scoring.results import Scores
from pages.components.escape import unbroken
from pages.components.watch import MOST_KEPT

CELL = "padding: 7px 4px; border-bottom: 1px solid rgba(128,138,150,.35); vertical-align: top"
NUMBER = f"{CELL}; text-align: right; padding-left: 6px; overflow-wrap: normal"
NAME = (
    f"{CELL}; text-align: left; font-weight: 400; overflow-wrap: anywhere; min-width: 112px; padding-left: 22px; "
    "text-indent: -18px"
)
TOGETHER = "Circumstances of too few people were counted together"
QUIET = "font-size: 12px; line-height: 16px; opacity: 0.78"
NOTE = "font-size: 13px; line-height: 19px; margin: 6px 0 0"


# One element for the table and its notes: each is a message to every viewer.
@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def draw_solution_table(key: str, _found: SolutionView, notes: tuple[str, ...]) -> None:
    """Draw the solutions, the most effective first, everybody last, and notes below."""
    said = "".join(f'<p style="{NOTE}">{escape(unbroken(note))}</p>' for note in notes)
    st.html(f"{table_html(_found.table)}{said}{_together(_found.mix[1:])}")


def _together(parts: tuple[str, ...]) -> str:
    """Return for each solution what could not be held equal, to be opened; empty where all could."""
    items = "".join(f"<li>{escape(unbroken(part))}</li>" for part in parts)
    summary = f'<summary style="cursor: pointer; text-decoration: underline">{TOGETHER}</summary>'
    return f'<details style="{NOTE}">{summary}<ul style="margin: 4px 0 0">{items}</ul></details>' if parts else ""


def table_html(table: Scores) -> str:
    """Return the table as HTML; figures as measured, where they differ and there is room, stand below the others."""
    kinds = [kind for kind in KINDS if table[kind].notna().any()]
    heads = "".join(_head(kind.capitalize()) for kind in kinds)
    rows = "".join(_row(row, kinds) for row in table.to_dict("records"))
    return (
        '<table style="border-collapse: collapse; width: 100%; font-size: 14px; line-height: 20px">'
        f'<thead><tr><th scope="col" style="{CELL}; text-align: left">Solution</th>'
        f"{_head('n')}{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _head(text: str) -> str:
    return f'<th scope="col" style="{NUMBER}">{text}</th>'


def _cell(text: str) -> str:
    return f'<td style="{NUMBER}">{text}</td>'


def _row(row: dict[str, Any], kinds: list[str]) -> str:
    """Return a solution's row: its sign, name and people, and the scores of each kind."""
    look, name = int(row["look"]), escape(row["name"])
    if look >= 0:
        name = (
            f'<span aria-hidden="true" style="color: {SOLUTION_COLOURS[look]}">{SIGNS[look]}</span>&nbsp;<b>{name}</b>'
        )
    cells = "".join(_cell(_score(row, kind)) for kind in kinds)
    head = f'<th scope="row" style="{NAME}">{name}</th>'
    people = f"{row['n']:,}"
    return f"<tr>{head}{_cell(people)}{cells}</tr>"


def _score(row: dict[str, Any], kind: str) -> str:
    """Return a score with its interval, "7.8 (6.9–8.6)", and below it the one measured where it is another."""
    low, high = (_figure(row[f"{kind}{end}"]) for end in ("_low", "_high"))
    if row[kind] != row[kind]:
        return "–"
    equal, measured = _figure(row[kind]), _figure(row[f"{kind}_plain"])
    below = f'<div class="wide" style="{QUIET}">measured {measured}</div>' if measured != equal else ""
    return f'<b>{equal}</b> <span style="white-space: nowrap">({low}–{high})</span>{below}'


def _figure(value: float) -> str:
    return f"{value:.1f}" if value == value else "–"
