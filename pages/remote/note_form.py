"""The form that pins a note or a decision to an outcome."""

import streamlit as st

from jtbd_core.study import Study
from jtbd_core.wave import Wave
from jtbd_core.wave.stage import LONGEST_AUTHOR, LONGEST_NOTE
from pages.components.my_store import my_store
from pages.components.notes import KINDS
from pages.components.permission import do

AUTHOR = "note-author"
OUTCOME = "note-outcome"
KIND = "note-kind"
TEXT = "note-text"


def draw_note_form(study: Study, wave: Wave) -> None:
    """Draw the form of a note; outcome, kind and author stay filled in for the next one.

    A form sends all its fields at once, as they are shown when it is sent.
    """
    statements = {one.id: one.statement for one in study.outcomes}
    with st.form("note", border=False):
        st.selectbox("Outcome", list(statements), format_func=statements.__getitem__, key=OUTCOME)
        left, right = st.columns([1, 2], vertical_alignment="bottom")
        left.radio("Kind", list(KINDS), format_func=KINDS.__getitem__, horizontal=True, key=KIND)
        right.text_input("Your name", max_chars=LONGEST_AUTHOR, key=AUTHOR)
        st.text_area("What was said or decided", max_chars=LONGEST_NOTE, key=TEXT, height=80)
        st.form_submit_button("Pin it", icon=":material/push_pin:", on_click=do, args=(_pin, wave))


def _pin(wave: Wave) -> None:
    given = st.session_state
    my_store().add_note(wave.id, given[OUTCOME], given[KIND], given[AUTHOR], given[TEXT])
    given[TEXT] = ""
