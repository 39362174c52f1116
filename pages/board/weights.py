"""Weights: the facilitator's choice of a question and its shares, and weighted scores beside plain ones for everybody.

What the facilitator tries stands in the address; what links for stakeholders show is kept with the study.
"""

from functools import partial
from html import escape

import streamlit as st

from jtbd_core.errors import Refused
from jtbd_core.live.weighted import Row, Weighted, file_weighted_view, has_weights, shown_margin, weighted_view
from jtbd_core.wave import Group
from jtbd_core.wave.groups import CAREFUL
from jtbd_core.wave.margin import WHOLE, Margin
from pages.board.board import Board
from pages.board.careless import compared
from pages.board.choice import draw_choice
from pages.board.kinds import KINDS
from pages.board.sureness_html import CELL, paragraphs
from pages.components.escape import escaped, unbroken
from pages.components.my_store import my_store
from pages.components.note import draw_note
from pages.components.permission import do, with_permission
from pages.components.plural import plural
from pages.components.rerun import keep_in_address
from pages.components.store import the_store

WEIGH, SHARES = "weigh", "shares"
"""The query parameters of the question that answers are weighted by, and of its options' shares in per cent."""

TITLE = "Weighted beside plain"
NOBODY, FILE = "none", "=file"
"""No weights, and those of the file that a round was imported from: neither is the id of a question."""

CUT = "Weights are at most 5 times the median one."
ALONE = f"Shown to you alone, of all answers. {CUT}"
OF_FILE = (
    "Shown to you alone: these weights are of single people, so scores weighted by them tell more than the groups that "
    f"links show. {CUT}"
)
SHOWN = f"As the answers stood at the last reveal or at the end of the round. {CUT}"
KEPT = "Links that show groups show scores weighted like this beside plain ones:"
ASKED = (
    "The share of each answer among all the people whom you want to speak of, in per cent: from a census or from sales,"
    " not from these answers. Once you show it to stakeholders, they see these shares too."
)
PARTLY = "Weights need the share of each of these answers: nothing is weighted."
REASON = "a group of these answers cannot be shown of"
NUMBER = f"{CELL}; text-align: right; white-space: nowrap"
WIDE = ' class="wide"'
"""Of what a phone has no room for."""


def draw_weighting(board: Board) -> None:
    """Draw the choice of a question to weigh by and, once one is chosen, of the share of each of its options."""
    offered = _offered(board)
    if board.is_shared or not (offered or has_weights(the_store(), board.waves)):
        return
    study, question = board.record.study, _question(board)
    labels = {NOBODY: "No weights"} | {one: _asked(board, one) for one in offered}
    if has_weights(the_store(), board.waves):
        labels[FILE] = "The weights of the file"
    asked = FILE if _is_by_file(board) else question
    draw_choice("Weigh by", labels, WEIGH, asked or NOBODY)
    if question:
        given = _percentages(board)
        with st.form("weights", border=False):
            st.caption(ASKED)
            keys = {option: f"share-{question}-{option}" for option in offered[question]}
            for option, key in keys.items():
                label = escaped(study.questions()[question][option])
                st.number_input(label, 0.1, 100.0, given.get(option), 1.0, "%.1f", key=key, placeholder="per cent")
            st.form_submit_button("Weigh", on_click=_keep, args=(keys,))
    _draw_kept(board)


def _draw_kept(board: Board) -> None:
    """Draw what is kept for stakeholders, and the buttons that keep what the address asks for, or nothing."""
    store, study_id, kept = my_store(), board.record.id, my_store().margin(board.record.id)
    try:
        asked = _margin(board)
    except Refused:
        asked = None
    if asked and asked != kept and board.is_editable:
        st.button("Show this to stakeholders", key="keep-margin", on_click=do, args=(store.set_margin, study_id, asked))
    if kept:
        draw_note(f"{KEPT} {_said(board, kept)}.")
    if kept and board.is_editable:
        arguments = (store.set_margin, study_id, None)
        st.button("Show them plain scores alone", key="drop-margin", on_click=do, args=arguments)


@with_permission
def _keep(keys: dict[str, str]) -> None:
    """Keep the shares that are given in the address, each after its option."""
    given = {option: st.session_state[keys[option]] for option in keys}
    shares = (f"{option}:{share:g}" for option, share in given.items() if share is not None)
    keep_in_address(SHARES, " ".join(shares))


def _asked(board: Board, question: str) -> str:
    """Return the words of a question."""
    asked = {one.id: one.question for one in board.record.study.circumstances}
    return asked.get(question, "Solution used")


