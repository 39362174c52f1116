"""How sure: how firmly the top is known, careless answers and whether they matter, other formulas, and who answered."""

import streamlit as st

from jtbd_core.live.careless import CarelessView, TopTwice, careless_view, sureness_headline
from jtbd_core.live.choices import group_name
from jtbd_core.live.findings import progress
from jtbd_core.live.insights import insight
from jtbd_core.live.response import response
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.sureness import Sureness
from jtbd_core.wave.groups import CAREFUL
from pages.board.board import Board
from pages.board.choice import choose
from pages.board.groups import EVERYBODY, WHO, WITHOUT_CARELESS, shown_groups
from pages.board.headlines import draw_headline, draw_waiting
from pages.board.kinds import KINDS, draw_kinds, shown_kind
from pages.board.response_words import people_lines, told_progress
from pages.board.sureness_html import block, columns, formulas, listed, lists, paragraphs, ranges
from pages.components.phone import is_phone
from pages.components.store import the_store

FORESEEN = (
    "Dot: on average, with so many more people. Bar: very likely, in 95 of 100 cases. People unlike those who answered "
    "cannot be foreseen."
)
WAITS = "How many answers look careless, and whether they matter, appears after the reveal or when the round closes."
FEW = (
    f"If any answers look careless, they are somewhere of fewer than {THRESHOLD} people, whom a list without them "
    "would give away."
)
"""Said where nobody is flagged, too: else one who copies somebody's answers is told by being flagged that they are."""


def draw_sureness(board: Board) -> None:
    """Draw how sure the top five of a kind are, in one element, with the switch that leaves careless answers out."""
    if draw_waiting(board.found):
        return
    kind = KINDS[shown_kind(board.found)]
    sure = board.found.results.sure.get(kind)
    found = insight(the_store(), board.study, board.waves, careless_view, with_unreleased=not board.is_shared)
    twice = found.lists.get(kind) if found else None
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        draw_kinds(board.found, shown_kind(board.found))
        _draw_switch(board)
    draw_headline(sureness_headline(sure, found, kind, with_few=not board.is_shared))
    st.html(columns([_belong(sure), _answered(board)], [_careless(board, found, twice), _formulas(board, sure)]))


def _draw_switch(board: Board) -> None:
    """Draw the switch that shows all results without careless answers, where that may be shown."""
    offered = shown_groups(board.record.study, board.waves, board.link)
    if CAREFUL in offered.values():
        is_on = board.group == CAREFUL
        switch = f"careful-{is_on}"
        st.toggle(WITHOUT_CARELESS, is_on, key=switch, on_change=_leave_out, args=(switch,))


def _leave_out(switch: str) -> None:
    """Keep in the address, and in the choice of a group, that careless answers are left out."""
    choose(WHO, group_name(CAREFUL) if st.session_state[switch] else EVERYBODY)


def _belong(sure: Sureness | None) -> str:
    if sure is None:
        return ""  # the headline says why
    title = f"How many of the top {sure.top} would be there too if everybody like these had answered"
    return block(title, ranges(sure), paragraphs([FORESEEN], is_quiet=True))


def _careless(board: Board, found: CarelessView | None, twice: TopTwice | None) -> str:
    title = "Who was careless, and does it matter?"
    if found is None or twice is None:
        return block(title, paragraphs([WAITS]))
    if board.is_shared and (twice.careful is None or found.many_to_tell() < THRESHOLD):
        return block(title, paragraphs([FEW]), _false(twice))
    said, *flags = people_lines(found, is_shared=board.is_shared, is_left_out=board.group == CAREFUL)
    parts = [paragraphs([said]), listed(flags)]
    if found.flagged and twice.careful is not None:
        parts.append(
            lists(
                twice,
                (
                    f"everybody, {found.people:,} people",
                    f"without careless answers, {found.people - found.flagged:,} people",
                ),
            )
        )
    return block(title, *parts, _false(twice))


def _false(twice: TopTwice) -> str:
    if twice.false_responses is None:
        return ""
    many = twice.false_responses
    people = "one person who answers" if many == 1 else f"{many:,} people who answer"
    said = f"{people} so as to push one outcome up and another down could change which are at the top"
    lines = [f"Careless people push no outcome on purpose. Made-up answers are another matter: {said}."]
    return f'<div style="margin-top: 12px">{paragraphs(lines)}</div>'


def _formulas(board: Board, sure: Sureness | None) -> str:
    if sure is None:
        return ""
    statements = {one.id: one.statement for one in board.study.outcomes}
    by = board.found.results.by[KINDS[shown_kind(board.found)]]
    return block("Would another formula choose others?", formulas(sure, statements, by, is_narrow=is_phone()))


def _answered(board: Board) -> str:
    """Return who answered: to the facilitator all counts, to others those that tell of nobody."""
    if board.is_shared:
        return block("Who answered", *told_progress([progress(the_store(), one.id) for one in board.waves], board))
    found = [response(the_store(), board.record.study, one) for one in board.waves]
    return block("Who answered", *told_progress([one.progress for one in found], board, found))
