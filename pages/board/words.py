"""What people wrote in own words: the released remarks for everybody, beside the facilitator's list of all."""

from collections import Counter
from collections.abc import Sequence
from html import escape
from itertools import groupby

import streamlit as st

from jtbd_core.live.shared_remarks import shared_remarks
from jtbd_core.privacy import THRESHOLD, ShownRemark
from jtbd_core.study import Study
from jtbd_core.wave.remark import HIDDEN_NAME, Remark
from pages.board.board import Board
from pages.board.headlines import draw_headline
from pages.board.moderation import draw_moderation
from pages.components.my_store import my_store
from pages.components.plural import plural
from pages.components.shared_link import rerun_if_changed
from pages.components.sign_in import is_facilitator
from pages.components.store import the_store

SECONDS_BETWEEN_LOOKS = 5
MOST_AT_ONCE = 6
"""Remarks under a heading that are seen before the rest is opened."""

STYLE = """<style>
    .words h4 { font-size: 15px; line-height: 22px; font-weight: 600; padding: 0; margin: 16px 0 6px }
    .words h4 small { font-size: 13px; font-weight: 400; color: light-dark(#4a5763, #a9b6c2); margin-left: 4px;
        white-space: nowrap }
    .words h4:first-child { margin-top: 0 }
    .words blockquote { border-left: 3px solid light-dark(#d3dae0, #3a4753); color: inherit; opacity: 1;
        margin: 0 0 8px; padding: 0 0 0 12px; font-size: 15px; line-height: 22px; white-space: pre-line;
        overflow-wrap: anywhere }
    .words mark { background: light-dark(#0f1821, #e6edf2); color: light-dark(#fff, #10181f); border-radius: 3px;
        padding: 0 6px; font-size: 13px }
    .words p { padding-bottom: 8px }
    .words p, .words summary { font-size: 13px; line-height: 19px; color: light-dark(#4a5763, #a9b6c2); margin: 0 }
    .words summary { cursor: pointer; padding: 4px 0 8px; text-decoration: underline }
</style>"""

TITLES = {"missed": "What did we miss?", "solution": "What they use instead"}
NO_HEADING = "Other remarks"
ORDER = "In random order. The facilitator read and released them, and hid names."
NOTHING_YET = (
    "What people wrote appears here once the facilitator has read it and released at least "
    f"{THRESHOLD} remarks together, so that nobody can tell who wrote what."
)


def draw_words(board: Board) -> None:
    """Draw what people wrote: to stakeholders and viewers what was released, to editors all, and that beside them.

    A release, and what its author takes back, show on open pages within `SECONDS_BETWEEN_LOOKS`. Both are drawn by
    fragments, which run without their page: each asks itself who looks.
    """
    st.html(STYLE)
    if not board.is_editable:
        st.fragment(_draw_shared, run_every=SECONDS_BETWEEN_LOOKS)(board)
    else:
        st.fragment(_draw_own)(board)


def _draw_shared(board: Board) -> None:
    if board.link:
        rerun_if_changed(board.link)
    elif not is_facilitator():
        return
    study, shown = board.record.study, shared_remarks(the_store(), board.waves)
    draw_headline(_found(study, shown) or "Nothing is released yet.", ORDER if shown else NOTHING_YET)
    st.html(_panel(study, shown))


def _draw_own(board: Board) -> None:
    if not is_facilitator() or not board.is_editable:
        return
    study, shown = board.record.study, shared_remarks(the_store(), board.waves)
    remarks = my_store().remarks(board.wave.id)
    if not remarks and not shown:
        draw_headline("Nobody has written anything yet.", "The form asks “What did we miss?” at its end.")
        return
    draw_headline(f"{_written(remarks)}; {_found(study, shown) or 'nothing is released yet.'}")
    left, right = st.columns([3, 2], gap="medium")
    with left:
        if len(board.waves) > 1:
            st.caption(f"Listed are the remarks of round {board.wave.number}; choose another round to read its own.")
        draw_moderation(board, remarks)
    with right, st.container(border=True):
        told = f"{plural(len(shown), 'remark')}. {ORDER}" if shown else NOTHING_YET
        st.html(f'<div class="words"><h4>What stakeholders see</h4><p>{told}</p></div>{_panel(study, shown)}')


def _written(remarks: Sequence[Remark]) -> str:
    """Return how many people wrote something, and how many named what they use instead."""
    others = sum(one.kind == "solution" for one in remarks)
    named = f", {others:,} named something else that they use" if others else ""
    return f"{plural(len(remarks) - others, 'person', 'people')} wrote something{named}"


def _found(study: Study, shown: Sequence[ShownRemark]) -> str:
    """Return how many remarks are shown, and under which heading the most of them stand; empty if none are."""
    if not shown:
        return ""
    said = f"{plural(len(shown), 'remark is', 'remarks are')} released."
    sizes = Counter(heading for one in shown if (heading := _heading(study, one)))
    return " ".join(
        (said, *(f"Most of them under one heading, {size}, are about “{one}”." for one, size in sizes.most_common(1)))
    )


def _place(one: ShownRemark) -> tuple[str, str, str]:
    return one.kind, one.outcome, one.label


def _heading(study: Study, one: ShownRemark) -> str:
    statements = {outcome.id: outcome.statement for outcome in study.outcomes}
    return one.label or statements.get(one.outcome, "")


def _panel(study: Study, shown: Sequence[ShownRemark]) -> str:
    """Return the released remarks under their headings, as HTML."""
    kinds = [(kind, list(ones)) for kind, ones in groupby(shown, lambda one: one.kind)]
    parts: list[str] = []
    for kind, ones in kinds:
        groups = [list(under) for _, under in groupby(ones, _place)]
        if len(kinds) > 1:
            parts.append(f"<h4>{TITLES[kind]} <small>{plural(len(ones), 'remark')}</small></h4>")
        for under in groups:
            heading = _heading(study, under[0]) or (NO_HEADING if len(groups) > 1 else "")
            if heading:
                parts.append(f"<h4>{escape(heading)} <small>{plural(len(under), 'remark')}</small></h4>")
            quotes = [_quote(one.text) for one in under]
            parts += quotes[:MOST_AT_ONCE]
            if rest := quotes[MOST_AT_ONCE:]:
                parts.append(f"<details><summary>{plural(len(rest), 'more remark')}</summary>{''.join(rest)}</details>")
    return f'<div class="words">{"".join(parts)}</div>'


def _quote(text: str) -> str:
    return f"<blockquote>{escape(text).replace(escape(HIDDEN_NAME), '<mark>name</mark>')}</blockquote>"
