"""The context of the results: one quiet line that says what is shown, and opens the choices of it."""

from html import escape

import streamlit as st

from jtbd_core.study import Study
from jtbd_core.study.scale import FIVE
from jtbd_core.wave import Group
from jtbd_core.wave.rounds import round_name
from pages.board.board import Board
from pages.board.groups import draw_group_choice, group_label
from pages.board.headlines import draw_shown
from pages.board.waves import draw_missing, draw_wave_choice, shown_waves
from pages.board.weights import draw_weighting
from pages.components.escape import escaped, unbroken
from pages.components.header import job_line, study_links
from pages.components.link import KEY
from pages.components.note import NOTE
from pages.components.phone import is_phone
from pages.components.plural import plural
from pages.components.rounds import field_dates

FOR_VIEWERS = """<style>
    .stMainMenu { display: none }
    .stMainBlockContainer { padding-top: 16px }
    @media (max-width: 640px) {
        .stMainBlockContainer > .stVerticalBlock, .st-key-part > .stVerticalBlock { gap: 8px }
        .st-key-context button { min-height: 24px; padding: 0 }
    }
</style>"""
"""Who looks at results needs no menu, and the room above them is theirs."""

TITLE = "font-size: 16px; line-height: 24px; font-weight: 700; padding: 0; margin: 0"


def draw_context(board: Board, counted: Group | None) -> None:
    """Draw the study's title and note and, beside them, the line that opens the choice of wave and group.

    `counted` is the group whose answers the open view counts, None for everybody.
    """
    if KEY not in st.query_params:
        study_links(board.record)
    else:
        st.html(FOR_VIEWERS)
    study = board.record.study
    st.set_page_config(page_title=f"{study.title} · Headway")
    left, right = st.columns([5, 4], gap="small", vertical_alignment="center")
    with left:
        note = f'<p class="study-note" style="{NOTE}">{escape(study.note)}</p>' if study.note else ""
        st.html(f'<h1 style="{TITLE}">{escape(unbroken(study.title))}</h1>{note}')
    line = right.container(horizontal=True, horizontal_alignment="left" if is_phone() else "right")
    with line.popover(context(board, counted), type="tertiary", key="context", wrap=True):
        st.caption(job_line(study))
        if study.note and is_phone():
            st.caption(escaped(study.note))
        draw_wave_choice(shown_waves(board.record.id), board.waves)
        draw_group_choice(board)
        draw_weighting(board)
        draw_missing(board.record.study, board.waves)
        draw_shown(board)


def context(board: Board, counted: Group | None) -> str:
    """Return what is shown in one line: waves with their dates, people, group, and whether answers come in."""
    names = " + ".join(round_name(wave) for wave in board.waves)
    dates = [] if len(board.waves) > 1 else [field_dates(board.wave)]
    everybody = [] if is_phone() else ["everybody"]  # a phone has one line
    group = [group_label(board.record.study, counted)] if counted else everybody
    people = board.found.results.people if counted == board.group else board.found.sizes.everybody
    whose = [plural(people, "person", "people"), *map(escaped, group)] if people else ["no results yet"]
    is_open = ["open"] if any(wave.status == "open" for wave in board.waves) else []
    scales = _points(board.record.study)
    asked = [f"rated {scales}"] if scales else []
    return (", " if is_phone() else " · ").join((escaped(names), *dates, *whose, *asked, *is_open))


def _points(study: Study) -> str:
    """Return the points that a study asks on where they are not the usual five: "1 to 7", "1 to 5 and 0 to 10"."""
    asked = dict.fromkeys(points for one in study.outcomes for points in study.points(one).values())
    return "" if list(asked) == [FIVE] else " and ".join(map(str, asked))
