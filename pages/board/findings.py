"""The findings: headline, list and landscape of a kind of outcome, what splits the room, and further charts."""

from html import escape

import streamlit as st

from jtbd_core.charts import CHART_REGISTRY
from jtbd_core.live.drawings import is_drawn
from jtbd_core.scoring.measures import MEASURES
from pages.board.board import Board
from pages.board.choice import chosen, draw_buttons
from pages.board.headlines import PLAIN, draw_headlines, draw_waiting
from pages.board.kinds import KINDS, draw_kinds, shown_kind
from pages.board.pictures import draw_kind, draw_picture
from pages.board.weights import draw_weighted
from pages.components.escape import unbroken
from pages.components.phone import is_phone

SHOWN = "show"
"""The query parameter of what the list shows; a value ends the name of a chart."""

OTHERS = {"delivered": "Value delivered", "wanted": "Value wanted"}


def draw_findings(board: Board) -> None:
    """Draw what the chosen kind of outcome shows, as far as the link does, or what results wait for."""
    found = board.found
    if draw_waiting(found):
        return
    kind = shown_kind(found)
    if board.shows("everybody"):
        _draw_kind(board, kind)
    else:
        draw_kinds(found, kind)
        draw_headlines(found, kind, kind)


def _draw_kind(board: Board, kind: str) -> None:
    """Draw the headlines of a kind, its list and landscape, and its further charts."""
    found = board.found
    by = found.results.by[KINDS[kind]]
    first = MEASURES[by].title.capitalize()
    shows = {"order": first, **{name: title for name, title in OTHERS.items() if title != first}}
    shown = chosen(shows, SHOWN, "order")
    # Above the headline, whose length would move it under the finger.
    with st.container(horizontal=not is_phone(), gap="small"):
        draw_kinds(found, kind)
        draw_buttons("What the list shows", _short(shows) if is_phone() else shows, SHOWN, shown)
    name = kind if shown == "order" else f"{kind}-{shown}"
    draw_headlines(found, kind, name)
    if not board.is_shared:
        draw_weighted(board, kind)
    draw_kind(board, kind, name)
    draw_split(board, kind)
    if board.is_shared:
        draw_weighted(board, kind)
    has_parts = (found.results.rated[KINDS[kind]]["n"] > 0).sum() > 1  # one outcome stands above already
    for chart in CHART_REGISTRY:
        if has_parts and chart.place == "part" and chart.kind == KINDS[kind] and is_drawn(found, chart.name):
            with st.expander(chart.title, icon=":material/bar_chart:", key=chart.name, on_change="rerun") as part:
                if part.open:
                    draw_picture(board, chart.name)


def _short(titles: dict[str, str]) -> dict[str, str]:
    """Return titles that fit beside each other on a phone."""
    return {name: title.removeprefix("Value ").capitalize() for name, title in titles.items()}


def draw_split(board: Board, kind: str) -> None:
    """Draw each outcome of a kind that splits the room into two camps; nothing where there is none."""
    scores = board.found.results.rated.get(KINDS[kind])
    if scores is None:
        return
    statements = scores.set_index("outcome")["statement"]
    split = board.found.split[board.found.split["outcome"].isin(statements.index)]
    lines = [
        f"<li>{escape(statements[outcome])}: {low:.0%} badly, {high:.0%} well served, {n} people</li>"
        for outcome, n, low, _, high in split.itertuples(index=False)
    ]
    if lines:
        over = "Two camps, so no average tells how it is. Discuss these first:"
        st.html(unbroken(f'<p style="{PLAIN}"><b>{over}</b></p><ul>{"".join(lines)}</ul>').replace("%", " %"))
