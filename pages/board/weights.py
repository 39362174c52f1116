"""Weights on the facilitator's page: the choice of a question and its shares, and weighted scores beside plain ones."""

from functools import partial
from html import escape

import streamlit as st

from jtbd_core.live.weighted import Row, Shares, weighted_view
from jtbd_core.study import SOLUTION_QUESTION
from jtbd_core.wave import Group
from pages.board.board import Board
from pages.board.careless import compared
from pages.board.choice import draw_choice
from pages.board.kinds import KINDS
from pages.board.sureness_html import CELL, paragraphs
from pages.components.escape import escaped, unbroken
from pages.components.permission import with_permission

WEIGH, SHARES = "weigh", "shares"
"""The query parameters of the question that answers are weighted by, and of its options' shares in per cent."""

NOBODY = "none"
ROUNDED = 1.0
"""Per cent by which shares may miss 100, as rounded ones do."""
ALONE = "Shown to you alone: links for stakeholders show plain scores. Weights are at most 5 times the median one."
NUMBER = f"{CELL}; text-align: right; white-space: nowrap"


WIDE = ' class="wide"'
"""Of what a phone has no room for."""


def draw_weighting(board: Board) -> None:
    """Draw the choice of a question to weigh by and, once one is chosen, of the share of each of its options."""
    offered = _offered(board)
    if board.is_shared or not offered:
        return
    study = board.record.study
    asked = {SOLUTION_QUESTION: "Solution used"} | {one.id: one.question for one in study.circumstances}
    question = _question(board)
    draw_choice("Weigh by", {NOBODY: "No weights"} | {one: asked[one] for one in offered}, WEIGH, question or NOBODY)
    if not question:
        return
    given = dict(_shares(board))
    with st.form("weights", border=False):
        st.caption("The share of each answer among all the people whom you want to speak of, in per cent.")
        keys = {option: f"share-{question}-{option}" for option in offered[question]}
        total = sum(offered[question].values())
        for option, people in offered[question].items():
            now = 100 * given.get(option, people / total)
            label = escaped(study.questions()[question][option])
            st.number_input(label, 0.1, 100.0, round(now, 1), 1.0, "%.1f", key=keys[option])
        st.form_submit_button("Weigh", on_click=_keep, args=(keys,))


@with_permission
def _keep(keys: dict[str, str]) -> None:
    """Keep the shares in the address, each after its option."""
    st.query_params[SHARES] = " ".join(f"{option}:{st.session_state[keys[option]]:g}" for option in keys)


def _offered(board: Board) -> dict[str, dict[str, int]]:
    """Return how many people gave each option that may be shown, of the questions with two or more of these."""
    groups = board.found.sizes.groups
    found = {
        question: {option: many for option in options if (many := groups.get(Group(question, option), 0))}
        for question, options in board.record.study.questions().items()
    }
    return {question: options for question, options in found.items() if len(options) > 1}


def _question(board: Board) -> str:
    """Return the question that the address asks for, empty for none."""
    asked = st.query_params.get(WEIGH, NOBODY)
    return asked if asked in _offered(board) else ""


def _shares(board: Board) -> Shares:
    """Return the shares (0–1) that the address gives for the options of its question, empty where it gives others."""
    options = _offered(board).get(_question(board), {})
    try:
        parts = dict(part.split(":") for part in st.query_params.get(SHARES, "").split())
        found = tuple((option, float(share) / 100) for option, share in parts.items())
    except ValueError:
        return ()
    return found if set(parts) == set(options) else ()


def draw_weighted(board: Board, kind: str) -> None:
    """Draw the weighted scores of a kind beside the plain ones; nothing without shares."""
    shares = () if board.is_shared else _shares(board)
    if not shares:
        return
    total = 100 * sum(share for _, share in shares)
    if abs(total - 100) > ROUNDED:
        st.warning(f"These shares add up to {total:.0f} %, not to 100 %: nothing is weighted.")
        return
    found = compared(board, partial(weighted_view, _question(board), shares))
    if found is None:
        return
    if found.refusal:
        st.warning(f"Nothing is weighted. {found.refusal}")
        return
    with st.expander("Weighted beside plain", icon=":material/balance:", expanded=True):
        said = f"Weighted, these {found.people:,} people say as much as {found.n_eff:,.0f} of equal weight."
        st.html(paragraphs([said]) + weighted_html(found.rows.get(KINDS[kind], ())))
        st.caption(ALONE)


def weighted_html(rows: tuple[Row, ...]) -> str:
    """Return the table of weighted scores beside plain ones."""
    heads = "".join(
        f'<th scope="col"{where} style="{CELL}; text-align: right; overflow-wrap: normal">{head}</th>'
        for head, where in (("Plain", ""), ("Weighted", ""), ("n", WIDE), ("effective n", ""))
    )
    return (
        '<table style="border-collapse: collapse; width: 100%; font-size: 13px; line-height: 18px"><thead><tr>'
        f'<th scope="col" style="{CELL}; text-align: left">Outcome</th>{heads}</tr></thead>'
        f"<tbody>{''.join(map(_row, rows))}</tbody></table>"
    )


def _row(one: Row) -> str:
    weighted = f"<b>{unbroken(one.weighted)}</b><span{WIDE}> ({unbroken(one.interval)})</span>"
    cells = ((unbroken(one.plain), ""), (weighted, ""), (f"{one.n:,}", WIDE), (f"{one.n_eff:,.0f}", ""))
    numbers = "".join(f'<td{where} style="{NUMBER}">{cell}</td>' for cell, where in cells)
    head = f'<th scope="row" style="{CELL}; text-align: left; font-weight: 400">{escape(unbroken(one.statement))}</th>'
    return f"<tr>{head}{numbers}</tr>"
