"""Segments that nobody declared, on the facilitator's page: how many, what they need, and who they are."""

from html import escape

import streamlit as st

from jtbd_core.live.segments import Segment, SegmentView, segment_view
from pages.board.board import Board
from pages.board.careless import compared
from pages.components.escape import unbroken
from pages.components.plural import plural

TITLE = "Segments that nobody declared"
ALONE = "Shown to you alone: links for stakeholders show no segments."
HEADING = "font-size: 15px; font-weight: 700; margin: 0 0 4px; padding: 0"
TEXT = "font-size: 14px; line-height: 20px; margin: 0 0 6px"


def draw_segments(board: Board) -> None:
    """Draw the segments below the groups, found when the part is opened after a reveal or the end of a round."""
    if board.is_shared or not any(wave.status == "closed" or wave.revealed_at for wave in board.waves):
        return
    with st.expander(TITLE, icon=":material/scatter_plot:", key="segments", on_change="rerun") as part:
        if not part.open:
            return
        with st.spinner("Looking for segments: this takes some seconds."):
            found = compared(board, segment_view)
        if found:
            st.html(segments_html(found))
            st.caption(ALONE)


def segments_html(found: SegmentView) -> str:
    """Return the verdict and the segments side by side, below each other where there is no room."""
    parts = "".join(_segment(number, one) for number, one in enumerate(found.segments, 1))
    shown = f'<div style="display: flex; flex-wrap: wrap; gap: 12px 32px">{parts}</div>' if parts else ""
    return f'<p style="{TEXT}">{escape(found.verdict)}</p>{shown}'


def _segment(number: int, one: Segment) -> str:
    needs = "".join(f"<li>{_html(line)}</li>" for line in one.needs)
    members = f'<p style="{TEXT}">{_html(one.members)}</p>' if one.members else ""
    heading = f"Segment {number} · {plural(one.people, 'person', 'people')}"
    return (
        f'<section style="flex: 1 1 300px"><h3 style="{HEADING}">{heading}</h3>'
        f'<ul style="{TEXT}; padding-left: 20px">{needs}</ul>{members}</section>'
    )


def _html(text: str) -> str:
    return escape(unbroken(text.replace("%", " %")))
