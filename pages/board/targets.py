"""The value targets of a study: what was aimed at, whether a later round met it, and the form that sets one."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from jtbd_core.charts.registry import spec_of
from jtbd_core.charts.target_rows import TargetRow, target_rows, target_table, targets_description
from jtbd_core.live.choices import counting
from jtbd_core.live.target_lines import target_lines
from jtbd_core.wave.target import Target
from pages.board.board import Board
from pages.board.target_form import draw_target_form, draw_target_list
from pages.board.waves import shown_waves
from pages.components.escape import unbroken
from pages.components.figures_table import draw_table
from pages.components.phone import is_phone
from pages.components.store import the_store

TITLE = "font-size: 16px; line-height: 24px; font-weight: 700; padding: 0; margin: 8px 0 0"
NOTE = "font-size: 13px; line-height: 19px; opacity: 0.75; margin: 0"
SHARE = "The share of people for whom at least one outcome of a target falls short, whether it matters to them or not."
NONE = "None yet: say how far an outcome shall still fall short."
ZONE = "Zone: the share aimed at, at most."
VERDICTS = "✓ met: the whole interval lies inside. ✕ not met: wholly outside. ? undecided: more answers are needed."


def draw_targets(board: Board) -> None:
    """Draw the targets and whether they are met; for the facilitator, the forms that set, change and delete one."""
    targets = the_store().targets(board.record.id)
    if not targets and board.is_shared:
        return
    st.html(f'<h3 style="{TITLE}">Value targets</h3><p style="{NOTE}">{SHARE if targets else NONE}</p>')
    if targets:
        waves = list(counting(shown_waves(board.record.id)).values())
        study, own = board.record.study, not board.is_shared
        rows = target_lines(the_store(), study, waves, targets, with_unreleased=own)
        text = targets_description(rows)
        st.vega_lite_chart(spec=spec_of(target_rows(rows)), height="content", alt=text, key="targets-chart")
        st.caption(unbroken(targets_key(rows)))
        _draw_texts(targets)
        with st.expander(
            "The same as a table", icon=":material/table_rows:", key="targets", on_change="rerun"
        ) as table:
            if table.open:
                draw_table(target_table(rows), "targets-table", is_narrow=is_phone())
    if not board.is_shared:
        draw_target_form(board.study, board.wave)
        draw_target_list(board.study, targets)


def targets_key(rows: Sequence[TargetRow]) -> str:
    """Return what the marks mean: where a round has asked again, which, whatever day a target was due."""
    again = " and ".join(dict.fromkeys(row.again for row in rows if row.again))
    asked = f"Mark and bar: asked again in {again}, 95 % interval, of those who rated all of a target’s outcomes."
    return f"{ZONE} {asked} {VERDICTS}" if again else ZONE


def _draw_texts(targets: Sequence[Target]) -> None:
    """Draw what the owners said they will do."""
    said = [one.aim for one in targets if one.aim.text]
    if said:
        items = "".join(f"<li><b>{escape(one.owner)}</b>: {escape(one.text)}</li>" for one in said)
        st.html(f'<ul style="font-size: 13px; line-height: 19px; margin: 0">{items}</ul>')
