"""Segments that nobody declared: how many, what they need, who they are, and their scores side by side."""

from html import escape

import streamlit as st

from jtbd_core.live.segment_view import HIDDEN, Row, Segment, SegmentView
from jtbd_core.live.segments import found_segments
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.measures import MEASURES
from jtbd_core.wave.groups import CAREFUL
from pages.board.board import Board
from pages.board.sureness_html import CELL
from pages.components.escape import unbroken
from pages.components.note import draw_note
from pages.components.plural import plural
from pages.components.store import the_store

TITLE = "Segments that nobody declared"
MEANT = (
    "Segments are drawn from these very answers, so that people in one answer alike and unlike the others. That they "
    "differ is therefore no finding, and no difference is tested: what is found is that the same people fall together "
    "again. Who answered too little to tell, or always the same, counts with the largest."
)
ALONE = (
    "Drawn from all answers there were when you first opened this after the last reveal or the end. Links for "
    "stakeholders show segments that are found, of the answers at that reveal or end, where no figure gives away "
    f"fewer than {THRESHOLD} people."
)
WITH_CARELESS = "Segments are of everybody, careless answers included."
SOME_HIDDEN = f"{HIDDEN} not shown: it would give away fewer than {THRESHOLD} people."
HEADING = "font-size: 15px; font-weight: 700; margin: 0 0 4px; padding: 0"
TEXT = "font-size: 14px; line-height: 20px; margin: 0 0 6px"
NUMBER = f"{CELL}; text-align: right; white-space: nowrap"


def draw_segments(board: Board, kind: str, by: str) -> None:
    """Draw the segments, drawn when the part is opened after a reveal or the end; their scores of a kind of outcome."""
    if not any(wave.status == "closed" or wave.revealed_at for wave in board.waves):
        return
    with st.expander(TITLE, icon=":material/scatter_plot:", key="segments", on_change="rerun") as part:
        if not part.open:
            return
        is_careful = board.group == CAREFUL
        with st.spinner("Looking for segments: this takes some seconds."):
            found = found_segments(
                the_store(),
                board.study,
                board.waves,
                with_unreleased=not board.is_shared,
                without_careless=is_careful and not board.is_shared,
            )
        if found is None:
            return
        st.html(segments_html(found, kind, by))
        notes = {MEANT: bool(found.segments), ALONE: not board.is_shared, WITH_CARELESS: is_careful and board.is_shared}
        draw_note("\n".join(note for note, is_due in notes.items() if is_due))


def segments_html(found: SegmentView, kind: str, by: str) -> str:
    """Return the verdict, the segments side by side, below each other where there is no room, and their scores."""
    parts = "".join(map(_segment, found.segments))
    shown = f'<div style="display: flex; flex-wrap: wrap; gap: 12px 32px">{parts}</div>' if parts else ""
    rows = [row for row in found.rows if row.kind == kind]
    return f'<p style="{TEXT}"><b>{_html(found.verdict)}</b></p>{shown}{_table(found, rows, by) if rows else ""}'


def _segment(one: Segment) -> str:
    needs = "".join(f"<li>{_html(line)}</li>" for line in one.needs)
    members = f'<p style="{TEXT}">{_html(one.members)}</p>' if one.members else ""
    heading = f"Segment {one.number} · {plural(one.people, 'person', 'people')}"
    return (
        f'<section style="flex: 1 1 300px"><h3 style="{HEADING}">{heading}</h3>'
        f'<ul style="{TEXT}; padding-left: 20px">{needs}</ul>{members}</section>'
    )


def _table(found: SegmentView, rows: list[Row], by: str) -> str:
    """Return the scores of everybody and of each segment, a row per outcome."""
    columns = ["Everybody", *(str(one.number) for one in found.segments)]
    heads = "".join(f'<th scope="col" style="{CELL}; text-align: right">{column}</th>' for column in columns)
    lines = "".join(
        f'<tr><th scope="row" style="{CELL}; text-align: left; font-weight: 400">{_html(row.statement)}</th>'
        + "".join(f'<td style="{NUMBER}">{_html(score)}</td>' for score in row.scores[by])
        + "</tr>"
        for row in rows
    )
    hidden = any(HIDDEN in row.scores[by] for row in rows)
    note = f'<p style="{TEXT}; opacity: 0.75">{SOME_HIDDEN}</p>' if hidden else ""
    title = MEASURES[by].title.capitalize()
    return (
        f'<table style="border-collapse: collapse; width: 100%; font-size: 13px; line-height: 18px"><thead><tr>'
        f'<th scope="col" style="{CELL}; text-align: left">{title}, by segment</th>{heads}</tr></thead>'
        f"<tbody>{lines}</tbody></table>{note}"
    )


def _html(text: str) -> str:
    return escape(unbroken(text.replace("%", " %").replace("  %", " %")))
