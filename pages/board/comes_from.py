"""Where it comes from: which job steps the success outcomes that fall short most go with."""

from html import escape

import streamlit as st

from jtbd_core.exchange.driver_table import driver_table
from jtbd_core.live.origins import Origins, origins
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.driver_sentences import CAUSES, VARIATION
from pages.board.board import Board
from pages.board.careless import compared, counted
from pages.board.headlines import draw_headline, draw_waiting
from pages.components.escape import escaped, unbroken
from pages.components.figures_table import draw_table
from pages.components.note import draw_note
from pages.components.phone import is_phone
from pages.components.watch import MOST_KEPT

IN_A_ROW = 3
"""The charts beside each other on a wide page; a phone has one below the other."""

WAITS = "Where success comes from appears after the reveal, or when the round closes."
REASON = f"fewer than {THRESHOLD} people who rated both came or left, and figures could give their answers away"
HOW_TO_READ = (
    "A point far right: people who are badly served in that step are the same people for whom the outcome falls short. "
    "Lines are 95 % intervals. Content people are content with everything, so a step is coloured only if its share is "
    "surely the greatest. Where shuffled answers explain as much, the steps tell nothing."
)
HEADING = "font-size: 15px; font-weight: 700; margin: 0 0 2px"
TEXT = "font-size: 13px; line-height: 19px; margin: 0"


def has_both_kinds(board: Board) -> bool:
    """Whether the study has key outcomes in steps and success outcomes, which are set against each other."""
    study = board.record.study
    return bool(study.key_outcomes and study.success_outcomes)


def draw_comes_from(board: Board) -> None:
    """Draw with which job steps success outcomes go, or what that waits for."""
    if draw_waiting(board.found):
        return
    found = compared(board, origins, _is_less)
    if found is None or not found.pictures:
        st.info(escaped(_waiting(found)) if found else WAITS, icon=":material/hourglass_empty:")
        return
    draw_headline(found.headline, f"{VARIATION} {CAUSES}")
    draw_note(f"How to read this. {HOW_TO_READ}")
    _draw_pictures(found)
    for place, column in enumerate(st.columns(len(found.worst)) if found.worst else []):
        with column:
            _draw_worst(found.key, place, found)
    if found.hidden:
        draw_note(_hidden(found))
    with st.expander("The same as a table", icon=":material/table_rows:", key="drivers", on_change="rerun") as table:
        if table.open:
            _draw_table(found.key, found, is_narrow=is_phone())


def counts_careful(board: Board) -> bool:
    """Whether job steps are shown without careless answers where these are to be left out."""
    return counted(board, origins, _is_less)[1]


def _is_less(found: Origins, _: Origins) -> bool:
    return not found.pictures


def _draw_pictures(found: Origins) -> None:
    """Draw the charts side by side, in rows, that of the outcome which falls short most first."""
    places = range(len(found.pictures))
    for start in places[::IN_A_ROW]:
        for place, column in zip(places[start:], st.columns(IN_A_ROW, gap="medium"), strict=False):
            with column:
                _draw_picture(found.key, place, found)


def _waiting(found: Origins) -> str:
    """Return what charts wait for where there is none."""
    if found.table.empty:
        return _hidden(found)
    takes = f"This takes {found.needed} people or more who rated a success outcome and each job step"
    return f"{takes}; so far there are {found.table['n'].max()}."


def _hidden(found: Origins) -> str:
    """Return of which outcomes nothing is shown, and why."""
    named = ", ".join(f"“{one}”" for one in found.hidden)
    return f"Not shown: {named}. The reason: {REASON}."


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_picture(key: str, place: int, _found: Origins) -> None:
    picture = _found.pictures[place]
    st.vega_lite_chart(spec=picture.spec, height="content", alt=picture.text, key=f"drivers-{place}-chart")


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_worst(key: str, place: int, _found: Origins) -> None:
    step, lines = list(_found.worst.items())[place]
    worst = "".join(f'<p style="{TEXT}">{escape(unbroken(one))}</p>' for one in lines)
    st.html(f'<p style="{HEADING}">In “{escape(step)}”, highest first</p>{worst}')


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_table(key: str, _found: Origins, *, is_narrow: bool) -> None:
    draw_table(driver_table(_found.table), "drivers-table", is_narrow=is_narrow, fixed=2)
