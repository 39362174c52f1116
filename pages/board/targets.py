"""The value targets of a study: what was aimed at, whether a later round met it, and the form that sets one."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from jtbd_core.charts.spec import spec_of
from jtbd_core.charts.target_rows import TargetRow, target_rows, target_table, targets_description
from jtbd_core.live.choices import counting
from jtbd_core.live.target_lines import target_lines
from jtbd_core.scoring.measures import ANYWAY
from jtbd_core.study import Study
from jtbd_core.wave.target import Target
from pages.board.board import Board
from pages.board.target_form import draw_target_form, draw_target_list
from pages.board.waves import shown_waves
from pages.components.figures_table import draw_table
from pages.components.my_store import my_store
from pages.components.note import draw_note
from pages.components.phone import is_phone
from pages.components.store import the_store

TITLE = "font-size: 16px; line-height: 24px; font-weight: 700; padding: 0; margin: 8px 0 0"
NOTE = "font-size: 13px; line-height: 19px; opacity: 0.75; margin: 0"
SHARE = f"The share of people for whom at least one outcome of a target falls short, {ANYWAY}."
NONE = "None yet: say how far an outcome shall still fall short."
ZONE = "Zone: the share aimed at, at most."
VERDICTS = "✓ met: the whole interval lies inside. ✕ not met: wholly outside. ? undecided: more answers are needed."


def draw_targets(board: Board) -> None:
    """Draw the targets and whether they are met; for the facilitator, the forms that set, change and delete one."""
    targets = my_store().targets(board.record.id)
    if not targets and not board.is_editable:
        return
    st.html(f'<h3 style="{TITLE}">Value targets</h3><p style="{NOTE}">{SHARE if targets else NONE}</p>')
    if targets:
        waves = list(counting(shown_waves(board.record.id)).values())
        study, own = board.record.study, not board.is_shared
        rows = target_lines(the_store(), study, waves, targets, with_unreleased=own)
        text = targets_description(rows)
        st.vega_lite_chart(spec=spec_of(target_rows(rows)), height="content", alt=text, key="targets-chart")
        draw_note(targets_key(rows))
        _draw_texts(study, targets)
        with st.expander(
            "The same as a table", icon=":material/table_rows:", key="targets", on_change="rerun"
        ) as table:
            if table.open:
                draw_table(target_table(rows), "targets-table", is_narrow=is_phone())
    if board.is_editable:
        draw_target_form(board.study, board.wave)
        draw_target_list(board.study, targets)


def targets_key(rows: Sequence[TargetRow]) -> str:
    """Return what the figures and marks mean: which rounds tell of before and, where one has asked again, of now."""
    set_in = _named(row.set_in for row in rows if row.before == row.before)
    before = f"Before the arrow: {set_in}, when the target was set. " if set_in else ""
    again = _named(row.again for row in rows)
    asked = f"Mark and bar: judged by {again}; 95 % interval, of those who rated all of a target’s outcomes."
    return f"{before}{ZONE} {asked} {VERDICTS}" if again else f"{before}{ZONE}"


def _named(rounds: Iterable[str]) -> str:
    return " or ".join(dict.fromkeys(filter(None, rounds)))


def _draw_texts(study: Study, targets: Sequence[Target]) -> None:
    """Draw what the owners said they will do, and all outcomes of a target that has several."""
    statements = {one.id: one.statement for one in study.outcomes}
    named = {one.id: " or ".join(f"“{statements[outcome]}”" for outcome in one.aim.outcomes) for one in targets}
    said = [
        (one.aim.owner, ". ".join(filter(None, (named[one.id] if len(one.aim.outcomes) > 1 else "", one.aim.text))))
        for one in targets
    ]
    if any(text for _, text in said):
        items = "".join(f"<li><b>{escape(owner)}</b>: {escape(text)}</li>" for owner, text in said if text)
        st.html(f'<ul style="font-size: 13px; line-height: 19px; margin: 0">{items}</ul>')
