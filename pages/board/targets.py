"""The value targets of a study: what was aimed at, whether a later round met it, and the form that sets one."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from jtbd_core.charts.registry import spec_of
from jtbd_core.charts.target_rows import TargetRow, target_rows, target_table, targets_description
from jtbd_core.live.findings import progress, pulse
from jtbd_core.live.reach import Reaches, reaches
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.targets import met
from jtbd_core.study import Study
from jtbd_core.wave import Wave
from jtbd_core.wave.target import Target
from pages.board.board import Board
from pages.board.target_form import draw_target_form, draw_target_list
from pages.board.waves import counting, shown_waves
from pages.components.plural import plural
from pages.components.rounds import round_name
from pages.components.store import the_store

TITLE = "font-size: 16px; line-height: 24px; font-weight: 700; padding: 0; margin: 8px 0 0"
NOTE = "font-size: 13px; line-height: 19px; opacity: 0.75; margin: 0"
KEY = (
    "Zone: the share of people aimed at, at most, for whom at least one of the outcomes falls short. Mark and bar: the "
    "latest round, 95 % interval, of those who rated all of them. ✓ met: the whole interval lies inside. ✕ not met: "
    "wholly outside. ? undecided: more answers are needed."
)
UNKNOWN = float("nan")


def draw_targets(board: Board) -> None:
    """Draw the targets and whether they are met; for the facilitator, the forms that set, change and delete one."""
    targets = the_store().targets(board.record.id)
    if not targets and board.is_shared:
        return
    nothing = "" if targets else f'<p style="{NOTE}">None yet: say how far an outcome shall still fall short.</p>'
    st.html(f'<h3 style="{TITLE}">Value targets</h3>{nothing}')
    if targets:
        rows = target_lines(board, targets)
        text = targets_description(rows)
        st.vega_lite_chart(spec=spec_of(target_rows(rows)), height="content", alt=text, key="targets-chart")
        st.caption(KEY)
        _draw_texts(targets)
        with st.expander(
            "The same as a table", icon=":material/table_rows:", key="targets", on_change="rerun"
        ) as table:
            if table.open:
                st.dataframe(target_table(rows), hide_index=True, key="targets-table")
    if not board.is_shared:
        draw_target_form(board.study, board.wave)
        draw_target_list(board.study, targets)


def target_lines(board: Board, targets: Sequence[Target]) -> list[TargetRow]:
    """Return what is shown of each target: before from the round it was set from, now from the latest later one."""
    waves = list(counting(shown_waves(board.record.id)).values())
    asked = asked_for(waves, targets, is_shared=board.is_shared)
    aims = tuple((one.id, one.aim.outcomes) for one in targets)
    found = reaches(the_store(), board.record.study, asked, aims, with_unreleased=not board.is_shared)
    return [_line(board.record.study, target, waves, found) for target in targets]


def asked_for(waves: Sequence[Wave], targets: Sequence[Target], *, is_shared: bool) -> list[Wave]:
    """Return the waves, given the latest first, that tell of targets: those they were set from, and the latest one.

    To viewers a wave tells from its reveal or its end on, to the facilitator once enough people have rated.
    """
    set_from = {target.wave_id for target in targets}
    rated = (wave for wave in waves if progress(the_store(), wave.id).rated >= THRESHOLD)
    latest = next((wave for wave in rated if _has_ended(wave) or not is_shared), None)
    return [wave for wave in waves if wave.id in set_from or wave is latest]


def _line(study: Study, target: Target, waves: Sequence[Wave], found: Mapping[str, Reaches]) -> TargetRow:
    numbers = {wave.id: wave.number for wave in waves}
    since = numbers.get(target.wave_id, 0)
    before = found.get(target.wave_id, {}).get(target.id)
    later = [wave for wave in waves if wave.number > since and target.id in found.get(wave.id, {})]  # latest first
    now = found[later[0].id][target.id] if later else None
    aim, at_most = target.aim, target.aim.at_most / 100
    again = f" · {round_name(later[0])}" if later else ""
    whose = f"{aim.owner} · by {aim.due.day} {aim.due:%b %Y}{again}"
    name, share = target_name(study, target), before.share if before else UNKNOWN
    if now is None:
        state = "hidden" if any(wave.number > since and _has_ended(wave) for wave in waves) else "waits"
        return TargetRow(name, whose, at_most, share, UNKNOWN, UNKNOWN, UNKNOWN, 0, state)
    figures = now.share, now.low, now.high, now.people
    return TargetRow(name, whose, at_most, share, *figures, met(now, at_most))


def _has_ended(wave: Wave) -> bool:
    """Whether a wave had an occasion to tell: it was revealed, closed, or its answers were imported."""
    return pulse(the_store(), wave.id).version.revealed > 0


def target_name(study: Study, target: Target) -> str:
    """Return the outcomes of a target in words: the first, and how many more."""
    statements = {one.id: one.statement for one in study.outcomes}
    first, *others = [statements[one] for one in target.aim.outcomes]
    return first + (f", or {plural(len(others), 'other', 'others')}" if others else "")


def _draw_texts(targets: Sequence[Target]) -> None:
    """Draw what the owners said they will do."""
    said = [one.aim for one in targets if one.aim.text]
    if said:
        items = "".join(f"<li><b>{escape(one.owner)}</b>: {escape(one.text)}</li>" for one in said)
        st.html(f'<ul style="font-size: 13px; line-height: 19px; margin: 0">{items}</ul>')