def _said(board: Board, margin: Margin) -> str:
    """Return a margin in words: "Where do you listen? At home 40 %, at work 60 %"."""
    labels = board.record.study.questions()[margin.question]
    question = _asked(board, margin.question)
    shares = ", ".join(f"{labels[option]} {100 * share / WHOLE:g} %" for option, share in margin.shares)
    return f"{question}{'' if question.endswith('?') else ':'} {shares}"


def _offered(board: Board) -> dict[str, list[str]]:
    """Return the options that may be shown, of the questions with two or more of these."""
    groups = board.found.sizes.groups
    found = {
        question: [option for option in options if groups.get(Group(question, option))]
        for question, options in board.record.study.questions().items()
    }
    return {question: options for question, options in found.items() if len(options) > 1}


def _question(board: Board) -> str:
    """Return the question that the address asks for, empty for none."""
    asked = st.query_params.get(WEIGH, NOBODY)
    return asked if asked in _offered(board) else ""


def _is_by_file(board: Board) -> bool:
    """Whether the address asks for the weights of the file, and there are some."""
    return st.query_params.get(WEIGH) == FILE and has_weights(the_store(), board.waves)


def _percentages(board: Board) -> dict[str, float]:
    """Return the shares that the address gives for the options of its question, empty where it gives others."""
    options = _offered(board).get(_question(board), [])
    try:
        given = dict(part.split(":") for part in st.query_params.get(SHARES, "").split())
        found = {option: float(share) for option, share in given.items()}
    except ValueError:
        return {}
    return found if set(found) <= set(options) else {}


def _margin(board: Board) -> Margin | None:
    """Return the margin that the address gives, if any; raise `Refused` for one that is none."""
    given, question = _percentages(board), _question(board)
    if given and len(given) < len(_offered(board)[question]):
        raise Refused(PARTLY)
    shares = tuple((option, round(share / 100 * WHOLE)) for option, share in given.items())
    return Margin(question=question, shares=shares) if shares else None


def draw_weighted(board: Board, kind: str) -> None:
    """Draw the weighted scores of a kind beside the plain ones; nothing without shares.

    The facilitator's are of the file's weights or of shares, as the address asks; those for stakeholders, whose links
    show groups, of the shares that are kept with the study: weighted and plain scores solve for those of two groups.
    """
    if board.group not in (None, CAREFUL) or not board.shows("groups"):
        return
    if board.is_shared:
        margin = shown_margin(the_store(), board.record.id)
        has_ended = any(wave.status == "closed" or wave.revealed_at for wave in board.waves)
        if margin and has_ended:
            with st.expander(TITLE, icon=":material/balance:", key="weighted", on_change="rerun") as part:
                if part.open:
                    _draw_shares(board, margin, kind)
        return
    if _is_by_file(board):
        with st.expander(TITLE, icon=":material/balance:", expanded=True):
            _draw_scores(compared(board, file_weighted_view), kind, "By the weights of the file.", OF_FILE)
        return
    try:
        margin = _margin(board)
    except Refused as error:
        st.warning(str(error))
        return
    if margin:
        with st.expander(TITLE, icon=":material/balance:", expanded=True):
            _draw_shares(board, margin, kind)


def _draw_shares(board: Board, margin: Margin, kind: str) -> None:
    shares = tuple((option, share / WHOLE) for option, share in margin.shares)
    found = compared(board, partial(weighted_view, margin.question, shares))
    _draw_scores(found, kind, f"Weighted to: {_said(board, margin)}.", SHOWN if board.is_shared else ALONE)


def _draw_scores(found: Weighted | None, kind: str, meant: str, for_whom: str) -> None:
    """Draw weighted beside plain scores, what they are weighted to, and who sees them."""
    if found is None:
        return
    if found.refusal:
        st.warning(escaped(f"{meant} Nothing is: {found.refusal}"))
        return
    if rows := found.rows.get(KINDS[kind], ()):
        said = f"These {found.people:,} people then say as much as {found.n_eff:,.0f} of equal weight."
        st.html(paragraphs([f"{meant} {said}"]) + weighted_html(rows))
    if note := hidden_note(found, KINDS[kind]):
        draw_note(note)
    draw_note(for_whom)


def hidden_note(found: Weighted, kind: str) -> str:
    """Return of which outcomes of a kind nothing is weighted and why; empty where all are."""
    hidden = found.hidden.get(kind, ())
    if not hidden:
        return ""
    if not found.rows.get(kind):
        return f"No outcome is weighted: {REASON} them."
    first = f"“{hidden[0]}”" + (f" and {plural(len(hidden) - 1, 'other')}" if len(hidden) > 1 else "")
    return f"Not weighted: {REASON} {first}."


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
